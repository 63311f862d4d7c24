import { type Source, toAsyncIterable } from "../../core/iterables.js";
import type { Analysis } from "../../meaning/analysis.js";
import type { DriverTable } from "./driver-table.js";
import { checkOutcome, type DriverOutcome } from "./outcome.js";
import { createTableAccumulator } from "./table-accumulator.js";

/** What a driver table is to explain. */
export interface DriverTableOptions {
  readonly outcome: DriverOutcome;
}

/**
 * The driver table of nothing: the neutral element of {@link mergeDriverTables}.
 *
 * @throws VerbatimsError `invalid-option` where the outcome is none
 */
export function emptyDriverTable({ outcome }: DriverTableOptions): DriverTable {
  checkOutcome(outcome, "emptyDriverTable");
  return createTableAccumulator(outcome).toTable();
}

/**
 * Adds analyses to a driver table and returns the new one; the table given stays as it is. Order does not matter. Analyses without the
 * outcome, and those of texts that could not be read, are counted aside.
 *
 * @throws VerbatimsError `unlike-summaries` where an analysis was made by another model; `invalid-analysis` where its outcome is out of range
 * @example
 * const table = addToDriverTable(emptyDriverTable({ outcome: "nps" }), [
 *   analyze({ text: "Delivery took three weeks.", nps: 2 }),
 *   analyze({ text: "Delivery took five weeks.", nps: 4 }),
 * ]);
 * table.patterns.map(({ outcomes }) => outcomes); // [[[-100, 2]]]
 */
export function addToDriverTable(table: DriverTable, analyses: Iterable<Analysis>): DriverTable {
  const sum = createTableAccumulator(table.outcome);
  sum.addTable(table);
  for (const analysis of analyses) sum.addAnalysis(analysis);
  return sum.toTable();
}

/**
 * Merges driver tables. Associative and commutative: any order and grouping gives the same bytes.
 *
 * @throws VerbatimsError `unlike-summaries` where outcomes, or models of one language, differ
 */
export function mergeDriverTables(first: DriverTable, ...others: readonly DriverTable[]): DriverTable {
  const sum = createTableAccumulator(first.outcome);
  for (const table of [first, ...others]) sum.addTable(table);
  return sum.toTable();
}

/**
 * Counts a source of analyses, one after another, into a driver table: what `drivers` and `penaltyReward` take.
 *
 * @throws VerbatimsError as {@link addToDriverTable} and {@link emptyDriverTable}; whatever the source throws; the reason of `signal`
 */
export async function tabulateStream(
  source: Source<Analysis>,
  { outcome, signal }: DriverTableOptions & { readonly signal?: AbortSignal | undefined },
): Promise<DriverTable> {
  checkOutcome(outcome, "tabulateStream");
  const sum = createTableAccumulator(outcome);
  for await (const analysis of toAsyncIterable(source)) {
    signal?.throwIfAborted();
    sum.addAnalysis(analysis);
  }
  return sum.toTable();
}
