import type { Source } from "../core/iterables.js";
import { type ColumnMapping, mapColumns } from "./columns.js";
import type { IntakeOptions } from "./intake-options.js";
import { type RecordBatch, readRecordBatches } from "./read-records.js";
import { createRowReader } from "./read-row.js";
import type { Row } from "./rows.js";
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

/** Verbatims and rejects in the order of the input. */
export type IntakeBatch = RecordBatch<IntakeRecord>;

const MAX_RAW = 10_000;

/**
 * Reads verbatims from bytes or text, in batches of at most 256 records. Every record of the input comes out once, in
 * order, as a verbatim or as a reject with its line and reason; only the header and blank lines do not. Where the source
 * is cut into chunks never changes the result. Memory is bounded by the longest record; the source is closed when the
 * reader stops.
 *
 * @throws VerbatimsError `empty-input` where there is no record; `binary-input` where there is no text; `unknown-column` and
 * `missing-text-column` where the columns do not fit; `invalid-option`; `invalid-record` where the header is broken
 */
export function readVerbatimBatches(
  source: Source<Uint8Array | string>,
  options: IntakeOptions = {},
): AsyncGenerator<IntakeBatch, void, undefined> {
  return readRecordBatches(source, options, (header, { format, delimiter }) => {
    const mapping = header === "lines" ? null : mapColumns(header, options.columns);
    options.onMapping?.({ ...(mapping ?? LINES_MAPPING), format, delimiter });
    return createRecordReader(mapping, options.dateOrder);
  });
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

/** The mapping of rows without columns. */
export const LINES_MAPPING: ColumnMapping = { columns: [], ignored: [] };

/**
 * Makes what reads rows, one after another, as verbatims.
 *
 * @param mapping `null` where every row is a line of text
 * @param rowsBefore rows of the input before the first that is read, since rows without an id are called by their number
 */
export function createRecordReader(
  mapping: ColumnMapping | null,
  dateOrder: IntakeOptions["dateOrder"],
  rowsBefore = 0,
): (row: Row) => IntakeRecord {
  const readRow = mapping === null ? readLine : createRowReader(mapping, dateOrder);
  let number = rowsBefore;
  return (row) => {
    number++;
    if (row.fault !== undefined) return rejectRow(row, "record", row.fault);
    const result = readRow(row.value, number);
    if (result.ok) return { ok: true, line: row.line, verbatim: result.verbatim };
    return rejectRow(row, result.issue.field, result.issue.reason);
  };
}

/** Makes the reject of a row. */
export function rejectRow({ line, raw }: Row, field: string, reason: string): RejectedRecord {
  return { ok: false, line, field, reason, raw: cutRaw(raw) };
}

function readLine(value: unknown, number: number): Checked {
  if (typeof value === "string") return { ok: true, verbatim: { text: value, id: `r-${number}` } };
  return { ok: false, issue: { field: "text", reason: "expected a line of text" } };
}

/** Whether a reject's `raw` is only the beginning of its record. */
export function isCutRaw(raw: string): boolean {
  return raw.length > MAX_RAW && /… \(\d{1,15} characters more\)$/.test(raw.slice(-60));
}

function cutRaw(raw: string): string {
  return raw.length <= MAX_RAW ? raw : `${raw.slice(0, MAX_RAW)}… (${raw.length - MAX_RAW} characters more)`;
}
