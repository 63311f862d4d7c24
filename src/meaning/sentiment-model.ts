import { softmax } from "../core/math.js";
import type { Tokens } from "../language/tokens.js";
import { type FeatureOptions, lengthFactor } from "../learning/features.js";
import type { WeightTable } from "../learning/linear-model.js";
import { toProbabilities } from "../learning/probabilities.js";
import { createTableReader } from "../learning/table-reader.js";
import { COMPOSITION_BITS, type Composed, readComposition } from "./composition.js";
import type { ReadyText } from "./ready-text.js";

/** Columns of the word table: the four labels in the order of SENTIMENTS, then the steps from one star to five. */
export const LABEL_COLUMNS = 4;
export const STAR_COLUMNS = 4;

/**
 * What a trained sentiment model consists of.
 *
 *     words, pairs, pieces ─▶ word table ─▶ fast scores ─┬─ sure ──────────────▶ probabilities
 *                                                        └─ unsure ─▶ + ─▶ softmax ─▶ probabilities
 *     rules, clauses, classes ─▶ composition table ─────────────────┘
 */
export interface SentimentModel {
  readonly features: FeatureOptions;
  readonly words: WeightTable;
  readonly composition: WeightTable;
  /** What the fast scores of the labels count with: alone, and beside the composition. */
  readonly fastScale: number;
  readonly fastShare: number;
  /** The composed scores are divided by this. */
  readonly temperature: number;
  /** Probability of the fast verdict from which the composition is not asked. */
  readonly sure: number;
  /** Temperature of the star columns. */
  readonly starTemperature: number;
}

/** Probabilities of the labels of a run of tokens. */
export interface SentimentReading {
  /** In the order of SENTIMENTS; they add up to 1. */
  readonly probabilities: Float64Array;
  /** Expected rating, 1 to 5. */
  readonly stars: number;
}

/** Reads sentiment by a trained model. What it returns is overwritten by the next reading. */
export interface SentimentReader {
  /**
   * By the words alone; tells whether that is sure enough.
   */
  readonly readWords: (
    tokens: Tokens,
    from: number,
    to: number,
  ) => { readonly reading: SentimentReading; readonly sure: boolean };
  /** By words and composition; after {@link SentimentReader.readWords} of the same tokens. */
  readonly readComposed: (text: ReadyText, composed: Composed) => SentimentReading;
}

/** Makes a reader of one model. */
export function createSentimentReader(model: SentimentModel): SentimentReader {
  const { composition, fastScale, fastShare, temperature, starTemperature, sure } = model;
  const words = createTableReader(model.words, model.features);
  const places = new Int32Array(2 ** COMPOSITION_BITS).fill(-1);
  composition.rows.forEach((row, place) => {
    places[row] = place;
  });
  const scores = new Float64Array(LABEL_COLUMNS + STAR_COLUMNS);
  const stars = new Float64Array(STAR_COLUMNS);
  const sums = new Float64Array(LABEL_COLUMNS);
  const probabilities = new Float64Array(LABEL_COLUMNS);
  let reading: SentimentReading = { probabilities, stars: 3 };
  let rows = 0;
  const addRow = (row: number): void => {
    rows++;
    const place = places[row] ?? -1;
    if (place < 0) return;
    const at = place * LABEL_COLUMNS;
    for (let c = 0; c < LABEL_COLUMNS; c++) sums[c] = (sums[c] ?? 0) + (composition.weights[at + c] ?? 0);
  };

  return {
    readWords: (tokens, from, to) => {
      words.read(tokens, from, to, scores);
      for (let c = 0; c < LABEL_COLUMNS; c++) probabilities[c] = (scores[c] ?? 0) * fastScale;
      softmax(probabilities);
      for (let c = 0; c < STAR_COLUMNS; c++) stars[c] = scores[LABEL_COLUMNS + c] ?? 0;
      const shares = toProbabilities("ordinal", stars, STAR_COLUMNS + 1, starTemperature);
      reading = { probabilities, stars: shares.reduce((sum, share, k) => sum + share * (k + 1), 0) };
      let most = 0;
      for (let c = 0; c < LABEL_COLUMNS; c++) most = Math.max(most, probabilities[c] ?? 0);
      return { reading, sure: most >= sure };
    },
    readComposed: (text, composed) => {
      sums.fill(0);
      rows = 0;
      readComposition(text, composed, addRow);
      const factor = lengthFactor(rows);
      for (let c = 0; c < LABEL_COLUMNS; c++) {
        const learned = (composition.bias[c] ?? 0) + factor * (composition.scales[c] ?? 0) * (sums[c] ?? 0);
        probabilities[c] = (fastShare * (scores[c] ?? 0) + learned) / temperature;
      }
      softmax(probabilities);
      return { probabilities, stars: reading.stars };
    },
  };
}
