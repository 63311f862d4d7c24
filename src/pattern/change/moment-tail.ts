import { exp } from "../../core/math.js";
import { normalCdf } from "../../core/normal.js";
import type { Draw } from "./permute-sums.js";

const SQRT_2PI = 2.5066282746310007;
/** Largest squared skewness and largest excess kurtosis of the sum that the expansion is good for: it is then off by some hundredths of p. */
const MOST_SKEWED = 0.05;
const MOST_TAILED = 0.1;
/** Farther out than so many standard deviations the terms of the expansion outgrow what they correct; it is carried on from there as a factor. */
const FARTHEST = 3.5;

/**
 * The same as `exactTail` by the first four moments of the sum, which are known exactly; `null` where it is not nearly normal, and
 * where nothing varies. The sum moves in steps: each tail begins half a step before its first value, and the step adds its own variance.
 *
 * Sources: moments of a sample without repetition, Isserlis 1931; the expansion, Edgeworth 1905, for finite populations Robinson 1978.
 */
export function momentTail({ pool, drawn, observed }: Draw): number | null {
  const n = pool.reduce((sum, count) => sum + count, 0);
  const mean = pool.reduce((sum, count, i) => sum + i * count, 0) / n;
  const power = (k: number): number => pool.reduce((sum, count, i) => sum + count * (i - mean) ** k, 0) / n;
  const [square, cube, fourth] = [power(2), power(3), power(4)];
  const left = n - drawn;
  const variance = ((drawn * left) / (n - 1)) * square;
  const third = ((((drawn * left) / (n - 1)) * (left - drawn)) / (n - 2)) * cube;
  const each =
    (n * n - 6 * drawn * n + n + 6 * drawn * drawn) * fourth + 3 * n * (drawn - 1) * (left - 1) * square ** 2;
  const fourths = (((drawn * left) / (n - 1) / (n - 2)) * each) / (n - 3);

  const { lowest, step } = latticeOf(pool);
  const spread = variance + (step * step) / 12;
  const skew = third / spread ** 1.5;
  const tails = (fourths - 3 * variance * variance - step ** 4 / 120) / spread ** 2;
  if (!(skew * skew <= MOST_SKEWED && Math.abs(tails) <= MOST_TAILED)) return null;

  const middle = mean * drawn;
  const away = Math.abs(observed - middle);
  // The first sums at least as far off, on either side, but for rounding.
  const start = lowest * drawn;
  const above = start + Math.ceil((middle + away - start) / step - 1e-9) * step;
  const below = start + Math.floor((middle - away - start) / step + 1e-9) * step;
  const deviation = Math.sqrt(spread);
  const upper = (above - step / 2 - middle) / deviation;
  const lower = (middle - below - step / 2) / deviation;

  const density = (x: number): number => exp(-(x * x) / 2) / SQRT_2PI;
  const correction = (x: number, side: 1 | -1): number =>
    density(x) *
    (((side * skew) / 6) * (x * x - 1) +
      (tails / 24) * (x ** 3 - 3 * x) +
      ((skew * skew) / 72) * (x ** 5 - 10 * x ** 3 + 15 * x));
  const plain = (up: number, down: number): number => normalCdf(-up) + normalCdf(-down);
  const [up, down] = [Math.min(upper, FARTHEST), Math.min(lower, FARTHEST)];
  const factor = 1 + (correction(up, 1) + correction(down, -1)) / plain(up, down);
  return Math.min(1, plain(upper, lower) * factor);
}

/** The least value there is, and the largest step that leads to all others; a step of 0 where there are no others. */
function latticeOf(pool: readonly number[]): { lowest: number; step: number } {
  const values = pool.flatMap((count, i) => (count > 0 ? [i] : []));
  const lowest = values[0] ?? 0;
  return { lowest, step: values.reduce((divisor, value) => greatestDivisor(value - lowest, divisor), 0) };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
