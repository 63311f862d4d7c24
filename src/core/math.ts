/**
 * Exponential and logarithm made from `+ - * /` alone. `Math.exp` and `Math.log` may differ in the last digit from one runtime
 * to the next; these give the same bits everywhere, and so the same weights and the same probabilities.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** exp overflows above, and is 0 for our purposes below. */
const EXP_MOST = 700;

/** 2^-1022 … 2^1023, made by doubling, which is exact. */
const POWERS_OF_TWO: Float64Array = /* @__PURE__ */ makePowers();

function makePowers(): Float64Array {
  const powers = new Float64Array(2046);
  powers[1022] = 1;
  for (let k = 1023; k < 2046; k++) powers[k] = (powers[k - 1] ?? 1) * 2;
  for (let k = 1021; k >= 0; k--) powers[k] = (powers[k + 1] ?? 1) / 2;
  return powers;
}

/**
 * e to the power `x`, to about 15 digits; `x` outside -700 to 700 is taken as that bound.
 *
 * Source: reduction to |r| ≤ ln 2 / 2 with a two-part ln 2 (Cody and Waite 1980), then the Taylor series to r^13.
 */
export function exp(x: number): number {
  const bounded = Math.max(-EXP_MOST, Math.min(EXP_MOST, x));
  const k = Math.round(bounded / (LN2_HIGH + LN2_LOW));
  const r = bounded - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 13; n > 0; n--) sum = 1 + (r * sum) / n;
  return sum * (POWERS_OF_TWO[k + 1022] ?? 0);
}

/**
 * Natural logarithm of a number above 0, to about 15 digits; -Infinity for 0, NaN below.
 *
 * Source: reduction to [√½, √2), then 2 artanh((m - 1) / (m + 1)) by its series.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  let m = x;
  let k = 0;
  while (m >= Math.SQRT2) {
    m /= 2;
    k++;
  }
  while (m < Math.SQRT1_2) {
    m *= 2;
    k--;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 23; n > 0; n -= 2) sum = 1 / n + square * sum;
  return 2 * s * sum + k * LN2_LOW + k * LN2_HIGH;
}

/** 1 / (1 + e^-x): the probability that log-odds `x` stand for. */
export function sigmoid(x: number): number {
  return 1 / (1 + exp(-x));
}

/**
 * Turns scores into probabilities that add up to 1, in place, over `[from, to)`; the largest score is taken off first, so that nothing
 * overflows. Does nothing for an empty range.
 */
export function softmax(scores: Float64Array, from = 0, to: number = scores.length): void {
  let most = -Infinity;
  for (let i = from; i < to; i++) most = Math.max(most, scores[i] ?? 0);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const value = exp((scores[i] ?? 0) - most);
    scores[i] = value;
    sum += value;
  }
  for (let i = from; i < to; i++) scores[i] = (scores[i] ?? 0) / sum;
}
