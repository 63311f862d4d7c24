import type { ShippedResult } from "../../benchmarks/accuracy/measure-shipped.js";
import type { ShippedFile } from "../../benchmarks/accuracy/result-file.js";
import type { Score } from "../../benchmarks/accuracy/score.js";
import type { CardFacts } from "../../models/cards/card-facts.js";

const MODEL = "en-0.1.0-12345678";

/** A score of this accuracy and nothing else of note. */
export function score(value: number): Score {
  const estimate = { value, low: value, high: value };
  return {
    n: 10,
    accuracy: estimate,
    macroF1: estimate,
    macroRecall: estimate,
    microF1: estimate,
    coverage: 1,
    calibrationError: 0.04,
    reliability: [],
    brier: null,
    ordinal: null,
    classes: [],
    confusion: null,
  };
}

/** A result on an invented set. */
export function result(name: string): ShippedResult {
  return {
    name,
    dataset: name,
    split: "test",
    language: "en",
    view: "binary",
    measure: "accuracy",
    note: "",
    date: "2026-11-01",
    version: "0.1.0",
    model: MODEL,
    n: 10,
    ours: score(0.8),
    withoutDiacritics: null,
    majority: score(0.5),
    peers: {},
    anchors: [],
    aim: null,
  };
}

/** Facts of an invented model that learned from `learned_reviews`. */
export function cardFacts(shipped: Partial<ShippedFile>): CardFacts {
  return {
    language: "en",
    model: MODEL,
    training: {
      fingerprint: "0123456789abcd",
      examples: { learned_reviews: 100, pairs: 20 },
      rows: { words: 50, composition: 5 },
      gzippedBytes: 1000,
      crossValidation: ["en words alone: 80.0"],
      meaning: {
        fingerprint: "fedcba98765432",
        texts: 300,
        labelled: { gold_train: 70 },
        rows: { vectors: 40, words: 30, features: 20, pain: 10 },
        gzippedBytes: 900,
        crossValidation: ["en stage: accuracy 70.0 %"],
      },
    },
    trainingSha256: "ab".repeat(32),
    files: [{ name: "sentiment.js", gzippedBytes: 1000, sha256: "cd".repeat(32) }],
    annotated: {},
    shipped: { results: [], stars: [], gold: [], ...shipped },
    phenomena: [],
    speed: null,
    notes: new Map(),
  };
}
