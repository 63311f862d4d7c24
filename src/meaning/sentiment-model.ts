import { SENTIMENTS, type SentimentLabel } from "../core/labels.js";
import { softmax } from "../core/math.js";
import type { Tokens } from "../language/tokens.js";
import { lengthFactor } from "../learning/features.js";
import type { LinearModel } from "../learning/linear-model.js";
import { toProbabilities } from "../learning/probabilities.js";
import { createTableReader } from "../learning/table-reader.js";
import { type Composed, readComposition } from "./composition.js";
import type { ReadyText } from "./ready-text.js";

/** Columns of the word table: the labels of a text, then the steps from one star to five. */
export const WORD_COLUMNS: readonly string[] = [...SENTIMENTS, "above-1", "above-2", "above-3", "above-4"];
export const LABEL_COLUMNS: number = SENTIMENTS.length;
export const STAR_COLUMNS: number = WORD_COLUMNS.length - SENTIMENTS.length;

/**
 * What a trained sentiment model consists of: two tables of weights.
 *
 *     words, pairs, pieces ─▶ word table ─▶ word scores ─┬─ sure ─────────────▶ probabilities
 *                                                        └─ unsure ─▶ + ─▶ softmax ─▶ probabilities
 *     rules, clauses, classes ─▶ composition table ─────────────────┘
 */
export interface SentimentModel {
  /** Its temperature is that of the labels when words decide alone. */
  readonly words: LinearModel;
  /** What the word scores lack; its temperature is that of both together. */
  readonly composition: LinearModel;
  /** Probability of the verdict of the words from which the composition is not asked, 0 to 1. */
  readonly sure: number;
  /** Temperature of the star columns. */
  readonly starTemperature: number;
}

/** Sentiment of a run of tokens. */
export interface SentimentReading {
  readonly label: SentimentLabel;
  /** Probability that the label is right, 0 to 1. */
  readonly confidence: number;
  /** Probability of praise less that of blame, -1 to 1. */
  readonly score: number;
}

/** Reads sentiment by a trained model, one text after another. */
export interface SentimentReader {
  /** By the words of the tokens `[from, to)` alone; `null` where these are not sure enough and must not decide alone. */
  readonly readWords: (tokens: Tokens, from: number, to: number, alone: boolean) => SentimentReading | null;
  /** By words and composition: of the tokens that {@link SentimentReader.readWords} read last. */
  readonly readComposed: (text: ReadyText, composed: Composed) => SentimentReading;
  /** Expected rating, 1 to 5, of the tokens read last. */
  readonly readStars: () => number;
}

/** Makes a reader of one model. */
export function createSentimentReader(model: SentimentModel): SentimentReader {
  const { table, temperature, features } = model.composition;
  const words = createTableReader(model.words.table, model.words.features);
  const places = new Int32Array(2 ** features.bits).fill(-1);
  table.rows.forEach((row, place) => {
    places[row] = place;
  });
  const scores = new Float64Array(WORD_COLUMNS.length);
  /** Word scores of the labels in units of log-odds. */
  const alone = new Float64Array(LABEL_COLUMNS);
  const sums = new Float64Array(LABEL_COLUMNS);
  const probabilities = new Float64Array(LABEL_COLUMNS);
  let rows = 0;
  const addRow = (row: number): void => {
    rows++;
    const place = places[row] ?? -1;
    if (place < 0) return;
    const at = place * LABEL_COLUMNS;
    for (let c = 0; c < LABEL_COLUMNS; c++) sums[c] = (sums[c] ?? 0) + (table.weights[at + c] ?? 0);
  };

  return {
    readWords: (tokens, from, to, alone) => {
      words.read(tokens, from, to, scores);
      for (let c = 0; c < LABEL_COLUMNS; c++) probabilities[c] = (scores[c] ?? 0) / model.words.temperature;
      const reading = toReading(probabilities);
      return alone || reading.confidence >= model.sure ? reading : null;
    },
    readComposed: (text, composed) => {
      sums.fill(0);
      rows = 0;
      for (let c = 0; c < LABEL_COLUMNS; c++) alone[c] = (scores[c] ?? 0) / model.words.temperature;
      readComposition(text, composed, alone, addRow);
      const factor = lengthFactor(rows);
      for (let c = 0; c < LABEL_COLUMNS; c++) {
        const learned = (table.bias[c] ?? 0) + factor * (table.scales[c] ?? 0) * (sums[c] ?? 0);
        probabilities[c] = ((alone[c] ?? 0) + learned) / temperature;
      }
      return toReading(probabilities);
    },
    readStars: () => {
      const steps = scores.slice(LABEL_COLUMNS);
      const shares = toProbabilities("ordinal", steps, STAR_COLUMNS + 1, model.starTemperature);
      return shares.reduce((sum, share, k) => sum + share * (k + 1), 0);
    },
  };
}

/** Reads scores, which become probabilities in place. Of equally probable labels the first is said. */
function toReading(scores: Float64Array): SentimentReading {
  softmax(scores);
  let best = 0;
  for (let c = 1; c < LABEL_COLUMNS; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c;
  const score = (scores[POSITIVE] ?? 0) - (scores[NEGATIVE] ?? 0);
  return { label: SENTIMENTS[best] ?? "neutral", confidence: scores[best] ?? 0, score };
}

const NEGATIVE = SENTIMENTS.indexOf("negative");
const POSITIVE = SENTIMENTS.indexOf("positive");
