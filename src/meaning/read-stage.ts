import { STAGES, type Stage, THEMES } from "../core/labels.js";
import type { Span, StageReading } from "./analysis.js";
import { evidenceOf, type Supports } from "./collect-cues.js";
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

/**
 * Reads the journey stage that a text is about from its cues, its themes, and the habit of feedback to be about use.
 *
 * @param judges whether the text evaluates or asks about anything
 * @returns `null` where nothing tells
 */
export function readStage(supports: Supports, judges: boolean, spanOf: (match: Match) => Span): StageReading | null {
  const weights = STAGES.map((_, label) => supports.stage.get(label)?.weight ?? 0);
  const add = (stage: Stage, weight: number): void => {
    const at = STAGES.indexOf(stage);
    weights[at] = (weights[at] ?? 0) + weight;
  };
  for (const support of supports.theme.values()) {
    const stage = STAGE_OF_THEME[THEMES[support.label] ?? ""];
    if (stage !== undefined) add(stage, Math.min(support.weight, 2) * RULE.fromTheme);
  }
  if (judges) add("use", RULE.use);
  const order = STAGES.map((_, label) => label).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const [first = 0, next = 0] = order;
  const weight = weights[first] ?? 0;
  const rest = weights.reduce((sum, other) => sum + other, 0) - weight;
  const stage = STAGES[first];
  const confidence = round(weight / (weight + rest * 0.5 + RULE.even));
  if (stage === undefined || confidence < RULE.least || weight === 0) return null;
  const nextWeight = supports.stage.get(next)?.weight ?? 0;
  const isSecond = nextWeight >= RULE.secondWeight && (weights[next] ?? 0) >= weight * RULE.secondShare;
  const support = supports.stage.get(first);
  return {
    stage,
    confidence,
    second: isSecond ? (STAGES[next] ?? null) : null,
    evidence: support === undefined ? [] : evidenceOf(support, spanOf),
  };
}

/** The stage that the cues inside each clause speak for; `null` for a clause without any. */
export function readClauseStages(supports: Supports, clauses: number): (Stage | null)[] {
  const stages = new Array<Stage | null>(clauses).fill(null);
  const most = new Array<number>(clauses).fill(0);
  for (const { label, places } of supports.stage.values()) {
    let weight = 0;
    places.forEach(({ clause, weight: own }, i) => {
      weight = places[i - 1]?.clause === clause ? weight + own : own;
      if (weight > (most[clause] ?? 0)) {
        most[clause] = weight;
        stages[clause] = STAGES[label] ?? null;
      }
    });
  }
  return stages;
}
