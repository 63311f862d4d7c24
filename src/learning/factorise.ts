import { createRandom } from "../core/random.js";

/** A symmetric matrix of which most numbers are 0: each pair once, `second` never below `first`. */
export interface SparseMatrix {
  readonly size: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly values: Float64Array;
}

/** Columns more than asked for, which make those asked for exact sooner. Source: Halko, Martinsson and Tropp 2011. */
const OVERSAMPLED = 16;
/** How often the matrix is applied. */
const ITERATIONS = 5;

/**
 * Finds the directions in which a symmetric matrix is largest: for each row its `dims` coordinates, each direction scaled by the
 * square root of its eigenvalue, the largest first. The same matrix and seed give the same bits.
 *
 * Source: randomised subspace iteration, Halko, Martinsson and Tropp 2011, algorithm 4.4; the root of the eigenvalue as weight of word
 * vectors is that of Levy, Goldberg and Dagan 2015.
 *
 * @returns `rows[row * dims + dim]`
 */
export function factorise(matrix: SparseMatrix, dims: number, seed: number): Float64Array {
  const { size } = matrix;
  const width = Math.min(size, dims + OVERSAMPLED);
  const random = createRandom(seed);
  let basis = orthonormalise(
    Float64Array.from({ length: size * width }, () => random() - 0.5),
    size,
    width,
  );
  for (let k = 0; k < ITERATIONS; k++) basis = orthonormalise(multiply(matrix, basis, width), size, width);
  const image = multiply(matrix, basis, width);
  const small = new Float64Array(width * width);
  for (let row = 0; row < size; row++) {
    for (let a = 0; a < width; a++) {
      const own = basis[row * width + a] ?? 0;
      for (let b = 0; b < width; b++)
        small[a * width + b] = (small[a * width + b] ?? 0) + own * (image[row * width + b] ?? 0);
    }
  }
  const { values, vectors } = diagonalise(small, width);
  const order = Array.from({ length: width }, (_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const rows = new Float64Array(size * dims);
  for (let d = 0; d < Math.min(dims, width); d++) {
    const column = order[d] ?? 0;
    const weight = Math.sqrt(Math.max(0, values[column] ?? 0));
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (basis[row * width + k] ?? 0) * (vectors[k * width + column] ?? 0);
      rows[row * dims + d] = sum * weight;
    }
  }
  return rows;
}

function multiply({ size, first, second, values }: SparseMatrix, columns: Float64Array, width: number): Float64Array {
  const product = new Float64Array(size * width);
  for (let e = 0; e < values.length; e++) {
    const a = (first[e] ?? 0) * width;
    const b = (second[e] ?? 0) * width;
    const value = values[e] ?? 0;
    for (let k = 0; k < width; k++) product[a + k] = (product[a + k] ?? 0) + value * (columns[b + k] ?? 0);
    if (a === b) continue;
    for (let k = 0; k < width; k++) product[b + k] = (product[b + k] ?? 0) + value * (columns[a + k] ?? 0);
  }
  return product;
}

/** Gram and Schmidt, twice over, in place. A column that depends on those before it becomes 0. */
function orthonormalise(columns: Float64Array, size: number, width: number): Float64Array {
  for (let c = 0; c < width; c++) {
    for (let twice = 0; twice < 2; twice++) {
      for (let before = 0; before < c; before++) {
        let dot = 0;
        for (let at = 0; at < size * width; at += width) dot += (columns[at + c] ?? 0) * (columns[at + before] ?? 0);
        for (let at = 0; at < size * width; at += width)
          columns[at + c] = (columns[at + c] ?? 0) - dot * (columns[at + before] ?? 0);
      }
    }
    let square = 0;
    for (let at = c; at < size * width; at += width) square += (columns[at] ?? 0) ** 2;
    const length = Math.sqrt(square);
    for (let at = c; at < size * width; at += width) columns[at] = length < 1e-12 ? 0 : (columns[at] ?? 0) / length;
  }
  return columns;
}

/** Eigenvalues and eigenvectors (as columns) of a small symmetric matrix. Source: the cyclic method of Jacobi 1846. */
function diagonalise(
  symmetric: Float64Array,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const m = symmetric.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  /** Turns the coordinates `p` and `q` of `size` places that lie `stride` apart. */
  const turn = (of: Float64Array, p: number, q: number, stride: number, c: number, s: number): void => {
    for (let k = 0; k < size; k++) {
      const x = of[p + k * stride] ?? 0;
      const y = of[q + k * stride] ?? 0;
      of[p + k * stride] = c * x - s * y;
      of[q + k * stride] = s * x + c * y;
    }
  };
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = m[p * size + q] ?? 0;
        if (Math.abs(off) < 1e-12) continue;
        const theta = ((m[q * size + q] ?? 0) - (m[p * size + p] ?? 0)) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        turn(m, p, q, size, c, t * c);
        turn(m, p * size, q * size, 1, c, t * c);
        turn(vectors, p, q, size, c, t * c);
      }
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => m[i * size + i] ?? 0), vectors };
}
