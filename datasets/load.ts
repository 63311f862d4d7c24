import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { excerpt, VerbatimsError } from "../src/core/error.js";
import { DATASETS, type DatasetName } from "./catalogue.js";
import type { RowOf } from "./rows.js";

export interface LoadOptions {
  /**
   * Folder of the public data, with `en/` and `tr/` in it and `gold/` beside it.
   *
   * @defaultValue the environment variable `VERBATIMS_DATA`, else `../shared/data` beside this repository
   */
  readonly folder?: string | undefined;
}

/** Folder of the public data where none is named: `VERBATIMS_DATA`, else `../shared/data` beside this repository. */
export function dataFolder(): string {
  const named = process.env.VERBATIMS_DATA;
  return named === undefined || named === "" ? resolve(import.meta.dirname, "../../shared/data") : resolve(named);
}

/**
 * Reads the rows of a data set, in the order of its file, one at a time: memory does not grow with the file. Leaving the loop
 * early closes the file. Before its first row the file is read once, to check that it is the one that the catalogue tells of.
 *
 * @throws VerbatimsError, when the first row is asked for: `invalid-option` where the name or the split is not in the catalogue; `unreadable-input` where the file
 * is absent or is another than the catalogue tells of
 * @example
 * for await (const { text, sentiment } of loadDataset("uci_yelp_sentences", "all")) console.log(sentiment, text.length);
 */
export async function* loadDataset<Name extends DatasetName>(
  name: Name,
  split: string,
  options: LoadOptions = {},
): AsyncGenerator<RowOf<Name>, void, undefined> {
  const dataset = Object.hasOwn(DATASETS, name) ? DATASETS[name] : undefined;
  if (dataset === undefined) {
    const known = Object.keys(DATASETS).join(", ");
    throw new VerbatimsError(
      "invalid-option",
      `loadDataset name: expected one of ${known}, got ${excerpt(name)}. Choose one of these.`,
      { field: "name", received: excerpt(name) },
    );
  }
  const found = Object.hasOwn(dataset.splits, split) ? dataset.splits[split] : undefined;
  if (found === undefined) {
    const known = Object.keys(dataset.splits).join(", ");
    throw new VerbatimsError(
      "invalid-option",
      `loadDataset split of ${name}: expected ${known}, got ${excerpt(split)}. Choose one of these.`,
      { field: "split", received: excerpt(split) },
    );
  }
  const path = join(options.folder ?? dataFolder(), found.file);
  // The checksum holds: it is the file whose rows were looked at when their type was written down.
  for await (const row of readCheckedRows(path, found.sha256)) yield row as RowOf<Name>;
}

/**
 * Reads the objects of a JSON Lines file, gzipped where its name ends in `.gz`, after comparing its checksum.
 *
 * @param sha256 first digits, at least one, of the hexadecimal SHA-256 of the file
 * @throws VerbatimsError `unreadable-input` where the file is absent or has another checksum
 */
export async function* readCheckedRows(path: string, sha256: string): AsyncGenerator<unknown, void, undefined> {
  if (!existsSync(path)) {
    throw new VerbatimsError(
      "unreadable-input",
      `${path}: expected a file of the evaluation data, got none. Name the folder that holds it by --data or VERBATIMS_DATA; the data is not part of this repository (datasets/catalogue.ts tells where it comes from).`,
      { field: path },
    );
  }
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  const digest = hash.digest("hex");
  if (!digest.startsWith(sha256)) {
    const received = digest.slice(0, sha256.length);
    throw new VerbatimsError(
      "unreadable-input",
      `${path}: expected SHA-256 ${sha256}…, got ${received}…. Fetch the file again: numbers of another version cannot be compared.`,
      { field: path, expected: sha256, received },
    );
  }
  for await (const line of readLines(path)) if (line !== "") yield JSON.parse(line);
}

/**
 * Lines of a text file. Split at line feeds alone: node:readline would also split at U+2028, which may stand inside a JSON
 * string.
 */
async function* readLines(path: string): AsyncGenerator<string, void, undefined> {
  const file = createReadStream(path);
  // The callback is asked for by the type; a failing read also fails the loop below, which tells it.
  const bytes: Readable = path.endsWith(".gz") ? pipeline(file, createGunzip(), () => undefined) : file;
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest + decoder.decode();
}
