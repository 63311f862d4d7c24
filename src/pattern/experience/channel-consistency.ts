import type { Statistic } from "../../core/statistic.js";
import { momentsOf } from "../change/histogram.js";
import { histogramOf } from "../change/measures.js";
import { checkReliability, judgeStatistic, type ReliabilityOptions, type ReliabilityRules } from "../metrics/judge.js";
import type { CrossTally, Summary } from "../summary.js";
import { findBetweenSpread, type GroupMean } from "./between-spread.js";

/** A channel that a stage is compared over. */
export interface ComparedChannel {
  readonly channel: string;
  /** Verbatims of the stage in this channel whose sentiment was read. */
  readonly n: number;
  /** Their mean sentiment score, -1 to 1. */
  readonly sentiment: number;
}

/** How alike a stage is over the channels. */
export interface StageConsistency {
  readonly stage: string;
  /** The index, 0 to 1. */
  readonly index: Statistic;
  /** Channels with answers enough to be compared, by name. */
  readonly channels: readonly ComparedChannel[];
}

/** Whether customers are served alike wherever they come. */
export interface ChannelConsistency {
  /** The index over all stages, 0 to 1. */
  readonly index: Statistic;
  /** By name; every stage that some channel has verbatims of. */
  readonly stages: readonly StageConsistency[];
}

/** The largest standard deviation that means within -1 to 1 can have: half of them at either end. */
const MOST_SPREAD = 1;

/**
 * Omnichannel consistency index: 1 where each stage of the journey is felt alike in all channels, 0 where channels lie as far apart as
 * they can. It is 1 less the standard deviation of the channels' true mean sentiments (on the scale -1 to 1, so that 1 is the largest
 * there can be): 0.9 says that channels usually differ by 0.1 from their middle. How far chance alone sets the observed means apart is
 * taken out first; the index over all stages supposes one such deviation around each stage's own middle.
 *
 * Left out are channels with fewer than `withhold` verbatims of the stage, at least two. Not estimable where fewer than two channels are
 * left, or all verbatims of a stage say the same.
 *
 * Source: this project's definition; {@link findBetweenSpread} tells the method of the spread.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * channelConsistency(emptySummary()).index.reason; // "No stage can be compared over channels."
 */
export function channelConsistency(summary: Summary, options: ReliabilityOptions = {}): ChannelConsistency {
  const rules = checkReliability(options, "channelConsistency");
  const names = [...new Set(summary.stagesByChannel.map(({ name }) => name))];
  const families = names.map((stage) => compareChannels(stage, summary.stagesByChannel, rules));
  const fit = families.filter(({ fault }) => fault === null);
  const nOf = (list: readonly Family[]): number =>
    list.flatMap(({ channels }) => channels).reduce((sum, { n }) => sum + n, 0);
  const indexOf = (list: readonly Family[], fault: string | null): Statistic => {
    const n = nOf(list);
    if (fault !== null)
      return { value: null, low: null, high: null, level: rules.level, n, reliability: "not-estimable", reason: fault };
    return judgeStatistic(n, n, rules, () => {
      const { value, low, high } = findBetweenSpread(
        list.map(({ groups }) => groups),
        MOST_SPREAD,
        rules.level,
      );
      return { value: 1 - value, interval: { low: 1 - high, high: 1 - low } };
    });
  };
  return {
    index: indexOf(fit, fit.length === 0 ? "No stage can be compared over channels." : null),
    stages: families.map((family) => ({
      stage: family.stage,
      index: indexOf([family], family.fault),
      channels: family.channels,
    })),
  };
}

interface Family {
  readonly stage: string;
  readonly channels: readonly ComparedChannel[];
  readonly groups: readonly GroupMean[];
  readonly fault: string | null;
}

function compareChannels(stage: string, crossed: readonly CrossTally[], { withhold }: ReliabilityRules): Family {
  const compared = crossed
    .filter(({ name }) => name === stage)
    .map((tally) => ({ channel: tally.within, ...momentsOf(histogramOf(tally, "sentiment")) }))
    .filter(({ n }) => n >= Math.max(2, withhold));
  const channels = compared.map(({ channel, n, mean }) => ({ channel, n, sentiment: mean }));
  // One spread of answers for all channels of a stage: a few answers that happen to agree would else seem to be sure of themselves.
  const squares = compared.reduce((sum, { n, variance }) => sum + variance * (n - 1), 0);
  const within = squares / compared.reduce((sum, { n }) => sum + n - 1, 0);
  const groups = compared.map(({ n, mean }) => ({ mean, variance: within / n }));
  const fault =
    compared.length < 2
      ? "Fewer than two channels have verbatims enough."
      : within === 0
        ? "Within each channel all verbatims say the same, so that chance cannot be told."
        : null;
  return { stage, channels, groups, fault };
}
