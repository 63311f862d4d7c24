import { createRandom } from "./random.js";

/** A number with the interval that 95 % of resamples of its rows fall into. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** @defaultValue 1000 */
  readonly resamples?: number;
  /** @defaultValue 1 */
  readonly seed?: number;
}

/**
 * Percentile bootstrap of a statistic of `rows` rows: its value on all rows, and the 2.5 % and 97.5 % quantiles (nearest rank)
 * of its values on as many rows drawn with repetition. The same seed draws the same rows, so that two systems are compared on
 * the same samples. All three are the value where there are no rows.
 *
 * Source: Efron 1979.
 */
export function bootstrap(
  rows: number,
  statistic: (picks?: Uint32Array) => number,
  { resamples = 1000, seed = 1 }: BootstrapOptions = {},
): Estimate {
  const value = statistic();
  if (rows === 0 || resamples === 0) return { value, low: value, high: value };
  const random = createRandom(seed);
  const picks = new Uint32Array(rows);
  const values = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample++) {
    for (let i = 0; i < rows; i++) picks[i] = Math.floor(random() * rows);
    values[sample] = statistic(picks);
  }
  values.sort();
  const at = (share: number): number => values[Math.max(0, Math.ceil(share * resamples) - 1)] ?? value;
  return { value, low: at(0.025), high: at(0.975) };
}
