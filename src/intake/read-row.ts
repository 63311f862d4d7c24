import { excerpt } from "../core/error.js";
import { coerceAmount, coerceLanguage, coerceScore, isAbsent, type Read } from "./coerce.js";
import { coerceDate, type DateOrder } from "./coerce-date.js";
import type { ColumnField } from "./column-names.js";
import type { ColumnMapping, MappedColumn } from "./columns.js";
import { type Checked, checkVerbatim, type Issue, type Verbatim } from "./verbatim.js";

/** A verbatim that is being filled. */
type Draft = { -readonly [K in keyof Verbatim]: Verbatim[K] };

/**
 * Makes a reader of mapped rows: the cells of a CSV record, or a JSON object.
 *
 * Empty cells and spellings of null are not given. Numbers and dates are read as people write them; what cannot be read,
 * or lies outside the range of its field, refuses the row and is never clamped. The text is kept as it is, white space
 * and all; a row whose text is missing or blank is refused. A language that is not read here is left to the text. Without
 * an id the row is called by its number, `r-17`.
 */
export function createRowReader(
  mapping: ColumnMapping,
  dateOrder?: DateOrder,
): (value: unknown, rowNumber: number) => Checked {
  const others = mapping.columns.filter(({ field }) => field !== "text" && field !== "id");
  const textColumn = mapping.columns.find(({ field }) => field === "text");
  const idColumn = mapping.columns.find(({ field }) => field === "id");
  return (value, rowNumber) => {
    const read = readText(textColumn === undefined ? undefined : readCell(value, textColumn));
    if (!read.ok) return refuse("text", read.reason);
    const text = read.value;
    const id = idColumn === undefined ? undefined : readName(readCell(value, idColumn), "id");
    if (id?.ok === false) return refuse("id", id.reason);
    const draft: Draft = { text, id: id?.value ?? `r-${rowNumber}` };
    for (const column of others) {
      const issue = fill(draft, column.field, readCell(value, column), dateOrder);
      if (issue !== undefined) return { ok: false, issue };
    }
    return checkVerbatim(draft);
  };
}

/** The cell of a column: of a CSV record by its place, of a JSON object by its key; `undefined` where there is none. */
export function readCell(row: unknown, { index, column }: MappedColumn<string>): unknown {
  if (Array.isArray(row)) return row[index];
  // hasOwn, so that a column named "constructor" finds nothing but its own value.
  if (typeof row !== "object" || row === null || !Object.hasOwn(row, column)) return undefined;
  // The key was just found in the object.
  return (row as Readonly<Record<string, unknown>>)[column];
}

/** Reads a text: kept as it is, white space and all; a missing or blank one is refused. */
export function readText(cell: unknown): Read<string> {
  if (cell === undefined || cell === null)
    return { ok: false, reason: "expected what the customer wrote, got nothing" };
  if (typeof cell !== "string") return { ok: false, reason: `expected a string, got ${excerpt(cell)}` };
  if (isBlank(cell)) return { ok: false, reason: "expected what the customer wrote, got a blank text" };
  return { ok: true, value: cell };
}

const SCALES = { rating: 5, nps: 10, csat: 10, ces: 7 } as const;

function fill(draft: Draft, field: ColumnField, cell: unknown, dateOrder: DateOrder | undefined): Issue | undefined {
  if (cell === undefined || cell === null || cell === "") return undefined;
  if (typeof cell !== "string" && typeof cell !== "number") {
    return { field, reason: `expected a string or a number, got ${excerpt(cell)}` };
  }
  switch (field) {
    case "at":
    case "repliedAt": {
      if (typeof cell === "string" && isAbsent(cell, true)) return undefined;
      return keep(field, coerceDate(cell, dateOrder), (value) => {
        draft[field] = value;
      });
    }
    case "rating":
    case "nps":
    case "csat":
    case "ces": {
      if (typeof cell === "string" && isAbsent(cell, true)) return undefined;
      return keep(field, coerceScore(cell, SCALES[field]), (value) => {
        draft[field] = value;
      });
    }
    case "value": {
      if (typeof cell === "string" && isAbsent(cell, true)) return undefined;
      return keep(field, coerceAmount(cell), (value) => {
        draft.value = value;
      });
    }
    case "language": {
      const language = coerceLanguage(String(cell));
      if (language !== undefined) draft.language = language;
      return undefined;
    }
    case "channel":
    case "segment":
    case "customer":
    case "question": {
      return keep(field, readName(cell, field), (value) => {
        if (value !== undefined) draft[field] = value;
      });
    }
    default:
      return undefined;
  }
}

function keep<T>(field: string, read: Read<T>, set: (value: T) => void): Issue | undefined {
  if (!read.ok) return { field, reason: read.reason };
  set(read.value);
  return undefined;
}

/** Reads a name: a string without the white space around it, or a number's digits. */
function readName(cell: unknown, field: string): Read<string | undefined> {
  if (cell === undefined || cell === null) return { ok: true, value: undefined };
  if (typeof cell === "number") return { ok: true, value: String(cell) };
  if (typeof cell !== "string") return { ok: false, reason: `expected a string or a number, got ${excerpt(cell)}` };
  if (isAbsent(cell, false)) return { ok: true, value: undefined };
  const name = cell.trim();
  if (field === "id" && name.length > 256)
    return { ok: false, reason: `expected at most 256 characters, got ${name.length}` };
  return { ok: true, value: name };
}

/** Whether there is nothing but white space; stops at the first letter, so that long texts cost nothing. */
function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

function refuse(field: string, reason: string): Checked {
  return { ok: false, issue: { field, reason } };
}
