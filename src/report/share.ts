import type { SentimentLabel } from "../core/labels.js";
import type { SentimentCounts } from "../pattern/summary.js";

/** Below this many verbatims a share is marked as resting on a small sample. */
export const SMALL_SAMPLE = 30;

/** Sentiments in the order in which reports show them: the pain first, praise last, what is between between. */
export const SHOWN_SENTIMENTS: readonly SentimentLabel[] = ["negative", "mixed", "neutral", "positive"];

/** Some of a whole. */
export interface Share {
  readonly count: number;
  /** The whole. */
  readonly of: number;
  /** Whole number 0 to 100; shares of one whole sum to 100. */
  readonly percent: number;
}

/** How the sentiments divide a group of verbatims. */
export interface Split {
  /** Verbatims in the group. */
  readonly n: number;
  /** Those of them whose sentiment was read; the whole that the shares divide. */
  readonly read: number;
  readonly shares: Readonly<Record<SentimentLabel, Share>>;
  /** Share positive minus share negative in points, -100 to 100; `null` where no sentiment was read. */
  readonly net: number | null;
  /** Whether {@link read} is below {@link SMALL_SAMPLE}. */
  readonly small: boolean;
}

/** What can be split: any tally. */
export interface Splittable {
  readonly n: number;
  readonly sentiment: SentimentCounts;
}

/** Divides a tally by sentiment. No verbatims give shares of nothing (0 of 0). */
export function splitBySentiment(tally: Splittable): Split {
  const counts = SHOWN_SENTIMENTS.map((label) => tally.sentiment[label]);
  const [negative, mixed, neutral, positive] = divide(counts);
  const none: Share = { count: 0, of: 0, percent: 0 };
  const read = counts.reduce((sum, count) => sum + count, 0);
  return {
    n: tally.n,
    read,
    shares: {
      negative: negative ?? none,
      mixed: mixed ?? none,
      neutral: neutral ?? none,
      positive: positive ?? none,
    },
    net: read === 0 ? null : ((tally.sentiment.positive - tally.sentiment.negative) / read) * 100,
    small: read < SMALL_SAMPLE,
  };
}

/**
 * The counts as shares of their sum, in whole percentages that sum to 100 (or to 0 where the sum is 0): each is rounded
 * down, and what is missing goes to the largest remainders, the earlier where equal.
 *
 * Source: the largest-remainder method (Hamilton 1792).
 */
export function divide(counts: readonly number[]): readonly Share[] {
  const of = counts.reduce((sum, count) => sum + count, 0);
  if (of === 0) return counts.map((count) => ({ count, of, percent: 0 }));
  // Whole-number remainders (count * 100 mod of): ties are ties on every machine.
  const floors = counts.map((count) => Math.floor((count * 100) / of));
  const order = counts
    .map((count, index) => ({ index, rest: count * 100 - Math.floor((count * 100) / of) * of }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  for (const { index } of order.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1;
  return counts.map((count, i) => ({ count, of, percent: floors[i] ?? 0 }));
}

/** One count of a whole that the other counts do not divide (a verbatim may have several themes). */
export function shareOf(count: number, of: number): Share {
  return { count, of, percent: of === 0 ? 0 : Math.round((count * 100) / of) };
}
