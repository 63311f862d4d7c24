import type { InputShape, RecordPlace } from "./input-shape.js";

/** How far a scan came. */
interface ScannedRecords {
  /** The last border between records that was reached. */
  readonly place: RecordPlace;
  /** Whether the record that begins there is not whole in the bytes given. */
  readonly open: boolean;
}

/** Counts records in bytes; made by {@link createRecordScanner}. */
export type RecordScanner = (bytes: Uint8Array, place: RecordPlace, atEnd: boolean, target: number) => ScannedRecords;

const LF = 10;
const CR = 13;
const QUOTE = 34;
const NONE = Number.POSITIVE_INFINITY;
// Where in a record the scan stands: see the drawing in frame-csv.ts.
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
const CLOSED = 3;

/**
 * Whether records of an input can be counted in its bytes, undecoded: where a byte of a line end, quote or delimiter never is part of
 * another character, as in UTF-8 and in the Windows encodings.
 */
export function isScannable({ encoding, mapping }: InputShape): boolean {
  const { delimiter } = mapping;
  return !encoding.startsWith("utf-16") && (delimiter === null || delimiter.charCodeAt(0) < 0x80);
}

/**
 * Makes what counts the records of an input in its bytes, many times as fast as they are read. It finds the borders that the readers
 * of rows find, by the same rules: for CSV those of `createCsvFramer`, but for records of more than `maxRecordChars` bytes, which
 * stay open and must be read to be known, as must a quote that is open at the end.
 *
 * The function made looks at `bytes`, which begin at `place`, and stops at the first border at or after the byte `target`. Where it
 * comes to within the header, `row` is negative: how many of its records are still to come.
 */
export function createRecordScanner(shape: InputShape): RecordScanner {
  const { mapping, maxRecordChars: most, encoding } = shape;
  const isCsv = mapping.format === "csv" || mapping.format === "tsv";
  const delimiter = isCsv ? (mapping.delimiter ?? ",").charCodeAt(0) : -1;
  const quotes = isCsv && shape.quotes;

  /** Where the record that begins at `from` and holds a quote ends; `open` where these bytes end within quotes. */
  const endOfQuoted = (bytes: Uint8Array, from: number): { end: number; lines: number; open: boolean } => {
    let state = START;
    let lines = 0;
    let i = from;
    for (; i < bytes.length; i++) {
      const byte = bytes[i];
      if (state === QUOTED) {
        if (byte === QUOTE) state = CLOSED;
        else if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) lines++;
      } else if (byte === LF || byte === CR) return { end: i, lines, open: false };
      else if (byte === QUOTE && state !== PLAIN) state = QUOTED;
      else state = byte === delimiter ? START : PLAIN;
    }
    return { end: i, lines, open: state === QUOTED };
  };

  /** Whether a record holds nothing that makes it a row. */
  const isBlank = (bytes: Uint8Array, from: number, end: number): boolean => {
    if (isCsv) {
      let i = from;
      while (i < end && (bytes[i] === 32 || bytes[i] === 9) && bytes[i] !== delimiter) i++;
      return i === end;
    }
    for (let i = from; i < end; i++) {
      const byte = bytes[i] ?? 0;
      // White space beyond ASCII is known by its characters alone.
      if (byte >= 0x80) {
        const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(from, end));
        return text.length <= most && text.trim() === "";
      }
      if (byte !== 32 && (byte < 9 || byte > 13)) return false;
    }
    // A blank line that is too long is a row that is refused.
    return end - from <= most;
  };

  return (bytes, place, atEnd, target) => {
    const base = place.offset;
    let [at, line] = [0, place.line];
    // The header is no row.
    let row = base === 0 ? 0 - shape.headerRecords : place.row;
    if (base === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    const first = at;
    let [lf, cr, quote] = [-1, -1, quotes ? -1 : NONE];
    const next = (byte: number, known: number, from: number): number => {
      if (known >= from) return known;
      const found = bytes.indexOf(byte, from);
      return found === -1 ? NONE : found;
    };
    const reached = (open: boolean): ScannedRecords => ({
      place: { offset: base + at, line, row },
      open,
    });
    while (at < bytes.length) {
      if (at > first && row >= 0 && base + at >= target) return reached(false);
      lf = next(LF, lf, at);
      cr = next(CR, cr, at);
      quote = next(QUOTE, quote, at);
      let end = Math.min(lf, cr, bytes.length);
      let within = 0;
      if (quote < end) {
        const found = endOfQuoted(bytes, at);
        if (found.open) return reached(true);
        [end, within] = [found.end, found.lines];
      }
      // A return may be followed by a line feed that is not seen yet.
      if (!atEnd && (end === bytes.length || (bytes[end] === CR && end + 1 === bytes.length))) return reached(true);
      if (isCsv && end - at > most) return reached(true);
      if (!isBlank(bytes, at, end)) row++;
      line += within;
      if (end < bytes.length) line++;
      at = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
      if (at > bytes.length) at = bytes.length;
    }
    return reached(false);
  };
}
