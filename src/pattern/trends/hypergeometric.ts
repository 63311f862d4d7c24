import { betaCdf } from "../../core/beta.js";
import { deviance, stirlingError } from "../../core/gamma.js";
import { exp, log } from "../../core/math.js";

const LOG_2PI = 1.8378770664093453;
/** Terms below this part of the sum change nothing. */
const NEGLIGIBLE = 1e-18;

/** Probability of one count, and of a count at least and at most as large. */
export interface Tails {
  readonly upper: number;
  readonly lower: number;
}

/**
 * Tails of the hypergeometric distribution at `x`: of `n` drawn out of `n + rest`, of which `marked` are marked, how likely are at least, and
 * at most, `x` marked ones? That is Fisher's exact test of one share against another, one-sided. About 12 digits; time grows with
 * the standard deviation, not with the counts.
 *
 * Source: Fisher 1935; the density as a product of binomial ones in saddle-point form (Loader 2000).
 */
export function hypergeometricTails(x: number, n: number, rest: number, marked: number): Tails {
  const unmarked = n + rest - marked;
  const least = Math.max(0, n - unmarked);
  const most = Math.min(n, marked);
  const at = density(x, n, rest, marked);
  let upper = at;
  for (let k = x, term = at; k < most && term > NEGLIGIBLE * upper; k++) {
    term *= ((marked - k) / (k + 1)) * ((n - k) / (unmarked - n + k + 1));
    upper += term;
  }
  let lower = at;
  for (let k = x, term = at; k > least && term > NEGLIGIBLE * lower; k--) {
    term *= (k / (marked - k + 1)) * ((unmarked - n + k) / (n - k + 1));
    lower += term;
  }
  return { upper: Math.min(1, upper), lower: Math.min(1, lower) };
}

/**
 * Tails of the binomial distribution at `x` of `n` with probability `p`. With p the part of the time that was looked at, that is the exact
 * test of one Poisson rate against another.
 *
 * Source: Przyborowski and Wilenski 1940; by the incomplete beta function.
 */
export function binomialTails(x: number, n: number, p: number): Tails {
  return {
    upper: x === 0 ? 1 : betaCdf(p, x, n - x + 1),
    lower: x === n ? 1 : betaCdf(1 - p, n - x, x + 1),
  };
}

function density(x: number, n: number, rest: number, marked: number): number {
  const all = n + rest;
  const p = n / all;
  const unmarked = all - marked;
  // Of the marked x are among the n drawn, of the unmarked n - x: each drawn with probability p, given that n are drawn in all.
  return exp(logBinomial(x, marked, p) + logBinomial(n - x, unmarked, p) - logBinomial(n, all, p));
}

/** Logarithm of the binomial density. */
function logBinomial(x: number, n: number, p: number): number {
  if (n === 0) return 0;
  if (p <= 0 || p >= 1) return (p <= 0 ? x === 0 : x === n) ? 0 : -Infinity;
  if (x === 0) return n * log(1 - p);
  if (x === n) return n * log(p);
  const saddle =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * (1 - p));
  return saddle - 0.5 * (LOG_2PI + log((x / n) * (n - x)));
}
