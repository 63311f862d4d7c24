import type { Intent } from "../../core/labels.js";
import type { Statistic } from "../../core/statistic.js";
import { countRead } from "../change/measures.js";
import { checkReliability, type ReliabilityOptions } from "../metrics/judge.js";
import type { Summary, Tally } from "../summary.js";
import { toShare } from "../tally-statistics.js";

/** How much of what came in wants an answer: shares, 0 to 1, of the verbatims that were read. */
export interface NeedShares {
  /** Tells of a problem. */
  readonly complaints: Statistic;
  /** Asks for information. */
  readonly questions: Statistic;
  /** Asks the company to do or change something. */
  readonly requests: Statistic;
  /** Says that they leave. */
  readonly churn: Statistic;
  /** Any of the four. */
  readonly needing: Statistic;
  /** Should be answered within the hour. */
  readonly urgent: Statistic;
}

/** Response need of one channel. */
export interface ChannelNeed extends NeedShares {
  readonly channel: string;
}

/** Response need of all verbatims, and by channel. */
export interface ResponseNeed extends NeedShares {
  /** By name. */
  readonly channels: readonly ChannelNeed[];
}

/**
 * How many of the verbatims want an answer, and how soon, from the counts of a summary. Shares are of verbatims in a language that is read,
 * with Wilson intervals for chance; that the reading of intents errs too is not in them.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * const summary = addToSummary(emptySummary(), ["The lid broke after a week.", "Lovely kettle."].map((text) => analyze(text)));
 * responseNeed(summary, { withhold: 0 }).complaints.value; // 0.5
 */
export function responseNeed(summary: Summary, options: ReliabilityOptions = {}): ResponseNeed {
  const rules = checkReliability(options, "responseNeed");
  const shares = (tally: Tally, countOf: (intent: Intent) => number, urgent: number): NeedShares => {
    const read = countRead(tally);
    const share = (count: number): Statistic => toShare(count, read, rules);
    const [complaints, questions, requests, churn] = [
      countOf("complaint"),
      countOf("question"),
      countOf("request"),
      countOf("churn"),
    ];
    return {
      complaints: share(complaints),
      questions: share(questions),
      requests: share(requests),
      churn: share(churn),
      // A verbatim has one intent, so that these add up.
      needing: share(complaints + questions + requests + churn),
      urgent: share(urgent),
    };
  };
  const all = new Map(summary.intents.map(({ name, n }) => [name, n]));
  const byChannel = new Map<string, Map<string, number>>();
  for (const { name, within, n } of summary.intentsByChannel) {
    const intents = byChannel.get(within) ?? new Map<string, number>();
    byChannel.set(within, intents.set(name, n));
  }
  const urgent = new Map(summary.urgentByChannel.map(({ name, n }) => [name, n]));
  return {
    ...shares(summary.all, (intent) => all.get(intent) ?? 0, summary.urgent),
    channels: summary.channels.map((tally) => ({
      channel: tally.name,
      ...shares(tally, (intent) => byChannel.get(tally.name)?.get(intent) ?? 0, urgent.get(tally.name) ?? 0),
    })),
  };
}
