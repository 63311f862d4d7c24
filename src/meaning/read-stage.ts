import { STAGES, type Stage } from "../core/labels.js";
import type { Span, StageReading } from "./analysis.js";
import { evidenceOf, type Supports, type TokenRun } from "./collect-cues.js";
import type { TextMeaning } from "./read-meaning.js";
import { round } from "./sentiment.js";

/** Probability from which a second stage is told. Chosen by cross-validation on the gold training rows. */
const SECOND_LEAST = 0.12;

/** Reads the journey stage that a text is about; `null` where it cannot be told. */
export function readStage(meaning: TextMeaning, spanOf: (run: TokenRun) => Span): StageReading | null {
  const best = meaning.bestOf("stage");
  const stage = best === null ? undefined : STAGES[best.place];
  if (best === null || stage === undefined) return null;
  const next = meaning.nextOf("stage", best.place);
  const isSecond = next !== null && next.confidence >= SECOND_LEAST;
  return {
    stage,
    confidence: round(best.confidence),
    second: isSecond ? (STAGES[next.place] ?? null) : null,
    evidence: evidenceOf(meaning.placesOf("stage", "stage", best.place), spanOf),
  };
}

/** The stage that the cues inside each clause speak for; `null` for a clause without any. */
export function readClauseStages(supports: Supports, clauses: number): (Stage | null)[] {
  const stages = new Array<Stage | null>(clauses).fill(null);
  const most = new Array<number>(clauses).fill(0);
  for (const { label, places } of supports.stage) {
    let weight = 0;
    let before = -1;
    for (const { clause, weight: own } of places) {
      weight = before === clause ? weight + own : own;
      before = clause;
      if (weight > (most[clause] ?? 0)) {
        most[clause] = weight;
        stages[clause] = STAGES[label] ?? null;
      }
    }
  }
  return stages;
}
