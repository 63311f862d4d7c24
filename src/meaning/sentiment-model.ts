import { SENTIMENTS, type SentimentLabel } from "../core/labels.js";
import { exp, log, sigmoid } from "../core/math.js";
import type { Tokens } from "../language/tokens.js";
import { addPlaces } from "../learning/add-rows.js";
import { lengthFactor } from "../learning/features.js";
import type { LinearModel } from "../learning/linear-model.js";
import { ADDED_MOST, spreadRows } from "../learning/packed-rows.js";
import { createTableReader } from "../learning/table-reader.js";
import { COMPOSITION_ROWS, type Composed, listComposition } from "./composition.js";
import type { ReadyText } from "./ready-text.js";
import type { Mass } from "./sentiment.js";

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
  /** Starts with the tokens of a text; the other functions read parts of it. */
  readonly start: (tokens: Tokens) => void;
  /**
   * By the words of the tokens `[from, to)` alone; `null` where these are not sure enough and must not decide alone. Of a part of a text
   * no stars are read.
   */
  readonly readWords: (from: number, to: number, alone: boolean, isPart: boolean) => SentimentReading | null;
  /**
   * By words and composition: of the tokens that {@link SentimentReader.readWords} read last, which are the clauses `[from, to)`, of which
   * the rules make `whole` together.
   */
  readonly readComposed: (
    text: ReadyText,
    composed: Composed,
    from: number,
    to: number,
    whole: Mass,
  ) => SentimentReading;
  /** Probability of each label of what was read last, in the order of `SENTIMENTS`; written anew by the next reading. */
  readonly probabilities: Float64Array;
  /** Expected rating, 1 to 5, of the text read last. */
  readonly readStars: () => number;
}

/** Lead at which every other label has a probability of 0 beside the best. */
const UTTER_LEAD = 36;

/** Makes a reader of one model. */
export function createSentimentReader(model: SentimentModel): SentimentReader {
  const { table, temperature } = model.composition;
  const words = createTableReader(model.words.table, model.words.features);
  const weights = spreadRows(table, model.composition.features.bits);
  const scores = new Float64Array(WORD_COLUMNS.length);
  const labelScores = scores.subarray(0, LABEL_COLUMNS);
  /** Word scores of the labels in units of log-odds. */
  const alone = new Float64Array(LABEL_COLUMNS);
  const sums = new Float64Array(LABEL_COLUMNS);
  const probabilities = new Float64Array(LABEL_COLUMNS);
  // Words are surely not sure where even the next label alone takes too much; the small rest is for rounding.
  const leastLead = Math.min(UTTER_LEAD, -log(1 / model.sure - 1)) - 1e-6;

  return {
    start: words.lookUp,
    readWords: (from, to, decides, isPart) => {
      words.readPart(from, to, isPart ? labelScores : scores);
      for (let c = 0; c < LABEL_COLUMNS; c++) alone[c] = (scores[c] ?? 0) / model.words.temperature;
      if (!decides && leadOf(alone) < leastLead) return null;
      probabilities.set(alone);
      const reading = toReading(probabilities);
      return decides || reading.confidence >= model.sure ? reading : null;
    },
    readComposed: (text, composed, from, to, whole) => {
      const rows = listComposition(text, composed, from, to, whole, alone);
      sums.fill(0);
      for (let k = 0; k < rows; k += ADDED_MOST) {
        addPlaces(COMPOSITION_ROWS, k, Math.min(rows, k + ADDED_MOST), weights, 1, 0, sums);
      }
      const factor = lengthFactor(rows);
      for (let c = 0; c < LABEL_COLUMNS; c++) {
        const learned = (table.bias[c] ?? 0) + factor * (table.scales[c] ?? 0) * (sums[c] ?? 0);
        probabilities[c] = ((alone[c] ?? 0) + learned) / temperature;
      }
      return toReading(probabilities);
    },
    probabilities,
    readStars: () => expectStars(scores, model.starTemperature),
  };
}

/**
 * Expected rating by the scores of the steps from one star to the next: as `toProbabilities` reads ordinal columns, without its lists.
 */
function expectStars(scores: Float64Array, temperature: number): number {
  let sum = 0;
  let reached = 1;
  for (let k = 0; k <= STAR_COLUMNS; k++) {
    const passed = k === STAR_COLUMNS ? 0 : sigmoid((scores[LABEL_COLUMNS + k] ?? 0) / temperature);
    const share = Math.max(0, reached - passed);
    shares[k] = share;
    sum += share;
    reached = passed;
  }
  let stars = 0;
  for (let k = 0; k <= STAR_COLUMNS; k++) stars += ((shares[k] ?? 0) / sum) * (k + 1);
  return stars;
}

const shares = new Float64Array(STAR_COLUMNS + 1);

/** How far the highest score is above the next. */
function leadOf(scores: Float64Array): number {
  let most = -Infinity;
  let next = -Infinity;
  for (let c = 0; c < LABEL_COLUMNS; c++) {
    const score = scores[c] ?? 0;
    if (score > most) {
      next = most;
      most = score;
    } else if (score > next) next = score;
  }
  return most - next;
}

/** Reads scores, which become probabilities in place: as `softmax` makes them. Of equally probable labels the first is said. */
function toReading(scores: Float64Array): SentimentReading {
  let most = -Infinity;
  for (let c = 0; c < LABEL_COLUMNS; c++) most = Math.max(most, scores[c] ?? 0);
  let sum = 0;
  for (let c = 0; c < LABEL_COLUMNS; c++) {
    const lead = (scores[c] ?? 0) - most;
    const value = lead === 0 ? 1 : exp(lead);
    scores[c] = value;
    sum += value;
  }
  for (let c = 0; c < LABEL_COLUMNS; c++) scores[c] = (scores[c] ?? 0) / sum;
  let best = 0;
  for (let c = 1; c < LABEL_COLUMNS; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c;
  const score = (scores[POSITIVE] ?? 0) - (scores[NEGATIVE] ?? 0);
  return { label: SENTIMENTS[best] ?? "neutral", confidence: scores[best] ?? 0, score };
}

const NEGATIVE = SENTIMENTS.indexOf("negative");
const POSITIVE = SENTIMENTS.indexOf("positive");
