import type { Statistic } from "../../core/statistic.js";
import { studentQuantile } from "../../core/student.js";
import {
  checkGiven,
  checkReliability,
  judgeStatistic,
  type ReliabilityOptions,
  type ReliabilityRules,
  wrongOption,
} from "../metrics/judge.js";
import { openWindow, type WindowOptions } from "./calendar-window.js";
import { type MeasurePoint, readMeasure, type TrendMeasure } from "./measure.js";
import type { Series } from "./series.js";
import { splitSeries } from "./split-series.js";

/** What is looked at, and how sure a change has to be; all but the measure have a default. */
export interface ChangePointOptions extends ReliabilityOptions, WindowOptions {
  /** What is looked at. */
  readonly measure: TrendMeasure;
  /**
   * Of measures that never change, the share in which a change is found, from 0.001 to 0.5.
   *
   * @defaultValue 0.05
   */
  readonly falseAlarms?: number;
  /**
   * Fewest periods between two changes, a whole number from 2 to 1000.
   *
   * @defaultValue 3
   */
  readonly shortest?: number;
  /**
   * How often the periods are shuffled, a whole number from 99 to 9999.
   *
   * @defaultValue 999
   */
  readonly permutations?: number;
  /**
   * Whole number that sets which shuffles are drawn.
   *
   * @defaultValue 1
   */
  readonly seed?: number;
}

/** A stretch of time within which a measure does not change. */
export interface SteadySpan {
  /** Names of its first and last period. */
  readonly first: string;
  readonly last: string;
  /** Periods in which the measure is known. */
  readonly periods: number;
  /**
   * Mean of the measure, weighted by answers, with a Student interval from how it varies between the periods. The interval takes the changes as
   * given, so that it is somewhat narrow.
   */
  readonly value: Statistic;
}

/** A change from one span to the next. */
export interface ChangePoint {
  /** Name of the first period that is different. */
  readonly at: string;
  /** Share of shuffles that show as large a change, 0 to 1. */
  readonly p: number;
}

/** When a measure changed. */
export interface ChangePoints {
  /** By time, one more than there are changes; empty where the measure is known in no period. */
  readonly spans: readonly SteadySpan[];
  /** By time. */
  readonly changes: readonly ChangePoint[];
  /** Why no change can be told; else `null`. */
  readonly reason: string | null;
}

/**
 * Finds when a measure changed for good: since which period there are more verbatims, is a theme spoken of more, is the sentiment worse.
 * Periods without verbatims count as volumes of 0 and are passed over for other measures.
 *
 * At most `falseAlarms` of measures that never change show a change, whatever their distribution, as long as each period stands by itself;
 * `npm run coverage` measures that. See {@link splitSeries} for the method. The same options give the same bytes.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * const write = (at: string, late: number) =>
 *   Array.from({ length: 40 }, (_, i) => analyze({ text: i < late ? "The parcel came late." : "A good kettle.", at }));
 * const months = [4, 5, 3, 4, 20, 22, 19, 21].flatMap((late, i) => write(`2026-0${i + 1}-10`, late));
 * const series = addToSeries(emptySeries({ unit: "month", timeZone: "Europe/Istanbul" }), months);
 * findChangePoints(series, { measure: { theme: "delivery" } }).changes.map(({ at }) => at); // ["2026-05"]
 */
export function findChangePoints(series: Series, options: ChangePointOptions): ChangePoints {
  checkGiven("findChangePoints", options);
  const rules = checkReliability(options, "findChangePoints");
  const { falseAlarms, shortest, permutations, seed } = readOptions(options);
  const { periods } = openWindow("findChangePoints", series, options);
  const points = readMeasure("findChangePoints", series, periods, options.measure);
  const splits = splitSeries(
    points.map(({ value }) => value),
    points.map(({ weight }) => weight),
    { shortest, permutations, seed, level: falseAlarms },
  );
  const edges = [0, ...splits.map(({ at }) => at), points.length];
  const spans = edges.slice(1).flatMap((to, i) => tellSpan(points.slice(edges[i], to), options.measure, rules));
  const changes = splits.map(({ at, p }) => ({ at: points[at]?.period.name ?? "", p }));
  const enough = points.length >= 2 * shortest;
  const reason = enough ? null : `The measure is known in ${points.length} periods, fewer than ${2 * shortest}.`;
  return { spans, changes, reason };
}

function tellSpan(
  points: readonly MeasurePoint[],
  measure: TrendMeasure,
  rules: ReliabilityRules,
): readonly SteadySpan[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const mean = points.reduce((sum, { value, weight: part }) => sum + value * part, 0) / weight;
  const squares = points.reduce((sum, { value, weight: part }) => sum + part * (value - mean) ** 2, 0);
  const df = points.length - 1;
  const n = measure === "volume" ? points.reduce((sum, { value }) => sum + value, 0) : weight;
  const value = judgeStatistic(n, n, rules, () => {
    if (df < 1) return { value: mean, interval: "One period tells no spread between periods." };
    const half = studentQuantile(0.5 + rules.level / 2, df) * Math.sqrt(squares / df / weight);
    return { value: mean, interval: { low: mean - half, high: mean + half } };
  });
  return [{ first: first.period.name, last: last.period.name, periods: points.length, value }];
}

function readOptions({
  falseAlarms = 0.05,
  shortest = 3,
  permutations = 999,
  seed = 1,
}: ChangePointOptions): Required<Pick<ChangePointOptions, "falseAlarms" | "shortest" | "permutations" | "seed">> {
  const wrong = (field: string, expected: string, received: unknown): Error =>
    wrongOption("findChangePoints", field, expected, received);
  if (!(typeof falseAlarms === "number" && falseAlarms >= 0.001 && falseAlarms <= 0.5))
    throw wrong("falseAlarms", "a number from 0.001 to 0.5", falseAlarms);
  if (!(Number.isInteger(shortest) && shortest >= 2 && shortest <= 1000))
    throw wrong("shortest", "a whole number from 2 to 1000", shortest);
  if (!(Number.isInteger(permutations) && permutations >= 99 && permutations <= 9999))
    throw wrong("permutations", "a whole number from 99 to 9999", permutations);
  if (!Number.isSafeInteger(seed)) throw wrong("seed", "a whole number", seed);
  return { falseAlarms, shortest, permutations, seed };
}
