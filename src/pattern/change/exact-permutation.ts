import { deviance, stirlingError } from "../../core/gamma.js";
import { exp } from "../../core/math.js";
import type { Draw } from "./permute-sums.js";

const SQRT_2PI = 2.5066282746310007;

/** The pool seen from its most frequent value: the others, by how far they are from it. */
interface Shifted {
  readonly base: { readonly value: number; readonly count: number };
  readonly others: readonly { readonly away: number; readonly count: number }[];
  /** How many of the others can be drawn at most. */
  readonly most: number;
  /** Least and largest sum of what is drawn of the others. */
  readonly low: number;
  readonly high: number;
}

function shift({ pool, drawn }: Draw): Shifted {
  let value = 0;
  for (const [i, count] of pool.entries()) if (count > (pool[value] ?? 0)) value = i;
  const others = pool.flatMap((count, i) => (i === value || count === 0 ? [] : [{ away: i - value, count }]));
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  const most = Math.min(drawn, rest);
  const reach = (sign: 1 | -1): number => {
    let left = most;
    let sum = 0;
    for (const { away, count } of others.toSorted((a, b) => sign * (b.away - a.away))) {
      if (away * sign <= 0) break;
      const taken = Math.min(left, count);
      left -= taken;
      sum += taken * away;
    }
    return sum;
  };
  return { base: { value, count: pool[value] ?? 0 }, others, most, low: reach(-1), high: reach(1) };
}

/** About how many multiplications {@link exactTail} takes. */
export function exactWork(draw: Draw): number {
  const { others, most, low, high } = shift(draw);
  const taken = others.reduce((sum, { count }) => sum + Math.min(count, most) + 1, 0);
  return ((most + 1) * (high - low + 1) * taken) / 2;
}

/**
 * Probability that the sum of the answers drawn is at least as far from its mean as observed, over all ways to draw them.
 *
 * ```text
 *  drawing without repetition = independent binomial draws of each value, given that they add up to `drawn`
 *  ways[j][s]: j answers drawn of the values so far, which add up to s; one value more convolves it with a binomial
 * ```
 * The most frequent value is taken as 0 and drawn last, in what is left, so that pools of mostly one answer cost little.
 */
export function exactTail(draw: Draw): number {
  const { base, others, most, low, high } = shift(draw);
  const n = draw.pool.reduce((sum, count) => sum + count, 0);
  const { drawn } = draw;
  const rate = drawn / n;
  const width = high - low + 1;
  const ways = new Float64Array((most + 1) * width);
  ways[-low] = 1;
  const row = new Float64Array(width);
  let reached = 0;
  let [least, largest] = [0, 0];
  for (const { away, count } of others) {
    const taken = Math.min(count, most);
    const weights = Float64Array.from({ length: taken + 1 }, (_, k) => binomial(k, count, rate));
    reached = Math.min(most, reached + taken);
    least = Math.max(low, least + Math.min(0, taken * away));
    largest = Math.min(high, largest + Math.max(0, taken * away));
    // From the most drawn down, so that the rows of fewer drawn, which are read, have not been written yet.
    for (let j = reached; j >= 0; j--) {
      row.fill(0);
      for (let k = Math.min(taken, j); k >= 0; k--) {
        const weight = weights[k] ?? 0;
        const from = (j - k) * width - low - k * away;
        const first = Math.max(least, low + k * away);
        const last = Math.min(largest, high + k * away);
        for (let s = first; s <= last; s++) row[s - low] = (row[s - low] ?? 0) + weight * (ways[from + s] ?? 0);
      }
      ways.set(row, j * width);
    }
  }
  const all = draw.pool.reduce((sum, count, i) => sum + count * (i - base.value), 0);
  // Whole numbers on both sides, so that ties are ties.
  const limit = Math.abs((draw.observed - drawn * base.value) * n - all * drawn);
  const ofBase = Float64Array.from({ length: most + 1 }, (_, j) =>
    drawn - j <= base.count ? binomial(drawn - j, base.count, rate) : 0,
  );
  let tail = 0;
  let whole = 0;
  for (let s = low; s <= high; s++) {
    let chance = 0;
    for (let j = 0; j <= most; j++) chance += (ways[j * width + s - low] ?? 0) * (ofBase[j] ?? 0);
    whole += chance;
    if (Math.abs(s * n - all * drawn) >= limit) tail += chance;
  }
  return Math.min(1, tail / whole);
}

/**
 * Probability of `k` among `n` that occur at a rate above 0 and below 1 each.
 *
 * Source: Loader 2000, Fast and accurate computation of binomial probabilities.
 */
function binomial(k: number, n: number, rate: number): number {
  if (k === 0) return exp(-deviance(n, n * (1 - rate)) - n * rate);
  if (k === n) return exp(-deviance(n, n * rate) - n * (1 - rate));
  const saddle = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const away = deviance(k, n * rate) + deviance(n - k, n * (1 - rate));
  return (Math.sqrt(n / k / (n - k)) / SQRT_2PI) * exp(saddle - away);
}
