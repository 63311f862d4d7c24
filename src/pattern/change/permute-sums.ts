import { normalCdf } from "../../core/normal.js";
import type { TestMethod } from "./comparison.js";
import { exactTail, exactWork } from "./exact-permutation.js";
import { sampledTail } from "./sampled-permutation.js";

/** How random permutations are drawn where there are too many to count; each option has a default. */
export interface PermutationOptions {
  /**
   * Random permutations drawn, a whole number from 100 to 100,000.
   *
   * @defaultValue 9999
   */
  readonly resamples?: number | undefined;
  /**
   * Any whole number: the same seed draws the same.
   *
   * @defaultValue 1
   */
  readonly seed?: number | undefined;
}

/** {@link PermutationOptions} that have been checked. */
export interface PermutationRules {
  readonly resamples: number;
  readonly seed: number;
}

/**
 * A permutation question: answers of values 0, 1, 2 … are counted in `pool`; of them `drawn` are drawn at random. How often is their
 * sum at least as far from its mean, either way, as `observed` is?
 */
export interface Draw {
  readonly pool: readonly number[];
  /** At most half of all. */
  readonly drawn: number;
  readonly observed: number;
}

/** Steps of the exact count that take some hundredths of a second. */
const EXACT_MOST = 4e6;
/** Largest squared skewness and excess kurtosis of the sum that still count as normal: p values near 0.005 are then off by at most a few hundredths of themselves. */
const NEARLY_NORMAL = 0.02;

/**
 * Two-sided p value of the permutation test of two means, from histograms on one scale.
 *
 * All permutations are counted where that takes little time. Where not, and the sum is as good as normal (by its skewness and
 * kurtosis), the normal limit is taken, with half a step of the lattice off each tail: it is nearer to the truth than random
 * permutations would be. Else random permutations are drawn.
 *
 * Sources: Pitman 1937; Pagano and Tritchler 1983 (counting them by convolution); Phipson and Smyth 2010 (p of random permutations is never 0).
 */
export function permuteSums(
  before: readonly number[],
  after: readonly number[],
  { resamples, seed }: PermutationRules,
): { readonly p: number; readonly method: TestMethod } {
  const pool = before.map((count, i) => count + (after[i] ?? 0));
  const [n1, n2] = [total(before), total(after)];
  const drawn = Math.min(n1, n2);
  const draw: Draw = { pool, drawn, observed: weighted(n1 <= n2 ? before : after) };
  if (exactWork(draw) <= EXACT_MOST) return { p: exactTail(draw), method: "exact-permutation" };
  return normalTail(draw, n1 + n2) ?? { p: sampledTail(draw, resamples, seed), method: "sampled-permutation" };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function weighted(counts: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + i * count, 0);
}

function normalTail({ pool, drawn, observed }: Draw, n: number): { p: number; method: TestMethod } | null {
  const mean = weighted(pool) / n;
  const moment = (power: number): number => pool.reduce((sum, count, i) => sum + count * (i - mean) ** power, 0) / n;
  const variance = moment(2);
  const each = (drawn * (n - drawn)) / n;
  const skew = moment(3) ** 2 / variance ** 3 / each;
  const tails = (Math.abs(moment(4) / variance ** 2 - 3) + 1) / each;
  if (!(skew <= NEARLY_NORMAL && tails <= NEARLY_NORMAL)) return null;
  const values = pool.flatMap((count, i) => (count > 0 ? [i] : []));
  const lowest = values[0] ?? 0;
  const step = values.reduce((divisor, value) => greatestDivisor(value - lowest, divisor), 0);
  const middle = mean * drawn;
  const deviation = Math.sqrt((each * n * variance) / (n - 1));
  const away = Math.abs(observed - middle);
  // The sum moves in whole steps from the least it could be: the last one at least as far off, on either side.
  const start = lowest * drawn;
  const nearest = start + Math.ceil((middle + away - start) / step - 1e-9) * step;
  const below = start + Math.floor((middle - away - start) / step + 1e-9) * step;
  const upper = normalCdf(-(nearest - step / 2 - middle) / deviation);
  const lower = normalCdf((below + step / 2 - middle) / deviation);
  return { p: Math.min(1, upper + lower), method: "normal-permutation" };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
