import { VerbatimsError } from "../core/error.js";
import type { Encoding } from "./decode.js";

/**
 * Tells the encoding from the first bytes: by the byte-order mark, else the one asked for, else UTF-16 where at least two
 * in five of the high bytes are NUL and next to none of the low ones, else UTF-8.
 */
export function detectEncoding(head: Uint8Array, asked: Encoding | undefined): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (asked !== undefined) return asked;
  const pairs = head.length >> 1;
  if (pairs < 2) return "utf-8";
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  // Letters of Latin script have a high byte of 0 or 1 and never a low byte of 0, but for Ā.
  if (odd >= pairs * 0.4 && even <= pairs * 0.02) return "utf-16le";
  if (even >= pairs * 0.4 && odd <= pairs * 0.02) return "utf-16be";
  return "utf-8";
}

/** Beginnings of files that are no text: name, bytes, and what to do. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[], advice: string])[] = [
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47], ""],
  ["a JPEG image", [0xff, 0xd8, 0xff], ""],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38], ""],
  ["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d], ""],
  ["a ZIP archive or an Excel workbook (.xlsx)", [0x50, 0x4b, 0x03, 0x04], "Unpack it, or save the sheet as CSV."],
  ["an old Office file (.xls)", [0xd0, 0xcf, 0x11, 0xe0], "Save the sheet as CSV."],
  ["an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], "Export the table as CSV."],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31], "Export it as CSV or JSON lines."],
  ["an Arrow file", [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], "Export it as CSV or JSON lines."],
  ["an Avro file", [0x4f, 0x62, 0x6a, 0x01], "Export it as CSV or JSON lines."],
  ["gzip-compressed", [0x1f, 0x8b], "Gunzip it first."],
  ["Zstandard-compressed", [0x28, 0xb5, 0x2f, 0xfd], "Unpack it first."],
  ["bzip2-compressed", [0x42, 0x5a, 0x68], "Unpack it first."],
  ["xz-compressed", [0xfd, 0x37, 0x7a, 0x58, 0x5a], "Unpack it first."],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf], "Unpack it first."],
];

/**
 * Refuses bytes that are no text: those that begin like a known binary file, and those that are neither UTF-16 nor short
 * of control characters (16 of them and one byte in twenty are allowed; a stray NUL in a text stays).
 *
 * @throws VerbatimsError `binary-input`
 */
export function refuseBinary(head: Uint8Array, encoding: Encoding): void {
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && CONTROLS[byte] === 1) controls++;
  const found = SIGNATURES.find(
    ([, bytes]) =>
      bytes.every((byte, i) => head[i] === byte) &&
      // Customers may begin with printable letters such as "BZh": those need a sign of binary beside them.
      (controls > 0 || bytes.some((byte) => byte >= 0x80)),
  );
  if (found !== undefined) throw refusal(found[0], found[2]);
  if (!wide && controls > 16 && controls * 20 > head.length) {
    throw refusal("binary data", "Export it as CSV or JSON lines, or name its encoding if it is text.");
  }
}

function refusal(what: string, advice: string): VerbatimsError {
  const message = `input: expected text (CSV, TSV, JSON lines or plain lines), got ${what}.`;
  return new VerbatimsError("binary-input", advice === "" ? `${message} Give a text file.` : `${message} ${advice}`, {
    expected: "text",
    received: what,
  });
}

/** 1 for control characters that text does not hold: all below space but tab, line feed, form feed, return and escape. */
const CONTROLS: Uint8Array = new Uint8Array(32).fill(1);
for (const used of [9, 10, 11, 12, 13, 27]) CONTROLS[used] = 0;
