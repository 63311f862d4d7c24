import type { Source } from "../core/iterables.js";
import type { DateOrder } from "./coerce-date.js";
import { mapColumns } from "./columns.js";
import { createCsvReader } from "./csv.js";
import type { Encoding } from "./decode.js";
import { checkIntakeOptions, type IntakeMapping, type IntakeOptions } from "./intake-options.js";
import { createJsonlReader, createLineReader } from "./lines.js";
import { readRecordBatches } from "./read-records.js";
import { createRecordReader, LINES_MAPPING } from "./read-verbatims.js";
import type { RowReader } from "./rows.js";

/**
 * How an input is understood, told once from its start, so that it can be read from anywhere within. Plain JSON: it can be sent to
 * another thread or machine.
 */
export interface InputShape {
  /** The format, and what is read from where. */
  readonly mapping: IntakeMapping;
  readonly encoding: Encoding;
  /** Whether each row is a line of text without columns. */
  readonly byLine: boolean;
  /** Names of the columns of CSV; empty where the rows name their own. */
  readonly header: readonly string[];
  /** Records in front of the first row: the header, and a line that names the delimiter. */
  readonly headerRecords: number;
  readonly quotes: boolean;
  /** Order of dates such as 03/04/2026; `null` where none was told. */
  readonly dateOrder: DateOrder | null;
  readonly maxRecordChars: number;
}

/** A place between two records, where reading can begin. */
export interface RecordPlace {
  /** Bytes before it. */
  readonly offset: number;
  /** 1-based number of the line that begins here. */
  readonly line: number;
  /** Rows before it, the header not counted. */
  readonly row: number;
}

/** The place where every input begins. */
export const FIRST_PLACE: RecordPlace = { offset: 0, line: 1, row: 0 };

/**
 * Tells the shape of an input from its first rows; the rest is not read.
 *
 * @throws VerbatimsError what `readVerbatimBatches` throws at the start of an input
 */
export async function readInputShape(source: Source<Uint8Array>, options: IntakeOptions): Promise<InputShape> {
  const { quotes, maxRecordChars } = checkIntakeOptions(options);
  let shape: InputShape | undefined;
  const batches = readRecordBatches(source, options, (header, start) => {
    const { format, delimiter, encoding, hasSeparatorLine } = start;
    const byLine = header === "lines";
    const found = byLine ? LINES_MAPPING : mapColumns(header, options.columns);
    const isCsv = format === "csv" || format === "tsv";
    shape = {
      mapping: { ...found, format, delimiter },
      encoding,
      byLine,
      header: isCsv && !byLine ? header : [],
      headerRecords: isCsv ? (hasSeparatorLine ? 2 : 1) : 0,
      quotes,
      dateOrder: options.dateOrder ?? null,
      maxRecordChars,
    };
    return createRecordReader(byLine ? null : found, options.dateOrder);
  });
  for await (const _ of batches) break;
  // The reader gives a batch only after it has chosen how rows are read, and throws where there is none.
  if (shape === undefined) throw new Error("readInputShape: expected a first batch, got none");
  return shape;
}

/** Makes the reader of rows that begins at a place of an input. */
export function createReaderAt(shape: InputShape, place: RecordPlace): RowReader {
  const { mapping, quotes, maxRecordChars, header } = shape;
  if (mapping.format === "jsonl") return createJsonlReader(maxRecordChars, place.line);
  if (mapping.format === "lines") return createLineReader(maxRecordChars, place.line);
  const skip = place.offset === 0 ? shape.headerRecords : 0;
  const delimiter = mapping.delimiter ?? ",";
  return createCsvReader({ delimiter, quotes, maxRecordChars }, { header, skip, firstLine: place.line });
}
