import { studentQuantile } from "../../core/student.js";
import { checkReliability, type ReliabilityOptions, type ReliabilityRules } from "../metrics/judge.js";
import { type Comparison, toComparison, wrongArgument } from "./comparison.js";
import { checkCounts, type Histogram, momentsOf } from "./histogram.js";
import { type PermutationOptions, type PermutationRules, permuteSums } from "./permute-sums.js";

/** Options of a comparison of means; each has a default. */
export interface ComparisonOptions extends ReliabilityOptions, PermutationOptions {}

/** {@link ComparisonOptions} that have been checked. */
export interface ComparisonRules extends ReliabilityRules, PermutationRules {}

/**
 * Compares the means of two independent groups of answers on one scale, given as histograms. Values are in the unit of the scale.
 * The interval is Welch's; p is of a permutation test: exact where that takes little time, by its moments where it is nearly normal, else
 * by seeded random permutations. No answers on a side give `not-estimable`; answers that are all alike on each side a difference without interval.
 *
 * A permutation test asks whether the groups answer alike at all, and finds the difference of their means; groups of one mean and very
 * unlike spreads and sizes are the case in which it differs from Welch's.
 *
 * Swapping the sides negates the difference and keeps p.
 *
 * Source: Welch 1947; Pitman 1937, Significance tests which may be applied to samples from any populations.
 *
 * @throws VerbatimsError `invalid-option` where scales differ or are none, counts are no whole numbers from 0, or an option is out of range
 * @example
 * const stars = (counts: readonly number[]) => ({ counts, lowest: 1, step: 1 });
 * const { difference, p, method } = compareMeans(stars([1, 1, 2, 4, 6]), stars([4, 3, 3, 2, 1]));
 * difference.value?.toFixed(2); // "-1.47"
 * method; // "exact-permutation"
 * (p ?? 1) < 0.05; // true
 */
export function compareMeans(before: Histogram, after: Histogram, options: ComparisonOptions = {}): Comparison {
  const rules = checkComparison("compareMeans", options);
  checkHistogram("before", before);
  checkHistogram("after", after);
  const { lowest, step, counts } = before;
  const same = lowest === after.lowest && step === after.step && counts.length === after.counts.length;
  if (!same) {
    const expected = "the scale of before";
    throw wrongArgument(
      "compareMeans",
      "after",
      expected,
      { ...after, counts: after.counts.length },
      "Count both alike",
    );
  }
  return compareCounted(before, after, rules);
}

/** {@link compareMeans} of histograms that are known to be right. */
export function compareCounted(before: Histogram, after: Histogram, rules: ComparisonRules): Comparison {
  const one = momentsOf(before);
  const two = momentsOf(after);
  return toComparison({ value: one.mean, n: one.n }, { value: two.mean, n: two.n }, rules, () => {
    const { p, method } = permuteSums(before.counts, after.counts, rules);
    const difference = two.mean - one.mean;
    const half = welchReach(
      [
        [one.variance / one.n, one.n - 1],
        [two.variance / two.n, two.n - 1],
      ],
      rules.level,
    );
    const both = { ...before, counts: before.counts.map((count, i) => count + (after.counts[i] ?? 0)) };
    const { variance, n } = momentsOf(both);
    return {
      interval: half === null ? null : [difference - half, difference + half],
      p,
      spread: Math.sqrt((variance * (n - 1)) / n),
      method,
    };
  });
}

/**
 * How far an interval reaches to each side, from variances that add up and their degrees of freedom; `null` where there is no
 * variance, or one is of a single answer (0 degrees).
 *
 * Source: Welch 1947, Satterthwaite 1946.
 */
export function welchReach(parts: readonly (readonly [variance: number, df: number])[], level: number): number | null {
  let sum = 0;
  let squares = 0;
  for (const [variance, df] of parts) {
    if (df < 1) return null;
    sum += variance;
    squares += (variance * variance) / df;
  }
  if (sum === 0) return null;
  return studentQuantile(0.5 + level / 2, (sum * sum) / squares) * Math.sqrt(sum);
}

/** @throws VerbatimsError `invalid-option` where one is out of its range */
export function checkComparison(where: string, options: ComparisonOptions): ComparisonRules {
  const { resamples = 9999, seed = 1 } = options;
  if (!Number.isInteger(resamples) || resamples < 100 || resamples > 1e5)
    throw wrongArgument(where, "resamples", "a whole number from 100 to 100000", resamples, "Leave it out for 9999");
  if (!Number.isSafeInteger(seed)) throw wrongArgument(where, "seed", "a whole number", seed, "Leave it out for 1");
  return { ...checkReliability(options, where), resamples, seed };
}

function checkHistogram(field: string, { counts, lowest, step }: Histogram): void {
  checkCounts("compareMeans", field, counts);
  if (Number.isFinite(lowest) && Number.isFinite(step) && step > 0) return;
  const expected = "a lowest value and a step above 0";
  throw wrongArgument("compareMeans", field, expected, { lowest, step }, "Say which values were counted");
}
