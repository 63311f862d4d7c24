import { wrongOption } from "../metrics/judge.js";
import { firstDayOf, nameDay, namePeriod, periodOfDay, readPeriod } from "./calendar.js";
import type { PeriodCounts, Series } from "./series.js";

/** Which days of a series count. */
export interface WindowOptions {
  /** First day that counts, such as `2026-01-01`; periods that begin before are left out. From the first verbatim where absent. */
  readonly from?: string;
  /**
   * Last day that is over, such as yesterday; periods that end later are left out, those in the future among them: a month half gone
   * would look like one that is fading. No clock is read. To the last verbatim where absent.
   */
  readonly until?: string;
}

/** A period of the calendar, with what was counted in it. */
export interface CalendarPeriod {
  /** Its number: following periods have following numbers. */
  readonly number: number;
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** `null` where no verbatim is of it. */
  readonly counts: PeriodCounts | null;
}

/** A stretch of the calendar without gaps. */
export interface CalendarWindow {
  readonly periods: readonly CalendarPeriod[];
  /** Verbatims of the series that are of other periods. */
  readonly outside: number;
}

/** Most periods shown at once: 27 years of days. One date of the year 9999 would otherwise make millions of empty ones. */
const MOST_PERIODS = 10_000;

/**
 * Lays the periods of a series out without gaps, from the first to the last that count; those without verbatims are there, empty.
 *
 * @throws VerbatimsError `invalid-option` where a day is none, or there are more than 10,000 periods
 */
export function openWindow(where: string, series: Series, { from, until }: WindowOptions): CalendarWindow {
  const { unit } = series;
  if (from !== undefined && until !== undefined && from > until)
    throw wrongOption(where, "until", `a day not before ${from}`, until);
  const first = readDay(where, { from }, -Infinity);
  const last = readDay(where, { until }, Infinity);
  const counted = series.periods.map((counts) => ({ counts, number: readPeriod(counts.period, unit) ?? Number.NaN }));
  const within = (number: number): boolean =>
    firstDayOf(number, unit) >= first && firstDayOf(number + 1, unit) - 1 <= last;
  const inside = new Map(counted.filter(({ number }) => within(number)).map(({ number, counts }) => [number, counts]));
  const outside = counted
    .filter(({ number }) => !inside.has(number))
    .reduce((sum, { counts }) => sum + counts.all.n, 0);
  const numbers = [...inside.keys()];
  let start = numbers[0] ?? Infinity;
  let end = numbers.at(-1) ?? -Infinity;
  // Days named by the caller are part of the story even where nobody wrote.
  if (from !== undefined) start = firstWithin(first, series);
  if (until !== undefined) end = periodOfDay(last + 1, unit) - 1;
  if (end - start + 1 > MOST_PERIODS) {
    const span = `${namePeriod(start, unit)} to ${namePeriod(end, unit)}`;
    throw wrongOption(where, "from and until", `at most ${MOST_PERIODS} periods`, span);
  }
  const periods: CalendarPeriod[] = [];
  for (let number = start; number <= end; number++) {
    periods.push({
      number,
      name: namePeriod(number, unit),
      from: nameDay(firstDayOf(number, unit)),
      to: nameDay(firstDayOf(number + 1, unit) - 1),
      counts: inside.get(number) ?? null,
    });
  }
  return { periods, outside };
}

function firstWithin(first: number, { unit }: Series): number {
  const period = periodOfDay(first, unit);
  return firstDayOf(period, unit) === first ? period : period + 1;
}

/** Reads a day under the name of its option. */
function readDay(where: string, option: Readonly<Record<string, string | undefined>>, absent: number): number {
  const [field = "", day] = Object.entries(option)[0] ?? [];
  if (day === undefined) return absent;
  const number = typeof day === "string" ? readPeriod(day, "day") : null;
  if (number === null) throw wrongOption(where, field, "a day such as 2026-03-02", day);
  return number;
}
