import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const DEMO = readFileSync(join(import.meta.dirname, "../../datasets/demo.csv"), "utf8");

/** Writes a dump of so many rows, made by repeating the demo verbatims; gives its rows. */
export async function makeDump(path: string, rows: number): Promise<void> {
  const header = DEMO.slice(0, DEMO.indexOf("\n") + 1);
  const records = DEMO.slice(header.length).match(/(?:"(?:[^"]|"")*"|[^"\n])+\n/g) ?? [];
  function* pieces(): Generator<string> {
    yield header;
    for (let made = 0; made < rows; made += records.length) yield records.slice(0, rows - made).join("");
  }
  await pipeline(pieces(), createWriteStream(path));
}
