import { excerpt, VerbatimsError } from "../core/error.js";
import type { Analysis } from "../meaning/analysis.js";
import { createAccumulator, QUOTES_KEPT } from "./accumulate.js";
import type { Summary } from "./summary.js";

/** Options of a new summary. */
export interface SummaryOptions {
  /**
   * Quotes kept for each theme and sentiment, a whole number from 0 (none) to 100. More make a larger summary.
   *
   * @defaultValue 5
   */
  readonly quotesKept?: number;
}

/**
 * The summary of nothing: the neutral element of {@link mergeSummaries}.
 *
 * @throws VerbatimsError `invalid-option` where `quotesKept` is no whole number from 0 to 100
 */
export function emptySummary({ quotesKept = QUOTES_KEPT }: SummaryOptions = {}): Summary {
  if (!Number.isInteger(quotesKept) || quotesKept < 0 || quotesKept > 100) {
    throw new VerbatimsError(
      "invalid-option",
      `emptySummary quotesKept: expected a whole number from 0 to 100, got ${excerpt(quotesKept)}. Leave it out for ${QUOTES_KEPT}.`,
      { field: "quotesKept", received: excerpt(quotesKept) },
    );
  }
  return createAccumulator(quotesKept).toSummary();
}

/**
 * Adds one or more analyses to a summary and returns the new one; the summary given stays as it is. Order does not matter.
 *
 * @throws VerbatimsError `unlike-summaries` where an analysis was made by another model than the summary's
 * @example
 * const summary = addToSummary(emptySummary(), [analyze("Great kettle"), analyze("The lid broke")]);
 * summary.all.n; // 2
 */
export function addToSummary(summary: Summary, analyses: Analysis | Iterable<Analysis>): Summary {
  const sum = createAccumulator(summary.quotesKept);
  sum.addSummary(summary);
  for (const analysis of isOne(analyses) ? [analyses] : analyses) sum.addAnalysis(analysis);
  return sum.toSummary();
}

function isOne(analyses: Analysis | Iterable<Analysis>): analyses is Analysis {
  return !(Symbol.iterator in analyses);
}

/**
 * Merges summaries. Associative and commutative: any order and grouping gives the same bytes. Of none it is `emptySummary()`.
 *
 * @throws VerbatimsError `unlike-summaries` where models of one language, or the number of quotes kept, differ
 */
export function mergeSummaries(...summaries: readonly Summary[]): Summary {
  const sum = createAccumulator(summaries[0]?.quotesKept);
  for (const summary of summaries) sum.addSummary(summary);
  return sum.toSummary();
}
