import { describe, expect, it } from "vitest";
import { createScorer } from "../../src/learning/create-scorer.js";
import { decodeModel, encodeModel } from "../../src/learning/model-codec.js";
import type { Scorer, Verdict } from "../../src/learning/scorer.js";
import { checkScorer } from "../../src/learning/scorer-battery.js";
import { trainModel } from "../../src/learning/train-model.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { createSentimentScorer } from "../../src/meaning/sentiment-scorer.js";
import { makeMixedTickets, makeReviews, makeTickets, STAR_LABELS } from "./tickets.js";

const SMALL = { bits: 14 } as const;
const OWN_TEXTS = makeTickets(20, 3).map(({ text }) => text);

describe("scorers that keep the contract", () => {
  it("are found fault-free: a model of one label a text, also when it abstains", async () => {
    for (const accuracyWanted of [0, 0.99]) {
      const model = await trainModel(makeTickets(300), { features: SMALL, accuracyWanted });
      expect(checkScorer(createScorer(model), OWN_TEXTS)).toEqual([]);
    }
  });

  it("are found fault-free: a model of any number of labels a text", async () => {
    const model = await trainModel(makeMixedTickets(300), { features: SMALL, kind: "multi" });
    expect(checkScorer(createScorer(model), OWN_TEXTS)).toEqual([]);
  });

  it("are found fault-free: a model of stars", async () => {
    const model = await trainModel(makeReviews(300), { features: SMALL, kind: "ordinal", labels: STAR_LABELS });
    expect(checkScorer(createScorer(model), OWN_TEXTS)).toEqual([]);
  });

  it("are found fault-free: a model that was kept as bytes", async () => {
    const model = decodeModel(encodeModel(await trainModel(makeTickets(40), { features: SMALL })));
    expect(checkScorer(createScorer(model), OWN_TEXTS)).toEqual([]);
  });

  it("are found fault-free: the sentiment of an analyzer", () => {
    expect(checkScorer(createSentimentScorer(createAnalyzer()), OWN_TEXTS)).toEqual([]);
  });
});

/** A scorer that knows one word. */
const fair: Scorer = {
  kind: "single",
  labels: ["late", "fine"],
  score: (text) =>
    text.includes("late")
      ? { labels: ["late"], probabilities: [0.8, 0.2] }
      : { labels: ["fine"], probabilities: [0.3, 0.7] },
};

const rulesBroken = (change: Partial<Scorer>, texts?: readonly string[]): string[] => [
  ...new Set(checkScorer({ ...fair, ...change }, texts).map(({ rule }) => rule)),
];
const always = (labels: readonly string[], probabilities: readonly number[]): Partial<Scorer> => ({
  score: () => ({ labels, probabilities }),
});

describe("scorers that break the contract", () => {
  it("are told from the one that does not", () => {
    expect(rulesBroken({})).toEqual([]);
  });

  it.each<[string, Partial<Scorer>, string]>([
    ["one probability short", always(["late"], [1]), "there is a probability for each label"],
    ["a probability above 1", always(["late"], [1.5, -0.5]), "probabilities are from 0 to 1"],
    ["NaN", always([], [Number.NaN, 1]), "probabilities are from 0 to 1"],
    ["a sum of 0.9", always(["late"], [0.6, 0.3]), "probabilities add up to 1"],
    ["a label of another scorer", always(["early"], [0.5, 0.5]), "labels said are its own"],
    ["a label twice", { kind: "multi", ...always(["late", "late"], [0.5, 0.5]) }, "no label is said twice"],
    ["two labels where there is one", always(["late", "fine"], [0.5, 0.5]), "at most one label is said"],
    ["the less probable label", always(["late"], [0.2, 0.8]), "the label said is the most probable one"],
    [
      "labels in the wrong order",
      { kind: "multi", ...always(["late", "fine"], [0.2, 0.8]) },
      "the most probable label is said first",
    ],
    ["a kind of its own", { kind: "triple" as Scorer["kind"] }, "the kind is known"],
    ["no labels", { labels: [] }, "there are labels"],
    ["one label twice", { labels: ["late", "late"] }, "no label is there twice"],
    ["null for a verdict", { score: () => null as unknown as Verdict }, "any text is read"],
  ])("are caught: %s", (_, change, rule) => {
    expect(rulesBroken(change)).toContain(rule);
  });

  it("are caught throwing on half a character", () => {
    const score = (text: string): Verdict => fair.score(decodeURIComponent(encodeURIComponent(text)));
    const findings = checkScorer({ ...fair, score });
    expect(findings.map(({ rule, text }) => [rule, text])).toContainEqual(["any text is read", "\ufffd"]);
    expect(findings[0]?.received).toContain("malformed");
  });

  it("are caught reading the prototype of a lexicon", () => {
    const lexicon: Record<string, number> = { late: 1 };
    const score = (text: string): Verdict => {
      const found = lexicon[text] ?? 0;
      return { labels: [], probabilities: [found, 1 - found] };
    };
    expect(checkScorer({ ...fair, score }).map(({ text }) => text)).toContain("__proto__");
  });

  it("are caught remembering the text before", () => {
    let before = "";
    const score = (text: string): Verdict => {
      const verdict = fair.score(before);
      before = text;
      return verdict;
    };
    expect(rulesBroken({ score })).toContain("the same text gives the same verdict");
  });

  it("may write over an array that they gave before: what counts is what it held then", () => {
    const probabilities = [0.5, 0.5];
    const score = (text: string): Verdict => {
      probabilities[0] = text.length > 5 ? 1 : 0.5;
      probabilities[1] = 1 - (probabilities[0] ?? 0);
      return { labels: [], probabilities };
    };
    expect(rulesBroken({ score })).toEqual([]);
  });

  it("are caught on texts of your own", () => {
    const score = (text: string): Verdict => {
      if (text === "the kettle of row 17") throw new RangeError("row 17");
      return fair.score(text);
    };
    expect(rulesBroken({ score })).toEqual([]);
    expect(checkScorer({ ...fair, score }, ["the kettle of row 17"])).toEqual([
      { rule: "any text is read", text: "the kettle of row 17", expected: "a verdict", received: "an error: row 17" },
    ]);
  });

  it("are told of in plain values with short texts", () => {
    const findings = checkScorer({ ...fair, ...always(["late"], [1]) });
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect(Math.max(...findings.map(({ text }) => text?.length ?? 0))).toBeLessThanOrEqual(60);
  });
});
