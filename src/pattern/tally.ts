import type { SentimentLabel } from "../core/labels.js";
import type { Given } from "../intake/verbatim.js";
import type { Tally } from "./summary.js";

/** A tally while it is being counted. */
export interface OpenTally {
  n: number;
  readonly sentiment: Record<SentimentLabel, number>;
  readonly scores: number[];
  readonly rating: number[];
  readonly nps: number[];
  readonly csat: number[];
  readonly ces: number[];
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

/** A tally of nothing. */
export function openTally(): OpenTally {
  return {
    n: 0,
    sentiment: { negative: 0, neutral: 0, mixed: 0, positive: 0 },
    scores: zeros(21),
    rating: zeros(5),
    nps: zeros(11),
    csat: zeros(11),
    ces: zeros(7),
  };
}

/** Bin of a sentiment score: `-1 + bin / 10` is its middle. */
function scoreBin(score: number): number {
  return Math.max(0, Math.min(20, Math.round((score + 1) * 10)));
}

/** Counts one verbatim. */
export function countVerbatim(
  tally: OpenTally,
  sentiment: { readonly label: SentimentLabel; readonly score: number } | null,
  given: Given,
): void {
  tally.n++;
  if (sentiment !== null) {
    tally.sentiment[sentiment.label]++;
    bump(tally.scores, scoreBin(sentiment.score));
  }
  if (given.rating !== undefined) bump(tally.rating, Math.round(given.rating) - 1);
  if (given.nps !== undefined) bump(tally.nps, given.nps);
  if (given.csat !== undefined) bump(tally.csat, Math.round(given.csat));
  if (given.ces !== undefined) bump(tally.ces, Math.round(given.ces) - 1);
}

function bump(bins: number[], bin: number): void {
  if (bin >= 0 && bin < bins.length) bins[bin] = (bins[bin] ?? 0) + 1;
}

/** Adds one tally to another. */
export function addTally(to: OpenTally, from: Tally): void {
  to.n += from.n;
  for (const label of ["negative", "neutral", "mixed", "positive"] as const)
    to.sentiment[label] += from.sentiment[label];
  for (const bins of ["scores", "rating", "nps", "csat", "ces"] as const) {
    from[bins].forEach((count, i) => {
      to[bins][i] = (to[bins][i] ?? 0) + count;
    });
  }
}

/** Copies a tally with its keys in the order of {@link Tally}. */
export function copyTally({ n, sentiment, scores, rating, nps, csat, ces }: Tally): Tally {
  const { negative, neutral, mixed, positive } = sentiment;
  return {
    n,
    sentiment: { negative, neutral, mixed, positive },
    scores: [...scores],
    rating: [...rating],
    nps: [...nps],
    csat: [...csat],
    ces: [...ces],
  };
}
