import type { Statistic } from "../../core/statistic.js";
import { countRead } from "../change/measures.js";
import { checkReliability, type ReliabilityOptions } from "../metrics/judge.js";
import type { Summary, Tally } from "../summary.js";
import { toNetScore, toShare } from "../tally-statistics.js";

/** Who speaks for the company and who turns away, by text: shares, 0 to 1, of the verbatims that were read. */
export interface Advocacy {
  /** Promoters by text: positive as a whole, and either mainly a recommendation or of delight. */
  readonly advocates: Statistic;
  /** Mainly recommends to others, and is positive. */
  readonly recommending: Statistic;
  /** Delight is the strongest emotion. */
  readonly delighted: Statistic;
  /** Mainly advises others, and is negative: warns them. */
  readonly warning: Statistic;
  /** Mainly says that they leave, cancel or will not buy again. */
  readonly churn: Statistic;
  /** Advocates less those who leave or warn, in points, -100 to 100; an estimate from text, no Net Promoter Score. */
  readonly balance: Statistic;
  /** Advocates and churn by channel, by name. */
  readonly channels: readonly { readonly channel: string; readonly advocates: Statistic; readonly churn: Statistic }[];
}

/**
 * Advocacy and churn language, from the counts of a summary. Nobody was asked: these are readings of what customers wrote by themselves, and
 * their intervals are of chance alone, not of the errors of the reading.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * const texts = ["I love it, tell all your friends!", "The lid broke after a week."];
 * const summary = addToSummary(emptySummary(), texts.map((text) => analyze(text)));
 * advocacy(summary, { withhold: 0 }).advocates.value; // 0.5
 */
export function advocacy(summary: Summary, options: ReliabilityOptions = {}): Advocacy {
  const rules = checkReliability(options, "advocacy");
  const { all, intents, emotions, channels, intentsByChannel, advocatesByChannel } = summary;
  const read = countRead(all);
  const intent = (name: string): Tally | undefined => intents.find((tally) => tally.name === name);
  const { positive = 0, negative = 0 } = intent("recommendation")?.sentiment ?? {};
  const leaving = intent("churn")?.n ?? 0;
  const delighted = emotions.find(({ name }) => name === "delight")?.n ?? 0;
  return {
    advocates: toShare(summary.advocates, read, rules),
    recommending: toShare(positive, read, rules),
    delighted: toShare(delighted, read, rules),
    warning: toShare(negative, read, rules),
    churn: toShare(leaving, read, rules),
    // A verbatim has one intent, so that those who leave and those who warn are not the same; an advocate is positive, so none who warns.
    balance: toNetScore(summary.advocates, leaving + negative, read, rules),
    channels: channels.map((tally) => {
      const churn = intentsByChannel.find(({ name, within }) => name === "churn" && within === tally.name)?.n ?? 0;
      const advocates = advocatesByChannel.find(({ name }) => name === tally.name)?.n ?? 0;
      return {
        channel: tally.name,
        advocates: toShare(advocates, countRead(tally), rules),
        churn: toShare(churn, countRead(tally), rules),
      };
    }),
  };
}
