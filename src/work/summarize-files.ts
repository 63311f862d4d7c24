import type { Readable, Writable } from "node:stream";
import type { RejectedRecord } from "../intake/read-verbatims.js";
import { createAccumulator } from "../pattern/accumulate.js";
import { mergeSummaries } from "../pattern/add-to-summary.js";
import type { Summary } from "../pattern/summary.js";
import { readAnalysisBatches } from "./analyze-batches.js";
import type { WorkProgress } from "./analyze-file.js";
import { identifyFile } from "./file-identity.js";
import { openInput } from "./open-input.js";
import { openOutput } from "./open-output.js";
import { readSummaryFile } from "./read-summary-file.js";
import { addTotals, NO_TOTALS, type WorkTotals } from "./work-totals.js";

/** Where a summary of files goes, and who is told how it comes along. */
export interface SummarizeFilesOptions {
  /** File (or stream) that takes the summary as one line of JSON. */
  readonly out?: string | Writable | undefined;
  /** Told of each line that is no analysis, and of the file it is in. */
  readonly onReject?: ((reject: RejectedRecord, name: string) => void) | undefined;
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
  /**
   * Whether a file without a line is as good as none, instead of an error.
   *
   * @defaultValue false
   */
  readonly allowEmpty?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A summary and the rows that it was made from. */
export interface SummarizedFiles {
  readonly summary: Summary;
  readonly totals: WorkTotals;
}

/**
 * Adds up files of analyses, one a line. In which order they are named does not matter. Memory grows with the distinct names met
 * (themes, channels, segments …), not with the rows.
 *
 * @throws VerbatimsError `unreadable-input`; `invalid-analysis` where a file holds none; `unlike-summaries` where they come from
 * different models; `unwritable-output`; the reason of `signal`
 * @example
 * const { summary } = await summarizeFiles(["monday.jsonl", "tuesday.jsonl"], { out: "summary.json" });
 */
export async function summarizeFiles(
  sources: readonly (string | Readable)[],
  { out, onReject, onProgress, allowEmpty, signal }: SummarizeFilesOptions = {},
): Promise<SummarizedFiles> {
  const sum = createAccumulator();
  let totals = NO_TOTALS;
  for (const source of sources) {
    const input = await openInput(source, signal);
    const before = totals;
    try {
      for await (const batch of readAnalysisBatches(input, signal, allowEmpty)) {
        for (const analysis of batch.analyses) sum.addAnalysis(analysis);
        if (onReject !== undefined) for (const reject of batch.rejects) onReject(reject, input.name);
        totals = addTotals(before, batch.totals);
        onProgress?.({ totals, bytes: input.bytesRead(), size: input.size });
      }
    } finally {
      input.close();
    }
  }
  const summary = sum.toSummary();
  await writeSummary(summary, sources, out);
  return { summary, totals };
}

/**
 * Merges summaries made apart; a file may hold several, one a line. Any order and grouping gives the same bytes.
 *
 * @throws VerbatimsError `unreadable-input`, `invalid-summary`, `unlike-summaries`, `unwritable-output`; the reason of `signal`
 * @example
 * await mergeFiles(["monday.json", "tuesday.json"], { out: "both.json" });
 */
export async function mergeFiles(
  sources: readonly (string | Readable)[],
  { out, signal }: Pick<SummarizeFilesOptions, "out" | "signal"> = {},
): Promise<Summary> {
  let merged: Summary | undefined;
  for (const source of sources) {
    const summary = await readSummaryFile(source, signal);
    merged = merged === undefined ? summary : mergeSummaries(merged, summary);
  }
  // A summary merged with nothing is written in the canonical order too.
  const summary = merged === undefined ? mergeSummaries() : mergeSummaries(merged);
  await writeSummary(summary, sources, out);
  return summary;
}

/** Opened only when there is something to write, so that an error leaves what was there before. */
async function writeSummary(
  summary: Summary,
  sources: readonly (string | Readable)[],
  target: string | Writable | undefined,
): Promise<void> {
  if (target === undefined) return;
  const out = await openOutput(target, await Promise.all(sources.map((source) => identifyFile(source))));
  try {
    await out.write(`${JSON.stringify(summary)}\n`);
    await out.commit();
  } finally {
    await out.discard();
  }
}
