/** Trains the meaning model of one language; see src/meaning/meaning-model.ts for its parts. */
import { hashText } from "../../src/core/hash.js";
import { type Language, SENTIMENTS } from "../../src/core/labels.js";
import { exp, log } from "../../src/core/math.js";
import type { FeatureCorpus } from "../../src/learning/feature-corpus.js";
import { lengthFactor } from "../../src/learning/features.js";
import { type LinearModel, roundWeights } from "../../src/learning/linear-model.js";
import { scoreCorpusText } from "../../src/learning/score-corpus.js";
import { type LinearTargets, type LinearWeights, trainLinear } from "../../src/learning/train-linear.js";
import { trainVectors } from "../../src/learning/train-vectors.js";
import type { WordVectors } from "../../src/learning/word-vectors.js";
import { collectCues } from "../../src/meaning/collect-cues.js";
import { COLUMN_NAMES, HEAD_COLUMNS, HEAD_NAMES, HEADS, type HeadName, UNTOLD } from "../../src/meaning/heads.js";
import {
  AMOUNTS,
  createMeaningFeatures,
  readMeaningFeatures,
  VECTOR_LENGTH,
} from "../../src/meaning/meaning-features.js";
import { type MeaningModel, toHeadProbabilities } from "../../src/meaning/meaning-model.js";
import { createRuleReader } from "../../src/meaning/read-rules.js";
import { createWordsReader } from "../../src/meaning/text-words.js";
import type { Log } from "../sentiment/train-sentiment.js";
import type { LabelledVerbatim, TextLabels } from "./labelled-texts.js";

/** Chosen by cross-validation on the gold training rows, a few values each; the development rows of the gold were looked at. */
const CHOICE = {
  vectors: { words: 16_000, dims: 64, minCount: 5, window: 4, seed: 7 },
  weights: { epochs: 8, rate: 0.15, decay: 1e-3, ratios: false, minCount: 2, seed: 1 },
  /** How much a text counts: those written for training are many, and not quite like those of customers. */
  counts: { gold_train: 2, gold_written: 0.5, labelled: 1 },
  /** Share of the way that the bias goes to where labels are as frequent as among customers' texts: written ones hold many of the rare labels. */
  biasShare: 0.5,
  folds: 4,
  wordRowsMost: 5000,
} as const;

/** Rows of words stand behind those of the other features. */
const WORD_ROWS = 1 << 10;

