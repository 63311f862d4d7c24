import { stat } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { VerbatimsError } from "../core/error.js";
import type { RejectedRecord } from "../intake/read-verbatims.js";
import type { AnalyzeBatchesOptions } from "./analyze-batches.js";
import { analyzePipe } from "./analyze-pipe.js";
import { analyzeRejected } from "./analyze-rejected.js";
import { scoreFiles } from "./pool/score-files.js";
import { type RejectLimit, watchRejects } from "./reject-limit.js";
import type { WorkTotals } from "./work-totals.js";

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
  /** File (or stream) that takes rows that could not be read, one `{ line, offset, row, field, reason, raw }` a line. */
  readonly rejects?: string | Writable | undefined;
  /** Told of each row that could not be read, and of the input it is in where there are several. */
  readonly onReject?: ((reject: RejectedRecord, name?: string) => void) | undefined;
  /** Told after each batch of rows. */
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
}

/** Where the analyses of files go, how they are read, and by how many. */
export interface AnalyzeFileOptions extends AnalyzeBatchesOptions, WorkHooks {
  /** File (or stream) that takes the analyses, one a line. */
  readonly out: string | Writable;
  /** File that takes the summary of the analyses. Files alone are summed up on the way, no streams. */
  readonly summary?: string | undefined;
  /**
   * Threads that score, at least 1; a small input takes fewer. The result does not depend on it.
   *
   * @defaultValue 1
   */
  readonly workers?: number | undefined;
  /**
   * Bytes of input that a thread scores at once, at least 1. The result does not depend on it.
   *
   * @defaultValue 262_144
   */
  readonly rangeBytes?: number | undefined;
  /** Ends the work with an error where more rows than that are rejected. @defaultValue any number */
  readonly maxRejects?: RejectLimit | undefined;
  /**
   * File of rejects whose rows alone are analysed, as rows of the one input: as they stand there, corrected or not. Such a run is short
   * and begins anew where it was broken off.
   */
  readonly rejected?: string | undefined;
  /** Begins anew where a run before was broken off. @defaultValue false: the run goes on */
  readonly restart?: boolean | undefined;
  /** Told where a run that was broken off goes on: the rows that are done. */
  readonly onResume?: ((totals: WorkTotals) => void) | undefined;
  /** Told where the run ended before its end and can go on. */
  readonly onKept?: (() => void) | undefined;
  /** Rejects that `onReject` is told of for each range. @defaultValue all */
  readonly rejectsTold?: number | undefined;
}

/**
 * Analyses files of verbatims (or a stream): one analysis a line, in the order of the inputs. Memory is bounded by the longest row,
 * whatever the length of the files; where the output is slow, the reading waits. Files are written under a temporary name and renamed
 * at the end; after an error or an abort what was there before is still there.
 *
 * Where inputs and outputs are files, the work can be broken off at any moment (also by `kill -9` or loss of power) and goes on where it
 * was when the same call is made again: what is done lies in the folder `<out>.checkpoint` until the end.
 *
 * @throws VerbatimsError `unreadable-input`, `changed-input`, `unwritable-output`; `unlike-checkpoint` where a run was broken off whose
 * inputs or options were others; `too-many-rejects`; what reading verbatims throws; the reason of `signal`
 * @example
 * const totals = await analyzeFile("reviews.csv", { out: "scored.jsonl", rejects: "rejects.jsonl" });
 * console.log(`${totals.written} of ${totals.read} rows`);
 */
export async function analyzeFile(
  source: string | Readable | readonly string[],
  options: AnalyzeFileOptions,
): Promise<WorkTotals> {
  const watch = watchRejects(options.maxRejects);
  options.signal?.throwIfAborted();
  if (typeof source === "string" || Array.isArray(source)) {
    const paths: readonly string[] = typeof source === "string" ? [source] : source;
    const areFiles = await Promise.all(paths.map(isNoPipe));
    const [only] = paths;
    if (options.rejected !== undefined) {
      if (only === undefined || paths.length > 1 || !areFiles[0]) throw wrongRejected();
      return await analyzeRejected(only, options.rejected, options, watch);
    }
    if (areFiles.every(Boolean)) return await scoreFiles(paths, options, watch);
    if (paths.length > 1) {
      throw new VerbatimsError(
        "invalid-option",
        "analyzeFile: expected files where there are several inputs, got one that is a pipe or device. Give it alone.",
      );
    }
  }
  if (options.rejected !== undefined) throw wrongRejected();
  // A list of paths was looked at above.
  const single = (Array.isArray(source) ? source[0] : source) as string | Readable;
  return await analyzePipe(single, options, watch);
}

function wrongRejected(): VerbatimsError {
  return new VerbatimsError(
    "invalid-option",
    "analyzeFile rejected: expected the one file that the rows were rejected from as input, got another. Name it alone.",
    { field: "rejected" },
  );
}

/** Whether a path is for a file, or for what cannot be read at all. */
async function isNoPipe(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found === null || found.isFile() || found.isDirectory();
}
