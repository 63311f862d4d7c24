import { excerpt, VerbatimsError } from "../core/error.js";
import type { DateOrder } from "./coerce-date.js";
import { COLUMN_FIELDS } from "./column-names.js";
import type { ColumnChoice, ColumnMapping } from "./columns.js";
import { type Encoding, parseEncoding } from "./decode.js";
import { type Format, parseFormat } from "./format.js";

/** How an input is read. */
export interface IntakeOptions {
  /** Shape of the text; where absent it is told from `fileName`, else from the first line. */
  readonly format?: Format | undefined;
  /** Name of the file that the bytes come from; only its ending is looked at. */
  readonly fileName?: string | undefined;
  /** How text is written as bytes: see `decodeText`; where absent it is told from the bytes. */
  readonly encoding?: string | undefined;
  /** Which columns (of CSV) or keys (of JSON lines) the fields are read from; those left out are guessed by name. */
  readonly columns?: ColumnChoice | undefined;
  /**
   * What stands between the fields of CSV, one character; where absent it is guessed from the header.
   * TSV has the tab.
   */
  readonly delimiter?: string | undefined;
  /**
   * Whether a quote at the start of a CSV field opens a quoted field; `false` for TSV dumps that take quotes literally.
   *
   * @defaultValue true
   */
  readonly quotes?: boolean | undefined;
  /** Order of dates such as 03/04/2026; those that may be read in two ways are refused where it is absent. */
  readonly dateOrder?: DateOrder | undefined;
  /**
   * Longest record, in UTF-16 code units, at least 1; longer ones are refused and passed over.
   *
   * @defaultValue 10_000_000
   */
  readonly maxRecordChars?: number | undefined;
  /** Called once, before the first record, with what is read from where. */
  readonly onMapping?: ((mapping: IntakeMapping) => void) | undefined;
  /** Called once, after the last record. */
  readonly onEnd?: ((totals: IntakeTotals) => void) | undefined;
}

/** How an input is understood: its format, and its columns where it has any. */
export interface IntakeMapping extends ColumnMapping {
  readonly format: Format;
  /** What stands between the fields; `null` where there are none. */
  readonly delimiter: string | null;
}

/** What an input added up to. */
export interface IntakeTotals {
  /** Records in it, the header and blank lines not counted: always `accepted` + `rejected`. */
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  /** U+FFFD put in the place of bytes that are broken in the encoding. */
  readonly brokenBytes: number;
  readonly encoding: Encoding;
  readonly format: Format;
}

/** The options, checked. */
export interface CheckedIntake {
  readonly format: Format | undefined;
  readonly encoding: Encoding | undefined;
  readonly delimiter: string | undefined;
  readonly quotes: boolean;
  readonly maxRecordChars: number;
}

const DATE_ORDERS: readonly string[] = ["dmy", "mdy", "ymd"];

/**
 * Checks the options before anything is read.
 *
 * @throws VerbatimsError `invalid-option` naming the option
 */
export function checkIntakeOptions(options: IntakeOptions): CheckedIntake {
  const { format, encoding, delimiter, dateOrder, columns, quotes = true, maxRecordChars = 10_000_000 } = options;
  if (delimiter !== undefined && !/^[^"\r\n]$/.test(delimiter)) {
    throw wrong("delimiter", "one character that is no quote or line end", delimiter);
  }
  if (dateOrder !== undefined && !DATE_ORDERS.includes(dateOrder)) {
    throw wrong("dateOrder", `one of ${DATE_ORDERS.join(", ")}`, dateOrder);
  }
  if (!Number.isSafeInteger(maxRecordChars) || maxRecordChars < 1) {
    throw wrong("maxRecordChars", "a whole number above 0", maxRecordChars);
  }
  const fields: readonly string[] = COLUMN_FIELDS;
  for (const field of Object.keys(columns ?? {})) {
    if (!fields.includes(field)) throw wrong("columns", `fields among ${fields.join(", ")}`, field);
  }
  return {
    format: format === undefined ? undefined : parseFormat(format),
    encoding: encoding === undefined ? undefined : parseEncoding(encoding),
    delimiter,
    quotes,
    maxRecordChars,
  };
}

function wrong(field: string, expected: string, got: unknown): VerbatimsError {
  const received = excerpt(got);
  return new VerbatimsError("invalid-option", `${field}: expected ${expected}, got ${received}. Correct the option.`, {
    field,
    expected,
    received,
  });
}
