import { excerpt, VerbatimsError } from "../core/error.js";
import { findFeatureFault } from "./feature-fault.js";
import type { FeatureOptions } from "./features.js";
import type { LinearModel } from "./linear-model.js";
import { columnsOf } from "./probabilities.js";
import { TASK_KINDS } from "./scorer.js";

/** All of a model but its rows and weights. */
export type ModelHeader = Omit<LinearModel, "table"> & Omit<LinearModel["table"], "rows" | "weights">;

/** Says what is wrong with a model, in one way for all who find something. */
export function damaged(what: string): VerbatimsError {
  return new VerbatimsError(
    "damaged-model",
    `model: ${what}. Copy or download the model again, or train it anew with trainModel (verbatims train).`,
    { field: "model" },
  );
}

/**
 * Checks that a value from a file, or from a caller without types, describes a model: every label once, every number finite and
 * in its range, as many of each as the kind and the labels ask for.
 *
 * @throws VerbatimsError `damaged-model` naming the part
 */
export function checkHeader(value: unknown): asserts value is ModelHeader {
  if (typeof value !== "object" || value === null) throw damaged(`expected an object, got ${excerpt(value)}`);
  // Nothing is known of its parts yet: each is checked below.
  const header = value as Readonly<Partial<Record<keyof ModelHeader, unknown>>>;
  const { kind, labels, temperature, thresholds, fingerprint, columns, scales, bias } = header;
  const broken = (part: string, expected: string, got: unknown): VerbatimsError =>
    damaged(`expected ${part} to be ${expected}, got ${typeof got === "number" ? String(got) : excerpt(got)}`);

  const known = TASK_KINDS.find((each) => each === kind);
  if (known === undefined) throw broken("kind", TASK_KINDS.join(", "), kind);
  if (!Array.isArray(labels) || !labels.every((label) => typeof label === "string" && label !== "")) {
    throw broken("labels", "a list of strings of at least one character", labels);
  }
  if (new Set(labels).size !== labels.length) throw broken("labels", "strings that differ", labels);
  if (labels.length < (known === "multi" ? 1 : 2)) throw broken("labels", "at least two", labels);
  checkFeatures(header.features);
  if (columns !== columnsOf(known, labels.length)) {
    throw broken("columns", `${columnsOf(known, labels.length)} for ${labels.length} labels`, columns);
  }
  const lists = [
    ["scales", scales, columns, 0, Number.MAX_VALUE],
    ["bias", bias, columns, -Number.MAX_VALUE, Number.MAX_VALUE],
    ["thresholds", thresholds, labels.length, 0, 1],
  ] as const;
  for (const [part, list, length, least, most] of lists) {
    if (!Array.isArray(list) || list.length !== length) throw broken(part, `a list of ${length} numbers`, list);
    const wrong = list.find((number) => !isBetween(number, least, most));
    const range = most === 1 ? "0 to 1" : `finite${least === 0 ? " and not below 0" : ""}`;
    if (wrong !== undefined || list.includes(undefined)) throw broken(part, `numbers, ${range}`, wrong);
  }
  if (!isBetween(temperature, Number.MIN_VALUE, Number.MAX_VALUE)) {
    throw broken("temperature", "a finite number above 0", temperature);
  }
  if (typeof fingerprint !== "string" || !/^[0-9a-f]{14}$/.test(fingerprint)) {
    throw broken("fingerprint", "14 hexadecimal digits", fingerprint);
  }
}

/**
 * Checks a whole model: its header (see {@link checkHeader}), and that its rows ascend and have their weights. Time grows with the
 * rows: about a millisecond for 300,000.
 *
 * @throws VerbatimsError `damaged-model` naming the part
 */
export function checkModel(model: LinearModel): void {
  if (typeof model?.table !== "object" || model.table === null) {
    throw damaged(`expected a value made by trainModel or decodeModel, got ${excerpt(model)}`);
  }
  const { columns, scales, bias, rows, weights } = model.table;
  checkHeader({ ...model, columns, scales, bias });
  if (!(rows instanceof Uint32Array)) throw damaged(`expected table.rows to be a Uint32Array, got ${excerpt(rows)}`);
  if (!(weights instanceof Int8Array))
    throw damaged(`expected table.weights to be an Int8Array, got ${typeof weights}`);
  if (weights.length !== rows.length * columns) {
    throw damaged(`expected ${rows.length * columns} weights of ${rows.length} rows, got ${weights.length}`);
  }
  const most = 2 ** model.features.bits;
  let before = -1;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0;
    if (row <= before || row >= most)
      throw damaged(`expected rows that ascend below ${most}, got ${row} after ${before}`);
    before = row;
  }
}

function checkFeatures(features: unknown): asserts features is FeatureOptions {
  if (typeof features !== "object" || features === null) {
    throw damaged(`expected features to be an object, got ${excerpt(features)}`);
  }
  // Every option is looked at before it is used as one.
  const fault = findFeatureFault(features as FeatureOptions);
  if (fault === undefined) return;
  throw damaged(`expected features.${fault.field} to be ${fault.expected}, got ${excerpt(fault.got)}`);
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}
