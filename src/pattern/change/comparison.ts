import { excerpt, VerbatimsError } from "../../core/error.js";
import type { Reliability, Statistic } from "../../core/statistic.js";
import type { ReliabilityRules } from "../metrics/judge.js";

/** One side of a comparison. */
export interface ComparedSide {
  /** The number on this side, in the unit of the comparison; `null` where there are no answers, or so few that it is withheld. */
  readonly value: number | null;
  /** Answers on this side. */
  readonly n: number;
}

/** How the p value of a comparison was made. */
export type TestMethod =
  /** Score test of two shares. */
  | "score"
  /** Adjusted Wald test of two Net Promoter Scores. */
  | "adjusted-wald"
  /** Permutation test of two means, over all permutations. */
  | "exact-permutation"
  /** Permutation test of two means, over seeded random permutations. */
  | "sampled-permutation"
  /** Permutation test of two means, by the moments of the permutation distribution, which is nearly normal. */
  | "normal-permutation"
  /** None, because there is nothing to test. */
  | "none";

/** Two groups of answers beside each other, with the uncertainty of their difference. */
export interface Comparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** After minus before. Its `n` counts the answers of both sides; its reliability is that of the smaller side. */
  readonly difference: Statistic;
  /**
   * Two-sided p value, 0 to 1: how often a difference at least as large comes of chance alone where there is none; `null` where the
   * difference is withheld or not estimable.
   */
  readonly p: number | null;
  /**
   * The difference in standard deviations of an answer (both sides taken together): sizes of unlike measures can be set beside each other.
   * 0 where all answers are alike; `null` where the difference is.
   */
  readonly effect: number | null;
  readonly method: TestMethod;
}

/** The error of an argument that is out of its range, with how to mend it. */
export function wrongArgument(
  where: string,
  field: string,
  expected: string,
  received: unknown,
  mend: string,
): VerbatimsError {
  return new VerbatimsError(
    "invalid-option",
    `${where} ${field}: expected ${expected}, got ${excerpt(received)}. ${mend}.`,
    {
      field,
      expected,
      received: excerpt(received),
    },
  );
}

/** What was computed of two sides that have answers enough. */
export interface Difference {
  /** Ends of the interval of after minus before; `null` where the answers give none. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly p: number;
  /** Standard deviation of an answer, both sides taken together. */
  readonly spread: number;
  readonly method: TestMethod;
}

/** One side as it was counted: a value that is NaN where there are no answers. */
export interface CountedSide {
  readonly value: number;
  readonly n: number;
}

/** Why there is no interval where it rests on the spread of the answers. */
export const NO_SPREAD = "Answers that are all alike, or a single one, have no spread to make an interval of.";

/** Makes a comparison, computing the difference only where both sides have answers enough. */
export function toComparison(
  before: CountedSide,
  after: CountedSide,
  rules: ReliabilityRules,
  compute: () => Difference,
): Comparison {
  const { level } = rules;
  const [reliability, reason] = judge(before.n, after.n, rules);
  const n = before.n + after.n;
  if (!isTold(reliability)) {
    return {
      before: showSide(before, rules),
      after: showSide(after, rules),
      difference: { value: null, low: null, high: null, level, n, reliability, reason },
      p: null,
      effect: null,
      method: "none",
    };
  }
  const { interval, p, spread, method } = compute();
  const value = after.value - before.value;
  const [low, high] = interval ?? [null, null];
  const told = interval === null ? ({ reliability: "small", reason: NO_SPREAD } as const) : { reliability, reason };
  return {
    before: { value: before.value, n: before.n },
    after: { value: after.value, n: after.n },
    difference: { value, low, high, level, n, ...told },
    p,
    effect: spread === 0 ? 0 : value / spread,
    method,
  };
}

/** Whether a number is told at all. */
export function isTold(reliability: Reliability): boolean {
  return reliability === "usual" || reliability === "small";
}

/** A side as it is shown: without its value where it has no answers, or too few. */
export function showSide({ value, n }: CountedSide, { withhold }: ReliabilityRules): ComparedSide {
  return { value: n === 0 || n < withhold ? null : value, n };
}

/** How far a difference can be relied on: as far as its smaller side. */
export function judge(
  before: number,
  after: number,
  { small, withhold }: ReliabilityRules,
): readonly [reliability: Reliability, reason: string | null] {
  const fewest = Math.min(before, after);
  const side = before <= after ? "before" : "after";
  const answers = fewest === 1 ? "1 answer" : `${fewest} answers`;
  if (fewest === 0) return ["not-estimable", `There are no answers ${side}, so there is nothing to compare with.`];
  if (fewest < withhold) return ["withheld", `Only ${answers} ${side}: the difference is withheld below ${withhold}.`];
  if (fewest < small) return ["small", `Only ${answers} ${side}: read the difference with care.`];
  return ["usual", null];
}
