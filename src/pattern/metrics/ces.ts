import type { Statistic } from "../../core/statistic.js";
import {
  type AnswerGroup,
  type AnswerOptions,
  checkMeanInterval,
  checkResampling,
  groupOf,
  type MeanInterval,
  meanStatistic,
  netStatistic,
  sumWithin,
} from "./answer-statistics.js";
import { checkScale, type Scale } from "./answers.js";
import { toDistribution } from "./distribution.js";
import { checkReliability, wrongOption } from "./judge.js";
import { type AnswerSource, type AnswerStream, withAnswers } from "./read-answers.js";

/** What a high answer says: that it was easy (as agreement to "made it easy"), or that it was hard (as "how much effort"). */
export type EffortDirection = "high-is-easy" | "high-is-hard";

/** A way to ask for effort. */
export interface CesConvention {
  readonly scale: Scale;
  readonly direction: EffortDirection;
}

/**
 * Named ways to ask for effort, to be given as options of {@link ces}.
 *
 * - `ces-1`: "How much effort did you personally have to put forth to handle your request?", 1 (very low) to 5 (very high). Source: Dixon,
 *   Freeman and Toman 2010, Stop trying to delight your customers, Harvard Business Review 88(7).
 * - `ces-2`: "The company made it easy for me to handle my issue", 1 (strongly disagree) to 7 (strongly agree); 5 to 7 are counted.
 *   Source: Dixon, Toman and DeLisi 2013, The Effortless Experience.
 * - `ces-2-five`: the same statement on five points.
 */
export const CES_CONVENTIONS: Readonly<Record<"ces-1" | "ces-2" | "ces-2-five", CesConvention>> = {
  "ces-1": { scale: [1, 5], direction: "high-is-hard" },
  "ces-2": { scale: [1, 7], direction: "high-is-easy" },
  "ces-2-five": { scale: [1, 5], direction: "high-is-easy" },
};

/** How effort is computed. */
export interface CesOptions extends AnswerOptions, CesConvention {
  /**
   * How the interval of the mean is made.
   *
   * @defaultValue "adjusted-wald"
   */
  readonly interval?: MeanInterval | undefined;
}

/** Customer effort, as shares on both sides of the middle and as mean. */
export interface Ces {
  /** Answers counted. */
  readonly n: number;
  /** How many equally weighted answers tell as much: `n` without weights. */
  readonly effectiveN: number;
  /** Questions that were not answered. */
  readonly unanswered: number;
  readonly scale: Scale;
  readonly direction: EffortDirection;
  /** Answers on the easy side of the middle: 5 to 7 of `ces-2`. */
  readonly easy: AnswerGroup;
  /** Answers in the very middle; none on a scale with an even number of scores. */
  readonly neutral: AnswerGroup;
  /** Answers on the hard side of the middle. */
  readonly hard: AnswerGroup;
  /** Share of easy less share of hard, in points: -100 to 100. */
  readonly net: Statistic;
  /** Mean answer as it was given, on the scale; whether high is good is told by `direction`. */
  readonly mean: Statistic;
  /** How the interval of the mean was made. */
  readonly interval: MeanInterval;
}

/**
 * The Customer Effort Score of answers on a scale whose ends and direction must be told, best by {@link CES_CONVENTIONS}.
 *
 * Of no answers it is `not-estimable`, of fewer than 10 `withheld`, of fewer than 30 `small`: see {@link CesOptions}. Order of answers
 * makes no difference to any bit. A promise where the answers are a stream, which is read one answer at a time.
 *
 * @param answers numbers, or pairs of score and weight; a stream of these; counted answers; a summary or one of its tallies
 * @throws VerbatimsError `invalid-answer` naming the place of an answer that is no whole number of the scale, or of a weight that is not
 * above 0; `invalid-option`
 * @example
 * const { easy, net } = ces([7, 6, 4, 5, 2, 7, 6, 3, 7, 5], CES_CONVENTIONS["ces-2"]);
 * easy.share.value; // 0.7
 * net.value; // 50
 */
export function ces(answers: AnswerSource, options: CesOptions): Ces;
export function ces(answers: AnswerStream, options: CesOptions): Promise<Ces>;
export function ces(answers: AnswerSource | AnswerStream, options: Partial<CesOptions> = {}): Ces | Promise<Ces> {
  const where = "ces";
  const rules = checkReliability(options, where);
  const resampling = checkResampling(options, where);
  const scale = checkScale(options.scale, where);
  const { direction } = options;
  if (direction !== "high-is-easy" && direction !== "high-is-hard") {
    throw wrongOption(where, "direction", '"high-is-easy" or "high-is-hard"', direction);
  }
  const interval = checkMeanInterval(options.interval ?? "adjusted-wald", where);
  return withAnswers(answers, { where, scale, question: "ces" }, options.signal, (counts): Ces => {
    const all = toDistribution(counts);
    const [least, most] = scale;
    const middle = (least + most) / 2;
    const low = [least, Math.ceil(middle) - 1] as const;
    const high = [Math.floor(middle) + 1, most] as const;
    const [hard, easy] = direction === "high-is-easy" ? [low, high] : [high, low];
    const sides = {
      worse: sumWithin(all, all.weights, ...hard),
      between: sumWithin(all, all.weights, middle, middle),
      better: sumWithin(all, all.weights, ...easy),
    };
    return {
      n: all.n,
      effectiveN: all.effectiveN,
      unanswered: all.unanswered,
      scale,
      direction,
      easy: groupOf(all, ...easy, rules),
      neutral: groupOf(all, middle, middle, rules),
      hard: groupOf(all, ...hard, rules),
      net: netStatistic(all, sides, "adjusted-wald", rules, resampling),
      mean: meanStatistic(all, interval, rules, resampling),
      interval,
    };
  });
}
