import { VerbatimsError } from "../core/error.js";
import type { Source } from "../core/iterables.js";
import { type ColumnMapping, mapColumns } from "./columns.js";
import { decodeText, type Encoding } from "./decode.js";
import { checkIntakeOptions, type IntakeOptions } from "./intake-options.js";
import { createRowReader } from "./read-row.js";
import type { Row } from "./rows.js";
import { MAX_HEAD, type StartedReader, startReader } from "./start-reader.js";
import type { Checked, Verbatim } from "./verbatim.js";

/** One record of an input: a verbatim, or why there is none. */
export type IntakeRecord = AcceptedRecord | RejectedRecord;

/** A record that holds a verbatim. */
export interface AcceptedRecord {
  readonly ok: true;
  /** 1-based physical line where the record starts. */
  readonly line: number;
  readonly verbatim: Verbatim;
}

/** A record that cannot be read. */
export interface RejectedRecord {
  readonly ok: false;
  /** 1-based physical line where the record starts. */
  readonly line: number;
  /** Field at fault; `"record"` where the record as a whole is. */
  readonly field: string;
  readonly reason: string;
  /** The record as it was written; of more than 10,000 characters the first, and a mark that says how many follow. */
  readonly raw: string;
}

/** Records in the order of the input. */
export interface IntakeBatch {
  /** 1 to 256 of them. */
  readonly records: readonly IntakeRecord[];
  /** U+FFFD put in the place of broken bytes up to here. */
  readonly brokenBytes: number;
}

const BATCH = 256;
const MAX_RAW = 10_000;

/** JSON lines that are looked at for the names of the keys; a key may be absent from the first object. */
const HEADER_ROWS = 100;

/**
 * Reads verbatims from bytes or text, in batches of at most 256 records. Every record of the input comes out once, in
 * order, as a verbatim or as a reject with its line and reason; only the header and blank lines do not. Where the source
 * is cut into chunks never changes the result. Memory is bounded by the longest record; the source is closed when the
 * reader stops.
 *
 * @throws VerbatimsError `empty-input` where there is no record; `binary-input` where there is no text; `unknown-column` and
 * `missing-text-column` where the columns do not fit; `invalid-option`; `invalid-record` where the header is broken
 */
export async function* readVerbatimBatches(
  source: Source<Uint8Array | string>,
  options: IntakeOptions = {},
): AsyncGenerator<IntakeBatch, void, undefined> {
  const checked = checkIntakeOptions(options);
  const { columns, fileName, onMapping, onEnd } = options;
  let started: StartedReader | undefined;
  let head = "";
  let waiting: Row[] = [];
  let read: ((row: Row) => IntakeRecord) | undefined;
  let batch: IntakeRecord[] = [];
  let brokenBytes = 0;
  let encoding: Encoding = "utf-8";
  let accepted = 0;
  let rejected = 0;

  /** Decides the columns as soon as the header is known; until then rows wait. */
  const settle = (rows: readonly Row[], atEnd: boolean): readonly Row[] => {
    if (read !== undefined || started === undefined) return rows;
    waiting = waiting.length === 0 ? [...rows] : waiting.concat(rows);
    const header = headerOf(started, waiting, atEnd);
    if (header === undefined) return [];
    const mapping = header === "lines" ? LINES_MAPPING : mapColumns(header, columns);
    onMapping?.({ ...mapping, format: started.format, delimiter: started.delimiter });
    read = createRecordReader(mapping, options);
    const settled = waiting;
    waiting = [];
    return settled;
  };

  function* take(rows: readonly Row[], atEnd: boolean): Generator<IntakeBatch> {
    for (const row of settle(rows, atEnd)) {
      // settle gives rows only once there is a reader for them.
      const record = read?.(row);
      if (record === undefined) continue;
      record.ok ? accepted++ : rejected++;
      batch.push(record);
      if (batch.length === BATCH) {
        yield { records: batch, brokenBytes };
        batch = [];
      }
    }
  }

  for await (const chunk of decodeText(source, checked.encoding)) {
    brokenBytes = chunk.brokenBytes;
    encoding = chunk.encoding;
    if (started !== undefined) {
      yield* take(started.reader.push(chunk.text), false);
      continue;
    }
    head += chunk.text;
    // Without a line end nothing more can be told yet: looking at every piece again would take quadratic time.
    if (head.length < MAX_HEAD && !/[\r\n]/.test(chunk.text)) continue;
    started = startReader(head, false, checked, fileName, columns?.text);
    if (started === undefined) continue;
    head = "";
    yield* take(started.reader.push(started.text), false);
  }
  if (started === undefined) {
    started = startReader(head, true, checked, fileName, columns?.text);
    if (started === undefined) throw empty("no text at all");
    yield* take(started.reader.push(started.text), false);
  }
  yield* take(started.reader.end(), true);
  if (batch.length > 0) yield { records: batch, brokenBytes };
  if (accepted + rejected === 0) {
    throw empty(started.reader.header() === undefined ? "no record" : "a header without rows");
  }
  const { format } = started;
  onEnd?.({ records: accepted + rejected, accepted, rejected, brokenBytes, encoding, format });
}

