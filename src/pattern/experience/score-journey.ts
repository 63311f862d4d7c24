import type { Statistic } from "../../core/statistic.js";
import { countCamps, countRead, histogramOf } from "../change/measures.js";
import { checkReliability, type ReliabilityOptions, type ReliabilityRules } from "../metrics/judge.js";
import type { Summary, Tally } from "../summary.js";
import { toMean, toNetScore, toShare } from "../tally-statistics.js";

/** What customers say at a stage, in a channel, or at a stage in a channel. */
export interface JourneyScore {
  /** `null` in the scores of a whole channel. */
  readonly stage: string | null;
  /** `null` in the scores of a whole stage. */
  readonly channel: string | null;
  /** Verbatims. */
  readonly n: number;
  /** Share of all verbatims; at a stage in a channel, of the channel's: 0 to 1. */
  readonly share: Statistic;
  /** Share that is negative, of those whose sentiment was read: 0 to 1. */
  readonly negative: Statistic;
  /** Mean sentiment score, -1 to 1. */
  readonly sentiment: Statistic;
  /** Net Promoter Score of the answers given with them, -100 to 100. */
  readonly nps: Statistic;
}

/** Scores of a journey; lists by name. */
export interface JourneyScores {
  readonly stages: readonly JourneyScore[];
  readonly channels: readonly JourneyScore[];
  /** Each stage in each channel that has verbatims of it; by stage, then channel. */
  readonly cells: readonly JourneyScore[];
}

/**
 * Scores each stage of the journey, each channel, and each stage in each channel, from the counts of a summary. Verbatims whose stage cannot
 * be told, or without a channel, are in no cell. An empty summary gives empty lists.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * const summary = addToSummary(emptySummary(), analyze({ text: "The app crashes at login.", channel: "review" }));
 * scoreJourney(summary).cells.map(({ channel, n }) => `${channel}: ${n}`); // ["review: 1"]
 */
export function scoreJourney(summary: Summary, options: ReliabilityOptions = {}): JourneyScores {
  const rules = checkReliability(options, "scoreJourney");
  const { all, stages, channels, stagesByChannel } = summary;
  const sizes = new Map(channels.map(({ name, n }) => [name, n]));
  return {
    stages: stages.map((tally) => scoreTally(tally, tally.name, null, all.n, rules)),
    channels: channels.map((tally) => scoreTally(tally, null, tally.name, all.n, rules)),
    cells: stagesByChannel.map((tally) =>
      scoreTally(tally, tally.name, tally.within, sizes.get(tally.within) ?? 0, rules),
    ),
  };
}

function scoreTally(
  tally: Tally,
  stage: string | null,
  channel: string | null,
  of: number,
  rules: ReliabilityRules,
): JourneyScore {
  const [detractors, passives, promoters] = countCamps(tally.nps);
  return {
    stage,
    channel,
    n: tally.n,
    share: toShare(tally.n, of, rules),
    negative: toShare(tally.sentiment.negative, countRead(tally), rules),
    sentiment: toMean(histogramOf(tally, "sentiment"), rules),
    nps: toNetScore(promoters, detractors, detractors + passives + promoters, rules),
  };
}
