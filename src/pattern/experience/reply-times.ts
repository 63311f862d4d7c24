import { type Source, toAsyncIterable } from "../../core/iterables.js";
import type { Statistic } from "../../core/statistic.js";
import type { Analysis } from "../../meaning/analysis.js";
import {
  checkReliability,
  judgeStatistic,
  type ReliabilityOptions,
  type ReliabilityRules,
  wrongOption,
} from "../metrics/judge.js";
import { toShare } from "../tally-statistics.js";
import { readMoment, secondsBetween } from "../trends/read-moment.js";
import { findQuantilePlaces } from "./order-quantile.js";
import type { ReplyExpectation } from "./reply-expectations.js";

/** What replies are held against. */
export interface ReplyOptions extends ReliabilityOptions {
  /**
   * What customers expect, such as your promise to them; see {@link PUBLISHED_EXPECTATIONS}. At most 100.
   *
   * @defaultValue none
   */
  readonly expectations?: readonly ReplyExpectation[];
  readonly signal?: AbortSignal;
}

/** Replies held against an expectation. */
export interface KeptExpectation extends ReplyExpectation {
  /** Share of the replies that came in time, 0 to 1. */
  readonly kept: Statistic;
}

/** Time from what a customer wrote to the first reply. */
export interface ReplyTime {
  /** `null` for all channels together. */
  readonly channel: string | null;
  /** Verbatims with a reply whose time could be told. */
  readonly replied: number;
  /** Verbatims without a reply; how long they have waited is in no number here. */
  readonly unanswered: number;
  /** Verbatims with a reply of which the time cannot be told: a date without a time, an offset on one side alone, a reply before the question. */
  readonly untimed: number;
  /** Minutes that half of the replies came within. */
  readonly median: Statistic;
  /** Minutes that nine of ten replies came within. */
  readonly slowTenth: Statistic;
  /** Those expectations that are of this channel or of every channel, in their order. */
  readonly expectations: readonly KeptExpectation[];
}

/** Time to reply by channel. */
export interface ReplyTimes extends ReplyTime {
  readonly channel: null;
  /** By name; verbatims without a channel are in the numbers of all alone. */
  readonly channels: readonly ReplyTime[];
}

const DAY = 1440;
const LONGEST = 60 * DAY;

/**
 * Time to the first reply, by channel, held against what customers expect. Wants rows, because a summary holds no times: reads a source of
 * analyses whose verbatims have `at` and `repliedAt`, once. Memory grows with the channels alone, order does not matter.
 *
 * Minutes are rounded up: to whole ones within a day, to whole hours within 60 days; longer times count as 60 days. Whether an expectation
 * is kept is told to the second. Intervals of quantiles hold for any distribution; `n` counts replies.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range; whatever the source throws; the reason of `signal`
 * @example
 * const written = [{ text: "Where is it?", channel: "chat", at: "2026-03-02T09:00", repliedAt: "2026-03-02T09:25" }];
 * const { channels } = await replyTimes(written.map((one) => analyze(one)), { withhold: 0 });
 * channels[0]?.median.value; // 25
 */
export async function replyTimes(source: Source<Analysis>, options: ReplyOptions = {}): Promise<ReplyTimes> {
  const rules = checkReliability(options, "replyTimes");
  const { expectations = [], signal } = options;
  checkExpectations(expectations);
  const all = openReplies(null, expectations);
  const byChannel = new Map<string, OpenReplies>();
  for await (const { given } of toAsyncIterable(source)) {
    signal?.throwIfAborted();
    const seconds = given.repliedAt === undefined ? "unanswered" : secondsToReply(given.at, given.repliedAt);
    countReply(all, seconds);
    if (given.channel === undefined) continue;
    let replies = byChannel.get(given.channel);
    if (replies === undefined) {
      replies = openReplies(given.channel, expectations);
      byChannel.set(given.channel, replies);
    }
    countReply(replies, seconds);
  }
  const channels = [...byChannel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, replies]) => tellReplies(replies, rules));
  return { ...tellReplies(all, rules), channel: null, channels };
}

