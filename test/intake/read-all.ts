import type { Source } from "../../src/core/iterables.js";
import type { IntakeMapping, IntakeOptions, IntakeTotals } from "../../src/intake/intake-options.js";
import { type AcceptedRecord, type RejectedRecord, readVerbatims } from "../../src/intake/read-verbatims.js";

/** All that an input gives. */
export interface WholeIntake {
  readonly records: readonly (AcceptedRecord | RejectedRecord)[];
  readonly accepted: readonly AcceptedRecord[];
  readonly rejected: readonly RejectedRecord[];
  readonly mapping: IntakeMapping | undefined;
  readonly totals: IntakeTotals | undefined;
}

/** Reads an input to its end; a string is one chunk. */
export async function readAll(
  input: string | Uint8Array | Source<Uint8Array | string>,
  options: IntakeOptions = {},
): Promise<WholeIntake> {
  let mapping: IntakeMapping | undefined;
  let totals: IntakeTotals | undefined;
  const records: (AcceptedRecord | RejectedRecord)[] = [];
  const source = typeof input === "string" || input instanceof Uint8Array ? [input] : input;
  const watched: IntakeOptions = {
    ...options,
    onMapping: (found) => {
      mapping = found;
    },
    onEnd: (sum) => {
      totals = sum;
    },
  };
  for await (const record of readVerbatims(source, watched)) records.push(record);
  return {
    records,
    accepted: records.filter((record) => record.ok),
    rejected: records.filter((record) => !record.ok),
    mapping,
    totals,
  };
}

/** The texts that an input gives. */
export async function readTexts(input: string | Uint8Array, options: IntakeOptions = {}): Promise<string[]> {
  return (await readAll(input, options)).accepted.map(({ verbatim }) => verbatim.text);
}
