import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decomposeSymmetric } from "../../src/core/symmetric-eigen.js";

/** A symmetric matrix, row by row, with its size. */
const symmetric = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc
    .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((cells) => ({
      size,
      matrix: Float64Array.from(cells, (_, at) => {
        const [row, column] = [Math.floor(at / size), at % size];
        return cells[Math.min(row, column) * size + Math.max(row, column)] ?? 0;
      }),
    })),
);

const product = (size: number, cell: (k: number, row: number, column: number) => number): number[] =>
  Array.from({ length: size * size }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += cell(k, Math.floor(at / size), at % size);
    return sum;
  });

const furthest = (a: readonly number[], b: ArrayLike<number>): number =>
  a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);

describe("decomposeSymmetric", () => {
  it("gives values and vectors that make up the matrix again", () => {
    fc.assert(
      fc.property(symmetric, ({ size, matrix }) => {
        const { values, vectors } = decomposeSymmetric(matrix, size);
        const again = product(
          size,
          (k, row, column) => (vectors[row * size + k] ?? 0) * (values[k] ?? 0) * (vectors[column * size + k] ?? 0),
        );
        expect(furthest(again, matrix)).toBeLessThan(1e-12);
      }),
    );
  });

  it("gives vectors of length 1 that stand upright on one another", () => {
    fc.assert(
      fc.property(symmetric, ({ size, matrix }) => {
        const { vectors } = decomposeSymmetric(matrix, size);
        const among = product(size, (k, a, b) => (vectors[k * size + a] ?? 0) * (vectors[k * size + b] ?? 0));
        const unit = product(size, (k, a, b) => (k === a && k === b ? 1 : 0));
        expect(furthest(among, unit)).toBeLessThan(1e-13);
      }),
    );
  });

  it("finds the values of a matrix whose values are known", () => {
    // n by n, 2 on the diagonal and 1 elsewhere: 1 several times, and n + 1.
    const size = 30;
    const matrix = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 2 : 1));
    const values = [...decomposeSymmetric(matrix, size).values].sort((a, b) => a - b);
    expect(furthest(values, [...new Array<number>(size - 1).fill(1), size + 1])).toBeLessThan(1e-12);
  });

  it("takes a matrix of nothing apart", () => {
    expect(decomposeSymmetric(new Float64Array(0), 0).values).toHaveLength(0);
    expect([...decomposeSymmetric(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
  });
});
