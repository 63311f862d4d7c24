import { excerpt, VerbatimsError } from "../../core/error.js";
import { mapColumns } from "../../intake/columns.js";
import type { InputShape, RecordPlace } from "../../intake/input-shape.js";
import { checkIntakeOptions, type IntakeOptions } from "../../intake/intake-options.js";
import type { RangeBatch } from "../../intake/read-range.js";
import { createRecordReader } from "../../intake/read-verbatims.js";
import type { InspectedInput } from "./range-engine.js";

/** A Parquet file that is open: rows in groups, each group a range. */
export interface ParquetInput {
  readonly inspect: (reading: IntakeOptions) => InspectedInput;
  readonly cut: (from: RecordPlace, count: number) => RecordPlace[];
  /** The rows between two places, at most 256 at a time. Memory holds a whole group of rows. */
  readonly read: (shape: InputShape, from: RecordPlace, to: RecordPlace) => AsyncGenerator<RangeBatch, void, undefined>;
}

const BATCH = 256;

/** Whether a file is Parquet: by its first four bytes and its last four, since a text may well begin like that. */
export function isParquet(first: Uint8Array, last: Uint8Array): boolean {
  return [first, last].every((bytes) => bytes.length === 4 && Buffer.from(bytes).toString("latin1") === "PAR1");
}

/**
 * Opens a Parquet file. Its reader, the package `hyparquet`, is loaded when it is needed and must be installed beside this one.
 *
 * @throws VerbatimsError `unreadable-input` where `hyparquet` is missing, or the file is damaged
 */
export async function openParquet(path: string, size: number): Promise<ParquetInput> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } = await loadReader(path);
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw damaged(path, error);
  });
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  /** Where the groups of rows begin, and the end of the file. */
  const places: RecordPlace[] = [];
  let row = 0;
  for (const group of metadata.row_groups) {
    const offset = Number(group.columns[0]?.meta_data?.data_page_offset ?? 0n);
    if (group.num_rows > 0n) places.push({ offset, line: row + 1, row });
    row += Number(group.num_rows);
  }
  const last = { offset: size, line: row + 1, row };

  const inspect = (reading: IntakeOptions): InspectedInput => {
    const { quotes, maxRecordChars } = checkIntakeOptions(reading);
    if (row === 0) {
      throw new VerbatimsError(
        "empty-input",
        "input: expected at least one record, got a table without rows. Check that the file is the right one.",
        { received: "a table without rows" },
      );
    }
    const mapping = { ...mapColumns(names, reading.columns), format: "parquet" as const, delimiter: null };
    const told = { encoding: "utf-8" as const, byLine: false, header: [], headerRecords: 0, quotes, maxRecordChars };
    return { shape: { mapping, ...told, dateOrder: reading.dateOrder ?? null }, kind: "rows", end: size };
  };

  async function* read(shape: InputShape, from: RecordPlace, to: RecordPlace): AsyncGenerator<RangeBatch> {
    const columns = shape.mapping.columns.map(({ column }) => column);
    const rows = await parquetReadObjects({ file, metadata, columns, rowStart: from.row, rowEnd: to.row }).catch(
      (error: unknown) => {
        throw damaged(path, error);
      },
    );
    const readRecord = createRecordReader(shape.mapping, shape.dateOrder ?? undefined, from.row);
    for (let at = 0; at < rows.length; at += BATCH) {
      const first = from.row + at;
      const records = rows.slice(at, at + BATCH).map((found, i) => {
        const value = toPlainRow(found);
        const number = first + i + 1;
        const raw = JSON.stringify(value);
        const long = raw.length > shape.maxRecordChars ? `longer than ${shape.maxRecordChars} characters` : undefined;
        const record = readRecord(
          long === undefined ? { line: number, raw, value } : { line: number, raw, fault: long },
        );
        return record.ok ? record : { ...record, offset: from.offset, row: number };
      });
      yield { records, brokenBytes: 0, place: () => ({ offset: from.offset, line: first + 1, row: first }) };
    }
  }

  const cut = (from: RecordPlace, count: number): RecordPlace[] =>
    [...places.filter(({ row: begins }) => begins > from.row), last].slice(0, count);
  return { inspect, cut, read };
}

async function loadReader(path: string) {
  try {
    return await import("hyparquet");
  } catch {
    throw new VerbatimsError(
      "unreadable-input",
      `${excerpt(path, 200)}: expected the package hyparquet, which reads Parquet, got none. Install it (npm install hyparquet), or export the table as CSV.`,
      { received: "no hyparquet" },
    );
  }
}

function damaged(path: string, error: unknown): VerbatimsError {
  const received = excerpt(error instanceof Error ? error.message : error);
  return new VerbatimsError(
    "unreadable-input",
    `${excerpt(path, 200)}: expected whole Parquet data that is plain or Snappy-compressed, got an error (${received}). Copy the file again, or write it anew.`,
    { received },
  );
}

/** The values of a row as JSON has them: whole numbers that are exact, moments in ISO 8601, days without a time. */
function toPlainRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPlain(value)]));
}

function toPlain(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? null
      : value
          .toISOString()
          .replace(/T00:00:00\.000Z$/, "")
          .replace(".000Z", "Z");
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  return value;
}
