import { exp, sigmoid } from "../core/math.js";
import { createTokens } from "../language/tokens.js";
import { addPlaces } from "../learning/add-rows.js";
import { lengthFactor } from "../learning/features.js";
import type { LinearModel } from "../learning/linear-model.js";
import { ADDED_MOST, GROUP, packRows } from "../learning/packed-rows.js";
import type { WordVectors } from "../learning/word-vectors.js";
import type { Supports } from "./collect-cues.js";
import type { Composed } from "./composition.js";
import { HEAD_COLUMNS, HEAD_NAMES, HEADS, type HeadName } from "./heads.js";
import {
  AMOUNTS,
  createMeaningFeatures,
  DIMS_MOST,
  FEATURE_ROWS,
  readMeaningFeatures,
  VECTOR_LENGTH,
} from "./meaning-features.js";
import type { ReadyText } from "./ready-text.js";
import { createWordsReader } from "./text-words.js";

/**
 * What tells themes, stage, intent, emotion, effort and urgency: word vectors and two tables of weights with a column for each label of
 * each head.
 *
 *     known words ─▶ word table ────────────┐
 *          └─▶ vectors, added up ─┐         + ─▶ a probability for each label
 *     cues, sentiment, questions ─┴▶ table ─┘
 */
export interface MeaningModel {
  readonly vectors: WordVectors;
  /** A row for each word, by its place among the vectors. Its thresholds are the probabilities from which labels are said. */
  readonly words: LinearModel;
  /** A row for each feature of meaning-features.ts. */
  readonly features: LinearModel;
  /** What the scores of each head are divided by before they become probabilities. */
  readonly temperatures: Readonly<Record<HeadName, number>>;
  /** What tells which words tell the problem; see pain-features.ts. */
  readonly pain: LinearModel;
}

/** Reads meaning by a trained model, one text after another. */
export interface MeaningReader {
  /** Probability of each column of a text; written anew by the next text. */
  readonly read: (text: ReadyText, composed: Composed, supports: Supports, sentiment: Float64Array) => Float64Array;
  /**
   * Of the text read last, the tokens whose words speak most for a column, at most `most` of them, in text order: those that speak at
   * least half as much as the one that speaks most. Words that stand everywhere are left out.
   */
  readonly tellingTokens: (column: number, most: number) => number[];
  /** The smallest probability at which each column is said. */
  readonly thresholds: readonly number[];
}

/** Makes a reader of one model. */
export function createMeaningReader(model: MeaningModel): MeaningReader {
  const { dims, values, hashes } = model.vectors;
  const readWords = createWordsReader(model.vectors, VECTOR_LENGTH);
  const wordRows = createRowAdder(model.words, hashes.length);
  const featureRows = createRowAdder(model.features, FEATURE_ROWS);
  const amountWeights = spreadAmounts(model.features);
  const directions = turnDirections(amountWeights, dims);
  const wordWeights = model.words.table;
  const { table } = model.features;
  const features = createMeaningFeatures();
  const { amounts } = features;
  const sums = new Float64Array(HEAD_COLUMNS + GROUP);
  const scores = new Float64Array(HEAD_COLUMNS);
  const shares = new Float64Array(1 << 12);
  let words = readWords(createTokens());

  const read: MeaningReader["read"] = (text, composed, supports, sentiment) => {
    words = readWords(text.tokens);
    readMeaningFeatures(text, composed, supports, sentiment, features);
    addVector(words.vector, directions, table.bias, scores);
    // The vector has its own weights above; of the other amounts most are 0.
    for (let row = DIMS_MOST; row < AMOUNTS; row++) {
      const amount = amounts[row] ?? 0;
      if (amount !== 0) addScaled(amountWeights, row * HEAD_COLUMNS, amount, scores);
    }
    featureRows(features.rows, 0, features.count, sums);
    const share = lengthFactor(features.count);
    for (let c = 0; c < HEAD_COLUMNS; c++)
      scores[c] = (scores[c] ?? 0) + share * (table.scales[c] ?? 0) * (sums[c] ?? 0);
    wordRows(words.places, -1, words.count, sums);
    const wordShare = lengthFactor(words.count);
    for (let c = 0; c < HEAD_COLUMNS; c++)
      scores[c] = (scores[c] ?? 0) + wordShare * (wordWeights.scales[c] ?? 0) * (sums[c] ?? 0);
    toHeadProbabilities(scores, model.temperatures);
    return scores;
  };

  const places = placesOfRows(model.words, hashes.length);
  const isTelling = findTellingWords(model.vectors);
  const tellingTokens = (column: number, most: number): number[] => {
    const wordShare = lengthFactor(words.count) * (wordWeights.scales[column] ?? 0);
    let strongest = 0;
    for (let k = 0; k < words.count; k++) {
      const word = (words.places[k] ?? 0) - 1;
      shares[k] = 0;
      if (isTelling[word] !== 1) continue;
      const place = places[word] ?? 0;
      let share = place === 0 ? 0 : wordShare * (wordWeights.weights[(place - 1) * HEAD_COLUMNS + column] ?? 0);
      let along = 0;
      for (let d = 0, at = word * dims, from = column * dims; d < dims; d++)
        along += (values[at + d] ?? 0) * (directions[from + d] ?? 0);
      share += words.scale * along;
      shares[k] = share;
      strongest = Math.max(strongest, share);
    }
    if (strongest === 0) return [];
    const telling: number[] = [];
    for (let k = 0; k < words.count; k++) if ((shares[k] ?? 0) >= strongest / 2) telling.push(k);
    telling.sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
    return telling
      .slice(0, most)
      .map((k) => words.at[k] ?? 0)
      .sort((a, b) => a - b);
  };

  return { read, tellingTokens, thresholds: model.words.thresholds };
}

