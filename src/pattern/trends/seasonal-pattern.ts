import type { Statistic } from "../../core/statistic.js";
import { studentQuantile } from "../../core/student.js";
import {
  checkGiven,
  checkReliability,
  judgeStatistic,
  type ReliabilityOptions,
  type ReliabilityRules,
} from "../metrics/judge.js";
import { type PeriodUnit, seasonOf } from "./calendar.js";
import { type CalendarWindow, openWindow, type WindowOptions } from "./calendar-window.js";
import { readMeasure, type TrendMeasure } from "./measure.js";
import type { Series } from "./series.js";

/** What is looked at. */
export interface SeasonalOptions extends ReliabilityOptions, WindowOptions {
  readonly measure: TrendMeasure;
}

/** How one weekday, or one month of the year, usually differs. */
export interface Season {
  /** 1 is Monday or January. */
  readonly season: number;
  /** Days or months that it was seen in, those at the ends left out, for which no trend is known. */
  readonly periods: number;
  /** The ratio to the trend (1 is usual) or the difference from it (0 is usual), with a Student interval from how it varies; `n` counts verbatims. */
  readonly effect: Statistic;
}

/** How a measure goes with the weekday or the month of the year. */
export interface SeasonalPattern {
  /** 7 weekdays or 12 months; `null` of weeks, of which years have 52 or 53. */
  readonly cycle: 7 | 12 | null;
  /** Effects of a volume are ratios, of other measures differences in their unit. */
  readonly kind: "ratio" | "difference";
  /** In order of the cycle; empty where not estimable. */
  readonly seasons: readonly Season[];
  /** Why nothing can be told; else `null`. */
  readonly reason: string | null;
}

/** Least history: that many cycles. Two would do for the sums, but not to tell a season from an accident. */
const LEAST_CYCLES: Readonly<Record<7 | 12, number>> = { 7: 8, 12: 3 };
const CYCLES: Readonly<Record<PeriodUnit, 7 | 12 | null>> = { day: 7, week: null, month: 12 };

/**
 * How a measure goes with the weekday (series of days) or the month of the year (series of months), beside its trend: what a Monday or a
 * December usually is. Wanted are 8 weeks or 3 years without a gap in the measure.
 *
 * Source: classical decomposition by moving averages, as in R's `decompose`.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * const series = addToSeries(emptySeries({ unit: "day", timeZone: "UTC" }), analyze({ text: "Late.", at: "2026-03-02" }));
 * seasonalPattern(series, { measure: "volume" }).reason; // "8 weeks of days are wanted, the series has 1 days."
 */
export function seasonalPattern(series: Series, options: SeasonalOptions): SeasonalPattern {
  checkGiven("seasonalPattern", options);
  const rules = checkReliability(options, "seasonalPattern");
  const kind = options.measure === "volume" ? "ratio" : "difference";
  const window = openWindow("seasonalPattern", series, options);
  const cycle = CYCLES[series.unit];
  const fault = findFault(window, series.unit);
  const points = readMeasure("seasonalPattern", series, window.periods, options.measure);
  if (cycle === null || fault !== null) return { cycle, kind, seasons: [], reason: fault };
  if (points.length < window.periods.length) {
    const missing = window.periods.length - points.length;
    return {
      cycle,
      kind,
      seasons: [],
      reason: `The measure is not known in ${missing} of ${window.periods.length} periods.`,
    };
  }
  const values = points.map(({ value }) => value);
  const trend = smooth(values, cycle);
  if (kind === "ratio" && trend.some((level) => level === 0))
    return { cycle, kind, seasons: [], reason: "A whole cycle has no verbatims, so that there are no ratios." };
  const bySeason = Array.from({ length: cycle }, () => ({ effects: [] as number[], n: 0 }));
  points.forEach(({ period, value }, i) => {
    const level = trend[i];
    const season = bySeason[seasonOf(period.number, series.unit) ?? -1];
    if (level === undefined || season === undefined || level === null) return;
    season.effects.push(kind === "ratio" ? value / level : value - level);
    season.n += period.counts?.all.n ?? 0;
  });
  const means = bySeason.map(({ effects }) => meanOf(effects));
  // Effects of a cycle are to be 1 or 0 on average; what the moving average leaves over is taken off.
  const middle = meanOf(means);
  const seasons = bySeason.map(({ effects, n }, i) => ({
    season: i + 1,
    periods: effects.length,
    effect: tellEffect(effects, (mean) => (kind === "ratio" ? mean / middle : mean - middle), n, rules),
  }));
  return { cycle, kind, seasons, reason: null };
}

function findFault({ periods }: CalendarWindow, unit: PeriodUnit): string | null {
  const cycle = CYCLES[unit];
  if (cycle === null) return "Weeks have no season: years have 52 or 53 of them. Count days or months.";
  const least = LEAST_CYCLES[cycle];
  if (periods.length >= least * cycle) return null;
  return `${least} ${unit === "day" ? "weeks of days" : "years of months"} are wanted, the series has ${periods.length} ${unit}s.`;
}

/** Moving average over a cycle; an even cycle takes half of the values at both ends. `null` where it reaches over the ends. */
function smooth(values: readonly number[], cycle: number): readonly (number | null)[] {
  const half = Math.floor(cycle / 2);
  return values.map((_, i) => {
    if (i < half || i + half >= values.length) return null;
    const inside = values.slice(i - half, i + half + 1);
    const sum = inside.reduce((total, value) => total + value, 0);
    const ends = cycle % 2 === 0 ? ((inside[0] ?? 0) + (inside.at(-1) ?? 0)) / 2 : 0;
    return (sum - ends) / cycle;
  });
}

function tellEffect(
  effects: readonly number[],
  centre: (effect: number) => number,
  n: number,
  rules: ReliabilityRules,
): Statistic {
  return judgeStatistic(n, n, rules, () => {
    const mean = meanOf(effects);
    const df = effects.length - 1;
    const squares = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0);
    const half = studentQuantile(0.5 + rules.level / 2, df) * Math.sqrt(squares / df / (df + 1));
    return { value: centre(mean), interval: { low: centre(mean - half), high: centre(mean + half) } };
  });
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
