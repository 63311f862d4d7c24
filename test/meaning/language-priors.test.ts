import { describe, expect, it } from "vitest";
import { hashWord } from "../../src/language/word-hash.js";
import { createScorer } from "../../src/learning/create-scorer.js";
import { negatedRow, rowOf } from "../../src/learning/features.js";
import type { Prior } from "../../src/learning/prior.js";
import { trainModel } from "../../src/learning/train-model.js";
import { languagePriors } from "../../src/meaning/language-priors.js";
import { createLexiconPrior } from "../../src/meaning/lexicon-prior.js";
import { loadLexicon } from "../../src/meaning/load-lexicon.js";

const BITS = 20;

/** The column that is 1 for a row; -1 where the prior lacks it. */
function columnOf({ rows, weights, columns }: Prior, row: number): number {
  const at = rows.indexOf(row);
  return at < 0 ? -1 : weights.subarray(at * columns, (at + 1) * columns).indexOf(1);
}

describe("what a lexicon knows beforehand", () => {
  const prior = createLexiconPrior(loadLexicon("en"), BITS);
  const classOf = (word: string): number => columnOf(prior, rowOf(hashWord(word), BITS));

  it("tells good words from bad ones, and strong ones from weak", () => {
    expect(["decent", "excellent", "dull", "horrible"].map(classOf)).toEqual([0, 1, 2, 3]);
  });

  it("tells a negated word from a plain one", () => {
    expect(columnOf(prior, negatedRow(hashWord("excellent"), BITS))).toBe(classOf("excellent") + 4);
  });

  it("has no class for words without a valence", () => {
    expect(classOf("tuesday")).toBe(-1);
  });

  it("has a class for an emoji", () => {
    expect(classOf("😍")).toBe(1);
  });
});

describe("a model of a few examples", () => {
  const examples = [
    { text: "the crew was lovely", label: "thanks" },
    { text: "kind people at the gate", label: "thanks" },
    { text: "the crew was rude to my mother", label: "complaint" },
    { text: "lost bag, awful day", label: "complaint" },
  ];

  it.each([
    ["en", "a charming pilot", "thanks"],
    ["en", "a disgusting pilot", "complaint"],
  ] as const)("reads words of %s that it never saw: %s", async (language, text, label) => {
    const model = await trainModel(examples, { priors: languagePriors(language) });
    expect(createScorer(model).score(text).labels).toEqual([label]);
  });
});
