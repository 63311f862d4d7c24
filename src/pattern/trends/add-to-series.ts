import { excerpt, VerbatimsError } from "../../core/error.js";
import type { Analysis } from "../../meaning/analysis.js";
import { checkGiven } from "../metrics/judge.js";
import { PERIOD_UNITS, type PeriodUnit } from "./calendar.js";
import { createDayReader } from "./day-reader.js";
import type { Series } from "./series.js";
import { createSeriesAccumulator, type SeriesAccumulator } from "./series-accumulator.js";

/** What a series counts by. Both are to be named: a day is another day elsewhere. */
export interface SeriesOptions {
  /** Length of a period. */
  readonly unit: PeriodUnit;
  /**
   * IANA name of the time zone whose days are counted, such as `Europe/Istanbul` or `UTC`. Instants (dates with an offset or a Z) are
   * converted to it, by the rules that the runtime knows; dates and times without an offset are taken as they are written.
   */
  readonly timeZone: string;
}

/** Checks the options and starts an accumulator of them. */
export function startSeries({ unit, timeZone }: SeriesOptions): SeriesAccumulator {
  if (!PERIOD_UNITS.includes(unit)) {
    throw new VerbatimsError(
      "invalid-option",
      `unit: expected one of ${PERIOD_UNITS.join(", ")}, got ${excerpt(unit)}. Choose the length of your periods.`,
      { field: "unit", expected: PERIOD_UNITS.join(", "), received: excerpt(unit) },
    );
  }
  createDayReader(timeZone);
  return createSeriesAccumulator(unit, timeZone);
}

/**
 * The series of nothing: the neutral element of {@link mergeSeries}.
 *
 * @throws VerbatimsError `invalid-option` where the unit or the time zone is none
 */
export function emptySeries(options: SeriesOptions): Series {
  checkGiven("emptySeries", options);
  return startSeries(options).toSeries();
}

/**
 * Adds one or more analyses to a series and returns the new one; the series given stays as it is. Order does not matter. Verbatims
 * without a date are counted as `undated`, those whose date is none as `unreadable`; a date in the future is a date like another, which
 * {@link trends} leaves out where it is told the day to stop at.
 *
 * @throws VerbatimsError `unlike-summaries` where an analysis was made by another model, or the series comes from a summary
 * @example
 * const days = emptySeries({ unit: "day", timeZone: "Europe/Istanbul" });
 * const series = addToSeries(days, [
 *   analyze({ text: "The lid broke.", at: "2026-03-01T22:30:00Z" }),
 *   analyze({ text: "Great kettle.", at: "2026-03-02" }),
 * ]);
 * series.periods.map(({ period, all }) => `${period}: ${all.n}`); // ["2026-03-02: 2"]
 */
export function addToSeries(series: Series, analyses: Analysis | Iterable<Analysis>): Series {
  const sum = createSeriesAccumulator(series.unit, series.timeZone);
  sum.addSeries(series);
  for (const analysis of isOne(analyses) ? [analyses] : analyses) sum.addAnalysis(analysis);
  return sum.toSeries();
}

function isOne(analyses: Analysis | Iterable<Analysis>): analyses is Analysis {
  return !(Symbol.iterator in analyses);
}

/**
 * Merges series. Associative and commutative: any order and grouping gives the same bytes.
 *
 * @throws VerbatimsError `unlike-summaries` where unit, time zone or models of one language differ
 */
export function mergeSeries(first: Series, ...others: readonly Series[]): Series {
  const sum = createSeriesAccumulator(first.unit, first.timeZone);
  for (const series of [first, ...others]) sum.addSeries(series);
  return sum.toSeries();
}
