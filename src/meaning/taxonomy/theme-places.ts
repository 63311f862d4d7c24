import type { Runs } from "./find-near.js";

/** Confidence of terms and queries. Set by judgement: no list of terms is known before its owner writes it. */
const RULE = {
  /** How often a single word is taken to be meant otherwise, a phrase, a query. */
  wordWrong: 0.25,
  phraseWrong: 0.1,
  queryWrong: 0.1,
  most: 0.99,
} as const;

/** What speaks for a theme in a text: runs of words, and how sure they make it. */
export interface ThemePlaces {
  /** `from` and `to` in turn, in the order they were found. */
  readonly runs: number[];
  /** Queries that hold. */
  queries: number;
}

/** Of the runs those in text order that do not overlap: of overlapping ones the first, of those that start together the longest. */
export function arrangeRuns(runs: Runs): readonly (readonly [from: number, to: number])[] {
  const pairs = Array.from({ length: runs.length / 2 }, (_, k) => [runs[2 * k] ?? 0, runs[2 * k + 1] ?? 0] as const);
  pairs.sort(([a, aTo], [b, bTo]) => a - b || bTo - aTo);
  let end = -1;
  return pairs.filter(([from, to]) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/**
 * Probability that a theme is meant: 1 less the probability that all that speaks for it is meant otherwise, 0.25 for each place of a single word, 0.1
 * for each place of a phrase and for each query that holds, as if these were independent; at most 0.99. Source: noisy-or (Pearl 1988).
 */
export function confidenceOf(terms: readonly (readonly [from: number, to: number])[], queries: number): number {
  let wrong = 1;
  for (const [from, to] of terms) wrong *= to - from > 1 ? RULE.phraseWrong : RULE.wordWrong;
  for (let k = 0; k < queries && wrong > 1 - RULE.most; k++) wrong *= RULE.queryWrong;
  return Math.min(RULE.most, 1 - wrong);
}
