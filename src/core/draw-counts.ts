import { deviance, stirlingError } from "./gamma.js";
import { exp, log } from "./math.js";

const SQRT_2PI = 2.5066282746310007;

/**
 * Draws how many of `n` tries succeed that each succeed with probability `share`. Work grows with the root of `n`.
 *
 * @param random numbers in [0, 1), as of `createRandom`
 *
 * Source: inversion from the mode outward (Kachitvichyanukul and Schmeiser 1988), the mode's probability after Loader 2000.
 */
export function drawBinomial(n: number, share: number, random: () => number): number {
  if (n <= 0 || share <= 0) return 0;
  if (share >= 1) return n;
  const odds = share / (1 - share);
  const mode = Math.min(n, Math.floor((n + 1) * share));
  let left = random();
  let below = probabilityOf(mode, n, share);
  let above = below;
  left -= below;
  if (left < 0) return mode;
  for (let step = 1; step <= n; step++) {
    const low = mode - step;
    const high = mode + step;
    if (low >= 0) {
      below *= (low + 1) / ((n - low) * odds);
      left -= below;
      if (left < 0) return low;
    }
    if (high <= n) {
      above *= ((n - high + 1) * odds) / high;
      left -= above;
      if (left < 0) return high;
    }
    // What rounding left over is not worth a walk to the ends.
    if (below + above === 0) break;
  }
  return mode;
}

function probabilityOf(k: number, n: number, share: number): number {
  if (k === 0) return exp(n * log(1 - share));
  if (k === n) return exp(n * log(share));
  const rest = n - k;
  const saddle =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(rest) -
    deviance(k, n * share) -
    deviance(rest, n * (1 - share));
  return (Math.sqrt(n / k / rest) / SQRT_2PI) * exp(saddle);
}

/**
 * Draws how often each of several kinds comes up in `n` tries: what counting rows drawn with repetition would give, without drawing
 * each row. Written over `counts`.
 *
 * @param shares probability of each kind, adding up to 1
 * @param random numbers in [0, 1), as of `createRandom`
 *
 * Source: conditional binomials (Devroye 1986, chapter XI).
 */
export function drawCounts(n: number, shares: ArrayLike<number>, random: () => number, counts: Float64Array): void {
  // What is left after all others is the last kind's, whatever rounding says of its share.
  let last = shares.length - 1;
  while (last > 0 && (shares[last] ?? 0) <= 0) last--;
  let tries = n;
  let rest = 1;
  for (let kind = 0; kind < shares.length; kind++) {
    const share = shares[kind] ?? 0;
    const drawn = kind === last ? tries : drawBinomial(tries, share / rest, random);
    counts[kind] = drawn;
    tries -= drawn;
    rest -= share;
  }
}
