import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundWeights } from "../../src/learning/linear-model.js";
import type { LinearWeights } from "../../src/learning/train-linear.js";

/** Weights of rows 0, 1, 2 …, one list a row; a row without a list was never met. */
function weightsOf(rows: readonly (readonly number[] | null)[], columns: number): LinearWeights {
  let next = 0;
  const places = Int32Array.from(rows, (row) => (row === null ? -1 : next++));
  return {
    columns,
    places,
    values: Float32Array.from(rows.flatMap((row) => row ?? [])),
    bias: new Float64Array(columns),
  };
}

const ROWS = [[0.1, -8], null, [2, 0], [-1, 1], [0, 0.01], [1.9, 0]] as const;

describe("rounding weights to bytes", () => {
  it("makes the largest of each column 127, and keeps signs", () => {
    const { weights, scales } = roundWeights(weightsOf(ROWS, 2), 10);
    expect(scales.map((scale) => scale * 127)).toEqual([2, 8]);
    expect([...weights]).toEqual([6, -127, 127, 0, -63, 16, 121, 0]);
  });

  it("leaves out rows that were never met, and rows that round to nothing", () => {
    expect([...roundWeights(weightsOf(ROWS, 2), 10).rows]).toEqual([0, 2, 3, 5]);
  });

  it("keeps the rows with the largest weight in any column where there is no room for all", () => {
    expect([...roundWeights(weightsOf(ROWS, 2), 3).rows]).toEqual([0, 2, 5]);
  });

  it("never keeps a row and drops a stronger one, and keeps as many as asked for where there are more", () => {
    const row = fc.option(fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 30 }), (rows, most) => {
        const all = roundWeights(weightsOf(rows, 2), 1000);
        const cut = roundWeights(weightsOf(rows, 2), most);
        const strength = (of: number): number => {
          const at = all.rows.indexOf(of) * 2;
          return Math.max(Math.abs(all.weights[at] ?? 0), Math.abs(all.weights[at + 1] ?? 0));
        };
        const kept = Array.from(cut.rows, strength);
        const dropped = [...all.rows].filter((of) => !cut.rows.includes(of)).map(strength);
        expect(cut.rows.length).toBeLessThanOrEqual(most);
        expect(Math.min(...kept, 128)).toBeGreaterThanOrEqual(Math.max(...dropped, 0));
        if (dropped.length > 0) expect(cut.rows.length).toBe(most);
      }),
    );
  });

  it("misses no weight by more than half a step", () => {
    const row = fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const { rows: kept, weights, scales } = roundWeights(weightsOf(rows, 3), 1000);
        rows.forEach((values, at) => {
          const place = kept.indexOf(at);
          values.forEach((value, c) => {
            const rounded = place < 0 ? 0 : (weights[place * 3 + c] ?? 0) * (scales[c] ?? 0);
            expect(Math.abs(rounded - value)).toBeLessThanOrEqual((scales[c] ?? 0) / 2 + 1e-6);
          });
        });
      }),
    );
  });

  it("keeps no row where all weights are 0", () => {
    const { rows, scales } = roundWeights(weightsOf([[0, 0]], 2), 10);
    expect([rows.length, scales]).toEqual([0, [0, 0]]);
  });
});
