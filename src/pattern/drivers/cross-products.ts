import type { Design } from "./design.js";

/** Sums over rows; the outcome is the last column. */
export interface CrossProducts {
  /** Σ(x - x̄)(z - z̄) of every two columns: symmetric, of `columns + 1` rows. */
  readonly products: Float64Array;
  /** Sum of each column. */
  readonly sums: Float64Array;
  readonly rows: number;
}

/**
 * Makes the function that adds up the cells of a design, each counted as given: as often as it is in the sample, or in a resample of it.
 * The same memory is written over in each call.
 *
 * Sums of indicators and of outcomes in whole steps are exact up to 2^53, so their order does not matter; the design's own order settles
 * those of fractions.
 */
export function createCrossProducts(design: Design): (counts: Float64Array) => CrossProducts {
  const { entryStart, entryColumn, entryValue, cellStart, cellOutcome } = design;
  const outcome = design.columns.length;
  const width = outcome + 1;
  const products = new Float64Array(width * width);
  const sums = new Float64Array(width);
  return (counts) => {
    products.fill(0);
    sums.fill(0);
    let rows = 0;
    for (let g = 0; g + 1 < entryStart.length; g++) {
      let n = 0;
      let total = 0;
      let squares = 0;
      for (let c = cellStart[g] ?? 0; c < (cellStart[g + 1] ?? 0); c++) {
        const count = counts[c] ?? 0;
        const steps = cellOutcome[c] ?? 0;
        n += count;
        total += count * steps;
        squares += count * steps * steps;
      }
      if (n === 0) continue;
      rows += n;
      sums[outcome] = (sums[outcome] ?? 0) + total;
      products[outcome * width + outcome] = (products[outcome * width + outcome] ?? 0) + squares;
      const end = entryStart[g + 1] ?? 0;
      for (let e = entryStart[g] ?? 0; e < end; e++) {
        const column = entryColumn[e] ?? 0;
        const value = entryValue[e] ?? 0;
        const row = column * width;
        const weight = n * value;
        sums[column] = (sums[column] ?? 0) + weight;
        products[row + outcome] = (products[row + outcome] ?? 0) + total * value;
        for (let f = e; f < end; f++) {
          const at = row + (entryColumn[f] ?? 0);
          products[at] = (products[at] ?? 0) + weight * (entryValue[f] ?? 0);
        }
      }
    }
    for (let i = 0; i < width; i++) {
      for (let j = i; j < width; j++) {
        const centred = (products[i * width + j] ?? 0) - ((sums[i] ?? 0) * (sums[j] ?? 0)) / Math.max(1, rows);
        products[i * width + j] = products[j * width + i] = centred;
      }
    }
    return { products, sums, rows };
  };
}

/** A column that varies by less than this share of what it varies by in the sample does not vary. */
const NO_VARIANCE = 1e-12;

/**
 * Writes the correlations of some columns over `into`, in their order; a column that does not vary has 0 throughout.
 *
 * @param usual the diagonal of the products in the whole sample, which says what little variance is
 */
export function toCorrelations(
  { products, sums }: CrossProducts,
  columns: readonly number[],
  usual: Float64Array,
  into: Float64Array,
): void {
  const width = columns.length;
  const all = sums.length;
  for (const [i, column] of columns.entries()) {
    const own = products[column * all + column] ?? 0;
    into[i * width + i] = own > NO_VARIANCE * (usual[column] ?? 0) ? 1 : 0;
  }
  for (const [i, column] of columns.entries()) {
    for (let j = i + 1; j < width; j++) {
      const other = columns[j] ?? 0;
      const varies = into[i * width + i] === 1 && into[j * width + j] === 1;
      // Roots apart: their product may be too large for a number, or too small.
      const scale = Math.sqrt(products[column * all + column] ?? 0) * Math.sqrt(products[other * all + other] ?? 0);
      into[i * width + j] = into[j * width + i] = varies ? (products[column * all + other] ?? 0) / scale : 0;
    }
  }
}
