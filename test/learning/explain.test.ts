import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sigmoid } from "../../src/core/math.js";
import { createScorer } from "../../src/learning/create-scorer.js";
import { explain } from "../../src/learning/explain.js";
import type { LinearModel } from "../../src/learning/linear-model.js";
import { trainModel } from "../../src/learning/train-model.js";
import { makeMixedTickets, makeReviews, makeTickets, STAR_LABELS } from "./tickets.js";

const SMALL = { wordGrams: 3, charGrams: [3, 4], negation: true, bits: 14 } as const;

let tickets: LinearModel;
let mixed: LinearModel;
let stars: LinearModel;
beforeAll(async () => {
  tickets = await trainModel(makeTickets(300), { features: SMALL });
  mixed = await trainModel(makeMixedTickets(300), { kind: "multi", features: SMALL });
  stars = await trainModel(makeReviews(300), { kind: "ordinal", labels: STAR_LABELS, features: SMALL });
});

const words = fc.constantFrom(
  ..."parcel never arrived invoice twice refund not password ! ? kargo gelmedi, perfect love awful 12 kettle".split(
    " ",
  ),
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((list) => list.join(" ")),
  fc.string({ unit: "binary" }),
);

describe("explain", () => {
  it("gives weights of words that add up, with the bias, to the score of any label of any text", () => {
    fc.assert(
      fc.property(texts, fc.nat(4), (text, at) => {
        for (const model of [tickets, mixed, stars]) {
          const label = model.labels[at % model.labels.length] ?? "";
          const { score, bias, words: told } = explain(model, text, { label, most: Infinity });
          const sum = told.reduce((total, { weight }) => total + weight, bias);
          expect(sum).toBeCloseTo(score, 9);
        }
      }),
    );
  });

  it("tells the probability that the scorer gives", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const model of [tickets, mixed, stars]) {
          const { probabilities } = createScorer(model).score(text);
          model.labels.forEach((label, at) => {
            expect(explain(model, text, { label }).probability).toBeCloseTo(probabilities[at] ?? 0, 9);
          });
        }
      }),
    );
  });

  it("gives the log-odds of a label that a text may have beside others", () => {
    const { score, probability } = explain(mixed, "charged twice for order", { label: "billing" });
    expect(sigmoid(score)).toBeCloseTo(probability, 9);
  });

  it("explains the most probable label where none is asked for", () => {
    const text = "my parcel never arrived";
    expect(explain(tickets, text).label).toBe(createScorer(tickets).score(text).labels[0]);
  });

  it("puts the word first that the label hangs on", () => {
    const { words: told } = explain(tickets, "Hello there. My invoice is still on the table.", { label: "billing" });
    expect(told[0]).toMatchObject({ text: "invoice", span: [16, 23] });
    expect(told[0]?.weight).toBeGreaterThan(0);
  });

  it("gives a word that speaks for another label a weight below 0", () => {
    const { words: told } = explain(tickets, "parcel", { label: "billing" });
    expect(told[0]?.weight).toBeLessThan(0);
  });

  it("shows the text of each span, in any script", () => {
    const text = "Merhaba 😀, kargo hâlâ gelmedi!!";
    for (const { span, text: told } of explain(tickets, text, { most: Infinity }).words) {
      expect(told).toBe(text.slice(...span));
    }
  });

  it("puts the strongest words first and tells no more than asked for", () => {
    const text = makeTickets(1, 99)[0]?.text ?? "";
    const all = explain(tickets, text, { most: Infinity }).words;
    const strengths = all.map(({ weight }) => Math.abs(weight));
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(all.length).toBeGreaterThan(3);
    expect(explain(tickets, text, { most: 3 }).words).toEqual(all.slice(0, 3));
  });

  it("tells each place of a word that stands there twice", () => {
    const { words: told } = explain(tickets, "refund, refund", { label: "returns", most: Infinity });
    const places = told.filter(({ text }) => text === "refund").map(({ span }) => span[0]);
    expect(places.sort((a, b) => a - b)).toEqual([0, 8]);
  });

  it("tells no words of a text without any, and the bias as its score", () => {
    const { words: told, score, bias } = explain(tickets, "");
    expect([told, score]).toEqual([[], bias]);
  });

  it("refuses a label that the model does not know, and a number of words that is none", () => {
    expect(() => explain(tickets, "parcel", { label: "weather" })).toThrow(
      expect.objectContaining({ code: "unknown-label" }),
    );
    expect(() => explain(tickets, "parcel", { most: -1 })).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
});
