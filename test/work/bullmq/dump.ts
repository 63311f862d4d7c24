import { readFileSync } from "node:fs";
import { DEMO_FILE } from "../../../src/work/index.js";

const demo = readFileSync(DEMO_FILE, "utf8");
const [HEADER = "", ...ROWS] = demo.trimEnd().split("\n");

/** A dump of the demo verbatims, so many times over; every row has an id of its own. (In the demo a row may be several lines.) */
export function makeDump(times: number): string {
  const body = `${ROWS.join("\n")}\n`;
  const copies = Array.from({ length: times }, (_, copy) => body.replace(/^v-(\d+),/gm, `v-${copy}-$1,`));
  return `${HEADER}\n${copies.join("")}`;
}

/** The ids of analyses that stand one a line. */
export function readIds(scored: string): string[] {
  return scored
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id);
}
