import type { Candidate, Choice, DriverName, Obstacle } from "./design.js";

/** Rows of numbers as columns, in the one order that all computing goes by. */
interface Columns {
  readonly names: readonly string[];
  readonly values: readonly Float64Array[];
  readonly outcomes: Float64Array;
  /** The rows by value: in this order they are the same whatever order they came in. */
  readonly order: Uint32Array;
}

/**
 * Makes drivers of the columns of a matrix, and the design of those that can be told something of.
 *
 * @param rows a number for each name, all of the same length
 * @param withhold columns of 0 and 1 that fewer rows have, or fewer have not, are kept back
 */
export function chooseColumns(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  withhold: number,
): Choice & { readonly mean: number } {
  const columns = toColumns(names, rows, outcomes);
  const candidates = columns.values.map((values, i) =>
    toCandidate(columns.names[i] ?? "", values, columns.order, withhold),
  );
  const kept = candidates.flatMap(({ obstacle }, i) => (obstacle === null ? [i] : []));
  const mean = meanOf(columns.outcomes, columns.order);
  return { candidates, design: designOf(columns, candidates, kept, mean), mean };
}

function toColumns(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
): Columns {
  const places = names.map((_, i) => i).sort((a, b) => ((names[a] ?? "") < (names[b] ?? "") ? -1 : 1));
  const values = places.map((place) => takeOut(rows.length, (row) => rows[row]?.[place] ?? 0));
  const answers = takeOut(rows.length, (row) => outcomes[row] ?? 0);
  const order = sortRows([...values, answers]);
  return { names: places.map((place) => names[place] ?? ""), values, outcomes: answers, order };
}

function takeOut(rows: number, read: (row: number) => number): Float64Array {
  const values = new Float64Array(rows);
  // Adding 0 makes of -0 the 0 that it equals.
  for (let row = 0; row < rows; row++) values[row] = read(row) + 0;
  return values;
}

/**
 * Rows by rising value of the first key, like ones by the second, and so on.
 *
 * Source: radix sort from the last key to the first, Knuth, The Art of Computer Programming 3, 5.2.5; each key counted by rank.
 */
function sortRows(keys: readonly Float64Array[]): Uint32Array {
  const rows = keys[0]?.length ?? 0;
  let order = Uint32Array.from({ length: rows }, (_, row) => row);
  for (const key of [...keys].reverse()) {
    const distinct = Float64Array.from(new Set(key)).sort();
    if (distinct.length < 2) continue;
    const ranks = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) ranks[row] = rankOf(distinct, key[row] ?? 0);
    const start = new Uint32Array(distinct.length + 1);
    for (const rank of ranks) start[rank + 1] = (start[rank + 1] ?? 0) + 1;
    for (let rank = 1; rank < start.length; rank++) start[rank] = (start[rank] ?? 0) + (start[rank - 1] ?? 0);
    const sorted = new Uint32Array(rows);
    for (const row of order) {
      const rank = ranks[row] ?? 0;
      const place = start[rank] ?? 0;
      sorted[place] = row;
      start[rank] = place + 1;
    }
    order = sorted;
  }
  return order;
}

/** Place of a value among distinct rising ones, one of which it is. */
function rankOf(distinct: Float64Array, value: number): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distinct[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toCandidate(name: string, values: Float64Array, order: Uint32Array, withhold: number): Candidate {
  const n = values.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0);
  const isIndicator = values.every((value) => value === 0 || value === 1);
  const rest = values.length - n;
  let obstacle: Obstacle | null = null;
  if (values.every((value) => value === values[0])) {
    const reason =
      values.length === 0
        ? "There are no rows."
        : `It is ${values[0]} in every row: there are none without it to set against.`;
    obstacle = { reliability: "not-estimable", reason };
  } else if (isIndicator && Math.min(n, rest) < withhold) {
    const few = n < withhold ? `have it (${n})` : `do not have it (${rest})`;
    obstacle = { reliability: "withheld", reason: `Fewer than ${withhold} rows ${few}: kept back.` };
  }
  const performance = values.length === 0 ? null : meanOf(values, order);
  return { kind: "column", name, tone: "any", n, performance, isIndicator, obstacle };
}

/** Like rows are counted together; columns that are no indicators, and the outcome, are counted from their means, which saves digits. */
function designOf(
  { values, outcomes, order }: Columns,
  candidates: readonly Candidate[],
  kept: readonly number[],
  mean: number,
): Choice["design"] {
  const columns = kept.flatMap((column) => values[column] ?? []);
  const shifts = kept.map((column) => (candidates[column]?.isIndicator ? 0 : (candidates[column]?.performance ?? 0)));
  const entryColumn: number[] = [];
  const entryValue: number[] = [];
  const entryStart = [0];
  const cellStart = [0];
  const cellOutcome: number[] = [];
  const cellCount: number[] = [];
  let before = -1;
  for (const row of order) {
    const isLike = before >= 0 && columns.every((column) => column[before] === column[row]);
    if (isLike && outcomes[before] === outcomes[row]) {
      cellCount.push((cellCount.pop() ?? 0) + 1);
      continue;
    }
    if (!isLike) {
      if (before >= 0) cellStart.push(cellCount.length);
      for (const [place, column] of columns.entries()) {
        const value = (column[row] ?? 0) - (shifts[place] ?? 0);
        if (value === 0) continue;
        entryColumn.push(place);
        entryValue.push(value);
      }
      entryStart.push(entryColumn.length);
    }
    cellOutcome.push((outcomes[row] ?? 0) - mean);
    cellCount.push(1);
    before = row;
  }
  if (before >= 0) cellStart.push(cellCount.length);
  return {
    columns: kept.flatMap((place): DriverName[] => {
      const candidate = candidates[place];
      return candidate === undefined ? [] : [{ kind: "column", name: candidate.name, tone: "any" }];
    }),
    rows: order.length,
    entryStart: Uint32Array.from(entryStart),
    entryColumn: Uint16Array.from(entryColumn),
    entryValue: Float64Array.from(entryValue),
    cellStart: Uint32Array.from(cellStart),
    cellOutcome: Float64Array.from(cellOutcome),
    cellCount: Float64Array.from(cellCount),
    stepsPerUnit: 1,
  };
}

/** The mean; summing by the order of the rows' values, it is the same whatever order they came in. */
function meanOf(numbers: Float64Array, order: Uint32Array): number {
  let sum = 0;
  for (const row of order) sum += numbers[row] ?? 0;
  return sum / numbers.length;
}
