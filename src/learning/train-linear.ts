import { VerbatimsError } from "../core/error.js";
import { log, sigmoid, softmax } from "../core/math.js";
import { createRandom, shuffle } from "../core/random.js";
import type { FeatureCorpus } from "./feature-corpus.js";
import { PIECES_MOST, pieceShare } from "./features.js";
import { foldPrior, joinPriors, type Prior, readPrior } from "./prior.js";

/** Columns that are learned together. */
export interface ColumnGroup {
  /** `softmax`: exactly one of the columns is true of a text; `sigmoid`: each is true or not. */
  readonly loss: "softmax" | "sigmoid";
  readonly from: number;
  readonly to: number;
}

/** What is to be learned. */
export interface LinearTargets {
  readonly columns: number;
  readonly groups: readonly ColumnGroup[];
  /** `values[text * columns + column]`: 1 true, 0 false, NaN not told. A softmax group is told as a whole or not at all. */
  readonly values: Float32Array;
  /** How much each text counts. */
  readonly weights: Float32Array;
  /** Scores that each text starts from, as `values` is laid out: what is learned is what they lack. 0 where left out. */
  readonly offsets?: Float32Array | undefined;
}

/** How it is learned. */
export interface LinearTraining {
  /** Passes over the texts. */
  readonly epochs: number;
  /** Length of the first steps. */
  readonly rate: number;
  /** Pull of all weights toward 0. */
  readonly decay: number;
  /** Whether features count in proportion to their log-count ratio. */
  readonly ratios: boolean;
  /** Features met fewer times are left out. */
  readonly minCount: number;
  readonly seed: number;
  /** Weights to go on from; their rows are the only ones learned. */
  readonly start?: LinearWeights | undefined;
  /** What is known of features beforehand; their rows get weights even where no text has them. None where left out. */
  readonly priors?: readonly Prior[] | undefined;
}

/** Weights as they are learned, not yet rounded. */
export interface LinearWeights {
  readonly columns: number;
  /** Place of each row in `values`, or -1. */
  readonly places: Int32Array;
  /** `values[place * columns + column]`. */
  readonly values: Float32Array;
  readonly bias: Float64Array;
}

const SHARES = Float64Array.from({ length: PIECES_MOST + 1 }, (_, count) => (count === 0 ? 1 : pieceShare(count)));

/** Weights that are learned at most, which takes about 4 GB of memory. */
const WEIGHTS_MOST = 2 ** 27;

/** Pseudo-count of the ratios. Source: alpha = 1 in Wang and Manning 2012. */
const ALPHA = 1;

/** Start of AdaGrad's sums of squares, so that the first steps are not of full length. */
const FIRST_SQUARE = 0.01;

/**
 * Learns linear weights by stochastic gradient descent, yielding after every pass, so that a caller may look at the weights,
 * report and stop. What is yielded is overwritten by the next pass.
 *
 * Log loss; steps by AdaGrad (Duchi, Hazan and Singer 2011); features scaled by log-count ratios (Wang and Manning 2012). The
 * same corpus, targets and options give the same bits.
 */
export function* trainLinear(
  corpus: FeatureCorpus,
  targets: LinearTargets,
  options: LinearTraining,
): Generator<LinearWeights, void, undefined> {
  const { columns, offsets } = targets;
  const { rate, decay, start } = options;
  const prior = joinPriors(options.priors ?? []);
  const places = start?.places ?? placeRows(corpus, options.minCount, prior.rows);
  const size = start === undefined ? countPlaces(places) * columns : start.values.length;
  if (size > WEIGHTS_MOST) throw tooManyLabels(columns, WEIGHTS_MOST, size / columns, "features");
  const ratios = options.ratios ? logCountRatios(corpus, targets, places, size) : new Float32Array(size).fill(1);
  const values = start === undefined ? new Float32Array(size) : start.values.slice();
  const squares = new Float32Array(size).fill(FIRST_SQUARE);
  const bias = start === undefined ? new Float64Array(columns) : start.bias.slice();
  const biasSquares = new Float64Array(columns).fill(FIRST_SQUARE);
  const scores = new Float64Array(columns);
  const order = Uint32Array.from({ length: corpus.count }, (_, i) => i);
  const random = createRandom(options.seed);
  const { rows, pieces, ends, factors, values: amounts } = corpus;
  // What the prior says of each text is a handful of features that all texts share; its rows all have a place, unless weights are gone on from.
  const known = prior.columns;
  const told = readPrior(corpus, prior);
  const meaning = new Float32Array(known * columns);
  const meaningSquares = new Float32Array(known * columns).fill(FIRST_SQUARE);

  const learnText = (text: number): void => {
    const from = text === 0 ? 0 : (ends[text - 1] ?? 0);
    const to = ends[text] ?? 0;
    const factor = factors[text] ?? 0;
    scores.set(bias);
    if (offsets !== undefined)
      for (let c = 0; c < columns; c++) scores[c] = (scores[c] ?? 0) + (offsets[text * columns + c] ?? 0);
    for (let k = from; k < to; k++) {
      const place = places[rows[k] ?? 0] ?? -1;
      if (place < 0) continue;
      const share = factor * (SHARES[pieces[k] ?? 0] ?? 0) * (amounts?.[k] ?? 1);
      for (let c = 0, at = place * columns; c < columns; c++, at++) {
        scores[c] = (scores[c] ?? 0) + share * (ratios[at] ?? 0) * (values[at] ?? 0);
      }
    }
    for (let k = 0, at = 0; k < known; k++) {
      const sum = told[text * known + k] ?? 0;
      for (let c = 0; c < columns; c++, at++) scores[c] = (scores[c] ?? 0) + sum * (meaning[at] ?? 0);
    }
    toGradient(scores, targets, text);
    for (let c = 0; c < columns; c++) {
      const gradient = scores[c] ?? 0;
      const square = (biasSquares[c] ?? 0) + gradient * gradient;
      biasSquares[c] = square;
      bias[c] = (bias[c] ?? 0) - (rate * gradient) / Math.sqrt(square);
    }
    for (let k = from; k < to; k++) {
      const place = places[rows[k] ?? 0] ?? -1;
      if (place < 0) continue;
      const share = factor * (SHARES[pieces[k] ?? 0] ?? 0) * (amounts?.[k] ?? 1);
      for (let c = 0, at = place * columns; c < columns; c++, at++) {
        const value = values[at] ?? 0;
        const gradient = (scores[c] ?? 0) * share * (ratios[at] ?? 0) + decay * value;
        const square = (squares[at] ?? 0) + gradient * gradient;
        squares[at] = square;
        values[at] = value - (rate * gradient) / Math.sqrt(square);
      }
    }
    for (let k = 0, at = 0; k < known; k++) {
      const sum = told[text * known + k] ?? 0;
      for (let c = 0; c < columns; c++, at++) {
        const value = meaning[at] ?? 0;
        const gradient = (scores[c] ?? 0) * sum + decay * value;
        const square = (meaningSquares[at] ?? 0) + gradient * gradient;
        meaningSquares[at] = square;
        meaning[at] = value - (rate * gradient) / Math.sqrt(square);
      }
    }
  };

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (let n = 0; n < order.length; n++) learnText(order[n] ?? 0);
    const folded = values.map((value, i) => value * (ratios[i] ?? 1));
    foldPrior(prior, meaning, columns, places, folded);
    yield { columns, places, values: folded, bias: bias.slice() };
  }
}

