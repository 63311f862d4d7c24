import { binomialTails } from "../trends/hypergeometric.js";

/** Places, from 1, of the values of a sorted sample that tell a quantile. */
export interface QuantilePlaces {
  readonly value: number;
  /** Ends of the interval; `null` where the sample is too small to have one. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Places of a quantile and of its interval among `n` sorted values, whatever their distribution: nearest rank for the value, and the
 * narrowest pair of places that binomial chance leaves less than half of the rest on either side.
 *
 * @param share which quantile: above 0 and below 1, 0.5 for the median
 * @param n values, at least 1
 *
 * Source: Conover 1999, Practical Nonparametric Statistics, section 3.2.
 */
export function findQuantilePlaces(share: number, n: number, level: number): QuantilePlaces {
  const outer = (1 - level) / 2;
  // How many of n values lie below the quantile is binomial. The place `low` is at or below it but for at most `outer`.
  const atMost = (place: number): number => (place < 0 ? 0 : binomialTails(place, n, share).lower);
  const low = firstPlace(n, (place) => atMost(place) > outer);
  const high = firstPlace(n, (place) => atMost(place) >= 1 - outer) + 1;
  return {
    value: Math.max(1, Math.ceil(share * n - 1e-9)),
    low: low < 1 ? null : low,
    high: high > n ? null : high,
  };
}

/** The first of 0 to n that passes a test which all after it pass too. */
function firstPlace(n: number, passes: (place: number) => boolean): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
