import { excerpt, VerbatimsError } from "../../core/error.js";
import type { SentimentLabel } from "../../core/labels.js";
import type { Analysis } from "../../meaning/analysis.js";
import type { DriverPattern, DriverTable, Mention, Tone } from "./driver-table.js";
import { type DriverOutcome, readOutcome } from "./outcome.js";

/** Adds analyses and driver tables up in place. */
export interface TableAccumulator {
  readonly addAnalysis: (analysis: Analysis) => void;
  /** @throws VerbatimsError `unlike-summaries` where outcome or models differ */
  readonly addTable: (table: DriverTable) => void;
  /** The sum so far, as a value of its own. */
  readonly toTable: () => DriverTable;
}

/** Starts an accumulator. Its memory grows with the distinct patterns it meets. */
export function createTableAccumulator(outcome: DriverOutcome): TableAccumulator {
  const models = new Map<string, string>();
  const patterns = new Map<string, Map<number, number>>();
  let unanswered = 0;
  let unread = 0;

  const noteModel = (language: string, model: string): void => {
    const known = models.get(language);
    if (known === undefined) models.set(language, model);
    else if (known !== model) throw unlike(`model of ${language}`, known, model);
  };
  const count = (themes: readonly Mention[], stage: Mention | null, steps: number, n: number): void => {
    const key = JSON.stringify([distinct(themes), stage]);
    let outcomes = patterns.get(key);
    if (outcomes === undefined) {
      outcomes = new Map();
      patterns.set(key, outcomes);
    }
    outcomes.set(steps, (outcomes.get(steps) ?? 0) + n);
  };

  const addAnalysis = (analysis: Analysis): void => {
    noteModel(analysis.model.split("-", 1)[0] ?? "", analysis.model);
    const steps = readOutcome(analysis, outcome);
    if (steps === null) {
      unanswered++;
      return;
    }
    const { sentiment, themes, stage } = analysis;
    if (sentiment === null) {
      unread++;
      return;
    }
    count(
      themes.map(({ theme, sentiment: { label } }) => [theme, toneOf(label)]),
      stage === null ? null : [stage.stage, toneOf(sentiment.label)],
      steps,
      1,
    );
  };

  const addTable = (table: DriverTable): void => {
    if (table.outcome !== outcome) throw unlike("outcome", outcome, table.outcome);
    for (const { language, model } of table.models) noteModel(language, model);
    unanswered += table.unanswered;
    unread += table.unread;
    for (const { themes, stage, outcomes } of table.patterns)
      for (const [steps, n] of outcomes) count(themes, stage, steps, n);
  };

  const toTable = (): DriverTable => ({
    format: "verbatims-driver-table",
    version: 1,
    outcome,
    models: [...models].sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, model]) => ({ language, model })),
    unanswered,
    unread,
    patterns: [...patterns]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, outcomes]) => {
        // Written above from just these.
        const [themes, stage] = JSON.parse(key) as [DriverPattern["themes"], DriverPattern["stage"]];
        return { themes, stage, outcomes: [...outcomes].sort(([a], [b]) => a - b) };
      }),
  });

  return { addAnalysis, addTable, toTable };
}

function toneOf(label: SentimentLabel): Tone {
  return label === "negative" || label === "positive" ? label : "other";
}

/** The mentions by theme, the first of each. */
function distinct(themes: readonly Mention[]): readonly Mention[] {
  if (themes.length < 2) return themes;
  const sorted = [...themes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.filter(([theme], i) => i === 0 || theme !== sorted[i - 1]?.[0]);
}

function unlike(what: string, ours: unknown, theirs: unknown): VerbatimsError {
  return new VerbatimsError(
    "unlike-summaries",
    `driver table ${what}: expected ${excerpt(ours)}, got ${excerpt(theirs)}. Count all analyses with the same version and outcome before merging.`,
    { field: what, expected: excerpt(ours), received: excerpt(theirs) },
  );
}
