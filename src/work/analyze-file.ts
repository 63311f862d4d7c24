import type { Readable, Writable } from "node:stream";
import type { RejectedRecord } from "../intake/read-verbatims.js";
import { type AnalyzeBatchesOptions, analyzeBatches, NO_TOTALS, type WorkTotals } from "./analyze-batches.js";
import { type OpenedInput, openInput } from "./open-input.js";
import { openOutput } from "./open-output.js";
import { openRejects } from "./open-rejects.js";

/** How far a run has come. */
export interface WorkProgress {
  readonly totals: WorkTotals;
  /** Stored bytes read so far. */
  readonly bytes: number;
  /** Stored bytes of the input; `null` where nobody knows. */
  readonly size: number | null;
}

/** Where rows that cannot be read go, and who is told how far the work is. */
export interface WorkHooks {
  /** File (or stream) that takes rows that could not be read, one `{ line, field, reason, raw }` a line. */
  readonly rejects?: string | Writable | undefined;
  /** Told of each row that could not be read. */
  readonly onReject?: ((reject: RejectedRecord) => void) | undefined;
  /** Told after each batch of at most 256 rows. */
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
}

/** Where the analyses of a file go, and how it is read. */
export interface AnalyzeFileOptions extends AnalyzeBatchesOptions, WorkHooks {
  /** File (or stream) that takes the analyses, one a line. */
  readonly out: string | Writable;
}

/**
 * Analyses a file of verbatims: one analysis a line, in the order of the input. Memory is bounded by the longest row, whatever
 * the length of the file; where the output is slow, the reading waits. Files are written under a temporary name and renamed at
 * the end; after an error or an abort what was there before is still there.
 *
 * @throws VerbatimsError `unreadable-input`, `unwritable-output`, or what reading verbatims throws; the reason of `signal`
 * @example
 * const totals = await analyzeFile("reviews.csv", { out: "scored.jsonl", rejects: "rejects.jsonl" });
 * console.log(`${totals.written} of ${totals.read} rows`);
 */
export async function analyzeFile(source: string | Readable, options: AnalyzeFileOptions): Promise<WorkTotals> {
  const { out: target, rejects: rejectsTarget, onReject, onProgress, ...reading } = options;
  const input = await openInput(source, options.signal);
  try {
    return await write(input);
  } finally {
    input.close();
  }

  async function write({ identity, bytesRead, size }: OpenedInput): Promise<WorkTotals> {
    const out = await openOutput(target, [identity]);
    const rejects = await openRejects(rejectsTarget, target, identity).catch(async (error) => {
      await out.discard();
      throw error;
    });
    try {
      let totals = NO_TOTALS;
      for await (const batch of analyzeBatches(input, reading)) {
        if (batch.analyses.length > 0) await out.write(toLines(batch.analyses));
        await rejects.take(batch.rejects, onReject);
        totals = batch.totals;
        onProgress?.({ totals, bytes: bytesRead(), size });
      }
      options.signal?.throwIfAborted();
      await out.commit();
      await rejects.commit();
      return totals;
    } finally {
      await out.discard();
      await rejects.discard();
    }
  }
}

function toLines(analyses: readonly object[]): string {
  return analyses.map((analysis) => `${JSON.stringify(analysis)}\n`).join("");
}
