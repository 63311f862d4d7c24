import { drawCounts } from "../../core/draw-counts.js";
import { type Interval, reachOf } from "../../core/intervals.js";
import { createRandom } from "../../core/random.js";
import { studentQuantile } from "../../core/student.js";

/** Points that answers were turned into, and the share of answers at each. */
export interface PointShares {
  /** Rising. */
  readonly points: readonly number[];
  /** Adding up to 1. */
  readonly shares: readonly number[];
  /** Answers, above 0; their effective number where weighted, which need not be whole. */
  readonly n: number;
}

/** How often, and from where, answers are drawn again. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/** Mean of the points. */
export function meanOf({ points, shares }: PointShares): number {
  return points.reduce((sum, point, i) => sum + point * (shares[i] ?? 0), 0);
}

function varianceOf(points: PointShares, mean: number): number {
  return points.points.reduce((sum, point, i) => sum + (point - mean) ** 2 * (points.shares[i] ?? 0), 0);
}

/**
 * Interval of a mean by the normal distribution, after answers that nobody gave are added: they keep the interval from shrinking to
 * nothing where answers are few or all alike. None added is the plain Wald interval.
 *
 * @param added number of such answers at each point
 *
 * Source: Rocks 2016, Interval estimation for the Net Promoter Score, The American Statistician 70(4), who adds three in all; after Agresti and Coull 1998.
 */
export function adjustedWaldInterval(given: PointShares, added: readonly number[], level: number): Interval {
  const n = given.n + added.reduce((sum, each) => sum + each, 0);
  const shares = given.shares.map((share, i) => (share * given.n + (added[i] ?? 0)) / n);
  const all = { points: given.points, shares, n };
  const mean = meanOf(all);
  return within(given, mean, reachOf(level) * Math.sqrt(varianceOf(all, mean) / n));
}

/**
 * Interval of a mean by Student's t distribution; or a sentence where there are fewer than two answers, or none that differ.
 *
 * Source: Student 1908.
 */
export function studentInterval(given: PointShares, level: number): Interval | string {
  const { n, shares } = given;
  if (n < 2) return "Fewer than two answers tell no spread, so that there is no t interval.";
  if (shares.filter((share) => share > 0).length < 2) {
    return "All answers are equal and tell no spread, so that there is no t interval.";
  }
  const mean = meanOf(given);
  const reach = studentQuantile(0.5 + level / 2, n - 1);
  return within(given, mean, reach * Math.sqrt(varianceOf(given, mean) / (n - 1)));
}

/**
 * Percentile bootstrap of a mean: as many answers drawn again with repetition, `resamples` times. Weighted answers are drawn by their
 * weights, as many as they are worth.
 *
 * Source: Efron 1979. Quantiles by nearest rank.
 */
export function bootstrapInterval(given: PointShares, level: number, { resamples, seed }: Resampling): Interval {
  const random = createRandom(seed);
  const n = Math.max(1, Math.round(given.n));
  const counts = new Float64Array(given.points.length);
  const means = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample++) {
    drawCounts(n, given.shares, random, counts);
    means[sample] = given.points.reduce((sum, point, i) => sum + point * (counts[i] ?? 0), 0) / n;
  }
  return percentileInterval(means, level);
}

/** The part of resampled numbers that lies in the middle, with `level` of them; sorts them. */
export function percentileInterval(values: Float64Array, level: number): Interval {
  values.sort();
  const at = (share: number): number => values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

/** An interval around a mean, cut where points end. */
function within({ points }: PointShares, mean: number, half: number): Interval {
  return { low: Math.max(points[0] ?? mean, mean - half), high: Math.min(points.at(-1) ?? mean, mean + half) };
}
