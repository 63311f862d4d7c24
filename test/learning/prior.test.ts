import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/core/random.js";
import { hashWord } from "../../src/language/word-hash.js";
import { createScorer } from "../../src/learning/create-scorer.js";
import { buildCorpus } from "../../src/learning/feature-corpus.js";
import { rowOf } from "../../src/learning/features.js";
import { encodeModel } from "../../src/learning/model-codec.js";
import { joinPriors, type Prior, readPrior } from "../../src/learning/prior.js";
import { trainModel } from "../../src/learning/train-model.js";
import { DEFAULT_FEATURES } from "../../src/learning/train-options.js";
import { makeReviews, STAR_LABELS } from "./tickets.js";

const { bits } = DEFAULT_FEATURES;

/** One number for each of some words. */
function priorOf(numbers: Readonly<Record<string, number>>): Prior {
  const found = Object.entries(numbers).map(([word, number]) => ({ row: rowOf(hashWord(word), bits), number }));
  found.sort((a, b) => a.row - b.row);
  return {
    bits,
    columns: 1,
    rows: Uint32Array.from(found, ({ row }) => row),
    weights: Int8Array.from(found, ({ number }) => number),
    scales: [1],
  };
}

/** Praise and blame, of which no word stands in two examples. */
const EXAMPLES = [
  { text: "superb breakfast", label: "praise" },
  { text: "charming porter", label: "praise" },
  { text: "spotless bathroom", label: "praise" },
  { text: "delightful garden", label: "praise" },
  { text: "filthy carpet", label: "blame" },
  { text: "rude receptionist", label: "blame" },
  { text: "noisy corridor", label: "blame" },
  { text: "stale bread", label: "blame" },
] as const;

const KNOWN = priorOf({
  superb: 1,
  charming: 1,
  spotless: 1,
  delightful: 1,
  gorgeous: 1,
  filthy: -1,
  rude: -1,
  noisy: -1,
  stale: -1,
  mouldy: -1,
});

describe("a model trained with a prior", () => {
  it("reads words that no example has by what the prior knows of them", async () => {
    const scorer = createScorer(await trainModel(EXAMPLES, { priors: [KNOWN] }));
    expect(scorer.score("gorgeous").labels).toEqual(["praise"]);
    expect(scorer.score("mouldy").labels).toEqual(["blame"]);
  });

  it("knows no such word without it", async () => {
    const scorer = createScorer(await trainModel(EXAMPLES, { features: { charGrams: [0, 0] } }));
    expect(scorer.score("gorgeous").labels).toEqual([]);
  });

  it("is the same, byte for byte, for the same prior, and another for another", async () => {
    const [one, again, other] = await Promise.all(
      [KNOWN, KNOWN, priorOf({ superb: 1 })].map((prior) => trainModel(EXAMPLES, { priors: [prior] })),
    );
    if (one === undefined || again === undefined || other === undefined) throw new Error("three were trained");
    expect(encodeModel(one)).toEqual(encodeModel(again));
    expect(one.fingerprint).not.toBe(other.fingerprint);
  });

  it("does without a prior that only misleads: one that knows the examples by heart, but not those held out", async () => {
    const rows = makeReviews(300);
    const options = { kind: "ordinal", labels: STAR_LABELS, features: { bits: 16 } } as const;
    const random = createRandom(3);
    const chance: Prior = {
      bits: 16,
      columns: 40,
      rows: Uint32Array.from({ length: 2 ** 16 }, (_, row) => row),
      weights: Int8Array.from({ length: 40 * 2 ** 16 }, () => Math.floor(random() * 255) - 127),
      scales: Array.from({ length: 40 }, () => 1),
    };
    const [without, misled] = [
      await trainModel(rows, options),
      await trainModel(rows, { ...options, priors: [chance] }),
    ];
    expect(misled.table).toEqual(without.table);
  });

  it("is refused where the prior has rows of another number of bits", async () => {
    const training = trainModel(EXAMPLES, { features: { bits: 16 }, priors: [KNOWN] });
    await expect(training).rejects.toMatchObject({ code: "invalid-option", details: { field: "priors" } });
  });
});

describe("several priors", () => {
  const joined = joinPriors([priorOf({ good: 3 }), priorOf({ good: 5, bad: -2 })]);

  it("stand side by side, with zeros where one lacks a row", () => {
    const place = (word: string): number => joined.places[rowOf(hashWord(word), bits)] ?? -1;
    const valuesOf = (word: string): number[] => [...joined.values.subarray(place(word) * 2, place(word) * 2 + 2)];
    expect(valuesOf("good")).toEqual([3, 5]);
    expect(valuesOf("bad")).toEqual([0, -2]);
  });

  it("are summed over the features of a text, each as much as it counts", () => {
    const builder = buildCorpus({ wordGrams: 1, charGrams: [0, 0], negation: false, bits });
    builder.addText("good good bad day");
    builder.addText("day");
    const sums = readPrior(builder.toCorpus(), joined);
    // Four features count half each.
    expect([...sums]).toEqual([3, 4, 0, 0]);
  });
});
