import { deviance, stirlingError } from "./gamma.js";
import { exp, log } from "./math.js";

const SQRT_2PI = 2.5066282746310007;
/** Stands for 0 where a continued fraction would divide by it. */
const TINY = 1e-300;

/**
 * Probability that a beta number with shapes `a` and `b` (above 0) is at most `x`: 0 for x up to 0, 1 from 1 on; the upper tail is
 * `betaCdf(1 - x, b, a)`. About 12 digits; work grows with the root of the larger shape.
 *
 * Source: continued fraction of the incomplete beta function of DiDonato and Morris 1992 (algorithm 708), after the saddle-point
 * form of its front factor (Loader 2000).
 */
export function betaCdf(x: number, a: number, b: number): number {
  return betaCdfOf(x, 1 - x, a, b);
}

/** {@link betaCdf} where `1 - x` is known with more digits than the subtraction leaves. */
export function betaCdfOf(x: number, rest: number, a: number, b: number): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0 || rest <= 0) return x <= 0 ? 0 : 1;
  if (a * rest < b * x) return 1 - lowerSide(rest, x, b, a);
  return lowerSide(x, rest, a, b);
}

/** x^a (1 - x)^b / B(a, b): the density of a beta number times x (1 - x). `rest` is 1 - x. */
export function betaFront(x: number, rest: number, a: number, b: number): number {
  const n = a + b;
  const saddle = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * rest);
  return (Math.sqrt((a / n) * b) / SQRT_2PI) * exp(saddle);
}

/** The distribution function left of the mean, where the fraction converges fast. */
function lowerSide(x: number, rest: number, a: number, b: number): number {
  // a - (a + b) x, without the loss of digits where shapes are large and x is near the mean.
  const left = a * rest - b * x;
  const part = (k: number): number =>
    k + (k * (b - k) * x) / (a + 2 * k - 1) + ((a + k) * (left + 1 + k * (1 + rest))) / (a + 2 * k + 1);
  // Lentz's way of computing the continued fraction from its front.
  let fraction = (a * (left + 1)) / (a + 1) || TINY;
  let c = fraction;
  let d = 0;
  for (let k = 1; k < 100_000; k++) {
    const above = (((a + k - 1) * x) / (a + 2 * k - 1)) * (((a + b + k - 1) * x) / (a + 2 * k - 1)) * k * (b - k);
    const next = part(k);
    d = 1 / (next + above * d || TINY);
    c = next + above / c || TINY;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 5e-16) break;
  }
  return betaFront(x, rest, a, b) / fraction;
}

/**
 * The number that a beta number with shapes `a` and `b` stays below with probability `p`; 0 and 1 for p of 0 and 1, NaN outside.
 * About 11 digits. Gives the Clopper-Pearson and Jeffreys intervals of a share.
 *
 * Source: Newton's method on logarithms of both sides, halving the bracket where it would leave it.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  // From the side where p, or the quantile, is the smaller: it has the more digits there.
  return p <= 0.5 || p <= betaCdf(0.5, a, b) ? lowerQuantile(p, a, b) : 1 - lowerQuantile(1 - p, b, a);
}

/** The quantile where it is not close to 1, or p is at most a half. */
function lowerQuantile(p: number, a: number, b: number): number {
  const wanted = log(p);
  let low = -700;
  let high = 0;
  // Near 0 the distribution function goes as a power of x, which bounds the quantile well; elsewhere the mean is a start as good as any.
  let at = Math.max(low + 1, log(a / (a + b)));
  for (let round = 0; round < 200; round++) {
    const x = exp(at);
    const reached = betaCdf(x, a, b);
    const miss = log(reached) - wanted;
    if (miss < 0) low = at;
    else high = at;
    const slope = betaFront(x, 1 - x, a, b) / (1 - x) / reached;
    const next = at - miss / slope;
    if (Math.abs(next - at) <= 1e-15 * Math.max(1, Math.abs(at)) || high - low < 1e-15) return exp(next);
    at = next > low && next < high ? next : (low + high) / 2;
  }
  return exp(at);
}