/** Says that a table of labels and something else is too large. */
export function tooManyLabels(
  labels: number,
  cellsMost: number,
  others: number,
  what: "features" | "examples",
): VerbatimsError {
  const most = Math.floor(cellsMost / others);
  return new VerbatimsError(
    "too-many-labels",
    `labels: expected at most ${most} for ${others} ${what}, got ${labels}. Check that the labels are no names of single rows, or read fewer ${what}.`,
    { field: "labels", expected: `at most ${most}`, received: String(labels) },
  );
}

/** Gives a place to every row that is met often enough, and to all that are known beforehand. */
function placeRows({ rows }: FeatureCorpus, minCount: number, knownRows: Uint32Array): Int32Array {
  let most = knownRows.at(-1) ?? 0;
  for (let k = 0; k < rows.length; k++) most = Math.max(most, rows[k] ?? 0);
  const counts = new Uint32Array(most + 1);
  for (let k = 0; k < rows.length; k++) counts[rows[k] ?? 0] = (counts[rows[k] ?? 0] ?? 0) + 1;
  const places = new Int32Array(most + 1).fill(-1);
  for (const row of knownRows) counts[row] = minCount;
  let next = 0;
  for (let row = 0; row <= most; row++) if ((counts[row] ?? 0) >= minCount) places[row] = next++;
  return places;
}

function countPlaces(places: Int32Array): number {
  let most = -1;
  for (let row = 0; row < places.length; row++) most = Math.max(most, places[row] ?? -1);
  return most + 1;
}

/**
 * For each feature and column, the logarithm of how much likelier the feature is where the column is true than where it is
 * false. Source: Wang and Manning 2012, equation 2, over the features of all texts; one column against the others.
 */
function logCountRatios(corpus: FeatureCorpus, targets: LinearTargets, places: Int32Array, size: number): Float32Array {
  const { columns, values, weights } = targets;
  const inTrue = new Float64Array(size);
  const inFalse = new Float64Array(size);
  const trueTexts = new Float64Array(columns);
  const falseTexts = new Float64Array(columns);
  let from = 0;
  for (let text = 0; text < corpus.count; text++) {
    const to = corpus.ends[text] ?? 0;
    const weight = weights[text] ?? 1;
    for (let c = 0; c < columns; c++) {
      const value = values[text * columns + c] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const texts = value > 0.5 ? trueTexts : falseTexts;
      const counts = value > 0.5 ? inTrue : inFalse;
      texts[c] = (texts[c] ?? 0) + weight;
      for (let k = from; k < to; k++) {
        const place = places[corpus.rows[k] ?? 0] ?? -1;
        if (place >= 0) counts[place * columns + c] = (counts[place * columns + c] ?? 0) + weight;
      }
    }
    from = to;
  }
  const ratios = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    const c = at % columns;
    const likelier = ((inTrue[at] ?? 0) + ALPHA) / ((trueTexts[c] ?? 0) + 2 * ALPHA);
    const likely = ((inFalse[at] ?? 0) + ALPHA) / ((falseTexts[c] ?? 0) + 2 * ALPHA);
    ratios[at] = log(likelier / likely);
  }
  return ratios;
}

/** Turns the scores of a text into the gradient of the log loss; 0 where a column is not told. */
function toGradient(scores: Float64Array, { groups, values, columns, weights }: LinearTargets, text: number): void {
  const weight = weights[text] ?? 1;
  for (const { loss, from, to } of groups) {
    if (loss === "softmax") softmax(scores, from, to);
    for (let c = from; c < to; c++) {
      const target = values[text * columns + c] ?? Number.NaN;
      const probability = loss === "softmax" ? (scores[c] ?? 0) : sigmoid(scores[c] ?? 0);
      scores[c] = Number.isNaN(target) ? 0 : weight * (probability - target);
    }
  }
}
