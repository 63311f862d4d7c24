import type { Statistic } from "../../core/statistic.js";
import {
  type AnswerGroup,
  type AnswerOptions,
  checkMeanInterval,
  checkResampling,
  groupOf,
  type MeanInterval,
  meanStatistic,
} from "./answer-statistics.js";
import { checkScale, type Scale } from "./answers.js";
import { toDistribution } from "./distribution.js";
import { checkReliability, wrongOption } from "./judge.js";
import { type AnswerSource, type AnswerStream, withAnswers } from "./read-answers.js";

/** How satisfaction is computed. */
export interface CsatOptions extends AnswerOptions {
  /** The lowest and the highest answer that customers could give, best at the top: `[1, 5]`, `[1, 7]`, `[0, 10]`. */
  readonly scale: Scale;
  /**
   * How many of the highest scores count as satisfied, a whole number from 1, fewer than there are scores.
   *
   * @defaultValue 2
   */
  readonly top?: number | undefined;
  /**
   * How the interval of the mean is made.
   *
   * @defaultValue "adjusted-wald"
   */
  readonly interval?: MeanInterval | undefined;
  /**
   * Which answers of a summary are read: what was given as `csat`, or the stars given as `rating`.
   *
   * @defaultValue "csat"
   */
  readonly question?: "csat" | "rating" | undefined;
}

/** Satisfaction, as share of the satisfied and as mean. */
export interface Csat {
  /** Answers counted. */
  readonly n: number;
  /** How many equally weighted answers tell as much: `n` without weights. */
  readonly effectiveN: number;
  /** Questions that were not answered. */
  readonly unanswered: number;
  readonly scale: Scale;
  /** Lowest score that counts as satisfied. */
  readonly satisfiedFrom: number;
  /** Those who ticked one of the highest scores: the top-two box, or what `top` says. */
  readonly satisfied: AnswerGroup;
  /** Mean answer, on the scale. */
  readonly mean: Statistic;
  /** How the interval of the mean was made. */
  readonly interval: MeanInterval;
}

/**
 * Customer satisfaction of answers on a scale that must be told: the share of the two highest scores with its Wilson interval, and the mean.
 *
 * Of no answers it is `not-estimable`, of fewer than 10 `withheld`, of fewer than 30 `small`: see {@link CsatOptions}. Order of answers
 * makes no difference to any bit. A promise where the answers are a stream, which is read one answer at a time.
 *
 * Source: Wilson 1927 for the share. The mean's interval adds three answers spread evenly over the scale, after the idea of Rocks 2016; `npm run coverage` tells how well it keeps its level.
 *
 * @param answers numbers, or pairs of score and weight; a stream of these; counted answers; a summary or one of its tallies
 * @throws VerbatimsError `invalid-answer` naming the place of an answer that is no whole number of the scale, or of a weight that is not
 * above 0; `invalid-option`
 * @example
 * const { satisfied, mean } = csat([5, 5, 4, 2, 5, 3, 4, 5, 1, 5], { scale: [1, 5] });
 * satisfied.share.value; // 0.7
 * mean.value; // 3.9
 */
export function csat(answers: AnswerSource, options: CsatOptions): Csat;
export function csat(answers: AnswerStream, options: CsatOptions): Promise<Csat>;
export function csat(answers: AnswerSource | AnswerStream, options: Partial<CsatOptions> = {}): Csat | Promise<Csat> {
  const where = "csat";
  const rules = checkReliability(options, where);
  const resampling = checkResampling(options, where);
  const scale = checkScale(options.scale, where);
  const { top = 2, question = "csat" } = options;
  const [least, most] = scale;
  if (!(Number.isSafeInteger(top) && top >= 1 && top <= most - least)) {
    throw wrongOption(where, "top", `a whole number from 1 to ${most - least}`, top);
  }
  if (question !== "csat" && question !== "rating")
    throw wrongOption(where, "question", '"csat" or "rating"', question);
  const interval = checkMeanInterval(options.interval ?? "adjusted-wald", where);
  return withAnswers(answers, { where, scale, question }, options.signal, (counts): Csat => {
    const all = toDistribution(counts);
    const satisfiedFrom = most - top + 1;
    return {
      n: all.n,
      effectiveN: all.effectiveN,
      unanswered: all.unanswered,
      scale,
      satisfiedFrom,
      satisfied: groupOf(all, satisfiedFrom, most, rules),
      mean: meanStatistic(all, interval, rules, resampling),
      interval,
    };
  });
}
