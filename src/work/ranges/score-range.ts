import { type FileHandle, open } from "node:fs/promises";
import type { Writable } from "node:stream";
import { FIRST_PLACE, type InputShape, type RecordPlace, readInputShape } from "../../intake/input-shape.js";
import type { IntakeOptions } from "../../intake/intake-options.js";
import { type LocatedReject, readRange } from "../../intake/read-range.js";
import { type AnalyzerOptions, createAnalyzer } from "../../meaning/analyzer.js";
import { createAccumulator } from "../../pattern/accumulate.js";
import type { Summary } from "../../pattern/summary.js";
import { nameInput } from "../name-input.js";
import { unreadable } from "../open-input.js";
import { openOutput } from "../open-output.js";
import { openRejects } from "../open-rejects.js";
import { createPlaceFinder } from "./find-place.js";
import { readBytes } from "./read-bytes.js";
import { type RangeTotals, scoreRecords } from "./score-records.js";

/** Bytes of a file: `[start, end)`, any two numbers. A row belongs to the range that its first byte lies in. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** How a range is read, and where its analyses go. */
export interface ScoreRangeOptions extends Omit<IntakeOptions, "fileName" | "onMapping" | "onEnd">, AnalyzerOptions {
  /** File (or stream) that takes the analyses, one a line; nothing where left out. */
  readonly out?: string | Writable | undefined;
  /** File (or stream) that takes the rows that could not be read. */
  readonly rejects?: string | Writable | undefined;
  /** Told of each row that could not be read. */
  readonly onReject?: ((reject: LocatedReject) => void) | undefined;
  /** Told after each batch of at most 256 rows what the range has come to. */
  readonly onProgress?: ((totals: RangeTotals) => void) | undefined;
  /** The shape of the file, where it is known; else it is told from the start of the file. */
  readonly shape?: InputShape | undefined;
  /** A place at or before the start that {@link cutFile} gave: the file is scanned from there alone. @defaultValue the start of the file */
  readonly from?: RecordPlace | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a range gave. */
export interface ScoredRange {
  /** Where the first row of the range begins, and where that of the next one does. */
  readonly start: RecordPlace;
  readonly end: RecordPlace;
  readonly totals: RangeTotals;
  /** The analyses of the range, added up. */
  readonly summary: Summary;
}

/** Where a file may be cut. */
export interface CutFile {
  readonly shape: InputShape;
  /** Bytes of the file. */
  readonly size: number;
  /** Where each part begins, in order; never empty. */
  readonly places: readonly RecordPlace[];
}

/**
 * Analyses one byte range of a file. Ranges that tile the file give, joined in their order, the bytes that the whole file gives: rows
 * keep their line, offset and number, also where a range begins or ends within a character or a quoted line end. The outputs get their
 * names when all is written.
 *
 * @throws VerbatimsError `unreadable-input`, `unwritable-output`; `changed-input` where the file has become shorter; what reading
 * verbatims throws; the reason of `signal`
 * @example
 * const { totals } = await scoreRange("reviews.csv", { start: 0, end: 40 }, { out: "part-1.jsonl" });
 * totals.written; // 1
 */
export async function scoreRange(
  path: string,
  range: ByteRange,
  options: ScoreRangeOptions = {},
): Promise<ScoredRange> {
  const { signal, onReject, from = FIRST_PLACE } = options;
  return await withFile(path, async (file, size, identity) => {
    const shape = options.shape ?? (await shapeOf(file, size, path, options));
    const finder = createPlaceFinder(file, size, shape);
    const start = range.start <= 0 ? FIRST_PLACE : await finder.find(from, Math.min(range.start, size));
    const end = range.end >= size ? await finder.find(start, size) : await finder.find(start, range.end);
    const { language = "auto", keepText = true } = options;
    const analyzer = createAnalyzer({ language, keepText });
    const sum = createAccumulator();
    let [read, written, brokenBytes] = [0, 0, 0];
    const out = options.out === undefined ? null : await openOutput(options.out, [identity]);
    const rejects = await openRejects(options.rejects, options.out ?? null, identity);
    try {
      const bytes = readBytes(file, start.offset, end.offset, path);
      for await (const rows of scoreRecords(readRange(bytes, shape, start), shape, analyzer)) {
        signal?.throwIfAborted();
        for (const analysis of rows.analyses) sum.addAnalysis(analysis);
        if (rows.lines !== "") await out?.write(rows.lines);
        await rejects.take(rows.rejects, onReject);
        read += rows.totals.read;
        written += rows.totals.written;
        brokenBytes += rows.totals.brokenBytes;
        options.onProgress?.({ read, written, rejected: read - written, brokenBytes });
      }
      await out?.commit();
      await rejects.commit();
    } finally {
      await out?.discard();
      await rejects.discard();
    }
    const totals = { read, written, rejected: read - written, brokenBytes };
    return { start, end, totals, summary: sum.toSummary() };
  });
}

/**
 * Finds where a file may be cut into parts of about `rangeBytes` (each a part of {@link scoreRange}), by one quick scan. A file in
 * UTF-16 is one part.
 *
 * @throws VerbatimsError `unreadable-input`, or what reading verbatims throws at the start of an input
 * @example
 * const { places, size } = await cutFile("reviews.csv", 1_000_000);
 * places.length; // 1
 */
export async function cutFile(
  path: string,
  rangeBytes: number,
  options: Omit<IntakeOptions, "fileName" | "onMapping" | "onEnd"> = {},
): Promise<CutFile> {
  return await withFile(path, async (file, size) => {
    const shape = await shapeOf(file, size, path, options);
    const finder = createPlaceFinder(file, size, shape);
    const places = [FIRST_PLACE];
    for (let last = FIRST_PLACE; ; places.push(last)) {
      last = await finder.find(last, last.offset + Math.max(1, rangeBytes));
      if (last.offset >= size) return { shape, size, places };
    }
  });
}

async function shapeOf(file: FileHandle, size: number, path: string, options: IntakeOptions): Promise<InputShape> {
  return await readInputShape(readBytes(file, 0, size, path), { ...options, fileName: path });
}

async function withFile<T>(
  path: string,
  use: (file: FileHandle, size: number, identity: string) => Promise<T>,
): Promise<T> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, "r").catch((error) => {
      throw unreadable(path, error);
    });
    const { size, dev, ino } = await file.stat();
    return await use(file, size, `${dev}:${ino}`);
  } catch (error) {
    throw nameInput(error, path);
  } finally {
    await file?.close();
  }
}
