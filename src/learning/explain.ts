import { excerpt, VerbatimsError } from "../core/error.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens, type Tokens } from "../language/tokens.js";
import { checkModel } from "./check-model.js";
import { lengthFactor, PIECES_MOST, pieceShare, readFeatures, readPieces } from "./features.js";
import type { LinearModel, WeightTable } from "./linear-model.js";
import { toProbabilities } from "./probabilities.js";
import type { TaskKind } from "./scorer.js";

/** Which label is explained and by how many words; each option has a default. */
export interface ExplainOptions<Label extends string = string> {
  /** The label whose score is explained. @defaultValue the most probable one */
  readonly label?: Label;
  /** Words told at most, a whole number from 0, or Infinity for all. @defaultValue 10 */
  readonly most?: number;
}

/** A word, number or mark, and what it did to the score. */
export interface WordWeight {
  /** Where it stands: UTF-16 offsets `[start, end)` of the text. */
  readonly span: readonly [start: number, end: number];
  readonly text: string;
  /** Change of the label's score in log-odds (nats): above 0 it speaks for the label, below 0 against it. Never 0. */
  readonly weight: number;
}

/** Why a model reads a text as it does. */
export interface Explanation<Label extends string = string> {
  readonly label: Label;
  /** Probability of the label, 0 to 1: the same as in the scorer's verdict. */
  readonly probability: number;
  /**
   * Score of the label in log-odds (nats): the bias and the weights of all words together. For `multi` the log-odds of the
   * label; for `single` its lead over the mean of the other labels; for `ordinal` the log-odds of reaching the label plus
   * those of not passing it.
   */
  readonly score: number;
  /** The score of an empty text. */
  readonly bias: number;
  /** The strongest first, of equally strong ones the earlier. Words that move nothing are left out. */
  readonly words: readonly WordWeight[];
}

/**
 * Tells which words of a text moved the score of a label. A word's weight is that of itself, of its pieces and of its negated
 * form, and an equal part of each pair and triple that it stands in; the weights of all words and the bias add up to the score.
 * A text without any known word gives no words. Time is linear in the text.
 *
 * @throws VerbatimsError `damaged-model` where the value is no model; `unknown-label` for a label that it does not know;
 * `invalid-option`
 * @example
 * const model = await trainModel([
 *   { text: "Where is my parcel?", label: "delivery" },
 *   { text: "I was charged twice", label: "billing" },
 * ]);
 * const { label, words } = explain(model, "Where has the parcel gone?", { most: 3 });
 * label; // "delivery"
 * words.some(({ text, weight }) => text === "parcel" && weight > 0); // true
 */
export function explain<Label extends string>(
  model: LinearModel<Label>,
  text: string,
  options: ExplainOptions<NoInfer<Label>> = {},
): Explanation<Label> {
  checkModel(model);
  const { kind, labels, table, temperature } = model;
  const { columns, scales, bias } = table;
  const { most = 10 } = options;
  if (!(most === Infinity || (Number.isInteger(most) && most >= 0))) {
    throw new VerbatimsError(
      "invalid-option",
      `explain most: expected a whole number from 0 or Infinity, got ${excerpt(String(most))}. Correct the option.`,
      { field: "most", received: excerpt(String(most)) },
    );
  }
  const tokens = createTokens();
  scanTokens(text, tokens);

  const sums = new Float64Array(columns);
  const factor = lengthFactor(
    visitWeights(model, tokens, (place, share) => {
      for (let c = 0; c < columns; c++) sums[c] = (sums[c] ?? 0) + share * (table.weights[place * columns + c] ?? 0);
    }),
  );
  const scores = sums.map((sum, c) => (bias[c] ?? 0) + factor * (scales[c] ?? 0) * sum);
  const probabilities = toProbabilities(kind, scores, labels.length, temperature);
  const at = options.label === undefined ? mostProbable(probabilities) : placeOf(labels, options.label);

  const direction = directionOf(kind, labels.length, at).map((sign) => sign / temperature);
  const towards = (row: (column: number) => number): number =>
    direction.reduce((sum, sign, c) => (sign === 0 ? sum : sum + sign * row(c)), 0);
  const weights = new Float64Array(tokens.count);
  visitWeights(model, tokens, (place, share, from, to) => {
    const weight = towards((c) => (scales[c] ?? 0) * (table.weights[place * columns + c] ?? 0));
    for (let i = from; i < to; i++) weights[i] = (weights[i] ?? 0) + (factor * share * weight) / (to - from);
  });
  const moved = Array.from({ length: tokens.count }, (_, i) => i).filter((i) => weights[i] !== 0);
  moved.sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0) || a - b);
  return {
    // The place was found among the labels.
    label: labels[at] as Label,
    probability: probabilities[at] ?? 0,
    score: towards((c) => scores[c] ?? 0),
    bias: towards((c) => bias[c] ?? 0),
    words: moved.slice(0, most).map((i) => {
      const [start, end] = [tokens.start[i] ?? 0, tokens.end[i] ?? 0];
      return { span: [start, end], text: text.slice(start, end), weight: weights[i] ?? 0 };
    }),
  };
}

/**
 * Hands on each feature of a text that has a weight: its place in the table, the share it counts with, and the tokens `[from, to)` it
 * is made from. Returns the number of features as `lengthFactor` takes it.
 */
function visitWeights(
  { features, table }: LinearModel,
  tokens: Tokens,
  visit: (place: number, share: number, from: number, to: number) => void,
): number {
  const pieces = new Uint32Array(PIECES_MOST);
  let units = 0;
  const add = (row: number, share: number, from: number, to: number): void => {
    const place = findRow(table, row);
    if (place >= 0) visit(place, share, from, to);
  };
  readFeatures(tokens, 0, tokens.count, features, {
    addGram: (row, from, to) => {
      units++;
      add(row, 1, from, to);
    },
    addWord: (_, i, row) => {
      const count = readPieces(tokens, i, features, pieces);
      units += count > 0 ? 2 : 1;
      add(row, 1, i, i + 1);
      for (let k = 0; k < count; k++) add(pieces[k] ?? 0, pieceShare(count), i, i + 1);
    },
  });
  return units;
}

/** Place of a row in the table, or -1: by halving, since a table of all rows would cost more than one text. */
function findRow({ rows }: WeightTable, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What each column counts with in the score of the label at this place; see {@link Explanation.score}. */
function directionOf(kind: TaskKind, labels: number, at: number): number[] {
  if (kind === "single") return Array.from({ length: labels }, (_, c) => (c === at ? 1 : -1 / (labels - 1)));
  if (kind === "multi") return Array.from({ length: labels }, (_, c) => (c === at ? 1 : 0));
  return Array.from({ length: labels - 1 }, (_, c) => (c === at - 1 ? 1 : c === at ? -1 : 0));
}

function mostProbable(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

function placeOf(labels: readonly string[], label: string): number {
  const at = labels.indexOf(label);
  if (at !== -1) return at;
  throw new VerbatimsError(
    "unknown-label",
    `explain label: expected one of ${excerpt(labels.join(", "), 200)}, got ${excerpt(label)}. Name a label of the model.`,
    { field: "label", received: excerpt(label), found: labels },
  );
}
