import { wilsonInterval } from "../../core/intervals.js";
import type { Statistic } from "../../core/statistic.js";
import type { Distribution } from "./distribution.js";
import { judgeStatistic, type ReliabilityOptions, type ReliabilityRules, wrongOption } from "./judge.js";
import {
  adjustedWaldInterval,
  bootstrapInterval,
  meanOf,
  type PointShares,
  type Resampling,
  studentInterval,
} from "./mean-interval.js";

/** Answers within a range of scores. */
export interface AnswerGroup {
  /** How many, weights aside; `null` where the share is withheld. */
  readonly answers: number | null;
  /** Their weighted share, within 0 to 1, with its Wilson interval. */
  readonly share: Statistic;
}

/** Options of every number that is computed from answers; each has a default. */
export interface AnswerOptions extends ReliabilityOptions {
  /**
   * How often answers are drawn again for a bootstrap interval, a whole number from 100 to 100,000.
   *
   * @defaultValue 1000
   */
  readonly resamples?: number | undefined;
  /**
   * Seed of the bootstrap: the same seed gives the same interval.
   *
   * @defaultValue 1
   */
  readonly seed?: number | undefined;
  /** Stops the reading of a stream; a list is read at once. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * How the interval of a mean is made: by three added answers (see {@link adjustedWaldInterval}), by Student's t, by the bootstrap.
 * The first keeps its level where answers are few and lean to one end, where the others miss the truth more often than they say.
 */
export type MeanInterval = "adjusted-wald" | "t" | "bootstrap";

const MEAN_INTERVALS: readonly MeanInterval[] = ["adjusted-wald", "t", "bootstrap"];

/** Answers that are added for an adjusted interval. */
const ADDED = 3;

/** @throws VerbatimsError `invalid-option` */
export function checkResampling({ resamples = 1000, seed = 1 }: AnswerOptions, where: string): Resampling {
  if (!(Number.isSafeInteger(resamples) && resamples >= 100 && resamples <= 100_000)) {
    throw wrongOption(where, "resamples", "a whole number from 100 to 100000", resamples);
  }
  if (!Number.isSafeInteger(seed)) throw wrongOption(where, "seed", "a whole number", seed);
  return { resamples, seed };
}

/** @throws VerbatimsError `invalid-option` */
export function checkMeanInterval(interval: MeanInterval, where: string): MeanInterval {
  if (MEAN_INTERVALS.includes(interval)) return interval;
  throw wrongOption(where, "interval", MEAN_INTERVALS.map((name) => `"${name}"`).join(", "), interval);
}

/** The answers from one score to another. */
export function groupOf(answers: Distribution, from: number, to: number, rules: ReliabilityRules): AnswerGroup {
  const { n, effectiveN, weight } = answers;
  const share = judgeStatistic(n, effectiveN, rules, () => {
    const value = sumWithin(answers, answers.weights, from, to) / weight;
    return { value, interval: wilsonInterval(value, effectiveN, rules.level) };
  });
  const isHidden = share.reliability === "withheld";
  return { answers: isHidden ? null : sumWithin(answers, answers.counts, from, to), share };
}

/** Sum of numbers by score, over the scores from one to another. */
export function sumWithin(answers: Distribution, numbers: readonly number[], from: number, to: number): number {
  return answers.scores.reduce((sum, score, i) => (score >= from && score <= to ? sum + (numbers[i] ?? 0) : sum), 0);
}

/** The mean score. */
export function meanStatistic(
  answers: Distribution,
  method: MeanInterval,
  rules: ReliabilityRules,
  resampling: Resampling,
): Statistic {
  const { n, effectiveN, scores, weights, weight, shares } = answers;
  return judgeStatistic(n, effectiveN, rules, () => {
    const given: PointShares = { points: scores, shares, n: effectiveN };
    const value = meanOf({ points: scores, shares: weights, n }) / weight;
    const even = scores.map(() => ADDED / scores.length);
    if (method === "t") return { value, interval: studentInterval(given, rules.level) };
    if (method === "bootstrap") return { value, interval: bootstrapInterval(given, rules.level, resampling) };
    return { value, interval: adjustedWaldInterval(given, even, rules.level) };
  });
}

/** Part of the answers on each side of a question, from worst to best. */
export interface Sides {
  readonly worse: number;
  readonly between: number;
  readonly better: number;
}

/** How the interval of a difference between the two sides is made. */
export type NetInterval = "adjusted-wald" | "wald" | "bootstrap";

const NET_INTERVALS: readonly NetInterval[] = ["adjusted-wald", "wald", "bootstrap"];

/** @throws VerbatimsError `invalid-option` */
export function checkNetInterval(interval: NetInterval, where: string): NetInterval {
  if (NET_INTERVALS.includes(interval)) return interval;
  throw wrongOption(where, "interval", NET_INTERVALS.map((name) => `"${name}"`).join(", "), interval);
}

/**
 * Share of the better side less share of the worse, times 100: within -100 to 100.
 *
 * @param sides weights of the answers on each side
 *
 * Source of the added answers (¾, 1½, ¾): Rocks 2016.
 */
export function netStatistic(
  { n, effectiveN, weight }: Distribution,
  { worse, between, better }: Sides,
  method: NetInterval,
  rules: ReliabilityRules,
  resampling: Resampling,
): Statistic {
  return judgeStatistic(n, effectiveN, rules, () => {
    const shares = [worse / weight, between / weight, better / weight];
    const given: PointShares = { points: [-100, 0, 100], shares, n: effectiveN };
    const value = (100 * (better - worse)) / weight;
    if (method === "bootstrap") return { value, interval: bootstrapInterval(given, rules.level, resampling) };
    const added = method === "wald" ? [] : [ADDED / 4, ADDED / 2, ADDED / 4];
    return { value, interval: adjustedWaldInterval(given, added, rules.level) };
  });
}

/** Half the width of an interval; `null` where there is none. */
export function marginOf({ low, high }: Statistic): number | null {
  return low === null || high === null ? null : (high - low) / 2;
}
