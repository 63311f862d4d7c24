import { excerpt, VerbatimsError } from "../../core/error.js";
import { MOST_DRIVERS } from "./choose-mentions.js";
import { describeDrivers } from "./describe-drivers.js";
import { chooseColumns } from "./design-from-rows.js";
import type { Drivers } from "./drivers-result.js";
import { checkDriverOptions, type DriverOptions } from "./options.js";

/** Options of {@link driversOf}. */
export interface ColumnDriverOptions extends DriverOptions {
  /** Names of the columns, no two alike. */
  readonly names: readonly string[];
}

/** Magnitudes beyond this would overflow when squared and added up. */
const MOST = 1e100;

/**
 * As {@link drivers}, from rows of the user's own: ratings of attributes, usage, 0 and 1 for what is there or not. All rows are held in
 * memory, and time grows with rows times resamples where columns are no indicators. Neither the order of the rows nor that of the columns
 * changes a digit of the result.
 *
 * @param rows a number for each name, finite and at most 1e100 either way
 * @param outcomes the number to be explained of each row
 * @throws VerbatimsError `invalid-record` naming the row and column that is no such number; `duplicate-name`; `invalid-option`
 * @example
 * const ratings = Array.from({ length: 40 }, (_, i) => [i % 5, i % 3]);
 * const satisfaction = ratings.map(([waiting = 0, price = 0]) => 10 - waiting - price);
 * const found = driversOf(ratings, satisfaction, { names: ["waiting", "price"] });
 * found.drivers.map(({ name, effect }) => [name, Math.round(effect.value ?? 0)]); // [["waiting", -1], ["price", -1]]
 */
export function driversOf(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  options: ColumnDriverOptions,
): Drivers {
  const rules = checkDriverOptions(options, "driversOf");
  checkNames(options.names);
  checkRows(rows, outcomes, options.names.length);
  const { mean, ...choice } = chooseColumns(options.names, rows, outcomes, rules.withhold);
  return { claim: "association", outcome: null, unanswered: 0, unread: 0, ...describeDrivers(choice, mean, rules) };
}

function checkNames(names: readonly string[]): void {
  const expected = `a list of at most ${MOST_DRIVERS} names`;
  if (!Array.isArray(names) || names.length > MOST_DRIVERS || !names.every((name) => typeof name === "string")) {
    throw new VerbatimsError(
      "invalid-option",
      `driversOf names: expected ${expected}, got ${excerpt(names)}. Name the columns that may be drivers.`,
      { field: "names", expected, received: excerpt(names) },
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return;
  throw new VerbatimsError(
    "duplicate-name",
    `driversOf names: expected each name once, got ${excerpt(twice)} twice. Name each column differently.`,
    { field: "names", received: excerpt(twice) },
  );
}

function checkRows(rows: readonly (readonly number[])[], outcomes: readonly number[], columns: number): void {
  if (!Array.isArray(rows)) throw wrongRow("rows", "a list of rows", rows);
  if (!Array.isArray(outcomes) || outcomes.length !== rows.length) {
    throw wrongRow("outcomes", `a list of ${rows.length} numbers, one a row`, outcomes);
  }
  rows.forEach((row: unknown, r) => {
    if (!Array.isArray(row) || row.length !== columns)
      throw wrongRow(`rows[${r}]`, `a list of ${columns} numbers`, row);
    row.forEach((value: unknown, c) => {
      if (!isFit(value)) throw wrongRow(`rows[${r}][${c}]`, "a finite number", value);
    });
    if (!isFit(outcomes[r])) throw wrongRow(`outcomes[${r}]`, "a finite number", outcomes[r]);
  });
}

function isFit(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= MOST;
}

function wrongRow(field: string, expected: string, value: unknown): VerbatimsError {
  const received = typeof value === "number" ? String(value) : excerpt(value);
  return new VerbatimsError(
    "invalid-record",
    `driversOf ${field}: expected ${expected}, got ${received}. Leave out rows that lack a number.`,
    { field, expected, received },
  );
}
