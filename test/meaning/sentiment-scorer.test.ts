import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/learning/evaluate.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { createSentimentScorer } from "../../src/meaning/sentiment-scorer.js";

const analyzer = createAnalyzer({ language: "en" });
const scorer = createSentimentScorer(analyzer);

describe("an analyzer's sentiment as a scorer", () => {
  it("says what the analysis says, with its confidence", () => {
    const text = "The lid broke on day one and nobody answered.";
    const { sentiment } = analyzer.analyze(text);
    const { labels, probabilities } = scorer.score(text);
    expect(labels).toEqual([sentiment?.label]);
    expect(probabilities[scorer.labels.indexOf(sentiment?.label ?? "mixed")]).toBe(sentiment?.confidence);
  });

  it("gives probabilities that add up to 1 and share the rest evenly", () => {
    for (const text of ["Lovely kettle.", "Awful kettle.", "A kettle.", "", "\ud800"]) {
      const { labels, probabilities } = scorer.score(text);
      expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
      const others = probabilities.filter((_, at) => scorer.labels[at] !== labels[0]);
      expect(new Set(others).size).toBe(1);
    }
  });

  it("abstains where the language is not read", () => {
    const any = createSentimentScorer(createAnalyzer());
    const german = "Der Wasserkocher ist leider nach zwei Wochen kaputt gegangen und niemand hat geantwortet.";
    expect(any.score(german)).toEqual({ labels: [], probabilities: [0.25, 0.25, 0.25, 0.25] });
  });

  it("can be evaluated", async () => {
    const { accuracy, labels } = await evaluate(scorer, [
      { text: "I love this kettle.", label: "positive" },
      { text: "The kettle leaks and is terrible.", label: "negative" },
    ]);
    expect(labels).toEqual(["negative", "neutral", "mixed", "positive"]);
    expect(accuracy.value).toBe(1);
  });
});