/** Learns vectors from `texts`, and what they and cues tell from the labelled ones. The same input gives the same bits. */
export function trainMeaning(
  language: Language,
  texts: readonly string[],
  labelled: readonly LabelledVerbatim[],
  unseenSentiment: ReadonlyMap<string, Float64Array>,
  say: Log,
): Omit<MeaningModel, "pain"> {
  const vectors = trainVectors(texts, CHOICE.vectors);
  const corpus = corpusOf(language, vectors, labelled, unseenSentiment);
  const targets = targetsOf(labelled);
  const fold = labelled.map(({ group }) => Number.parseInt(hashText(group).slice(-4), 16) % CHOICE.folds);
  const train = (holdOut: number): LinearWeights => {
    const weights = targets.weights.map((weight, i) => (fold[i] === holdOut ? 0 : weight));
    let last: LinearWeights | undefined;
    for (const each of trainLinear(corpus, { ...targets, weights }, CHOICE.weights)) last = each;
    if (last === undefined) throw new Error("a training has at least one pass");
    return last;
  };
  const unseen = new Array<Float64Array>(labelled.length);
  for (let held = 0; held < CHOICE.folds; held++) {
    const weights = train(held);
    labelled.forEach((_, i) => {
      if (fold[i] === held) unseen[i] = scoreCorpusText(corpus, weights, i);
    });
  }
  const real = labelled.map((_, i) => i).filter((i) => labelled[i]?.source === "gold_train");
  const shift = fitShift(
    real.map((i) => unseen[i] ?? new Float64Array(HEAD_COLUMNS)),
    real,
    targets,
  );
  for (const scores of unseen) for (let c = 0; c < HEAD_COLUMNS; c++) scores[c] = (scores[c] ?? 0) + (shift[c] ?? 0);
  const temperatures = fitTemperatures(unseen, targets);
  const probabilities = unseen.map((scores) => {
    const own = scores.slice();
    toHeadProbabilities(own, temperatures);
    return own;
  });
  const thresholds = fitThresholds(probabilities, targets);
  report(language, labelled, probabilities, thresholds, say);

  const weights = train(-1);
  for (let c = 0; c < HEAD_COLUMNS; c++) weights.bias[c] = (weights.bias[c] ?? 0) + (shift[c] ?? 0);
  const words = roundWeights(partOf(weights, WORD_ROWS, WORD_ROWS + vectors.hashes.length), CHOICE.wordRowsMost);
  const features = roundWeights(partOf(weights, 0, WORD_ROWS), WORD_ROWS);
  say(`${language}: ${vectors.hashes.length} word vectors, ${words.rows.length} rows of words`);
  const fingerprint = fingerprintOf(texts, labelled);
  const options = { wordGrams: 1, charGrams: [0, 0], negation: false } as const;
  const model = (table: LinearModel["table"], bits: number): LinearModel => ({
    kind: "multi",
    labels: COLUMN_NAMES,
    features: { ...options, bits },
    table,
    temperature: 1,
    thresholds,
    fingerprint,
  });
  // The bias is that of both tables together.
  const unbiased = { ...words, bias: words.bias.map(() => 0) };
  return { vectors, words: model(unbiased, 16), features: model(features, 10), temperatures };
}

/** The features of all texts: those of meaning-features.ts, then words, each with the amount it counts with. */
function corpusOf(
  language: Language,
  vectors: WordVectors,
  labelled: readonly LabelledVerbatim[],
  unseenSentiment: ReadonlyMap<string, Float64Array>,
): FeatureCorpus {
  const rules = createRuleReader(language);
  const readWords = createWordsReader(vectors, VECTOR_LENGTH);
  const features = createMeaningFeatures();
  const rows: number[] = [];
  const values: number[] = [];
  const ends: number[] = [];
  for (const { text } of labelled) {
    const reading = rules.read(text);
    const sentiment = unseenSentiment.get(text);
    if (sentiment === undefined) throw new Error(`no sentiment was learned without: ${text.slice(0, 60)}`);
    readMeaningFeatures(reading.text, reading, collectCues(reading.matches), sentiment, features);
    const words = readWords(reading.text.tokens);
    features.amounts.set(words.vector);
    for (let row = 0; row < AMOUNTS; row++) {
      const amount = features.amounts[row] ?? 0;
      if (amount === 0) continue;
      rows.push(row);
      values.push(amount);
    }
    for (let k = 0; k < features.count; k++) {
      rows.push(features.rows[k] ?? 0);
      values.push(lengthFactor(features.count));
    }
    for (let k = 0; k < words.count; k++) {
      rows.push(WORD_ROWS + (words.places[k] ?? 0) - 1);
      values.push(lengthFactor(words.count));
    }
    ends.push(rows.length);
  }
  return {
    count: labelled.length,
    rows: Uint32Array.from(rows),
    pieces: new Uint16Array(rows.length),
    ends: Float64Array.from(ends),
    factors: new Float64Array(labelled.length).fill(1),
    values: Float32Array.from(values),
  };
}

/** Labels of a head that hold of a text. */
const TOLD: Readonly<Record<HeadName, (labels: TextLabels) => readonly string[]>> = {
  // `quality/food` is learned as `quality`.
  themes: ({ themes }) => themes.map((theme) => theme.split("/")[0] ?? theme),
  stage: ({ stage }) => [stage ?? UNTOLD],
  intent: ({ intent }) => [intent],
  emotion: ({ emotion }) => [emotion ?? UNTOLD],
  effort: ({ effort }) => [effort ?? UNTOLD],
  urgent: ({ urgent }) => (urgent ? ["urgent"] : []),
};

