import { chiSquareTail } from "../../core/gamma.js";

/** A mean of a group, and how far chance may have moved it. */
export interface GroupMean {
  readonly mean: number;
  /** Variance of the mean itself: that of an answer over the number of answers, above 0. */
  readonly variance: number;
}

/** Standard deviation of the true means of groups, beyond what chance moves the observed ones; with an interval. */
export interface BetweenSpread {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far the true means of groups lie apart, as a standard deviation, with chance taken out: that at which the weighted squares of the
 * observed means are what chance and it together would give. Families (such as the channels of one stage, then of the next) each have a
 * middle of their own and share one spread. There is at least one family of two groups.
 *
 * @param most the largest spread there can be, at which the search ends
 *
 * Source: Paule and Mandel 1982 for the value; Viechtbauer 2007, Confidence intervals for the amount of heterogeneity in meta-analysis
 * (Q-profile), for the interval.
 */
export function findBetweenSpread(
  families: readonly (readonly GroupMean[])[],
  most: number,
  level: number,
): BetweenSpread {
  const df = families.reduce((sum, groups) => sum + groups.length - 1, 0);
  const squaresAt = (spread: number): number =>
    families.reduce((sum, groups) => sum + weightedSquares(groups, spread * spread), 0);
  const tailAt = (spread: number): number => chiSquareTail(squaresAt(spread), df);
  const outer = (1 - level) / 2;
  return {
    // The squares fall and the tail rises as the spread grows.
    value: findRise((spread) => df - squaresAt(spread), most),
    low: findRise((spread) => tailAt(spread) - outer, most),
    high: findRise((spread) => tailAt(spread) - (1 - outer), most),
  };
}

function weightedSquares(groups: readonly GroupMean[], between: number): number {
  const weights = groups.map(({ variance }) => 1 / (variance + between));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = groups.reduce((sum, { mean }, i) => sum + mean * (weights[i] ?? 0), 0) / total;
  return groups.reduce((sum, { mean }, i) => sum + (weights[i] ?? 0) * (mean - middle) ** 2, 0);
}

/** Where a rising function passes 0, by halving; 0 where it starts above, `most` where it ends below. */
function findRise(rising: (at: number) => number, most: number): number {
  if (rising(0) >= 0) return 0;
  if (rising(most) <= 0) return most;
  let low = 0;
  let high = most;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
