import { hashText } from "../core/hash.js";
import type { FeatureCorpus } from "./feature-corpus.js";
import { pieceShare } from "./features.js";
import type { WeightTable } from "./linear-model.js";

/**
 * What is known of features before any example is seen: a few numbers for each of many rows, such as the class that a lexicon gives
 * a word, or the weights of another model. Training learns what each of these numbers says of its labels and adds that to the rows'
 * own weights, so that words which no example has still speak, and a text costs no more look-ups.
 */
export interface Prior extends Omit<WeightTable, "bias"> {
  /** Rows are those of 2^bits; 10 to 22. Only models of as many bits can be trained with it. */
  readonly bits: number;
}

/** Hash of a prior, 14 hexadecimal digits. */
export function fingerprintPrior({ bits, columns, rows, weights, scales }: Prior): string {
  return hashText(`${bits} ${columns} ${scales.join()} ${rows.join()} ${weights.join()}`);
}

/** Several priors as one: the rows of all, the columns side by side. */
interface JoinedPrior {
  readonly columns: number;
  /** Place of each row's numbers in `values`, or -1. */
  readonly places: Int32Array;
  /** Rows, ascending. */
  readonly rows: Uint32Array;
  /** `values[place * columns + column]`. */
  readonly values: Float32Array;
}

/** Puts priors side by side. Where one lacks a row of another its numbers are 0. */
export function joinPriors(priors: readonly Prior[]): JoinedPrior {
  const columns = priors.reduce((sum, prior) => sum + prior.columns, 0);
  const last = priors.reduce((most, { rows }) => Math.max(most, rows.at(-1) ?? -1), -1);
  const places = new Int32Array(last + 1).fill(-1);
  for (const { rows } of priors) for (const row of rows) places[row] = 0;
  let count = 0;
  for (let row = 0; row <= last; row++) if (places[row] === 0) places[row] = count++;
  const rows = new Uint32Array(count);
  for (let row = 0; row <= last; row++) if ((places[row] ?? -1) >= 0) rows[places[row] ?? 0] = row;
  const values = new Float32Array(count * columns);
  let first = 0;
  for (const prior of priors) {
    prior.rows.forEach((row, k) => {
      for (let c = 0; c < prior.columns; c++) {
        const value = (prior.weights[k * prior.columns + c] ?? 0) * (prior.scales[c] ?? 0);
        values[(places[row] ?? 0) * columns + first + c] = value;
      }
    });
    first += prior.columns;
  }
  return { columns, places, rows, values };
}

/** What a prior says of each text: `sums[text * columns + column]`, weighed as the text's features are. */
export function readPrior({ count, rows, pieces, ends, factors }: FeatureCorpus, prior: JoinedPrior): Float32Array {
  const { columns, places, values } = prior;
  const sums = new Float32Array(count * columns);
  let k = 0;
  for (let text = 0; text < count; text++) {
    for (const end = ends[text] ?? 0; k < end; k++) {
      const place = places[rows[k] ?? 0] ?? -1;
      if (place < 0) continue;
      const ofPieces = pieces[k] ?? 0;
      const share = (factors[text] ?? 0) * (ofPieces === 0 ? 1 : pieceShare(ofPieces));
      for (let c = 0, at = text * columns; c < columns; c++, at++) {
        sums[at] = (sums[at] ?? 0) + share * (values[place * columns + c] ?? 0);
      }
    }
  }
  return sums;
}

/**
 * Adds what was learned of a prior's numbers to the weights of its rows.
 *
 * @param learned `learned[number * columns + column]` of the model's columns
 * @param weightPlaces place of each row in `weights`, or -1 for rows that have none
 */
export function foldPrior(
  prior: JoinedPrior,
  learned: Float32Array,
  columns: number,
  weightPlaces: Int32Array,
  weights: Float32Array,
): void {
  prior.rows.forEach((row, place) => {
    const at = weightPlaces[row] ?? -1;
    if (at < 0) return;
    for (let k = 0; k < prior.columns; k++) {
      const value = prior.values[place * prior.columns + k] ?? 0;
      if (value === 0) continue;
      for (let c = 0; c < columns; c++) {
        weights[at * columns + c] = (weights[at * columns + c] ?? 0) + value * (learned[k * columns + c] ?? 0);
      }
    }
  });
}
