import { exp, log } from "./math.js";

const SQRT_2PI = 2.5066282746310007;
/** Where the power series hands over to the continued fraction, which converges the faster the farther out. */
const TAIL = 3;
/** Beyond this e^(-x²/2) is 0 for our purposes. */
const FARTHEST = 37.4;

/**
 * Probability that a standard normal number is at most `x`; the upper tail is `normalCdf(-x)`. About 13 digits, in the tails too; 0 below -37.4.
 *
 * Source: the power series of Marsaglia 2004 (all terms positive) near 0, Laplace's continued fraction of the tail beyond 3.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  const away = Math.abs(x);
  if (away > FARTHEST) return x < 0 ? 0 : 1;
  const density = exp(-(x * x) / 2) / SQRT_2PI;
  if (away >= TAIL) {
    let fraction = 0;
    for (let k = 120; k > 0; k--) fraction = k / (away + fraction);
    const tail = density / (away + fraction);
    return x < 0 ? tail : 1 - tail;
  }
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + density * sum;
}

const CENTRE = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
] as const;
const SHOULDER = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const;
const FAR = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
] as const;

/**
 * The number that a standard normal number stays below with probability `p`: 1.96 for 0.975; ∓Infinity for 0 and 1, NaN outside. About 15 digits.
 *
 * Source: Wichura 1988, algorithm AS 241 (PPND16).
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(CENTRE, 0.180625 - fromMiddle * fromMiddle);
  const root = Math.sqrt(-log(fromMiddle < 0 ? p : 1 - p));
  const away = root <= 5 ? ratio(SHOULDER, root - 1.6) : ratio(FAR, root - 5);
  return fromMiddle < 0 ? -away : away;
}

/** Quotient of two polynomials, their coefficients from the highest power down. */
function ratio([above, below]: readonly [readonly number[], readonly number[]], x: number): number {
  const value = (coefficients: readonly number[]): number => coefficients.reduce((sum, each) => sum * x + each, 0);
  return value(above) / value(below);
}
