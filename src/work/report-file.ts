import { basename } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Language } from "../core/labels.js";
import { createAccumulator } from "../pattern/accumulate.js";
import { emptySummary } from "../pattern/add-to-summary.js";
import type { Summary } from "../pattern/summary.js";
import { readReportOptions } from "../report/options.js";
import { toHtml } from "../report/to-html.js";
import { type AnalyzeBatchesOptions, analyzeBatches, readAnalysisBatches } from "./analyze-batches.js";
import type { WorkHooks } from "./analyze-file.js";
import { type OpenedInput, openInput } from "./open-input.js";
import { openOutput } from "./open-output.js";
import { openRejects } from "./open-rejects.js";
import { peekChunks } from "./peek-chunks.js";
import { readSummary } from "./read-summary-file.js";
import { type Content, isTelling, tellContent } from "./tell-content.js";
import { NO_TOTALS, type WorkTotals } from "./work-totals.js";

/** The verbatims of an invented shop that the package brings along to be tried on. */
export const DEMO_FILE: string = fileURLToPath(new URL("../../datasets/demo.csv", import.meta.url));

/** Where the report of a file goes, what it is called, and how the file is read. */
export interface ReportFileOptions extends Omit<AnalyzeBatchesOptions, "keepText">, WorkHooks {
  /** File (or stream) that takes the HTML page. */
  readonly out?: string | Writable | undefined;
  /** Heading of the report. @defaultValue "What customers say", in the report's language */
  readonly title?: string | undefined;
  /** Language of the report's own words. @defaultValue "en" */
  readonly reportLanguage?: Language | undefined;
  /** Where the verbatims came from, as the report says it. @defaultValue the file's name */
  readonly sourceName?: string | undefined;
  /** Told what the input was found to hold, before it is read. */
  readonly onContent?: ((content: Content) => void) | undefined;
}

/** What a report was made from. */
export interface ReportedFile {
  readonly content: Content;
  readonly summary: Summary;
  /** All 0 where the input was a summary. */
  readonly totals: WorkTotals;
}

/**
 * Reads a file of verbatims, of analyses made before (recognised by their keys), or of a summary, and writes the whole story as
 * one HTML page.
 *
 * @throws VerbatimsError `unreadable-input`, `unwritable-output`, what reading verbatims throws, `invalid-summary`; the reason of `signal`
 * @example
 * const { summary } = await reportFile("reviews.csv", { out: "report.html", title: "Spring reviews" });
 */
export async function reportFile(source: string | Readable, options: ReportFileOptions = {}): Promise<ReportedFile> {
  const { out: target, rejects: rejectsTarget, title, reportLanguage } = options;
  // What is wrong with the options is said before anything is read.
  readReportOptions("reportFile", emptySummary(), { title, language: reportLanguage });
  const opened = await openInput(source, options.signal);
  try {
    const { head, chunks } = await peekChunks(opened.chunks, isTelling);
    const input = { ...opened, chunks };
    const content = tellContent(head);
    options.onContent?.(content);
    const out = target === undefined ? null : await openOutput(target, [opened.identity]);
    try {
      const rejects = await openRejects(rejectsTarget, target ?? null, opened.identity);
      try {
        const { summary, totals } =
          content === "summary"
            ? { summary: await readSummary(input), totals: NO_TOTALS }
            : await sumUp(input, content, options, rejects.take);
        options.signal?.throwIfAborted();
        const sourceName = options.sourceName ?? (opened.path === undefined ? opened.name : basename(opened.path));
        const page = { title, language: reportLanguage, source: sourceName, rejected: totals.rejected };
        await out?.write(toHtml(summary, page));
        await out?.commit();
        await rejects.commit();
        return { content, summary, totals };
      } finally {
        await rejects.discard();
      }
    } finally {
      await out?.discard();
    }
  } finally {
    opened.close();
  }
}

async function sumUp(
  input: OpenedInput,
  content: Content,
  options: ReportFileOptions,
  take: Awaited<ReturnType<typeof openRejects>>["take"],
): Promise<{ summary: Summary; totals: WorkTotals }> {
  const { out, rejects, onReject, onProgress, title, reportLanguage, sourceName, onContent, ...reading } = options;
  const sum = createAccumulator();
  let totals = NO_TOTALS;
  const batches = content === "analyses" ? readAnalysisBatches(input, options.signal) : analyzeBatches(input, reading);
  for await (const batch of batches) {
    for (const analysis of batch.analyses) sum.addAnalysis(analysis);
    await take(batch.rejects, onReject);
    totals = batch.totals;
    onProgress?.({ totals, bytes: input.bytesRead(), size: input.size });
  }
  return { summary: sum.toSummary(), totals };
}
