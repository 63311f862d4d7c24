import { exp, log } from "./math.js";

const HALF_LOG_2PI = 0.9189385332046728;
const SQRT_2PI = 2.5066282746310007;

/**
 * What Stirling's formula leaves out: ln Γ(x) - ((x - ½) ln x - x + ½ ln 2π), for x above 0. Kept apart because it is small, so that
 * densities of large counts lose no digits.
 *
 * Source: Binet's function by Stirling's series from 12 on (Abramowitz and Stegun 6.1.41), below by recurrence.
 */
export function stirlingError(x: number): number {
  let below = 0;
  let at = x;
  for (; at < 12; at++) below += (at + 0.5) * log((at + 1) / at) - 1;
  const square = 1 / (at * at);
  const series =
    1 / 12 -
    square *
      (1 / 360 -
        square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156)))));
  return below + series / at;
}

/** Natural logarithm of the gamma function of a number above 0: of (x - 1)! for whole x. About 14 digits of `max(1, |value|)`. */
export function logGamma(x: number): number {
  return (x - 0.5) * log(x) - x + HALF_LOG_2PI + stirlingError(x);
}

/**
 * x ln(x / mean) + mean - x, without the loss of digits where both are close: how far a count is from its mean.
 *
 * Source: Loader 2000, Fast and accurate computation of binomial probabilities.
 */
export function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let power = 2 * x * v;
  for (let k = 3; k < 100; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * Probability that a chi-square number with `df` degrees of freedom (above 0) is above `x`: the p-value of a chi-square test; 1 for x
 * up to 0. About 12 digits.
 *
 * Source: series and continued fraction of the incomplete gamma function (Abramowitz and Stegun 6.5.29, 6.5.31).
 */
export function chiSquareTail(x: number, df: number): number {
  return upperGamma(x / 2, df / 2);
}

/** Upper regularised incomplete gamma function. */
function upperGamma(x: number, a: number): number {
  if (!(a > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  // x^a e^-x / Γ(a)
  const front = (Math.sqrt(a) / SQRT_2PI) * exp(-stirlingError(a) - deviance(a, x));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = a + 1; term > sum * 1e-17; k++) {
      term *= x / k;
      sum += term;
    }
    return 1 - front * sum;
  }
  // Lentz's way of computing the continued fraction from its front.
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 100_000; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 5e-16) break;
  }
  return front * fraction;
}
