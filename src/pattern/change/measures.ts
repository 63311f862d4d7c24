import type { SentimentLabel } from "../../core/labels.js";
import type { Tally } from "../summary.js";
import type { Histogram } from "./histogram.js";

/**
 * What a tally tells as one number:
 *
 * - `nps`: Net Promoter Score, points from -100 to 100;
 * - `csat`, `ces`, `rating`: mean of the answers given, 0 to 10, 1 to 7, 1 to 5;
 * - `sentiment`: mean sentiment score, -1 to 1, of scores counted in tenths;
 * - `negative`, `neutral`, `mixed`, `positive`: share of verbatims of that sentiment, 0 to 1, of those whose sentiment was read.
 */
export type Measure = "nps" | "csat" | "ces" | "rating" | "sentiment" | SentimentLabel;

/** All measures, scores first. */
export const MEASURES: readonly Measure[] = [
  "nps",
  "csat",
  "ces",
  "rating",
  "sentiment",
  "negative",
  "neutral",
  "mixed",
  "positive",
];

/** The answers of a tally whose mean is the measure. */
export function histogramOf(tally: Tally, measure: Measure): Histogram {
  if (measure === "nps") return { counts: countCamps(tally.nps), lowest: -100, step: 100 };
  if (measure === "csat") return { counts: tally.csat, lowest: 0, step: 1 };
  if (measure === "ces" || measure === "rating") return { counts: tally[measure], lowest: 1, step: 1 };
  if (measure === "sentiment") return { counts: tally.scores, lowest: -1, step: 0.1 };
  const count = tally.sentiment[measure];
  return { counts: [countRead(tally) - count, count], lowest: 0, step: 1 };
}

/** Verbatims whose sentiment was read: those in a language that is read. */
export function countRead({ sentiment: { negative, neutral, mixed, positive } }: Tally): number {
  return negative + neutral + mixed + positive;
}

/**
 * Detractors, passives and promoters among answers 0 to 10.
 *
 * Source: Reichheld 2003, The one number you need to grow.
 */
export function countCamps(
  bins: readonly number[],
): readonly [detractors: number, passives: number, promoters: number] {
  const sum = (from: number, to: number): number => bins.slice(from, to).reduce((total, count) => total + count, 0);
  return [sum(0, 7), sum(7, 9), sum(9, 11)];
}
