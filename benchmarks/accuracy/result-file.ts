import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GoldResult } from "./measure-gold.js";
import type { LearnerResult } from "./measure-learner.js";
import type { ShippedResult } from "./measure-shipped.js";
import type { StarResult } from "./measure-stars.js";

/** Results of the table of shipped models, as they lie in `shipped.json`. */
export interface ShippedFile {
  readonly results: readonly ShippedResult[];
  readonly stars: readonly StarResult[];
  readonly gold: readonly GoldResult[];
}

/** Results of the learner's table, as they lie in `learner.json`. */
export interface LearnerFile {
  readonly results: readonly LearnerResult[];
}

/** Reads the results of an earlier run; `absent` where there was none. */
export function readResults<File extends ShippedFile | LearnerFile>(folder: string, name: string, absent: File): File {
  const path = join(folder, `${name}.json`);
  // Only this program writes the file.
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as File) : absent;
}

/** Writes results as JSON, a result a line, and as Markdown. */
export function writeResults(folder: string, name: string, file: ShippedFile | LearnerFile, markdown: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), linesOf(file));
  writeFileSync(join(folder, `${name}.md`), markdown);
}

/** JSON with a line for each result, so that a change of one is a change of one line. */
function linesOf(file: ShippedFile | LearnerFile): string {
  const lists = Object.entries(file).map(
    ([key, results]: [string, readonly object[]]) =>
      `${JSON.stringify(key)}: [\n${results.map((result) => JSON.stringify(result)).join(",\n")}\n]`,
  );
  return `{${lists.join(",\n")}}\n`;
}

/**
 * Puts fresh results in the place of old ones with the same key, so that one set can be measured again without the others.
 *
 * @param order keys of all results; what is not among them is dropped
 */
export function mergeResults<Result>(
  old: readonly Result[],
  fresh: readonly Result[],
  keyOf: (result: Result) => string,
  order: readonly string[],
): Result[] {
  const byKey = new Map([...old, ...fresh].map((result) => [keyOf(result), result]));
  return order.flatMap((key) => byKey.get(key) ?? []);
}
