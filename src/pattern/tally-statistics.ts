import { wilsonInterval } from "../core/intervals.js";
import type { Statistic } from "../core/statistic.js";
import type { Histogram } from "./change/histogram.js";
import { judgeStatistic, type ReliabilityRules } from "./metrics/judge.js";
import { adjustedWaldInterval, meanOf, studentInterval } from "./metrics/mean-interval.js";

/** A share, 0 to 1, with its Wilson interval; not estimable of no answers. */
export function toShare(count: number, n: number, rules: ReliabilityRules): Statistic {
  return judgeStatistic(n, n, rules, () => ({
    value: count / n,
    interval: wilsonInterval(count / n, n, rules.level),
  }));
}

/**
 * The share that is for less the share that is against, in points, -100 to 100: a Net Promoter Score, or a net sentiment; not estimable
 * of no answers.
 *
 * Source: Rocks 2016, Interval estimation for the Net Promoter Score: adjusted Wald, with ¾ of an answer added on each side and 1½ between.
 */
export function toNetScore(pro: number, contra: number, n: number, rules: ReliabilityRules): Statistic {
  return judgeStatistic(n, n, rules, () => {
    const points = { points: [-100, 0, 100], shares: [contra / n, (n - pro - contra) / n, pro / n], n };
    const interval = adjustedWaldInterval(points, [0.75, 1.5, 0.75], rules.level);
    return { value: (100 * (pro - contra)) / n, interval };
  });
}

/** A mean of counted answers with its Student interval, in the unit of the answers; not estimable of no answers. */
export function toMean({ counts, lowest, step }: Histogram, rules: ReliabilityRules): Statistic {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return judgeStatistic(n, n, rules, () => {
    const points = { points: counts.map((_, i) => lowest + i * step), shares: counts.map((count) => count / n), n };
    return { value: meanOf(points), interval: studentInterval(points, rules.level) };
  });
}
