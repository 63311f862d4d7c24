import { type Source, toAsyncIterable } from "../core/iterables.js";
import type { Analysis } from "../meaning/analysis.js";
import { createAccumulator } from "../pattern/accumulate.js";
import { emptySummary, type SummaryOptions } from "../pattern/add-to-summary.js";
import type { Summary } from "../pattern/summary.js";

/**
 * Adds up a source of analyses. Memory grows with the distinct names met (themes, channels, segments …), not with the rows.
 *
 * @throws VerbatimsError `unlike-summaries` where analyses come from different models; whatever the source throws; the reason of `signal`
 * @example
 * const summary = await summarizeStream(analyzeStream(["Great kettle", "The lid broke"]));
 * summary.all.sentiment.negative; // 1
 */
export async function summarizeStream(
  source: Source<Analysis>,
  { signal, ...options }: SummaryOptions & { readonly signal?: AbortSignal } = {},
): Promise<Summary> {
  const sum = createAccumulator(emptySummary(options).quotesKept);
  for await (const analysis of toAsyncIterable(source)) {
    signal?.throwIfAborted();
    sum.addAnalysis(analysis);
  }
  return sum.toSummary();
}
