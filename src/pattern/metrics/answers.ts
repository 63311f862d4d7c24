import { excerpt, VerbatimsError } from "../../core/error.js";

/**
 * One answer to a question with a scale: the score that was ticked, or the score with what the answer counts for (a design or
 * post-stratification weight). `null` stands for a question that was not answered.
 */
export type Answer =
  | number
  | null
  | undefined
  | { readonly score: number | null | undefined; readonly weight?: number | undefined };

/** The lowest and the highest score of a question, whole numbers: `[0, 10]`, `[1, 5]`. */
export type Scale = readonly [least: number, most: number];

/** How often one score was given. */
export interface ScoreCount {
  readonly score: number;
  /** Answers with this score. */
  readonly n: number;
  /** Sum of their weights, kept without rounding as numbers that add up to it; weights are 1 where none were given. */
  readonly weight: readonly number[];
  /** Sum of their squared weights, kept alike. */
  readonly squaredWeight: readonly number[];
}

/**
 * Answers to one question, counted: all that `nps`, `csat` and `ces` need of them. A commutative monoid for each scale, as
 * {@link mergeAnswers} says. Plain JSON.
 */
export interface AnswerCounts {
  readonly format: "verbatims-answers";
  readonly scale: Scale;
  /** Questions that were not answered. */
  readonly unanswered: number;
  /** One for each whole number of the scale, rising. */
  readonly scores: readonly ScoreCount[];
}

/** Widest scale that is counted. */
const WIDEST = 1000;

/** @throws VerbatimsError `invalid-option` where a scale is not two rising whole numbers at most 1000 apart */
export function checkScale(scale: unknown, where: string): Scale {
  const [least, most] = Array.isArray(scale) && scale.length === 2 ? scale : [];
  if (Number.isSafeInteger(least) && Number.isSafeInteger(most) && least < most && most - least <= WIDEST) {
    return [least, most];
  }
  const shown = excerpt(scale);
  throw new VerbatimsError(
    "invalid-option",
    `${where} scale: expected the lowest and the highest score, whole numbers such as [1, 5], got ${shown}. Give the scale that customers saw.`,
    { field: "scale", expected: "two rising whole numbers", received: shown },
  );
}
