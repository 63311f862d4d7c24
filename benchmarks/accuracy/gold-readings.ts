import type { GoldRow } from "../../datasets/rows.js";
import { EMOTIONS, INTENTS, SENTIMENTS, STAGES, THEMES } from "../../src/core/labels.js";
import type { LabelledText } from "../../src/learning/labelled-text.js";
import type { Scorer, TaskKind, Verdict } from "../../src/learning/scorer.js";
import type { Analysis } from "../../src/meaning/analysis.js";
import type { Analyzer } from "../../src/meaning/analyzer.js";
import type { Measure } from "./score.js";

/** A label that an analysis says; `confidence` is `null` where it tells none. */
interface SaidLabel {
  readonly label: string;
  readonly confidence: number | null;
}

/** One field of an analysis, as labels that the gold tells too. */
export interface GoldReading {
  readonly name: string;
  readonly kind: TaskKind;
  readonly measure: Measure;
  readonly labels: readonly string[];
  /** Labels of the gold: one, or any number for `multi`. */
  readonly gold: (row: GoldRow) => readonly string[];
  readonly said: (analysis: Analysis) => readonly SaidLabel[];
}

/** What is not told is a value of its own. */
const UNTOLD = "none";

const sure = (label: string): readonly SaidLabel[] => [{ label, confidence: null }];

/** The readings that are labels of the gold. */
export const GOLD_READINGS: readonly GoldReading[] = [
  {
    name: "sentiment",
    kind: "single",
    measure: "accuracy",
    labels: SENTIMENTS,
    gold: ({ sentiment }) => [sentiment],
    said: ({ sentiment }) => (sentiment === null ? [] : [sentiment]),
  },
  {
    name: "stage",
    kind: "single",
    measure: "macroF1",
    labels: [...STAGES, UNTOLD],
    gold: ({ stage }) => [stage ?? UNTOLD],
    said: ({ stage }) => (stage === null ? sure(UNTOLD) : [{ label: stage.stage, confidence: stage.confidence }]),
  },
  {
    name: "themes",
    kind: "multi",
    measure: "microF1",
    labels: THEMES,
    gold: ({ themes }) => themes.map(topTheme),
    said: ({ themes }) => themes.map(({ theme, confidence }) => ({ label: topTheme(theme), confidence })),
  },
  {
    name: "intent",
    kind: "single",
    measure: "accuracy",
    labels: INTENTS,
    gold: ({ intent }) => [intent],
    said: ({ intent }) => (intent === null ? [] : [{ label: intent.intent, confidence: intent.confidence }]),
  },
  {
    name: "emotion",
    kind: "single",
    measure: "accuracy",
    labels: [...EMOTIONS, UNTOLD],
    gold: ({ emotion }) => [emotion ?? UNTOLD],
    said: ({ emotion }) =>
      emotion === null ? sure(UNTOLD) : [{ label: emotion.emotion, confidence: emotion.confidence }],
  },
  {
    name: "effort",
    kind: "single",
    measure: "macroF1",
    labels: ["high", "low", UNTOLD],
    gold: ({ effort }) => [effort ?? UNTOLD],
    said: ({ effort }) => sure(effort === null ? UNTOLD : effort.effort),
  },
  {
    name: "urgent",
    kind: "multi",
    measure: "microF1",
    labels: ["urgent"],
    gold: ({ urgent }) => (urgent ? ["urgent"] : []),
    said: ({ urgent }) => (urgent ? sure("urgent") : []),
  },
];

/** Themes are compared by their first name: `quality/food` counts as `quality`. */
function topTheme(theme: string): string {
  return theme.split("/")[0] ?? theme;
}

/** A gold row as an example of a reading. */
export function toExample({ kind, gold }: GoldReading, row: GoldRow): LabelledText {
  const { text } = row;
  const labels = gold(row);
  return kind === "multi" ? { text, labels } : { text, label: labels[0] ?? UNTOLD };
}

/**
 * An analyzer's reading as a scorer. Only what is said has a confidence: the rest is shared evenly, or 0 for `multi`; 1 is
 * written where the analysis tells no confidence.
 */
export function readingScorer(analyzer: Analyzer, { kind, labels, said }: GoldReading): Scorer {
  return {
    kind,
    labels,
    score: (text): Verdict => {
      const told = new Map(said(analyzer.analyze(text)).map(({ label, confidence }) => [label, confidence ?? 1]));
      const sum = [...told.values()].reduce((total, each) => total + each, 0);
      const rest = kind === "multi" || told.size === labels.length ? 0 : (1 - sum) / (labels.length - told.size);
      return { labels: [...told.keys()], probabilities: labels.map((label) => told.get(label) ?? rest) };
    },
  };
}
