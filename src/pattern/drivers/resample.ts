import { drawBinomial } from "../../core/draw-counts.js";

/** Rows from which on it is faster to draw how many of a kind there are than to draw them one by one. */
const MANY = 100;

/**
 * Makes the function that draws as many rows as were counted, with repetition, and says how many of each kind were drawn: the same as a
 * bootstrap of the rows, though none are kept. The same memory is written over in each call.
 *
 * Source: conditional binomials for kinds of many rows (Devroye 1986, chapter XI), rows one by one for what they leave.
 */
export function createResampler(counts: ArrayLike<number>): (random: () => number) => Float64Array {
  const drawn = new Float64Array(counts.length);
  const kinds = Array.from(counts, (n, kind) => ({ n, kind })).filter(({ n }) => n > 0);
  const rows = kinds.reduce((sum, { n }) => sum + n, 0);
  const many = kinds.filter(({ n }) => n >= MANY);
  const few = kinds.filter(({ n }) => n < MANY);
  const kindOfRow = new Uint32Array(few.reduce((sum, { n }) => sum + n, 0));
  let row = 0;
  for (const { n, kind } of few) {
    kindOfRow.fill(kind, row, row + n);
    row += n;
  }
  return (random) => {
    drawn.fill(0);
    let left = rows;
    let tries = rows;
    for (const { n, kind } of many) {
      const found = drawBinomial(tries, n / left, random);
      drawn[kind] = found;
      tries -= found;
      left -= n;
    }
    for (; tries > 0; tries--) {
      const kind = kindOfRow[Math.floor(random() * kindOfRow.length)] ?? 0;
      drawn[kind] = (drawn[kind] ?? 0) + 1;
    }
    return drawn;
  };
}
