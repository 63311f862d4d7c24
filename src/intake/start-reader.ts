import { createCsvReader, guessDelimiter, readSeparatorLine } from "./csv.js";
import { type Format, formatOfName, sniffFormat } from "./format.js";
import type { CheckedIntake } from "./intake-options.js";
import { createJsonlReader, createLineReader } from "./lines.js";
import type { RowReader } from "./rows.js";

/** A reader of rows, with what was found out about the input. */
export interface StartedReader {
  readonly reader: RowReader;
  readonly format: Format;
  readonly delimiter: string | null;
  /** Whether a line in front of the header names the delimiter. */
  readonly hasSeparatorLine: boolean;
  /** The text with which the reader is to begin. */
  readonly text: string;
}

/** Longest start of an input, in UTF-16 code units, that is looked at to tell its format. */
export const MAX_HEAD = 1_000_000;

/**
 * Finds out the format from the start of an input and makes its reader. Gives nothing as long as the first record is not
 * whole, unless `atEnd` says that no more comes, or the start is {@link MAX_HEAD} long; nothing at the end either where
 * all of it is blank.
 */
export function startReader(
  head: string,
  atEnd: boolean,
  checked: CheckedIntake,
  fileName: string | undefined,
  textColumn: string | null | undefined,
): StartedReader | undefined {
  const found = head.search(/\S/);
  if (found === -1 && (atEnd || head.length < MAX_HEAD)) return undefined;
  const start = found === -1 ? MAX_HEAD : found;
  const named = checked.format ?? (fileName === undefined ? undefined : formatOfName(fileName));
  const complete = atEnd || head.length >= MAX_HEAD;
  const lineEnd = findRecordEnd(head, start);
  if (lineEnd === -1 && !complete) return undefined;
  // Never further than MAX_HEAD, so that it does not matter how the source is cut.
  const first = head.slice(start, lineEnd === -1 ? MAX_HEAD : lineEnd);
  const format = named ?? sniffFormat(first.split(/[\r\n]/, 1)[0] ?? "", textColumn);
  const whole = { delimiter: null, hasSeparatorLine: false, text: head };
  if (format === "jsonl") return { ...whole, reader: createJsonlReader(checked.maxRecordChars), format };
  if (format === "lines") return { ...whole, reader: createLineReader(checked.maxRecordChars), format };
  const separator = readSeparatorLine(first);
  // The line is blanked rather than cut off, so that line numbers stay those of the file.
  const text =
    separator === undefined ? head : head.slice(0, start) + head.slice(lineEnd === -1 ? head.length : lineEnd);
  const delimiter = checked.delimiter ?? separator ?? (format === "tsv" ? "\t" : guessDelimiter(first));
  const reader = createCsvReader({ ...checked, delimiter });
  return { reader, format, delimiter, hasSeparatorLine: separator !== undefined, text };
}

/** Where the first record ends: at the first line end outside quotes; -1 where it is not within {@link MAX_HEAD}. */
function findRecordEnd(head: string, start: number): number {
  let quoted = false;
  const limit = Math.min(head.length, MAX_HEAD);
  for (let i = start; i < limit; i++) {
    const code = head.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (!quoted && (code === 10 || code === 13)) return i;
  }
  return -1;
}
