import type { Statistic } from "../../core/statistic.js";
import { toQValues } from "../change/q-values.js";
import { checkReliability, type ReliabilityOptions, wrongOption } from "../metrics/judge.js";
import { toShare } from "../tally-statistics.js";
import { type PeriodUnit, seasonOf } from "./calendar.js";
import { type CalendarPeriod, openWindow, type WindowOptions } from "./calendar-window.js";
import { checkCounted, mentionsOf, namesOf, SERIES_PARTS, type SeriesPart } from "./mentions.js";
import type { Series } from "./series.js";
import { testShifts, testVolume } from "./shift-test.js";

/** What is compared with what, and how often the test may cry wolf; each option has a default. */
export interface AlarmOptions extends ReliabilityOptions, WindowOptions {
  /**
   * What is looked at.
   *
   * @defaultValue "themes"
   */
  readonly of?: SeriesPart;
  /**
   * The last so many periods are compared with those before; a whole number from 1 to 1000.
   *
   * @defaultValue 1
   */
  readonly recent?: number;
  /**
   * With so many periods before, fewer where there are no more; a whole number from 4 to 1000.
   *
   * @defaultValue 28 days, or 12 weeks or months
   */
  readonly baseline?: number;
  /**
   * Compares a day with the same weekdays before, a month with the same months of the years before, for talk that follows the calendar.
   * Only for one recent day or month.
   *
   * @defaultValue false
   */
  readonly seasonal?: boolean;
  /**
   * Of looks at which nothing has changed, the share that may raise an alarm, above 0 and below 1. It holds for each look: who looks every
   * day sees as many false alarms of 100 days as this is percent.
   *
   * @defaultValue 0.05
   */
  readonly falseAlarms?: number;
}

/** What an alarm says of something; `too-few`: fewer than five mentions in all, which no test can tell from chance. */
export type AlarmState = "emerging" | "fading" | "steady" | "too-few";

/** A theme, stage or pain point, recent against before. */
export interface Alarm {
  /** Theme or stage; of a pain point its theme, `""` where not told. */
  readonly name: string;
  /** Stage of a pain point, `""` where not told; `null` of themes and stages. */
  readonly within: string | null;
  readonly state: AlarmState;
  /** Verbatims that speak of it. */
  readonly mentions: { readonly recent: number; readonly baseline: number };
  /** Share of the recent verbatims that speak of it, 0 to 1. */
  readonly recent: Statistic;
  /** Share of the verbatims of the baseline, 0 to 1. */
  readonly usual: Statistic;
  /** How many times the usual share the recent one is; `null` where nobody spoke of it before. */
  readonly ratio: number | null;
  /** Two-sided p value, 0 to 1; `null` where not tested. */
  readonly p: number | null;
  /** The same after Benjamini-Hochberg over everything tested; an alarm is raised up to `falseAlarms`. */
  readonly q: number | null;
}

/** A stretch of periods. */
export interface AlarmSpan {
  /** Names of the first and the last period; of a seasonal baseline others lie between. */
  readonly first: string;
  readonly last: string;
  readonly periods: number;
  readonly verbatims: number;
}

/** What is emerging and fading. */
export interface Alarms {
  readonly recent: AlarmSpan | null;
  readonly baseline: AlarmSpan | null;
  readonly falseAlarms: number;
  /** More or fewer verbatims than usual at all; tested by itself. `null` where not estimable. */
  readonly volume: { readonly state: Exclude<AlarmState, "too-few">; readonly p: number } | null;
  /** Alarms first, the surest before others; then by name. Empty where not estimable. */
  readonly alarms: readonly Alarm[];
  /** Why nothing can be told; else `null`. */
  readonly reason: string | null;
}

/** Fewest periods with verbatims that a baseline is made of: with fewer, how much it usually varies cannot be told. */
const SHORTEST_BASELINE = 4;
const FEWEST_MENTIONS = 5;
const USUAL_BASELINE: Readonly<Record<PeriodUnit, number>> = { day: 28, week: 12, month: 12 };

/**
 * Finds what customers speak of more, or less, in the last periods than before: emerging and fading themes, stages or pain points, as
 * shares of the verbatims, so that a busy week is no alarm in itself.
 *
 * At most `falseAlarms` of looks raise an alarm where nothing has changed, whether talk scatters by chance alone or comes in waves;
 * `npm run coverage` measures that, and how surely a doubled theme is seen. See {@link testShifts} for the test.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * const write = (at: string, late: number) =>
 *   Array.from({ length: 40 }, (_, i) => analyze({ text: i < late ? "The parcel came late." : "A good kettle.", at }));
 * const months = [4, 5, 3, 4, 20].flatMap((late, i) => write(`2026-0${i + 1}-10`, late));
 * const series = addToSeries(emptySeries({ unit: "month", timeZone: "Europe/Istanbul" }), months);
 * findAlarms(series).alarms.filter(({ state }) => state === "emerging").map(({ name }) => name); // ["delivery"]
 */
