import { normalQuantile } from "./normal.js";

/** Ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many standard errors an interval of a level reaches to each side, by the normal distribution: 1.96 for 0.95. */
export function reachOf(level: number): number {
  return normalQuantile(0.5 + level / 2);
}

/**
 * Interval of a share, within 0 to 1; defined for shares of 0 and 1 too. Good from few answers on, where the plain interval fails.
 *
 * @param share within 0 to 1
 * @param n answers, above 0; an effective number of weighted ones need not be whole
 *
 * Source: Wilson 1927; recommended by Brown, Cai and DasGupta 2001.
 */
export function wilsonInterval(share: number, n: number, level: number): Interval {
  const z = reachOf(level);
  const square = (z * z) / n;
  const middle = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  return { low: share === 0 ? 0 : Math.max(0, middle - half), high: share === 1 ? 1 : Math.min(1, middle + half) };
}
