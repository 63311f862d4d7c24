import { VerbatimsError } from "../../core/error.js";
import type { Tally } from "../summary.js";
import { addTally, copyTally, openTally } from "../tally.js";

/** A tally of nothing. */
export const NO_TALLY: Tally = /* @__PURE__ */ copyTally(openTally());

/** The sum of tallies. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  const sum = openTally();
  for (const tally of tallies) addTally(sum, tally);
  return copyTally(sum);
}

/**
 * What is left of a whole when a part is taken off.
 *
 * @throws VerbatimsError `invalid-summary` where the part holds more than the whole
 */
export function restOf(whole: Tally, part: Tally, where: string): Tally {
  const less = (all: number, some: number): number => {
    if (some <= all) return all - some;
    throw new VerbatimsError(
      "invalid-summary",
      `${where}: expected at most the ${all} verbatims of the whole, got ${some}. Make the summary again from its analyses.`,
      { field: where, expected: `at most ${all}`, received: String(some) },
    );
  };
  const lessEach = (all: readonly number[], some: readonly number[]): number[] =>
    all.map((count, i) => less(count, some[i] ?? 0));
  return {
    n: less(whole.n, part.n),
    sentiment: {
      negative: less(whole.sentiment.negative, part.sentiment.negative),
      neutral: less(whole.sentiment.neutral, part.sentiment.neutral),
      mixed: less(whole.sentiment.mixed, part.sentiment.mixed),
      positive: less(whole.sentiment.positive, part.sentiment.positive),
    },
    scores: lessEach(whole.scores, part.scores),
    rating: lessEach(whole.rating, part.rating),
    nps: lessEach(whole.nps, part.nps),
    csat: lessEach(whole.csat, part.csat),
    ces: lessEach(whole.ces, part.ces),
  };
}
