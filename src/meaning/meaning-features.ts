import { SENTIMENTS } from "../core/labels.js";
import type { Supports } from "./collect-cues.js";
import type { Composed } from "./composition.js";
import { CUE_KINDS, CUE_LABELS, SLOTS, slotOf } from "./lexicon.js";
import type { ReadyText } from "./ready-text.js";
import { labelMass, scoreMass } from "./sentiment.js";

/** Most numbers that a word vector may have. */
export const DIMS_MOST = 64;

/**
 * Rows of what the meaning model reads beside words. Those below `cues` are amounts, the others are there or not.
 *
 *     vector of the text │ its sentiment │ strength of each cue │ cues, what the rules say, questions, length
 */
const ROW = {
  sentiment: DIMS_MOST,
  strength: DIMS_MOST + 6,
  cues: DIMS_MOST + 6 + SLOTS,
} as const;

/** Amounts come first. */
export const AMOUNTS: number = ROW.cues;

/** Steps of a cue's weight. */
const STEPS = 8;
const TOPS = CUE_KINDS.reduce((sum, kind) => sum + CUE_LABELS[kind].length + 1, 0);

/** First row of each kind of thing that is there or not. */
const PLACE = {
  present: ROW.cues,
  step: ROW.cues + SLOTS,
  top: ROW.cues + SLOTS * (1 + STEPS),
  label: ROW.cues + SLOTS * (1 + STEPS) + TOPS,
} as const;
const LABEL_ROWS = SENTIMENTS.length;
const SCORE_AT = PLACE.label + LABEL_ROWS;
const SCORES = 9;
const ASKED_AT = SCORE_AT + SCORES;
const ENDS_ASKING_AT = ASKED_AT + 2 * LABEL_ROWS;
const LENGTH_AT = ENDS_ASKING_AT + 2;
const LENGTHS = 8;
const CLAUSES_AT = LENGTH_AT + LENGTHS;
const CLAUSES_MOST = 6;

/** Rows of the meaning model beside words. */
export const FEATURE_ROWS: number = CLAUSES_AT + CLAUSES_MOST + 1;

/** Length that the vector of a text has, beside the other amounts, which are at most 1. Chosen by cross-validation on the gold training rows. */
export const VECTOR_LENGTH = 3;

/** Cue weight of half the strength. */
const HALF_STRENGTH = 0.55;

/** What was read of one text beside its words. */
export interface MeaningFeatures {
  /** {@link AMOUNTS} numbers; those of the vector are filled in by whoever has the vectors. */
  readonly amounts: Float64Array;
  /** Rows of the things that are there; the first `count`. */
  readonly rows: Int32Array;
  count: number;
}

/** Makes room for one text after another. */
export function createMeaningFeatures(): MeaningFeatures {
  return { amounts: new Float64Array(AMOUNTS), rows: new Int32Array(SLOTS * 2 + 32), count: 0 };
}

/**
 * Reads the features of a text beside its words.
 *
 * @param sentiment probability of each sentiment, in the order of `SENTIMENTS`
 */
export function readMeaningFeatures(
  { tokens }: ReadyText,
  { clauses, whole }: Composed,
  supports: Supports,
  sentiment: Float64Array,
  features: MeaningFeatures,
): void {
  const { amounts, rows } = features;
  amounts.fill(0);
  let count = 0;
  let score = 0;
  for (let c = 0; c < LABEL_ROWS; c++) {
    const probability = sentiment[c] ?? 0;
    amounts[ROW.sentiment + c] = probability;
    if (c === NEGATIVE) score -= probability;
    else if (c === POSITIVE) score += probability;
  }
  amounts[ROW.sentiment + LABEL_ROWS] = score;
  amounts[ROW.sentiment + LABEL_ROWS + 1] = Math.abs(score);
  let top: number = PLACE.top;
  for (const kind of CUE_KINDS) {
    let first = -1;
    let most = 0;
    for (const { label, weight } of supports[kind]) {
      const slot = slotOf(kind, label);
      amounts[ROW.strength + slot] = weight / (weight + HALF_STRENGTH);
      rows[count++] = PLACE.present + slot;
      rows[count++] = PLACE.step + slot * STEPS + Math.min(STEPS - 1, Math.round(weight * 2));
      if (weight > most) {
        most = weight;
        first = label;
      }
    }
    rows[count++] = top + first + 1;
    top += CUE_LABELS[kind].length + 1;
  }
  const label = SENTIMENTS.indexOf(labelMass(whole));
  let asks = 0;
  for (const clause of clauses) if (clause.asks) asks = 1;
  rows[count++] = PLACE.label + label;
  rows[count++] = SCORE_AT + Math.round(scoreMass(whole) * 4) + 4;
  rows[count++] = ASKED_AT + label * 2 + asks;
  rows[count++] = ENDS_ASKING_AT + (clauses[clauses.length - 1]?.asks === true ? 1 : 0);
  rows[count++] = LENGTH_AT + Math.min(LENGTHS - 1, 31 - Math.clz32(1 + tokens.count));
  rows[count++] = CLAUSES_AT + Math.min(clauses.length, CLAUSES_MOST);
  features.count = count;
}

const NEGATIVE = SENTIMENTS.indexOf("negative");
const POSITIVE = SENTIMENTS.indexOf("positive");
