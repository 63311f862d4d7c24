import { VerbatimsError } from "../core/error.js";
import type { IntakeMapping, IntakeOptions } from "../intake/intake-options.js";
import { type RejectedRecord, readVerbatimBatches } from "../intake/read-verbatims.js";
import type { Analysis } from "../meaning/analysis.js";
import { type AnalyzerOptions, createAnalyzer } from "../meaning/analyzer.js";
import { readAnalyses } from "../stream/read-analyses.js";
import { nameInput } from "./name-input.js";
import type { OpenedInput } from "./open-input.js";
import { createRepeatedIds } from "./repeated-ids.js";

/** What a run over an input added up to; at its end `read` is always `written` + `rejected`. */
export interface WorkTotals {
  /** Records read: the header and blank lines are none. */
  readonly read: number;
  /** Analyses handed on. */
  readonly written: number;
  readonly rejected: number;
  /** Records whose id another record had before; they are kept. */
  readonly repeatedIds: number;
  /** `false` where there were more than a million distinct ids, so that `repeatedIds` is the least it can be. */
  readonly repeatedIdsWhole: boolean;
  /** U+FFFD put in the place of bytes that are broken in the encoding. */
  readonly brokenBytes: number;
}

/** The totals of nothing. */
export const NO_TOTALS: WorkTotals = {
  read: 0,
  written: 0,
  rejected: 0,
  repeatedIds: 0,
  repeatedIdsWhole: true,
  brokenBytes: 0,
};

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
    const batches = readVerbatimBatches(input.chunks, { ...intake, fileName: input.path, onMapping: note });
    for await (const { records, brokenBytes } of batches) {
      signal?.throwIfAborted();
      const analyses: Analysis[] = [];
      const rejects: RejectedRecord[] = [];
      for (const record of records) {
        if (!record.ok) {
          rejects.push(record);
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
