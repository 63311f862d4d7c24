import { type Stage, THEMES } from "../core/labels.js";
import type { Clause } from "../language/clauses.js";
import type { ClauseReading, Polarity, Span, StageReading, ThemeReading } from "./analysis.js";
import type { Supports } from "./collect-cues.js";
import { insertInOrder } from "./insert-in-order.js";
import { readClauseStages } from "./read-stage.js";

/** Reads what each clause says by itself. A clause without a stage cue of its own belongs to the stage of the text. */
export function readClauses(
  clauses: readonly Clause[],
  polarities: readonly Polarity[],
  supports: Supports,
  themes: readonly ThemeReading[],
  whole: StageReading | null,
  spanOf: (clause: Clause) => Span,
): ClauseReading[] {
  const stages = readClauseStages(supports, clauses.length);
  const inOrder: ThemeReading[] = [];
  for (const theme of themes) insertInOrder(inOrder, theme, byRank);
  return clauses.map((clause, i) =>
    readClause(clause, polarities[i] ?? NOT_TOLD, stages[i] ?? whole?.stage ?? null, inOrder, spanOf),
  );
}

const NOT_TOLD: Polarity = { label: "neutral", score: 0, confidence: 0 };

/** Reads one clause; `themes` are those of the text in the order of the taxonomy. */
function readClause(
  clause: Clause,
  sentiment: Polarity,
  stage: Stage | null,
  themes: readonly ThemeReading[],
  spanOf: (clause: Clause) => Span,
): ClauseReading {
  const span = spanOf(clause);
  const told: string[] = [];
  for (const { theme, evidence } of themes) if (holdsOneOf(span, evidence)) told.push(theme);
  return { span, sentiment, themes: told, stage };
}

function holdsOneOf(span: Span, evidence: readonly Span[]): boolean {
  for (const inner of evidence) if (inner[0] >= span[0] && inner[1] <= span[1]) return true;
  return false;
}

const RANKS: ReadonlyMap<string, number> = new Map(THEMES.map((theme, rank) => [theme, rank]));

/** By the place of a theme in the taxonomy. */
function byRank(a: ThemeReading, b: ThemeReading): number {
  return (RANKS.get(a.theme) ?? -1) - (RANKS.get(b.theme) ?? -1);
}