/**
 * Makes a function that writes the sums of the weights of rows to `sums`, whole numbers: of the first `count` of `rows`, to each of which `shift`
 * is added.
 */
function createRowAdder(
  { table, features }: LinearModel,
  rows: number,
): (rows: Int32Array, shift: number, count: number, sums: Float64Array) => void {
  const { groups, weights } = packRows(table, features.bits);
  const places = placesOfRows({ table }, rows);
  const found = new Int32Array(ADDED_MOST);
  return (listed, shift, count, sums) => {
    sums.fill(0);
    for (let from = 0; from < count; from += ADDED_MOST) {
      const more = Math.min(ADDED_MOST, count - from);
      for (let k = 0; k < more; k++) found[k] = places[(listed[from + k] ?? 0) + shift] ?? 0;
      for (let group = 0; group < groups; group++) addPlaces(found, 0, more, weights, groups, group, sums);
    }
  };
}

/** Turns scores into the probabilities of each head, in place. */
export function toHeadProbabilities(scores: Float64Array, temperatures: Readonly<Record<HeadName, number>>): void {
  for (const name of HEAD_NAMES) {
    const { kind, from, to } = HEADS[name];
    const temperature = temperatures[name];
    if (kind === "any") {
      for (let c = from; c < to; c++) scores[c] = sigmoid((scores[c] ?? 0) / temperature);
      continue;
    }
    let most = -Infinity;
    for (let c = from; c < to; c++) most = Math.max(most, scores[c] ?? 0);
    let sum = 0;
    for (let c = from; c < to; c++) {
      const value = exp(((scores[c] ?? 0) - most) / temperature);
      scores[c] = value;
      sum += value;
    }
    for (let c = from; c < to; c++) scores[c] = (scores[c] ?? 0) / sum;
  }
}

/** The place of each row in the table, plus 1; 0 for a row without weights. */
function placesOfRows({ table }: Pick<LinearModel, "table">, rows: number): Int32Array {
  const places = new Int32Array(rows);
  table.rows.forEach((row, place) => {
    places[row] = place + 1;
  });
  return places;
}

/** Length, beside that of the longest, from which the vector of a word is one of a word that tells something: as rare as one in 1,500. */
const TELLING_LENGTH = 0.6;

/** 1 for each word that does not stand everywhere. */
function findTellingWords({ dims, hashes, values }: WordVectors): Uint8Array {
  const squares = Float64Array.from(hashes, (_, word) => {
    let square = 0;
    for (let at = word * dims; at < (word + 1) * dims; at++) square += (values[at] ?? 0) ** 2;
    return square;
  });
  let most = 0;
  for (const square of squares) most = Math.max(most, square);
  return Uint8Array.from(squares, (square) => (square >= TELLING_LENGTH ** 2 * most ? 1 : 0));
}

/** Weights of the amounts as they count, row by row. */
function spreadAmounts({ table }: LinearModel): Float64Array {
  const spread = new Float64Array(AMOUNTS * HEAD_COLUMNS);
  table.rows.forEach((row, place) => {
    if (row >= AMOUNTS) return;
    for (let c = 0; c < HEAD_COLUMNS; c++)
      spread[row * HEAD_COLUMNS + c] = (table.scales[c] ?? 0) * (table.weights[place * HEAD_COLUMNS + c] ?? 0);
  });
  return spread;
}

/** Those of the vector, column by column: the direction in which each label lies. */
function turnDirections(amountWeights: Float64Array, dims: number): Float64Array {
  return Float64Array.from(
    { length: HEAD_COLUMNS * dims },
    (_, at) => amountWeights[(at % dims) * HEAD_COLUMNS + Math.floor(at / dims)] ?? 0,
  );
}

/** Writes to `scores` how far a vector goes in each direction, beside the bias; its length is a multiple of four. */
function addVector(
  vector: Float64Array,
  directions: Float64Array,
  bias: readonly number[],
  scores: Float64Array,
): void {
  const dims = vector.length;
  for (let c = 0, at = 0; c < HEAD_COLUMNS; c++) {
    // Four sums, which a processor adds to at the same time.
    let w = bias[c] ?? 0;
    let x = 0;
    let y = 0;
    let z = 0;
    for (let d = 0; d < dims; d += 4, at += 4) {
      w += (vector[d] ?? 0) * (directions[at] ?? 0);
      x += (vector[d + 1] ?? 0) * (directions[at + 1] ?? 0);
      y += (vector[d + 2] ?? 0) * (directions[at + 2] ?? 0);
      z += (vector[d + 3] ?? 0) * (directions[at + 3] ?? 0);
    }
    scores[c] = w + x + (y + z);
  }
}

function addScaled(weights: Float64Array, from: number, amount: number, scores: Float64Array): void {
  for (let c = 0; c < HEAD_COLUMNS; c++) scores[c] = (scores[c] ?? 0) + amount * (weights[from + c] ?? 0);
}
