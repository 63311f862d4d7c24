import { STAGES, type Stage, THEMES } from "../core/labels.js";
import type { Span, StageReading } from "./analysis.js";
import { evidenceOf, type Supports, supportOf } from "./collect-cues.js";
import type { Match } from "./match-cues.js";
import { round } from "./sentiment.js";

/** Chosen on the gold training rows. */
const RULE = {
  /** Every text that judges something starts with this much for `use`, the stage of most feedback. */
  use: 0.7,
  /** Weight at which a stage is as likely as not. */
  even: 0.5,
  least: 0.45,
  /** A second stage is told where it has at least this weight and this share of the first. */
  secondWeight: 0.9,
  secondShare: 0.5,
  /** What a theme's weight adds to the stage it belongs to. */
  fromTheme: 0.35,
} as const;

/** Stages that themes point to. Themes that occur at any stage are not listed. */
const STAGE_OF_THEME: Readonly<Record<string, Stage>> = {
  delivery: "purchase",
  ordering: "purchase",
  returns: "support",
  resolution: "support",
  responsiveness: "support",
  quality: "use",
  performance: "use",
  design: "use",
  cleanliness: "use",
  usability: "use",
  features: "use",
};

/** Place of the stage that each theme points to, by the theme's place in its list; -1 for none. */
const STAGE_OF_LABEL: readonly number[] = THEMES.map((theme) => {
  const stage = STAGE_OF_THEME[theme];
  return stage === undefined ? -1 : STAGES.indexOf(stage);
});
const USE = STAGES.indexOf("use");

/**
 * Reads the journey stage that a text is about from its cues, its themes, and the habit of feedback to be about use.
 *
 * @param judges whether the text evaluates or asks about anything
 * @returns `null` where nothing tells
 */
export function readStage(supports: Supports, judges: boolean, spanOf: (match: Match) => Span): StageReading | null {
  const weights = weighStages(supports, judges);
  // The weightiest stage and the next, the earlier in the journey where equal.
  let first = 0;
  let next = -1;
  let all = weights[0] ?? 0;
  for (let label = 1; label < weights.length; label++) {
    const weight = weights[label] ?? 0;
    all += weight;
    if (weight > (weights[first] ?? 0)) {
      next = first;
      first = label;
    } else if (next < 0 || weight > (weights[next] ?? 0)) next = label;
  }
  const weight = weights[first] ?? 0;
  const rest = all - weight;
  const stage = STAGES[first];
  const confidence = round(weight / (weight + rest * 0.5 + RULE.even));
  if (stage === undefined || confidence < RULE.least || weight === 0) return null;
  const nextWeight = supportOf(supports.stage, next)?.weight ?? 0;
  const isSecond = nextWeight >= RULE.secondWeight && (weights[next] ?? 0) >= weight * RULE.secondShare;
  const support = supportOf(supports.stage, first);
  return {
    stage,
    confidence,
    second: isSecond ? (STAGES[next] ?? null) : null,
    evidence: support === undefined ? [] : evidenceOf(support, spanOf),
  };
}

/** The weight of each stage by its cues, by the themes that belong to it, and by the habit of feedback. */
function weighStages(supports: Supports, judges: boolean): number[] {
  const weights = new Array<number>(STAGES.length).fill(0);
  for (const { label, weight } of supports.stage) weights[label] = weight;
  for (const { label, weight } of supports.theme) {
    const stage = STAGE_OF_LABEL[label] ?? -1;
    if (stage >= 0) weights[stage] = (weights[stage] ?? 0) + Math.min(weight, 2) * RULE.fromTheme;
  }
  if (judges) weights[USE] = (weights[USE] ?? 0) + RULE.use;
  return weights;
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
