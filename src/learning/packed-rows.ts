import type { WeightTable } from "./linear-model.js";

/**
 * The rows of a table, packed for adding: four weights to a number, raised by 128 so that none is below 0.
 *
 *     row ─▶ bit of 2^bits ─┬─ 0 ─▶ place 0, of weights that are all 0
 *                           └─ 1 ─▶ bits set before it, plus 1: its place ─▶ weights[place * groups + group]
 *
 * The index takes half a byte a row, so that it stays in a processor's cache where a column of places would not.
 */
export interface PackedRows {
  /** Columns are kept in groups of four; what the last group lacks is 0. */
  readonly groups: number;
  /** For 8 rows each: their bits, and above them the number of bits set before. */
  readonly index: Int32Array;
  /** Of each place its groups: byte k of a group is the weight of its k-th column, plus 128. */
  readonly weights: Int32Array;
}

/** Columns of a group. */
export const GROUP = 4;

/** Four weights of 0. */
const ZEROS = 0x80808080 | 0;

/** Bytes 0 and 2 of four weights; bytes 1 and 3 after a shift by 8. Each has room for 16 bits when they are added. */
export const LANES = 0x00ff00ff;

/** Rows that may be added before a lane is full: 257 of at most 255. */
export const ADDED_MOST = 257;

/** Packs the rows of a table of 2^bits. */
export function packRows({ columns, rows, weights }: WeightTable, bits: number): PackedRows {
  const groups = Math.ceil(columns / GROUP);
  const index = new Int32Array(2 ** bits / 8);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0;
    const at = row >>> 3;
    index[at] = (index[at] ?? 0) | (1 << (row & 7));
  }
  let before = 0;
  for (let at = 0; at < index.length; at++) {
    const own = index[at] ?? 0;
    index[at] = own | (before << 8);
    before += SET_BITS[own] ?? 0;
  }
  const bytes = columns === groups * GROUP ? weights : widenRows(weights, rows.length, columns, groups * GROUP);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = new Int32Array((rows.length + 1) * groups).fill(ZEROS);
  // Adding 128 to a byte is turning its highest bit.
  for (let at = groups, from = 0; at < packed.length; at++, from += 4) packed[at] = view.getInt32(from, true) ^ ZEROS;
  return { groups, index, weights: packed };
}

/** Spreads the rows of a small table of four columns, so that a row is its own place. */
export function spreadRows(table: WeightTable, bits: number): Int32Array {
  const { index, weights } = packRows(table, bits);
  const spread = new Int32Array(2 ** bits);
  for (let row = 0; row < spread.length; row++) spread[row] = weights[placeOf(index, row)] ?? ZEROS;
  return spread;
}

/** Rows of more columns, those added being 0. */
function widenRows(weights: Int8Array, rows: number, columns: number, width: number): Int8Array {
  const wide = new Int8Array(rows * width);
  for (let k = 0; k < rows; k++) wide.set(weights.subarray(k * columns, (k + 1) * columns), k * width);
  return wide;
}

/** The place of a row: from 1; 0 for a row without weights. */
export function placeOf(index: Int32Array, row: number): number {
  const eight = index[row >>> 3] ?? 0;
  const bit = row & 7;
  const place = (eight >>> 8) + (SET_BITS[eight & ((1 << bit) - 1)] ?? 0) + 1;
  // Without a branch, which no processor could foretell: all bits of the place or none.
  return place & -((eight >>> bit) & 1);
}

/** How many bits of a byte are set. */
const SET_BITS = new Uint8Array(256);
for (let byte = 1; byte < 256; byte++) SET_BITS[byte] = (byte & 1) + (SET_BITS[byte >> 1] ?? 0);
