import type { Statistic } from "../../core/statistic.js";
import {
  type AnswerGroup,
  type AnswerOptions,
  checkNetInterval,
  checkResampling,
  groupOf,
  marginOf,
  type NetInterval,
  netStatistic,
  sumWithin,
} from "./answer-statistics.js";
import type { Scale } from "./answers.js";
import { toDistribution } from "./distribution.js";
import { checkReliability } from "./judge.js";
import { bandOf, type NpsBand } from "./nps-bands.js";
import { type AnswerSource, type AnswerStream, withAnswers } from "./read-answers.js";

/** How a Net Promoter Score is computed; each option has a default. */
export interface NpsOptions extends AnswerOptions {
  /**
   * How the interval of the score is made. `wald` is what most tools print: too short where answers are few or alike.
   *
   * @defaultValue "adjusted-wald"
   */
  readonly interval?: NetInterval | undefined;
}

/** A Net Promoter Score with its parts. */
export interface Nps {
  /** Answers counted. */
  readonly n: number;
  /** How many equally weighted answers tell as much: `n` without weights. */
  readonly effectiveN: number;
  /** Questions that were not answered. */
  readonly unanswered: number;
  /** Answers 9 and 10. */
  readonly promoters: AnswerGroup;
  /** Answers 7 and 8. */
  readonly passives: AnswerGroup;
  /** Answers 0 to 6. */
  readonly detractors: AnswerGroup;
  /** Share of promoters less share of detractors, in points: -100 to 100. */
  readonly score: Statistic;
  /** Half the width of the score's interval, in points; `null` where there is none. */
  readonly margin: number | null;
  /** How the interval was made. */
  readonly interval: NetInterval;
  /** Name that the score usually goes by, see {@link NPS_BANDS}; `null` without a score. */
  readonly band: NpsBand["band"] | null;
}

const SCALE: Scale = [0, 10];

/**
 * The Net Promoter Score of answers from 0 to 10 to "How likely are you to recommend us?".
 *
 * Of no answers it is `not-estimable`, of fewer than 10 `withheld`, of fewer than 30 `small`: see {@link NpsOptions}. Order of answers
 * makes no difference to any bit. A promise where the answers are a stream, which is read one answer at a time.
 *
 * Source: Reichheld 2003, The one number you need to grow, Harvard Business Review 81(12); intervals by Rocks 2016, The American
 * Statistician 70(4).
 *
 * @param answers numbers, or pairs of score and weight; a stream of these; counted answers; a summary or one of its tallies
 * @throws VerbatimsError `invalid-answer` naming the place of an answer that is no whole number from 0 to 10, or of a weight that is not
 * above 0; `invalid-option`
 * @example
 * const { score, promoters, margin } = nps([10, 9, 9, 8, 7, 10, 3, 9, 10, 6, 10, 9]);
 * score.value; // 50
 * score.reliability; // "small"
 * promoters.answers; // 8
 * Math.round(margin ?? 0); // 39
 */
export function nps(answers: AnswerSource, options?: NpsOptions): Nps;
export function nps(answers: AnswerStream, options?: NpsOptions): Promise<Nps>;
export function nps(answers: AnswerSource | AnswerStream, options: NpsOptions = {}): Nps | Promise<Nps> {
  const where = "nps";
  const rules = checkReliability(options, where);
  const resampling = checkResampling(options, where);
  const interval = checkNetInterval(options.interval ?? "adjusted-wald", where);
  return withAnswers(answers, { where, scale: SCALE, question: "nps" }, options.signal, (counts): Nps => {
    const all = toDistribution(counts);
    const sides = {
      worse: sumWithin(all, all.weights, 0, 6),
      between: sumWithin(all, all.weights, 7, 8),
      better: sumWithin(all, all.weights, 9, 10),
    };
    const score = netStatistic(all, sides, interval, rules, resampling);
    return {
      n: all.n,
      effectiveN: all.effectiveN,
      unanswered: all.unanswered,
      promoters: groupOf(all, 9, 10, rules),
      passives: groupOf(all, 7, 8, rules),
      detractors: groupOf(all, 0, 6, rules),
      score,
      margin: marginOf(score),
      interval,
      band: bandOf(score.value),
    };
  });
}
