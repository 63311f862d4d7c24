import type { ConfusionTable } from "./estimate-shares.js";

/** Stars that texts came with: the true labels of a {@link scoreConfusion}. */
export const STARS: readonly string[] = ["1", "2", "3", "4", "5"];

/** Bins of sentiment scores that a tally counts, and how many of them make one predicted class. */
const SCORE_BINS = 21;
const BINS_OF_CLASS = 3;

/** Counts of the 21 score bins of a tally as counts of the seven predicted classes, from most negative to most positive. */
export function toScoreClasses(bins: readonly number[]): number[] {
  return Array.from({ length: SCORE_BINS / BINS_OF_CLASS }, (_, i) =>
    bins.slice(i * BINS_OF_CLASS, (i + 1) * BINS_OF_CLASS).reduce((sum, count) => sum + count, 0),
  );
}

/**
 * Counts which sentiment scores texts with each number of stars were read with: the table that `npsFromText` and `starsFromText` correct by.
 * Make it from your own texts that came with stars where they differ from the public ones. Stars are rounded; texts beyond 1 to 5 stars
 * or without a score are left out.
 *
 * @example
 * const rated = [{ stars: 5, score: 0.9 }, { stars: 1, score: -0.8 }];
 * scoreConfusion(rated).counts[4]; // [0, 0, 0, 0, 0, 0, 1]
 */
export function scoreConfusion(
  rated: Iterable<{ readonly stars: number; readonly score: number | null }>,
): ConfusionTable {
  const bins = STARS.map(() => new Array<number>(SCORE_BINS).fill(0));
  for (const { stars, score } of rated) {
    const row = bins[Math.round(stars) - 1];
    if (row === undefined || score === null || !(score >= -1 && score <= 1)) continue;
    const bin = Math.round((score + 1) * 10);
    row[bin] = (row[bin] ?? 0) + 1;
  }
  return { labels: STARS, counts: bins.map(toScoreClasses) };
}
