import { createRandom } from "./random.js";

/** A number with the interval that 95 % of resamples of its rows fall into. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often, and from where, rows are drawn again; each option has a default. */
export interface BootstrapOptions {
  /**
   * How often the rows are drawn again, 0 to 100,000; 0 gives intervals of no width.
   *
   * @defaultValue 1000
   */
  readonly resamples?: number;
  /** @defaultValue 1 */
  readonly seed?: number;
}

/**
 * Percentile bootstrap of statistics of `rows` rows: for each its value on all rows, and the 2.5 % and 97.5 % quantiles (nearest
 * rank) of its values on as many rows drawn with repetition. The same seed draws the same rows, so that two systems are compared
 * on the same samples. All three numbers are the value where there are no rows. Time grows with rows times resamples.
 *
 * @param statistics the numbers, always as many, of the rows picked (with repetition); of all rows where no picks are given
 *
 * Source: Efron 1979.
 */
export function bootstrap<Statistics extends readonly number[]>(
  rows: number,
  statistics: (picks?: Uint32Array) => Statistics,
  { resamples = 1000, seed = 1 }: BootstrapOptions = {},
): { readonly [Place in keyof Statistics]: Estimate } {
  const values = statistics();
  const drawn = values.map(() => new Float64Array(rows === 0 ? 0 : resamples));
  const random = createRandom(seed);
  const picks = new Uint32Array(rows);
  for (let sample = 0; rows > 0 && sample < resamples; sample++) {
    for (let i = 0; i < rows; i++) picks[i] = Math.floor(random() * rows);
    statistics(picks).forEach((value, place) => {
      const column = drawn[place];
      if (column !== undefined) column[sample] = value;
    });
  }
  const estimates = values.map((value, place): Estimate => {
    const sorted = drawn[place]?.sort() ?? new Float64Array(0);
    const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? value;
    return { value, low: at(0.025), high: at(0.975) };
  });
  // One estimate a statistic, in their order; `map` forgets the length of a tuple.
  return estimates as unknown as { readonly [Place in keyof Statistics]: Estimate };
}
