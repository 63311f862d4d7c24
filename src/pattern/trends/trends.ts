import type { Statistic } from "../../core/statistic.js";
import { countCamps, countRead, histogramOf } from "../change/measures.js";
import { checkReliability, type ReliabilityOptions, type ReliabilityRules } from "../metrics/judge.js";
import { openTally } from "../tally.js";
import { toMean, toNetScore, toShare } from "../tally-statistics.js";
import type { PeriodUnit } from "./calendar.js";
import { type CalendarPeriod, openWindow, type WindowOptions } from "./calendar-window.js";
import { findMention, mentionsOf, namesOf, type SeriesPart } from "./mentions.js";
import type { Series } from "./series.js";

/** One period of a trend. */
export interface TrendPeriod {
  /** `2026-03-02`, `2026-W10` or `2026-03`. */
  readonly period: string;
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Verbatims; 0 in a gap of the calendar. */
  readonly n: number;
  /** Share of verbatims that are negative as a whole, of those whose sentiment was read: 0 to 1. */
  readonly negative: Statistic;
  /** Mean sentiment score, -1 to 1, of scores rounded to tenths. */
  readonly sentiment: Statistic;
  /** Net Promoter Score of the answers given, -100 to 100. */
  readonly nps: Statistic;
  /** Mean satisfaction given, on its own scale, of answers rounded to whole numbers. */
  readonly csat: Statistic;
  /** Mean effort score given, 1 to 7, rounded alike. */
  readonly ces: Statistic;
  /** Mean stars given, 1 to 5, rounded alike. */
  readonly rating: Statistic;
}

/** A theme, stage or pain point over the periods of {@link Trends}. */
export interface TrendLine {
  /** Theme or stage; of a pain point its theme, `""` where not told. */
  readonly name: string;
  /** Stage of a pain point, `""` where not told; `null` of themes and stages. */
  readonly within: string | null;
  /** Verbatims that speak of it, a number a period. */
  readonly counts: readonly number[];
  /** Share of the period's verbatims that do, 0 to 1. */
  readonly shares: readonly Statistic[];
  /** Share of those that do so badly, 0 to 1: the sentiment of the theme, or of the stage's verbatims; `null` of pain points, which all do. */
  readonly negative: readonly Statistic[] | null;
}

/** Counts, shares and scores by period. */
export interface Trends {
  readonly unit: PeriodUnit;
  readonly timeZone: string | null;
  /** Without gaps, by time. */
  readonly periods: readonly TrendPeriod[];
  /** By name. */
  readonly themes: readonly TrendLine[];
  /** By name. */
  readonly stages: readonly TrendLine[];
  /** By theme, then stage. */
  readonly painPoints: readonly TrendLine[];
  /** Dated verbatims outside the days asked for, such as those of the future. */
  readonly outside: number;
  /** Verbatims without a date. */
  readonly undated: number;
  /** Verbatims whose date is none. */
  readonly unreadable: number;
}

/**
 * Counts, shares and scores of each period, with their intervals (Wilson for shares, adjusted Wald for NPS, Student for means).
 * Periods without verbatims between others are there, with nothing estimable. An empty series has no periods.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range, or there are more than 10,000 periods
 * @example
 * const days = emptySeries({ unit: "day", timeZone: "UTC" });
 * const written = [analyze({ text: "The lid broke.", at: "2026-03-02" }), analyze({ text: "Great.", at: "2026-03-04" })];
 * trends(addToSeries(days, written)).periods.map(({ period, n }) => `${period}: ${n}`);
 * // ["2026-03-02: 1", "2026-03-03: 0", "2026-03-04: 1"]
 */
export function trends(series: Series, options: ReliabilityOptions & WindowOptions = {}): Trends {
  const rules = checkReliability(options, "trends");
  const { periods, outside } = openWindow("trends", series, options);
  const lines = (part: SeriesPart): TrendLine[] =>
    namesOf(periods, part).map(({ name, within }) => {
      const counts = periods.map((period) => mentionsOf(period, part, name, within));
      const shares = counts.map((count, i) => toShare(count, periods[i]?.counts?.all.n ?? 0, rules));
      if (part === "painPoints") return { name, within, counts, shares, negative: null };
      const negative = periods.map((period, i) =>
        toShare(findMention(period.counts, part, name)?.negative ?? 0, counts[i] ?? 0, rules),
      );
      return { name, within, counts, shares, negative };
    });
  return {
    unit: series.unit,
    timeZone: series.timeZone,
    periods: periods.map((period) => tellPeriod(period, rules)),
    themes: lines("themes"),
    stages: lines("stages"),
    painPoints: lines("painPoints"),
    outside,
    undated: series.undated,
    unreadable: series.unreadable,
  };
}

const NOTHING = openTally();

function tellPeriod({ name, from, to, counts }: CalendarPeriod, rules: ReliabilityRules): TrendPeriod {
  const tally = counts?.all ?? NOTHING;
  const [detractors, passives, promoters] = countCamps(tally.nps);
  return {
    period: name,
    from,
    to,
    n: tally.n,
    negative: toShare(tally.sentiment.negative, countRead(tally), rules),
    sentiment: toMean(histogramOf(tally, "sentiment"), rules),
    nps: toNetScore(promoters, detractors, detractors + passives + promoters, rules),
    csat: toMean(histogramOf(tally, "csat"), rules),
    ces: toMean(histogramOf(tally, "ces"), rules),
    rating: toMean(histogramOf(tally, "rating"), rules),
  };
}
