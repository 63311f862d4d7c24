/** Trains the model that tells which words of a text tell its problem; see src/meaning/pain-features.ts for what it reads. */
import { hashText } from "../../src/core/hash.js";
import type { Language } from "../../src/core/labels.js";
import { buildCorpus } from "../../src/learning/feature-corpus.js";
import { type LinearModel, roundWeights } from "../../src/learning/linear-model.js";
import { type LinearWeights, trainLinear } from "../../src/learning/train-linear.js";
import { loadSentiment } from "../../src/meaning/load-sentiment.js";
import { PAIN_BITS, readPainFeatures } from "../../src/meaning/pain-features.js";
import { createRuleReader } from "../../src/meaning/read-rules.js";
import { readTextSentiment } from "../../src/meaning/read-sentiment.js";
import { reconcileMass } from "../../src/meaning/reconcile.js";
import { createSentimentReader } from "../../src/meaning/sentiment-model.js";
import type { LabelledVerbatim } from "./labelled-texts.js";

/** Chosen by cross-validation on the gold training rows, a few values each; the development rows of the gold were looked at. */
const CHOICE = {
  weights: { epochs: 4, rate: 0.2, decay: 1e-5, ratios: false, minCount: 2, seed: 1 },
  /** How much a token of a text without a problem counts. */
  withoutPain: 0.3,
  rowsMost: 20_000,
} as const;

const TOKENS_MOST = 512;
const FEATURES = { wordGrams: 1, charGrams: [0, 0], negation: false, bits: PAIN_BITS } as const;

/** Learns from the problems that the labelled texts tell, a token at a time. The same input gives the same bits. */
export function trainPain(language: Language, labelled: readonly LabelledVerbatim[]): LinearModel {
  const rules = createRuleReader(language);
  const sentiments = createSentimentReader(loadSentiment(language));
  const builder = buildCorpus(FEATURES);
  const values: number[] = [];
  const weights: number[] = [];
  for (const { text, pain } of labelled) {
    const reading = rules.read(text);
    const { tokens } = reading.text;
    const { whole, clauses: polarities } = readTextSentiment(sentiments, reading, () => [0, 0]);
    const masses = reading.masses.map((mass, i) => reconcileMass(mass, polarities[i] ?? whole));
    // The first of the acceptable wordings is the one that the annotators chose.
    const [main] = pain;
    const start = main === undefined ? -1 : text.indexOf(main);
    const end = start < 0 ? -1 : start + (main?.length ?? 0);
    readPainFeatures(
      { rules: reading, masses, polarities, whole },
      TOKENS_MOST,
      () => true,
      (token, rows, count) => {
        builder.addRows(Array.from(rows.subarray(0, count)));
        values.push((tokens.start[token] ?? 0) >= start && (tokens.end[token] ?? 0) <= end ? 1 : 0);
        weights.push(main === undefined ? CHOICE.withoutPain : 1);
      },
    );
  }
  const targets = {
    columns: 1,
    groups: [{ loss: "sigmoid", from: 0, to: 1 }],
    values: Float32Array.from(values),
    weights: Float32Array.from(weights),
  } as const;
  let last: LinearWeights | undefined;
  for (const each of trainLinear(builder.toCorpus(), targets, CHOICE.weights)) last = each;
  if (last === undefined) throw new Error("a training has at least one pass");
  let fingerprint = JSON.stringify(CHOICE);
  for (const { text, pain } of labelled) fingerprint = hashText(fingerprint + text + JSON.stringify(pain));
  return {
    kind: "multi",
    labels: ["pain"],
    features: FEATURES,
    table: roundWeights(last, CHOICE.rowsMost),
    temperature: 1,
    thresholds: [0],
    fingerprint,
  };
}
