import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

/** Folder of public data sets; tests that need it skip where it is absent. */
const folder = process.env.VERBATIMS_DATA ?? resolve(import.meta.dirname, "../../../shared/data");

/** Whether a file of the public data, such as `en/womens_clothing.dev.jsonl.gz`, is at hand. */
export function hasPublicData(file: string): boolean {
  return existsSync(join(folder, file));
}

/** First rows of a gzipped or plain JSONL file of the public data. */
export function readPublicRows<T>(file: string, most: number): T[] {
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n", most)
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
