import { roundExactSum } from "../../core/exact-sum.js";
import type { AnswerCounts } from "./answers.js";

/** How answers spread over a scale, by what they count for. */
export interface Distribution {
  /** Answers. */
  readonly n: number;
  /** How many answers of equal weight would tell as much; `n` where all weights are equal, 0 of none. */
  readonly effectiveN: number;
  readonly unanswered: number;
  /** Scores of the scale, rising. */
  readonly scores: readonly number[];
  /** Answers by score. */
  readonly counts: readonly number[];
  /** Sum of weights by score: the counts where there are no weights. */
  readonly weights: readonly number[];
  /** Sum of all weights. */
  readonly weight: number;
  /** Weighted shares by score, adding up to 1; all 0 of none. */
  readonly shares: readonly number[];
}

/**
 * How answers spread over their scale.
 *
 * Source of the effective number: Kish 1965, Survey Sampling, (Σw)² / Σw².
 */
export function toDistribution({ scores, unanswered }: AnswerCounts): Distribution {
  const n = scores.reduce((sum, bin) => sum + bin.n, 0);
  const weights = scores.map(({ weight }) => roundExactSum(weight));
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const squared = scores.reduce((sum, bin) => sum + roundExactSum(bin.squaredWeight), 0);
  const kish = n === 0 ? 0 : (weight / squared) * weight;
  return {
    n,
    // Equal weights give n but for rounding.
    effectiveN: n - kish < 1e-9 * n ? n : kish,
    unanswered,
    scores: scores.map(({ score }) => score),
    counts: scores.map((bin) => bin.n),
    weights,
    weight,
    shares: weights.map((each) => (weight === 0 ? 0 : each / weight)),
  };
}
