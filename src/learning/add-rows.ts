import { GROUP, LANES } from "./packed-rows.js";
import { FACT } from "./word-memory.js";

// The two loops that reading a text spends its time in. They take what they need as parameters, so that the compiler sees
// few arrays and no call, and each runs over one column group at a time, with its sums in registers.

/**
 * Adds one group of the vectors of the facts `[from, to)` to `sums`.
 *
 * @param width numbers a vector
 */
export function addVectors(
  facts: Int32Array,
  from: number,
  to: number,
  vectors: Float64Array,
  width: number,
  group: number,
  sums: Float64Array,
): void {
  const at = group * GROUP;
  let a = sums[at] ?? 0;
  let b = sums[at + 1] ?? 0;
  let c = sums[at + 2] ?? 0;
  let d = sums[at + 3] ?? 0;
  for (let i = from; i < to; i++) {
    const vector = ((facts[i] ?? 0) & FACT.entry) * width + at;
    a += vectors[vector] ?? 0;
    b += vectors[vector + 1] ?? 0;
    c += vectors[vector + 2] ?? 0;
    d += vectors[vector + 3] ?? 0;
  }
  sums[at] = a;
  sums[at + 1] = b;
  sums[at + 2] = c;
  sums[at + 3] = d;
}

/**
 * Adds one group of the weights at the places `[from, to)` to `sums`.
 *
 * @param to at most `ADDED_MOST` after `from`
 * @param groups groups a place
 */
export function addPlaces(
  places: Int32Array,
  from: number,
  to: number,
  weights: Int32Array,
  groups: number,
  group: number,
  sums: Float64Array,
): void {
  let even = 0;
  let odd = 0;
  for (let i = from; i < to; i++) {
    const four = weights[(places[i] ?? 0) * groups + group] ?? 0;
    even += four & LANES;
    odd += (four >>> 8) & LANES;
  }
  const at = group * GROUP;
  const raised = (to - from) * 128;
  sums[at] = (sums[at] ?? 0) + ((even & 0xffff) - raised);
  sums[at + 1] = (sums[at + 1] ?? 0) + ((odd & 0xffff) - raised);
  sums[at + 2] = (sums[at + 2] ?? 0) + ((even >>> 16) - raised);
  sums[at + 3] = (sums[at + 3] ?? 0) + ((odd >>> 16) - raised);
}