/** Replies of a channel while they are counted. */
interface OpenReplies {
  readonly channel: string | null;
  /** Replies by minutes, rounded up. */
  readonly minutes: Map<number, number>;
  readonly expected: readonly { readonly expectation: ReplyExpectation; kept: number }[];
  unanswered: number;
  untimed: number;
}

function openReplies(channel: string | null, expectations: readonly ReplyExpectation[]): OpenReplies {
  const ours = expectations.filter((expectation) => expectation.channel === null || expectation.channel === channel);
  const expected = ours.map((expectation) => ({ expectation, kept: 0 }));
  return { channel, minutes: new Map(), expected, unanswered: 0, untimed: 0 };
}

function secondsToReply(at: string | undefined, repliedAt: string): number | "untimed" {
  const [asked, replied] = [readMoment(at ?? ""), readMoment(repliedAt)];
  const seconds = asked === null || replied === null ? null : secondsBetween(asked, replied);
  return seconds === null || seconds < 0 ? "untimed" : seconds;
}

function countReply(replies: OpenReplies, seconds: number | "unanswered" | "untimed"): void {
  if (typeof seconds === "string") {
    replies[seconds]++;
    return;
  }
  const minutes = Math.ceil(seconds / 60);
  const rounded = minutes <= DAY ? minutes : Math.min(LONGEST, Math.ceil(minutes / 60) * 60);
  replies.minutes.set(rounded, (replies.minutes.get(rounded) ?? 0) + 1);
  for (const each of replies.expected) if (seconds <= each.expectation.withinMinutes * 60) each.kept++;
}

function tellReplies(
  { channel, minutes, expected, unanswered, untimed }: OpenReplies,
  rules: ReliabilityRules,
): ReplyTime {
  const sorted = [...minutes].sort(([a], [b]) => a - b);
  const replied = sorted.reduce((sum, [, count]) => sum + count, 0);
  const at = (place: number): number => {
    let passed = 0;
    for (const [value, count] of sorted) {
      passed += count;
      if (passed >= place) return value;
    }
    return LONGEST;
  };
  const quantile = (share: number): Statistic =>
    judgeStatistic(replied, replied, rules, () => {
      const places = findQuantilePlaces(share, replied, rules.level);
      const interval =
        places.low === null || places.high === null
          ? "Too few replies for an interval of this quantile."
          : { low: at(places.low), high: at(places.high) };
      return { value: at(places.value), interval };
    });
  return {
    channel,
    replied,
    unanswered,
    untimed,
    median: quantile(0.5),
    slowTenth: quantile(0.9),
    expectations: expected.map(({ expectation, kept }) => ({ ...expectation, kept: toShare(kept, replied, rules) })),
  };
}

function checkExpectations(expectations: readonly ReplyExpectation[]): void {
  if (!Array.isArray(expectations) || expectations.length > 100)
    throw wrongOption("replyTimes", "expectations", "a list of at most 100", expectations);
  for (const [i, { channel, withinMinutes, share, source }] of expectations.entries()) {
    const where = `expectations[${i}]`;
    if (channel !== null && typeof channel !== "string")
      throw wrongOption("replyTimes", `${where}.channel`, "a channel, or null for every one", channel);
    if (!(typeof withinMinutes === "number" && withinMinutes > 0 && withinMinutes <= LONGEST))
      throw wrongOption("replyTimes", `${where}.withinMinutes`, `a number above 0, at most ${LONGEST}`, withinMinutes);
    if (share !== null && !(typeof share === "number" && share >= 0 && share <= 1))
      throw wrongOption("replyTimes", `${where}.share`, "a number from 0 to 1, or null", share);
    if (typeof source !== "string" || source.trim() === "")
      throw wrongOption("replyTimes", `${where}.source`, "who says so", source);
  }
}
