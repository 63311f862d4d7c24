/**
 * Simulates whether statistics keep their promises: `npm run coverage -- [--only <name>]`.
 *
 * Each simulation writes `coverage/<name>.json` and `coverage/<name>.md` beside this file, and prints the Markdown. Seeded: the same
 * code writes the same files. A new one is a function in a file of `coverage/` and a line in the table below.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { simulateAlarms } from "./coverage/simulate-alarms.js";
import { simulateConsistency } from "./coverage/simulate-consistency.js";
import { simulateCorrections } from "./coverage/simulate-corrections.js";
import { simulateDifferences } from "./coverage/simulate-differences.js";
import { simulateIntervals } from "./coverage/simulate-intervals.js";
import { simulateTransfer } from "./coverage/simulate-transfer.js";
import type { Simulation } from "./coverage/simulation.js";

const FOLDER = join(import.meta.dirname, "coverage");

const SIMULATIONS: Readonly<Record<string, () => Simulation>> = {
  intervals: simulateIntervals,
  corrections: simulateCorrections,
  transfer: simulateTransfer,
  differences: simulateDifferences,
  alarms: simulateAlarms,
  consistency: simulateConsistency,
};

const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
if (only !== undefined && !(only in SIMULATIONS)) {
  console.error(`--only: expected one of ${Object.keys(SIMULATIONS).join(", ")}, got ${only}. Choose one of these.`);
  process.exit(2);
}
mkdirSync(FOLDER, { recursive: true });
for (const [name, simulate] of Object.entries(SIMULATIONS)) {
  if (only !== undefined && only !== name) continue;
  const { rows, markdown } = simulate();
  const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
  writeFileSync(join(FOLDER, `${name}.json`), `{"rows": [\n${lines}\n]}\n`);
  writeFileSync(join(FOLDER, `${name}.md`), markdown);
  console.log(markdown);
}
