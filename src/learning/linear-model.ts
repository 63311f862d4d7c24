import type { FeatureOptions } from "./features.js";
import type { TaskKind } from "./scorer.js";
import type { LinearWeights } from "./train-linear.js";

/** Rounded weights of hashed features: what a model looks up. */
export interface WeightTable {
  /** Weights a row. */
  readonly columns: number;
  /** Rows that have a weight, ascending. */
  readonly rows: Uint32Array;
  /** `weights[place * columns + column]`, -127 to 127. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth, for each column. */
  readonly scales: readonly number[];
  readonly bias: readonly number[];
}

/** A trained model: a plain value. Made by `trainModel`; read by `createScorer`, `encodeModel` and `explain`. */
export interface LinearModel<Label extends string = string> {
  readonly kind: TaskKind;
  readonly labels: readonly Label[];
  readonly features: FeatureOptions;
  readonly table: WeightTable;
  /** Scores are divided by this before they become probabilities, above 0. */
  readonly temperature: number;
  /**
   * Smallest probability of each label at which it is said. For `single` and `ordinal` the most probable label is said if it reaches
   * its own; for `multi` every label that does.
   */
  readonly thresholds: readonly number[];
  /** Hash of the training data and options, 14 hexadecimal digits. */
  readonly fingerprint: string;
}

/**
 * Rounds weights to one byte each and drops the rows that weigh least.
 *
 * @param rowsMost rows to keep at most; those with the largest weight in any column stay, of equally strong ones the first
 */
export function roundWeights(weights: LinearWeights, rowsMost: number): WeightTable {
  const { columns, places, values, bias } = weights;
  const scales = Array.from({ length: columns }, (_, c) => {
    let most = 0;
    for (let at = c; at < values.length; at += columns) most = Math.max(most, Math.abs(values[at] ?? 0));
    return most / 127;
  });
  const round = (at: number, c: number): number => {
    const scale = scales[c] ?? 0;
    return scale === 0 ? 0 : Math.round((values[at] ?? 0) / scale);
  };
  const strength = (place: number): number => {
    let most = 0;
    for (let c = 0; c < columns; c++) most = Math.max(most, Math.abs(round(place * columns + c, c)));
    return most;
  };
  // How many rows there are of each strength, to find the weakest that may stay.
  const histogram = new Uint32Array(128);
  const strengths = new Uint8Array(places.length);
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? -1;
    const found = place < 0 ? 0 : strength(place);
    strengths[row] = found;
    histogram[found] = (histogram[found] ?? 0) + 1;
  }
  let weakest = 128;
  let kept = 0;
  while (weakest > 1 && kept + (histogram[weakest - 1] ?? 0) <= rowsMost) kept += histogram[--weakest] ?? 0;
  // Of the rows that are next in strength, the first fill what room is left.
  let room = weakest > 1 ? rowsMost - kept : 0;
  kept += room;
  const rows = new Uint32Array(kept);
  const rounded = new Int8Array(kept * columns);
  let next = 0;
  for (let row = 0; row < places.length; row++) {
    const own = strengths[row] ?? 0;
    if (own < weakest && (own < weakest - 1 || room-- <= 0)) continue;
    rows[next] = row;
    for (let c = 0; c < columns; c++) rounded[next * columns + c] = round((places[row] ?? 0) * columns + c, c);
    next++;
  }
  return { columns, rows, weights: rounded, scales, bias: Array.from(bias) };
}
