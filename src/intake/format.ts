import { excerpt, VerbatimsError } from "../core/error.js";
import { foldName, SYNONYMS } from "./column-names.js";
import { guessDelimiter, readSeparatorLine } from "./csv.js";

const FORMATS = ["csv", "tsv", "jsonl", "lines"] as const;
/**
 * Shape of text that verbatims are read from; `lines` is one text a line. Parquet is no text: it is recognised in files
 * (`verbatims/work`) and cannot be asked for.
 */
export type Format = (typeof FORMATS)[number] | "parquet";

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["csv", "csv"],
  ["tsv", "tsv"],
  ["tab", "tsv"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
  ["txt", "lines"],
]);

/** Tells the format from a file's name, `.gz` aside; nothing for an unknown ending. */
export function formatOfName(fileName: string): Format | undefined {
  const name = fileName.toLowerCase().replace(/\.gz$/, "");
  return BY_EXTENSION.get(name.slice(name.lastIndexOf(".") + 1));
}

/**
 * Tells the format from the first line that is not blank: JSON lines where it begins with `{`; CSV where it looks like a
 * header, that is where one of its cells is a usual name of a text column, or it has several cells that all look like
 * names; plain lines otherwise.
 *
 * @throws VerbatimsError `invalid-record` where it begins a JSON array
 */
export function sniffFormat(firstLine: string, textColumn?: string | null): Format {
  const line = firstLine.trim();
  if (line.startsWith("{")) return "jsonl";
  if (line === "[" || /^\[\s*\{/.test(line)) {
    throw new VerbatimsError(
      "invalid-record",
      `line 1: expected one JSON object a line, got an array ${excerpt(line, 20)}. Write each object of the array on a line of its own (jq -c '.[]').`,
      { line: 1, received: excerpt(line) },
    );
  }
  // Untrimmed: the delimiter that it names may be a tab.
  if (readSeparatorLine(firstLine) !== undefined) return "csv";
  const cells = line.split(guessDelimiter(line)).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  if (textColumn !== undefined && textColumn !== null && cells.includes(textColumn)) return "csv";
  if (cells.some((cell) => cell.length <= 60 && SYNONYMS.text.includes(foldName(cell)))) return "csv";
  return cells.length > 1 && cells.every((cell) => looksLikeName(cell)) ? "csv" : "lines";
}

/** A column's name is short, begins with a letter, and is no sentence. */
function looksLikeName(cell: string): boolean {
  return cell.length <= 40 && /^\p{L}/u.test(cell) && !/[.!?]$/.test(cell) && cell.split(" ").length <= 4;
}

/** Checks a format that was asked for.
 *
 * @throws VerbatimsError `invalid-option` for any other word
 */
export function parseFormat(name: string): Format {
  const format = FORMATS.find((known) => known === name);
  if (format !== undefined) return format;
  throw new VerbatimsError(
    "invalid-option",
    `format: expected one of ${FORMATS.join(", ")}, got ${excerpt(name)}. Leave it out to tell it from the file.`,
    { field: "format", received: excerpt(name) },
  );
}
