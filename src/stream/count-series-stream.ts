import { type Source, toAsyncIterable } from "../core/iterables.js";
import type { Analysis } from "../meaning/analysis.js";
import { type SeriesOptions, startSeries } from "../pattern/trends/add-to-series.js";
import type { Series } from "../pattern/trends/series.js";

/**
 * Counts a source of analyses by period. Memory grows with the periods and the names met in each, not with the rows.
 *
 * @throws VerbatimsError `invalid-option` where the unit or the time zone is none; `unlike-summaries` where analyses come from different
 * models; whatever the source throws; the reason of `signal`
 * @example
 * const written = [{ text: "The lid broke.", at: "2026-03-01" }, { text: "Great kettle.", at: "2026-03-02" }];
 * const series = await countSeriesStream(analyzeStream(written), { unit: "month", timeZone: "Europe/Istanbul" });
 * series.periods.map(({ period, all }) => `${period}: ${all.n}`); // ["2026-03: 2"]
 */
export async function countSeriesStream(
  source: Source<Analysis>,
  { signal, ...options }: SeriesOptions & { readonly signal?: AbortSignal },
): Promise<Series> {
  const sum = startSeries(options);
  for await (const analysis of toAsyncIterable(source)) {
    signal?.throwIfAborted();
    sum.addAnalysis(analysis);
  }
  return sum.toSeries();
}
