/**
 * How far a {@link Statistic} can be relied on.
 *
 * - `usual`: enough answers for its interval to mean what it says;
 * - `small`: computed, but from so few answers that it should be read with care;
 * - `withheld`: so few answers that the number is kept back, and would tell on individuals more than on customers;
 * - `not-estimable`: the answers do not determine the number.
 */
export type Reliability = "usual" | "small" | "withheld" | "not-estimable";

/** A number computed from a sample, with its uncertainty; or no number, and why. */
export interface Statistic {
  /** The number, in the unit that its function tells; `null` where withheld or not estimable. */
  readonly value: number | null;
  /** Lower end of the interval, same unit; `null` where there is no interval. */
  readonly low: number | null;
  /** Upper end of the interval, same unit; `null` where there is no interval. */
  readonly high: number | null;
  /** Share of such intervals, over many samples, that hold the true number: within 0 to 1, such as 0.95. */
  readonly level: number;
  /** Answers that it was computed from. */
  readonly n: number;
  readonly reliability: Reliability;
  /** A sentence for a person where the number is anything but `usual`; else `null`. */
  readonly reason: string | null;
}