export function findAlarms(series: Series, options: AlarmOptions = {}): Alarms {
  const rules = checkReliability(options, "findAlarms");
  const { of, recent, baseline, seasonal, falseAlarms } = readAlarmOptions(series, options);
  checkCounted("findAlarms", "of", series, of);
  const { periods } = openWindow("findAlarms", series, options);
  const now = periods.slice(-recent);
  const season = seasonOf(now[0]?.number ?? 0, series.unit);
  const past = periods
    .slice(0, -recent)
    .filter(({ number }) => !seasonal || seasonOf(number, series.unit) === season)
    .slice(-baseline);
  const told = past.filter(({ counts }) => counts !== null);
  const nowTold = now.filter(({ counts }) => counts !== null);
  const spans = { recent: spanOf(now), baseline: spanOf(past), falseAlarms };
  const nothing = { ...spans, volume: null, alarms: [] };
  if (told.length < SHORTEST_BASELINE)
    return {
      ...nothing,
      reason: `The baseline has ${told.length} periods with verbatims, fewer than ${SHORTEST_BASELINE}.`,
    };
  const volumeP = testVolume({ recent: now.map(sizeOf), baseline: past.map(sizeOf) });
  const busier = meanSize(now) > meanSize(past);
  const volume = { state: volumeP > falseAlarms ? "steady" : busier ? "emerging" : "fading", p: volumeP } as const;
  if (nowTold.length === 0) return { ...nothing, volume, reason: "No verbatims in the recent periods." };

  const names = namesOf([...told, ...nowTold], of).map(({ name, within }) => {
    const count = (period: CalendarPeriod): number => mentionsOf(period, of, name, within);
    return { name, within, counts: { recent: nowTold.map(count), baseline: told.map(count) } };
  });
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const tested = names.filter(({ counts }) => total(counts.recent) + total(counts.baseline) >= FEWEST_MENTIONS);
  const verbatims = { recent: nowTold.map(sizeOf), baseline: told.map(sizeOf) };
  const pValues = testShifts(
    tested.map(({ counts }) => counts),
    verbatims,
  );
  const qValues = toQValues(pValues);
  const [n, rest] = [total(verbatims.recent), total(verbatims.baseline)];
  const alarms = names.map(({ name, within, counts }): Alarm => {
    const at = tested.findIndex((one) => one.name === name && one.within === within);
    const [x, before] = [total(counts.recent), total(counts.baseline)];
    const q = qValues[at] ?? null;
    const raised = q !== null && q <= falseAlarms;
    return {
      name,
      within,
      state: q === null ? "too-few" : !raised ? "steady" : x * rest > before * n ? "emerging" : "fading",
      mentions: { recent: x, baseline: before },
      recent: toShare(x, n, rules),
      usual: toShare(before, rest, rules),
      ratio: before === 0 ? null : x / n / (before / rest),
      p: pValues[at] ?? null,
      q,
    };
  });
  // Array.sort keeps the order of equals: by name.
  alarms.sort((a, b) => Number(isRaised(b)) - Number(isRaised(a)) || (isRaised(a) ? (a.p ?? 1) - (b.p ?? 1) : 0));
  return { ...spans, volume, alarms, reason: null };
}

function isRaised({ state }: Alarm): boolean {
  return state === "emerging" || state === "fading";
}

function sizeOf({ counts }: CalendarPeriod): number {
  return counts?.all.n ?? 0;
}

function meanSize(periods: readonly CalendarPeriod[]): number {
  return periods.reduce((sum, period) => sum + sizeOf(period), 0) / periods.length;
}

function spanOf(periods: readonly CalendarPeriod[]): AlarmSpan | null {
  const [first, last] = [periods[0]?.name, periods.at(-1)?.name];
  if (first === undefined || last === undefined) return null;
  return { first, last, periods: periods.length, verbatims: periods.reduce((sum, period) => sum + sizeOf(period), 0) };
}

function readAlarmOptions(
  { unit }: Series,
  { of = "themes", recent = 1, baseline = USUAL_BASELINE[unit], seasonal = false, falseAlarms = 0.05 }: AlarmOptions,
): Required<Pick<AlarmOptions, "of" | "recent" | "baseline" | "seasonal" | "falseAlarms">> {
  const wrong = (field: string, expected: string, received: unknown): Error =>
    wrongOption("findAlarms", field, expected, received);
  if (!SERIES_PARTS.includes(of)) throw wrong("of", `one of ${SERIES_PARTS.join(", ")}`, of);
  if (!(Number.isInteger(recent) && recent >= 1 && recent <= 1000))
    throw wrong("recent", "a whole number from 1 to 1000", recent);
  if (!(Number.isInteger(baseline) && baseline >= SHORTEST_BASELINE && baseline <= 1000))
    throw wrong("baseline", `a whole number from ${SHORTEST_BASELINE} to 1000`, baseline);
  if (!(typeof falseAlarms === "number" && falseAlarms > 0 && falseAlarms < 1))
    throw wrong("falseAlarms", "a number above 0 and below 1, such as 0.05", falseAlarms);
  if (seasonal && (recent !== 1 || unit === "week"))
    throw wrong("seasonal", "one recent day or month to compare", unit);
  return { of, recent, baseline, seasonal, falseAlarms };
}