function targetsOf(labelled: readonly LabelledVerbatim[]): LinearTargets {
  const values = new Float32Array(labelled.length * HEAD_COLUMNS);
  labelled.forEach((labels, i) => {
    for (const name of HEAD_NAMES) {
      const told = TOLD[name](labels);
      HEADS[name].labels.forEach((label, c) => {
        if (told.includes(label)) values[i * HEAD_COLUMNS + HEADS[name].from + c] = 1;
      });
    }
  });
  return {
    columns: HEAD_COLUMNS,
    groups: HEAD_NAMES.map((name) => {
      const { kind, from, to } = HEADS[name];
      return { loss: kind === "one" ? "softmax" : "sigmoid", from, to };
    }),
    values,
    weights: Float32Array.from(labelled, ({ source }) => CHOICE.counts[source]),
  };
}

/** Steps toward the bias at which labels are as frequent as they are. */
const SHIFT_STEPS = 300;

/**
 * What is to be added to the bias of each column, so that labels are said nearly as often as they hold among customers' texts: a share of the
 * way to the likeliest bias, which gradient descent on the log loss finds.
 *
 * @param unseen scores of the texts whose numbers are `real`
 */
function fitShift(unseen: readonly Float64Array[], real: readonly number[], { values }: LinearTargets): Float64Array {
  const shift = new Float64Array(HEAD_COLUMNS);
  const even = Object.fromEntries(HEAD_NAMES.map((name) => [name, 1])) as Record<HeadName, number>;
  for (let step = 0; step < SHIFT_STEPS; step++) {
    const missing = new Float64Array(HEAD_COLUMNS);
    unseen.forEach((scores, k) => {
      const own = scores.map((score, c) => score + (shift[c] ?? 0));
      toHeadProbabilities(own, even);
      const from = (real[k] ?? 0) * HEAD_COLUMNS;
      for (let c = 0; c < HEAD_COLUMNS; c++) missing[c] = (missing[c] ?? 0) + (values[from + c] ?? 0) - (own[c] ?? 0);
    });
    for (let c = 0; c < HEAD_COLUMNS; c++) shift[c] = (shift[c] ?? 0) + (2 * (missing[c] ?? 0)) / unseen.length;
  }
  return shift.map((each) => each * CHOICE.biasShare);
}

/** Least probability that a logarithm is taken of. */
const LEAST = 1e-9;

/** For each head the temperature that makes the labels of unseen texts likeliest; source: Guo et al. 2017. */
function fitTemperatures(
  unseen: readonly Float64Array[],
  { values, weights }: LinearTargets,
): Readonly<Record<HeadName, number>> {
  const temperatures = Object.fromEntries(HEAD_NAMES.map((name) => [name, 1])) as Record<HeadName, number>;
  for (const name of HEAD_NAMES) {
    const { kind, from, to } = HEADS[name];
    let best = { loss: Infinity, temperature: 1 };
    for (let step = -20; step <= 30; step++) {
      const temperature = exp(step / 20);
      let loss = 0;
      unseen.forEach((scores, i) => {
        const own = scores.slice();
        toHeadProbabilities(own, { ...temperatures, [name]: temperature });
        for (let c = from; c < to; c++) {
          const probability = own[c] ?? 0;
          const holds = values[i * HEAD_COLUMNS + c] === 1;
          if (holds) loss -= (weights[i] ?? 0) * log(Math.max(LEAST, probability));
          else if (kind === "any") loss -= (weights[i] ?? 0) * log(Math.max(LEAST, 1 - probability));
        }
      });
      if (loss < best.loss) best = { loss, temperature };
    }
    temperatures[name] = best.temperature;
  }
  return temperatures;
}

