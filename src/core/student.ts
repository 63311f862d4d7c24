import { betaCdfOf, betaFront, betaQuantile } from "./beta.js";
import { log } from "./math.js";
import { normalCdf, normalQuantile } from "./normal.js";

/** Degrees of freedom from which on the normal distribution is the same to 10 digits and more. */
const AS_GOOD_AS_NORMAL = 1e11;

/**
 * Probability that a Student t number with `df` degrees of freedom (above 0; Infinity is the normal distribution) is at most `t`; the
 * upper tail is `studentCdf(-t, df)`. About 12 digits.
 *
 * Source: Abramowitz and Stegun 26.7.1, by the incomplete beta function.
 */
export function studentCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  if (df > AS_GOOD_AS_NORMAL) return normalCdf(t);
  if (Math.abs(t) === Infinity) return t < 0 ? 0 : 1;
  const square = t * t;
  const tail = betaCdfOf(df / (df + square), square / (df + square), df / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The number that a Student t number with `df` degrees of freedom stays below with probability `p`: 2.228 for 0.975 and 10;
 * ∓Infinity for 0 and 1, NaN outside. About 11 digits.
 *
 * Source: the quantile of the beta distribution, then Newton's method.
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (df > AS_GOOD_AS_NORMAL) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  // The quantile of the beta distribution, from the side that keeps more digits, then Newton's method on the logarithm of the tail.
  const inner = betaQuantile(1 - 2 * tail, 0.5, df / 2);
  const outer = inner > 0.5 ? betaQuantile(2 * tail, df / 2, 0.5) : 1 - inner;
  let away = Math.sqrt((df * Math.min(inner, 1 - outer)) / outer);
  // Fewer degrees of freedom than any sample has may put it beyond what numbers can hold.
  for (let round = 0; round < 2 && away < 1e150; round++) {
    const square = away * away;
    const front = betaFront(df / (df + square), square / (df + square), df / 2, 0.5);
    const reached = studentCdf(-away, df);
    away += ((log(reached) - log(tail)) * reached * away) / front;
  }
  return p < 0.5 ? -away : away;
}