/**
 * Reads verbatims from bytes or text one by one: the records of {@link readVerbatimBatches}.
 *
 * @throws VerbatimsError as {@link readVerbatimBatches} does
 * @example
 * for await (const record of readVerbatims(["comment,stars\nGreat service,5\nNo reply,9\n"])) {
 *   if (record.ok) record.verbatim.text; // "Great service"
 *   else record.reason; // "Too big: expected number to be <=5, got 9"
 * }
 */
export async function* readVerbatims(
  source: Source<Uint8Array | string>,
  options: IntakeOptions = {},
): AsyncGenerator<IntakeRecord, void, undefined> {
  for await (const { records } of readVerbatimBatches(source, options)) yield* records;
}

const LINES_MAPPING: ColumnMapping = { columns: [], ignored: [] };

/** The names to map: CSV has a header; of JSON lines the keys of the first objects, in the order they are met. */
function headerOf(
  started: StartedReader,
  rows: readonly Row[],
  atEnd: boolean,
): readonly string[] | "lines" | undefined {
  if (started.format === "lines") return "lines";
  if (started.format !== "jsonl") return started.reader.header();
  if (!atEnd && rows.length < HEADER_ROWS) return undefined;
  const names = new Set<string>();
  let objects = 0;
  for (const { value } of rows.slice(0, HEADER_ROWS)) {
    if (typeof value !== "object" || value === null) continue;
    objects++;
    for (const name of Object.keys(value)) names.add(name);
  }
  // Where no row is an object, there is nothing to map and every row is refused for its own reason.
  return objects === 0 ? "lines" : [...names];
}

function createRecordReader(mapping: ColumnMapping, options: IntakeOptions): (row: Row) => IntakeRecord {
  const readRow = mapping === LINES_MAPPING ? readLine : createRowReader(mapping, options.dateOrder);
  let number = 0;
  return ({ line, raw, value, fault }) => {
    number++;
    if (fault !== undefined) return { ok: false, line, field: "record", reason: fault, raw: cutRaw(raw) };
    const result = readRow(value, number);
    if (result.ok) return { ok: true, line, verbatim: result.verbatim };
    return { ok: false, line, ...result.issue, raw: cutRaw(raw) };
  };
}

function readLine(value: unknown, number: number): Checked {
  if (typeof value === "string") return { ok: true, verbatim: { text: value, id: `r-${number}` } };
  return { ok: false, issue: { field: "text", reason: "expected a line of text" } };
}

function cutRaw(raw: string): string {
  return raw.length <= MAX_RAW ? raw : `${raw.slice(0, MAX_RAW)}… (${raw.length - MAX_RAW} characters more)`;
}

function empty(got: string): VerbatimsError {
  return new VerbatimsError(
    "empty-input",
    `input: expected at least one record, got ${got}. Check that the file is the right one and was written to its end.`,
    { received: got },
  );
}
