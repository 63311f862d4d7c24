import type { TestMethod } from "./comparison.js";
import { exactTail, exactWork } from "./exact-permutation.js";
import { momentTail } from "./moment-tail.js";
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

/** Steps of the exact count that take some milliseconds. */
const EXACT_MOST = 1e6;

/**
 * Two-sided p value of the permutation test of two means, from histograms on one scale.
 *
 * All permutations are counted where that takes little time. Where not, and the sum is nearly normal, the tails are computed from its
 * moments ({@link momentTail}): that is nearer to the truth than random permutations would be. Else random permutations are drawn.
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
  const p = momentTail(draw);
  if (p !== null) return { p, method: "normal-permutation" };
  return { p: sampledTail(draw, resamples, seed), method: "sampled-permutation" };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function weighted(counts: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + i * count, 0);
}
