import type { Statistic } from "../../core/statistic.js";
import type { DriverName } from "./design.js";
import type { DriverOutcome } from "./outcome.js";

/**
 * One driver: how what is said goes together with the outcome. All of it is association; none says what would happen if the company
 * changed anything.
 */
export interface Driver extends DriverName {
  /** Verbatims with the outcome that mention it; of a column, rows that are not 0. */
  readonly n: number;
  /**
   * How customers speak of a theme or stage: share of its mentions that are positive less those that are negative, -100 to 100 (whatever
   * the tone of the driver); of a column its mean. `null` where nobody speaks of it.
   */
  readonly performance: number | null;
  /**
   * Leave-one-out impact: how much higher the mean outcome would be (lower, where negative) without the verbatims that mention it, in
   * the unit of the outcome. It counts how often it is mentioned as much as what goes with that, and other drivers in the same verbatims
   * count along. Not estimable of a column that is not 0 or 1.
   */
  readonly impact: Statistic;
  /**
   * Outcome of a verbatim that mentions it less that of one that does not and is alike in all other drivers (the coefficient of the
   * regression on all of them), in the unit of the outcome; of a column, per 1 of it.
   */
  readonly effect: Statistic;
  /**
   * Part of {@link Drivers.explained} that falls to it: what it adds, on average over all orders of adding drivers. These add up to it.
   * Never negative, so that chance alone gives a little of it; the interval takes off what resampling adds, and starts at 0 where a driver
   * may have no part at all.
   *
   * Source: Lindeman, Merenda and Gold 1980; Grömping 2007, Estimators of relative importance in linear regression.
   */
  readonly shapley: Statistic;
  /** The same by Johnson's relative weights. Source: Johnson 2000. */
  readonly johnson: Statistic;
  /** {@link Driver.shapley} as a share of what is explained, 0 to 1; `null` where either is not told. */
  readonly share: number | null;
}

/** How Shapley values were computed: over all sets of drivers, or, where these are too many, over orders drawn by chance. */
export type ShapleyMethod = "all-subsets" | "sampled-orders";

/** Which drivers go together with an outcome, and how much. */
export interface Drivers {
  /** What all of this is, and all it is: customers who speak of one thing also score so. It is no proof that one makes the other. */
  readonly claim: "association";
  /** What is explained; `null` for rows of the user's own. */
  readonly outcome: DriverOutcome | null;
  /** Verbatims left aside: without the outcome. */
  readonly unanswered: number;
  /** Verbatims left aside: in a language that is not read. */
  readonly unread: number;
  /** Rows that everything is computed from: with the outcome. */
  readonly n: number;
  /** Mean outcome, in its unit; `null` of no rows, or where withheld. */
  readonly mean: number | null;
  /** Share of the outcome's variance that the drivers explain together (R²), 0 to 1. */
  readonly explained: Statistic;
  readonly shapleyBy: ShapleyMethod | null;
  /** Orders that sampled Shapley values are averaged over; `null` where they are not sampled. */
  readonly orders: number | null;
  /** By falling Shapley value, then by falling size of impact, then by kind, name and tone. */
  readonly drivers: readonly Driver[];
}
