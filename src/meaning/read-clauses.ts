import { THEMES } from "../core/labels.js";
import type { Clause } from "../language/clauses.js";
import type { ClauseReading, Polarity, Span, StageReading, ThemeReading } from "./analysis.js";
import type { Supports } from "./collect-cues.js";
import { insertInOrder } from "./insert-in-order.js";
import { readClauseStages } from "./read-stage.js";

/**
 * Reads what each clause says by itself. A clause without a stage cue of its own belongs to the stage of the text.
 *
 * @param ranks place of each theme in its taxonomy
 */
export function readClauses(
  clauses: readonly Clause[],
  polarities: readonly Polarity[],
  supports: Supports,
  themes: readonly ThemeReading[],
  whole: StageReading | null,
  spanOf: (clause: Clause) => Span,
  ranks: ReadonlyMap<string, number> = CX_RANKS,
): ClauseReading[] {
  const stages = readClauseStages(supports, clauses.length);
  const spans: Span[] = [];
  const themesOf: string[][] = [];
  for (const clause of clauses) {
    spans.push(spanOf(clause));
    themesOf.push([]);
  }
  const rankOf = ({ theme }: ThemeReading): number => ranks.get(theme) ?? -1;
  const inOrder: ThemeReading[] = [];
  for (const theme of themes) insertInOrder(inOrder, theme, (a, b) => rankOf(a) - rankOf(b));
  for (const theme of inOrder) tellTheme(theme, spans, themesOf);
  return clauses.map((_, i) => ({
    span: spans[i] ?? NOWHERE,
    sentiment: polarities[i] ?? NOT_TOLD,
    themes: themesOf[i] ?? [],
    stage: stages[i] ?? whole?.stage ?? null,
  }));
}

const NOT_TOLD: Polarity = { label: "neutral", score: 0, confidence: 0 };
const NOWHERE: Span = [0, 0];

/** Adds a theme to each clause that holds evidence for it. Clauses and evidence both stand in text order. */
function tellTheme({ theme, evidence }: ThemeReading, spans: readonly Span[], themesOf: readonly string[][]): void {
  let told = -1;
  let i = 0;
  for (const [start, end] of evidence) {
    while (i < spans.length && (spans[i]?.[1] ?? 0) <= start) i++;
    const span = spans[i];
    if (span === undefined) return;
    if (i === told || start < span[0] || end > span[1]) continue;
    themesOf[i]?.push(theme);
    told = i;
  }
}

/** Places of the default taxonomy's themes. */
const CX_RANKS: ReadonlyMap<string, number> = new Map(THEMES.map((theme, rank) => [theme, rank]));
