import { VerbatimsError } from "../core/error.js";
import { parseEncoding } from "../intake/decode.js";
import { detectEncoding } from "../intake/detect-encoding.js";
import type { IntakeMapping, IntakeOptions } from "../intake/intake-options.js";
import { createLineOffsets, type LineOffsets } from "../intake/line-offsets.js";
import type { LocatedReject } from "../intake/read-range.js";
import { type RejectedRecord, readVerbatimBatches } from "../intake/read-verbatims.js";
import type { Analysis } from "../meaning/analysis.js";
import { type AnalyzerOptions, createAnalyzer } from "../meaning/analyzer.js";
import { readAnalyses } from "../stream/read-analyses.js";
import { nameInput } from "./name-input.js";
import type { OpenedInput } from "./open-input.js";
import { createRepeatedIds } from "./repeated-ids.js";
import type { WorkTotals } from "./work-totals.js";

/** Some records of an input, in its order, and the totals up to the last of them. */
export interface AnalyzedBatch {
  readonly analyses: readonly Analysis[];
  readonly rejects: readonly RejectedRecord[];
  readonly totals: WorkTotals;
}

/** How verbatims are read and analysed. */
export interface AnalyzeBatchesOptions extends Omit<IntakeOptions, "fileName">, AnalyzerOptions {
  /**
   * Whether an input without a record gives no analyses instead of an error, as for parts of a whole that may be empty.
   *
   * @defaultValue false
   */
  readonly allowEmpty?: boolean | undefined;
  /** Breaks the work off: it then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the verbatims of an input and analyses them, batch by batch; the next batch is read when it is asked for.
 *
 * @throws VerbatimsError what `readVerbatimBatches` throws, with the input's name in front; the reason of `signal`
 */
export async function* analyzeBatches(
  input: OpenedInput,
  options: AnalyzeBatchesOptions,
): AsyncGenerator<AnalyzedBatch, void, undefined> {
  const { signal, language = "auto", keepText = true, allowEmpty = false, onMapping, ...intake } = options;
  const analyzer = createAnalyzer({ language, keepText });
  const ids = createRepeatedIds();
  let named = false;
  let [read, written] = [0, 0];
  const note = (mapping: IntakeMapping): void => {
    named = mapping.columns.some(({ field }) => field === "id");
    onMapping?.(mapping);
  };
  try {
    const offsets = followLines(input.chunks, intake.encoding);
    const batches = readVerbatimBatches(offsets.chunks, { ...intake, fileName: input.path, onMapping: note });
    for await (const { records, brokenBytes } of batches) {
      signal?.throwIfAborted();
      const analyses: Analysis[] = [];
      const rejects: LocatedReject[] = [];
      offsets.forget(records[0]?.line ?? 1);
      for (const [i, record] of records.entries()) {
        if (!record.ok) {
          rejects.push({ ...record, offset: offsets.offsetOf(record.line), row: read + i + 1 });
          continue;
        }
        if (named && record.verbatim.id !== undefined) ids.add(record.verbatim.id);
        analyses.push(analyzer.analyze(record.verbatim));
      }
      read += records.length;
      written += analyses.length;
      const repeated = { repeatedIds: ids.count(), repeatedIdsWhole: ids.isWhole() };
      yield { analyses, rejects, totals: { read, written, rejected: read - written, ...repeated, brokenBytes } };
    }
  } catch (error) {
    if (allowEmpty && isEmptyInput(error)) return;
    throw nameInput(error, input.name);
  }
}

/** Hands bytes on, and tells at which of them a line begins. */
function followLines(
  chunks: AsyncIterable<Uint8Array>,
  asked: string | undefined,
): Pick<LineOffsets, "offsetOf" | "forget"> & { readonly chunks: AsyncIterable<Uint8Array> } {
  let offsets: LineOffsets | undefined;
  async function* follow(): AsyncGenerator<Uint8Array> {
    for await (const bytes of chunks) {
      offsets ??= createLineOffsets(
        detectEncoding(bytes.subarray(0, 4096), asked === undefined ? undefined : parseEncoding(asked)),
      );
      offsets.push(bytes);
      yield bytes;
    }
  }
  return {
    chunks: follow(),
    offsetOf: (line) => offsets?.offsetOf(line) ?? 0,
    forget: (line) => offsets?.forget(line),
  };
}

const BATCH = 256;

/**
 * Reads analyses made before, batch by batch, as {@link analyzeBatches} gives them.
 *
 * @throws VerbatimsError what `readAnalyses` throws, and `invalid-analysis` where no line is one, with the input's name in
 * front; the reason of `signal`
 */
export async function* readAnalysisBatches(
  input: OpenedInput,
  signal?: AbortSignal,
  allowEmpty = false,
): AsyncGenerator<AnalyzedBatch, void, undefined> {
  const ids = createRepeatedIds();
  let analyses: Analysis[] = [];
  let rejects: RejectedRecord[] = [];
  let [written, rejected] = [0, 0];
  let first: RejectedRecord | undefined;
  const closeBatch = (): AnalyzedBatch => {
    const repeated = { repeatedIds: ids.count(), repeatedIdsWhole: ids.isWhole() };
    const batch = {
      analyses,
      rejects,
      totals: { read: written + rejected, written, rejected, ...repeated, brokenBytes: 0 },
    };
    analyses = [];
    rejects = [];
    return batch;
  };
  try {
    for await (const record of readAnalyses(input.chunks)) {
      signal?.throwIfAborted();
      if (record.ok) {
        written++;
        ids.add(record.analysis.id);
        analyses.push(record.analysis);
      } else {
        rejected++;
        first ??= record;
        rejects.push(record);
      }
      if (analyses.length + rejects.length === BATCH) yield closeBatch();
    }
    if (written === 0 && !(allowEmpty && first === undefined)) throw noAnalysis(first);
    yield closeBatch();
  } catch (error) {
    if (allowEmpty && isEmptyInput(error)) return;
    throw nameInput(error, input.name);
  }
}

function isEmptyInput(error: unknown): boolean {
  return error instanceof VerbatimsError && error.code === "empty-input";
}

function noAnalysis(first: RejectedRecord | undefined): VerbatimsError {
  const got = first === undefined ? "blank lines alone" : `line ${first.line}: ${first.field}: ${first.reason}`;
  return new VerbatimsError(
    "invalid-analysis",
    `expected analyses, one a line, got none (${got}). Make them with verbatims analyze.`,
  );
}
