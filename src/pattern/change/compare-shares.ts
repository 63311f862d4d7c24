import { wilsonInterval } from "../../core/intervals.js";
import { normalCdf } from "../../core/normal.js";
import { checkReliability, type ReliabilityOptions } from "../metrics/judge.js";
import { type Comparison, toComparison, wrongArgument } from "./comparison.js";

/** Some of a number of answers. */
export interface CountOf {
  readonly count: number;
  /** All answers, those counted among them. */
  readonly n: number;
}

/**
 * Compares two shares of independent groups of answers. Values are shares, 0 to 1, the difference -1 to 1. The interval is Newcombe's
 * hybrid score interval (two Wilson intervals, squared and added), the p value that of the score test without continuity
 * correction. No answers on a side give `not-estimable`; where all or none count on both sides p is 1.
 *
 * Swapping the sides negates the difference and keeps p.
 *
 * Source: Newcombe 1998, Interval estimation for the difference between independent proportions, method 10; the test is Pearson's chi-square.
 *
 * @throws VerbatimsError `invalid-option` where counts are no whole numbers from 0, more are counted than there are, or an option is out of range
 * @example
 * const { difference, p } = compareShares({ count: 48, n: 80 }, { count: 56, n: 70 });
 * difference.low?.toFixed(4); // "0.0524"
 * difference.high?.toFixed(4); // "0.3339"
 * p?.toFixed(4); // "0.0080"
 */
export function compareShares(before: CountOf, after: CountOf, options: ReliabilityOptions = {}): Comparison {
  const rules = checkReliability(options, "compareShares");
  checkCount("before", before);
  checkCount("after", after);
  const [share1, share2] = [before.count / before.n, after.count / after.n];
  return toComparison({ value: share1, n: before.n }, { value: share2, n: after.n }, rules, () => {
    const one = wilsonInterval(share1, before.n, rules.level);
    const two = wilsonInterval(share2, after.n, rules.level);
    const difference = share2 - share1;
    const down = Math.sqrt((share2 - two.low) ** 2 + (one.high - share1) ** 2);
    const up = Math.sqrt((two.high - share2) ** 2 + (share1 - one.low) ** 2);
    const pooled = (before.count + after.count) / (before.n + after.n);
    const spread = Math.sqrt(pooled * (1 - pooled));
    const error = spread * Math.sqrt(1 / before.n + 1 / after.n);
    return {
      interval: [Math.max(-1, difference - down), Math.min(1, difference + up)],
      p: error === 0 ? 1 : Math.min(1, 2 * normalCdf(-Math.abs(difference) / error)),
      spread,
      method: "score",
    };
  });
}

function checkCount(field: string, { count, n }: CountOf): void {
  if (Number.isSafeInteger(count) && Number.isSafeInteger(n) && count >= 0 && count <= n) return;
  const expected = "whole numbers, 0 ≤ count ≤ n";
  throw wrongArgument("compareShares", field, expected, { count, n }, "Count answers, and how many of them are meant");
}
