/** Eigenvalues and eigenvectors of a symmetric matrix. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row by row; column `k` is the vector of value `k`, of length 1. */
  readonly vectors: Float64Array;
}

/** Sweeps after which rounding alone is left; matrices of a hundred rows need about ten. */
const MOST_SWEEPS = 60;

/**
 * Takes a symmetric matrix apart, about to the last digit; values in no order. Made from `+ - * /` and square roots, so that every
 * machine gives the same bits.
 *
 * @param matrix `size` by `size`, row by row; its lower half is not read
 *
 * Source: cyclic Jacobi rotations, Golub and Van Loan, Matrix Computations, 8.5.
 */
export function decomposeSymmetric(matrix: Float64Array, size: number): SymmetricEigen {
  const left = new Float64Array(size * size);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    vectors[i * size + i] = 1;
    for (let j = i; j < size; j++) left[i * size + j] = left[j * size + i] = matrix[i * size + j] ?? 0;
  }
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    if (!rotateAll(left, vectors, size)) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => left[i * size + i] ?? 0), vectors };
}

/** Turns every pair of axes once, so that what lies between them is 0; tells whether anything was left to turn. */
function rotateAll(left: Float64Array, vectors: Float64Array, size: number): boolean {
  let turned = false;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) {
      const between = left[p * size + q] ?? 0;
      const [first, second] = [left[p * size + p] ?? 0, left[q * size + q] ?? 0];
      // What adding would not change in either is 0 already.
      if (Math.abs(between) <= 1e-17 * Math.sqrt(Math.abs(first * second)) || between === 0) continue;
      turned = true;
      const slope = (second - first) / (2 * between);
      const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
      const cosine = 1 / Math.sqrt(tangent * tangent + 1);
      const sine = tangent * cosine;
      turn(left, p, q, size, size, cosine, sine);
      turn(left, p * size, q * size, 1, size, cosine, sine);
      turn(vectors, p, q, size, size, cosine, sine);
      left[p * size + q] = left[q * size + p] = 0;
    }
  }
  return turned;
}

/** Turns two columns (`step` the length of a row) or two rows (`step` 1). */
function turn(
  matrix: Float64Array,
  from: number,
  other: number,
  step: number,
  length: number,
  cosine: number,
  sine: number,
): void {
  for (let k = 0; k < length; k++) {
    const at = from + k * step;
    const beside = other + k * step;
    const a = matrix[at] ?? 0;
    const b = matrix[beside] ?? 0;
    matrix[at] = cosine * a - sine * b;
    matrix[beside] = sine * a + cosine * b;
  }
}
