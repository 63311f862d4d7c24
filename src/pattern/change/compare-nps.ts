import { reachOf } from "../../core/intervals.js";
import { normalCdf } from "../../core/normal.js";
import { checkReliability, type ReliabilityOptions } from "../metrics/judge.js";
import { type Comparison, toComparison } from "./comparison.js";
import { checkCounts } from "./histogram.js";
import { countCamps } from "./measures.js";

/** What is added to promoters and to detractors before an interval is made, and to all answers: four times as much. */
const PSEUDO = 0.5;

/**
 * Compares the Net Promoter Scores of two independent groups, given as counts of the answers 0 to 10 (eleven numbers, as in a
 * summary's tally). Values are points, -100 to 100, the difference -200 to 200.
 *
 * Interval and p value are of one adjusted Wald test: two pseudo-answers are added to each group, half a promoter, half a detractor
 * and a passive, which keeps the interval honest in small groups and gives one where all answers are alike. (The three that `nps` adds
 * to one group miss the truth more often where two small groups are very unlike.) The value is the plain difference;
 * the interval lies around the adjusted one. No answers on a side give `not-estimable`.
 *
 * Swapping the sides negates the difference and keeps p.
 *
 * Source: Rocks 2016, Interval estimation for the Net Promoter Score (adjusted Wald); for two scores fewer for each of two groups, as Agresti and Caffo 2000 for shares.
 *
 * @throws VerbatimsError `invalid-option` where a list does not hold eleven whole numbers from 0, or an option is out of range
 * @example
 * const before = [2, 0, 1, 0, 0, 4, 6, 10, 17, 30, 30];
 * const after = [6, 1, 2, 2, 3, 9, 7, 12, 13, 25, 20];
 * const { difference } = compareNps(before, after);
 * difference.value; // -32
 * (difference.high ?? 0) < 0; // true
 */
export function compareNps(
  before: readonly number[],
  after: readonly number[],
  options: ReliabilityOptions = {},
): Comparison {
  const rules = checkReliability(options, "compareNps");
  checkCounts("compareNps", "before", before, 11);
  checkCounts("compareNps", "after", after, 11);
  const camps1 = readCamps(before);
  const camps2 = readCamps(after);
  return toComparison({ value: scoreOf(camps1), n: camps1.n }, { value: scoreOf(camps2), n: camps2.n }, rules, () => {
    const [mean1, variance1] = adjusted(camps1);
    const [mean2, variance2] = adjusted(camps2);
    const shift = mean2 - mean1;
    const error = Math.sqrt(variance1 + variance2);
    const half = reachOf(rules.level) * error;
    const within = (score: number): number => Math.max(-200, Math.min(200, score * 100));
    return {
      interval: [within(shift - half), within(shift + half)],
      p: Math.min(1, 2 * normalCdf(-Math.abs(shift) / error)),
      spread: spreadOf(camps1, camps2) * 100,
      method: "adjusted-wald",
    };
  });
}

interface Camps {
  readonly n: number;
  readonly promoters: number;
  readonly detractors: number;
}

function readCamps(bins: readonly number[]): Camps {
  const [detractors, passives, promoters] = countCamps(bins);
  return { n: detractors + passives + promoters, promoters, detractors };
}

function scoreOf({ n, promoters, detractors }: Camps): number {
  return ((promoters - detractors) / n) * 100;
}

/** Score (-1 to 1) and its variance with the pseudo-answers. */
function adjusted(camps: Camps): readonly [mean: number, variance: number] {
  const n = camps.n + 4 * PSEUDO;
  const mean = (camps.promoters - camps.detractors) / n;
  const spread = (camps.promoters + camps.detractors + 2 * PSEUDO) / n - mean * mean;
  return [mean, spread / n];
}

/** Standard deviation of an answer of either side that counts 1, 0 or -1. */
function spreadOf(camps1: Camps, camps2: Camps): number {
  const n = camps1.n + camps2.n;
  const promoters = camps1.promoters + camps2.promoters;
  const detractors = camps1.detractors + camps2.detractors;
  return Math.sqrt((promoters + detractors) / n - ((promoters - detractors) / n) ** 2);
}
