import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WeightTable } from "../../src/learning/linear-model.js";
import { GROUP, packRows, placeOf, spreadRows } from "../../src/learning/packed-rows.js";

const BITS = 10;

const tables = fc
  .record({
    columns: fc.integer({ min: 1, max: 9 }),
    rows: fc.uniqueArray(fc.nat(2 ** BITS - 1), { maxLength: 300 }),
    seed: fc.nat(1000),
  })
  .map(({ columns, rows, seed }): WeightTable => {
    const sorted = Uint32Array.from(rows).sort();
    const weights = Int8Array.from({ length: sorted.length * columns }, (_, at) => ((at * 37 + seed * 11) % 255) - 127);
    return { columns, rows: sorted, weights, scales: [], bias: [] };
  });

describe("packed rows", () => {
  it("give every row its place, from 1 in ascending order, and 0 to rows without weights", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { index } = packRows(table, BITS);
        const places = new Map(Array.from(table.rows, (row, k) => [row, k + 1]));
        for (let row = 0; row < 2 ** BITS; row++) expect(placeOf(index, row)).toBe(places.get(row) ?? 0);
      }),
      { numRuns: 50 },
    );
  });

  it("hold each weight, raised by 128, in the byte of its column, and 0 where a row or column is none", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { groups, weights } = packRows(table, BITS);
        const { columns } = table;
        for (let place = 0; place <= table.rows.length; place++) {
          for (let c = 0; c < groups * GROUP; c++) {
            const four = weights[place * groups + (c >> 2)] ?? 0;
            const wanted = place === 0 || c >= columns ? 0 : table.weights[(place - 1) * columns + c];
            expect(((four >>> ((c & 3) * 8)) & 255) - 128).toBe(wanted);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("say the same when they are spread", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const narrow = { ...table, columns: 4, weights: new Int8Array(table.rows.length * 4).fill(-3) };
        const { index, weights } = packRows(narrow, BITS);
        const spread = spreadRows(narrow, BITS);
        expect([...spread]).toEqual(Array.from(spread, (_, row) => weights[placeOf(index, row)]));
      }),
      { numRuns: 20 },
    );
  });
});
