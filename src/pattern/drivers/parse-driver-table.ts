import { createStoredChecks } from "../stored-checks.js";
import type { DriverTable } from "./driver-table.js";
import { DRIVER_OUTCOMES } from "./outcome.js";

const { wrong, record, list, text, count, models } = createStoredChecks("driver table");

const TONES: readonly unknown[] = ["negative", "positive", "other"];

/**
 * Checks that a value, such as a file's JSON, is a driver table of a version that this library reads.
 *
 * @throws VerbatimsError `invalid-summary` naming the first part that is wrong
 */
export function parseDriverTable(value: unknown): DriverTable {
  const table = record(value, "as a whole");
  if (table.format !== "verbatims-driver-table") throw wrong("format", '"verbatims-driver-table"', table.format);
  if (table.version !== 1) throw wrong("version", "1", table.version);
  if (!DRIVER_OUTCOMES.some((known) => known === table.outcome))
    throw wrong("outcome", DRIVER_OUTCOMES.join(", "), table.outcome);
  models(table.models);
  count(table.unanswered, "unanswered");
  count(table.unread, "unread");
  list(table.patterns, "patterns").forEach((pattern, i) => {
    const where = `patterns[${i}]`;
    const { themes, stage, outcomes } = record(pattern, where);
    const names = list(themes, `${where}.themes`).map((theme, k) => checkMention(theme, `${where}.themes[${k}]`));
    if (names.some((name, k) => k > 0 && name <= (names[k - 1] ?? "")))
      throw wrong(`${where}.themes`, "each theme once, in rising order", names.join(", "));
    if (stage !== null) checkMention(stage, `${where}.stage`);
    list(outcomes, `${where}.outcomes`).forEach((cell, k) => {
      const [steps, n] = list(cell, `${where}.outcomes[${k}]`);
      if (!Number.isSafeInteger(steps)) throw wrong(`${where}.outcomes[${k}][0]`, "a whole number", steps);
      if (count(n, `${where}.outcomes[${k}][1]`) === 0)
        throw wrong(`${where}.outcomes[${k}][1]`, "a number above 0", n);
    });
  });
  // Every part that this library reads has been checked above.
  return value as DriverTable;
}

/** The name of a mention. */
function checkMention(mention: unknown, where: string): string {
  const [name, tone] = list(mention, where);
  if (!TONES.includes(tone)) throw wrong(`${where}[1]`, TONES.join(", "), tone);
  return text(name, `${where}[0]`);
}
