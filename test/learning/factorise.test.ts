import { describe, expect, it } from "vitest";
import { factorise, type SparseMatrix } from "../../src/learning/factorise.js";

/** A symmetric matrix from its rows. */
function sparse(rows: readonly (readonly number[])[]): SparseMatrix {
  const first: number[] = [];
  const second: number[] = [];
  const values: number[] = [];
  rows.forEach((row, i) => {
    row.forEach((value, k) => {
      if (k < i || value === 0) return;
      first.push(i);
      second.push(k);
      values.push(value);
    });
  });
  return {
    size: rows.length,
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    values: Float64Array.from(values),
  };
}

/** Inner product of two rows of coordinates. */
function dot(rows: Float64Array, dims: number, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < dims; d++) sum += (rows[a * dims + d] ?? 0) * (rows[b * dims + d] ?? 0);
  return sum;
}

describe("the largest directions of a matrix", () => {
  // Eigenvalues 5, 3, 1: all above 0, so that the coordinates multiply to the matrix itself.
  const matrix = [
    [3, 1, 1],
    [1, 3, -1],
    [1, -1, 3],
  ];

  it("multiply to the matrix where all are taken and none is below 0", () => {
    const rows = factorise(sparse(matrix), 3, 1);
    matrix.forEach((row, a) => {
      row.forEach((value, b) => {
        expect(dot(rows, 3, a, b)).toBeCloseTo(value, 9);
      });
    });
  });

  it("are told from the largest on", () => {
    const rows = factorise(
      sparse([
        [1, 0, 0],
        [0, 9, 0],
        [0, 0, 4],
      ]),
      2,
      1,
    );
    expect([...rows].map(Math.abs).map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0, 0, 3, 0, 0, 2]);
  });

  it("leave out those of values below 0", () => {
    const rows = factorise(
      sparse([
        [-4, 0],
        [0, 1],
      ]),
      2,
      1,
    );
    expect(dot(rows, 2, 0, 0)).toBeCloseTo(0, 9);
  });

  it("are 0 beyond the size of the matrix", () => {
    expect([...factorise(sparse([[4]]), 3, 1)].map(Math.abs)).toEqual([2, 0, 0]);
  });

  it("are the same bits for the same matrix and seed", () => {
    expect(factorise(sparse(matrix), 2, 7)).toEqual(factorise(sparse(matrix), 2, 7));
  });
});