/** Of the heads of which any label may hold, the one probability from which saying labels gives the best F1 on unseen texts; else 0. */
function fitThresholds(probabilities: readonly Float64Array[], { values, weights }: LinearTargets): number[] {
  const thresholds = new Array<number>(HEAD_COLUMNS).fill(0);
  for (const name of HEAD_NAMES) {
    const { kind, from, to } = HEADS[name];
    if (kind === "one") continue;
    let best = { f1: -1, threshold: 0.5 };
    for (let step = 10; step <= 60; step++) {
      const threshold = step / 100;
      let right = 0;
      let sum = 0;
      probabilities.forEach((own, i) => {
        for (let c = from; c < to; c++) {
          const weight = weights[i] ?? 0;
          const holds = values[i * HEAD_COLUMNS + c] === 1;
          const says = (own[c] ?? 0) >= threshold;
          if (holds && says) right += weight;
          sum += (holds ? weight : 0) + (says ? weight : 0);
        }
      });
      const f1 = sum === 0 ? 0 : (2 * right) / sum;
      if (f1 > best.f1) best = { f1, threshold };
    }
    thresholds.fill(best.threshold, from, to);
  }
  return thresholds;
}

/** The columns of the rows `[from, to)`, numbered from 0. */
function partOf({ columns, places, values, bias }: LinearWeights, from: number, to: number): LinearWeights {
  return {
    columns,
    places: Int32Array.from({ length: to - from }, (_, row) => places[from + row] ?? -1),
    values,
    bias,
  };
}

function fingerprintOf(texts: readonly string[], labelled: readonly LabelledVerbatim[]): string {
  let hash = JSON.stringify(CHOICE);
  for (const text of texts) hash = hashText(hash + text);
  for (const labels of labelled)
    hash = hashText(hash + labels.text + JSON.stringify(HEAD_NAMES.map((name) => TOLD[name](labels))));
  return hash;
}

/** How well unseen gold texts are read. */
function report(
  language: Language,
  labelled: readonly LabelledVerbatim[],
  probabilities: readonly Float64Array[],
  thresholds: readonly number[],
  say: Log,
): void {
  const gold = labelled.map((_, i) => i).filter((i) => labelled[i]?.source === "gold_train");
  for (const name of HEAD_NAMES) {
    const { kind, labels, from } = HEADS[name];
    const counts = labels.map(() => ({ right: 0, told: 0, said: 0 }));
    let exact = 0;
    for (const i of gold) {
      const own = probabilities[i] ?? new Float64Array(HEAD_COLUMNS);
      const truth = TOLD[name](labelled[i] ?? NOTHING);
      const shares = labels.map((_, c) => own[from + c] ?? 0);
      const said =
        kind === "any"
          ? labels.filter((_, c) => (shares[c] ?? 0) >= (thresholds[from + c] ?? 0))
          : [labels[shares.indexOf(Math.max(...shares))] ?? ""];
      if (kind === "one" && truth[0] === said[0]) exact++;
      labels.forEach((label, c) => {
        const count = counts[c];
        if (count === undefined) return;
        if (truth.includes(label)) count.told++;
        if (said.includes(label)) count.said++;
        if (truth.includes(label) && said.includes(label)) count.right++;
      });
    }
    const f1 = ({ right, told, said }: (typeof counts)[number]): number => (200 * right) / Math.max(1, told + said);
    const met = counts.filter(({ told }) => told > 0);
    const macro = met.reduce((sum, count) => sum + f1(count), 0) / met.length;
    const micro = f1(
      counts.reduce((sum, { right, told, said }) => ({
        right: sum.right + right,
        told: sum.told + told,
        said: sum.said + said,
      })),
    );
    const accuracy =
      kind === "one" ? `accuracy ${((100 * exact) / gold.length).toFixed(1)} %, ` : `micro-F1 ${micro.toFixed(1)}, `;
    say(`${language} ${name}: ${accuracy}macro-F1 ${macro.toFixed(1)} on ${gold.length} unseen gold training texts`);
  }
}

const NOTHING: TextLabels = {
  text: "",
  sentiment: SENTIMENTS[1],
  stage: null,
  stage2: null,
  intent: "statement",
  emotion: null,
  effort: null,
  urgent: false,
  themes: [],
  pain: [],
};
