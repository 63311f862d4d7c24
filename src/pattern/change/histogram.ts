import { wrongArgument } from "./comparison.js";

/** Answers counted by value: `counts[i]` answers say `lowest + i * step`. */
export interface Histogram {
  /** Whole numbers from 0. */
  readonly counts: readonly number[];
  /** Value of the first count. */
  readonly lowest: number;
  /** Distance from one value to the next, above 0. */
  readonly step: number;
}

/** What a histogram says of its answers. */
export interface Moments {
  readonly n: number;
  /** NaN of no answers. */
  readonly mean: number;
  /** Variance that estimates the population's (divided by n - 1); NaN of fewer than two answers. */
  readonly variance: number;
}

/** Mean and variance. Sums are of whole numbers, so that alike answers have a variance of exactly 0. */
export function momentsOf({ counts, lowest, step }: Histogram): Moments {
  let n = 0;
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    n += count;
    sum += i * count;
  }
  const middle = sum / n;
  let squares = 0;
  for (const [i, count] of counts.entries()) squares += count * (i - middle) ** 2;
  // Divided, because a tenth is a step of 0.1 exactly as a quotient only: 17 / 10 - 1 is 0.7, 17 * 0.1 - 1 is not.
  return { n, mean: lowest + middle / (1 / step), variance: (step * step * squares) / (n - 1) };
}

/** @throws VerbatimsError `invalid-option` where a list is no list of `length` whole numbers from 0 that add up to one that is exact */
export function checkCounts(where: string, field: string, counts: readonly number[], length?: number): void {
  const isCount = (count: unknown): boolean => Number.isSafeInteger(count) && Number(count) >= 0;
  const fits = Array.isArray(counts) && (length === undefined || counts.length === length) && counts.every(isCount);
  if (fits && Number.isSafeInteger(counts.reduce((sum, count) => sum + count, 0))) return;
  const expected = `a list of ${length === undefined ? "" : `${length} `}whole numbers from 0`;
  throw wrongArgument(where, field, expected, counts, "Count how many answers gave each value, lowest value first");
}
