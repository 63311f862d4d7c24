import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../src/core/error.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { parseAnalysis } from "../../src/meaning/parse-analysis.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";

const { analyze } = createAnalyzer();
const real = analyze({
  id: "t-9",
  text: "Easy to order, but the courier never came and the hotline kept me waiting for an hour. Where is my refund?",
  at: "2026-03-02",
  rating: 1,
  nps: 2,
});
const copy = (): Record<string, unknown> => JSON.parse(JSON.stringify(real));

describe("parseAnalysis", () => {
  it("takes what analyze gives, in every language", () => {
    for (const text of [
      real.text ?? "",
      "Kargo üç gün gecikti, iade istiyorum.",
      "Die Lieferung kam zu spät und kaputt an.",
      "",
      "👍",
    ]) {
      const analysis = JSON.parse(JSON.stringify(analyze(text)));
      expect(parseAnalysis(analysis)).toBe(analysis);
    }
  });

  it("takes any analysis, with whatever names customers give to things", () => {
    fc.assert(
      fc.property(arbitraryAnalysis, (analysis) => parseAnalysis(JSON.parse(JSON.stringify(analysis))) !== null),
    );
  });

  it("lets be keys that it does not know", () => {
    expect(() => parseAnalysis({ ...copy(), mood: "sunny" })).not.toThrow();
  });

  it.each(Object.keys(real))("refuses an analysis without %s, naming it", (key) => {
    const { [key]: _, ...rest } = copy();
    expect(fieldOf(rest)).toBe(key);
  });

  it.each<[field: string, change: (analysis: Record<string, unknown>) => unknown]>([
    ["analysis", () => null],
    ["analysis", () => []],
    ["sentiment.label", (it) => ({ ...it, sentiment: { ...real.sentiment, label: "sunny" } })],
    ["sentiment.score", (it) => ({ ...it, sentiment: { ...real.sentiment, score: -1.01 } })],
    ["sentiment.stars", (it) => ({ ...it, sentiment: { ...real.sentiment, stars: "3" } })],
    ["sentiment.evidence[0]", (it) => ({ ...it, sentiment: { ...real.sentiment, evidence: [[4, 2]] } })],
    ["given.nps", (it) => ({ ...it, given: { nps: 7.5 } })],
    ["given.rating", (it) => ({ ...it, given: { rating: 0 } })],
    ["given.at", (it) => ({ ...it, given: { at: "yesterday" } })],
    ["themes[0].theme", (it) => ({ ...it, themes: [{}] })],
    ["stage.stage", (it) => ({ ...it, stage: { ...real.stage, stage: "exit" } })],
    ["urgent", (it) => ({ ...it, urgent: 1 })],
  ])("refuses a wrong %s, naming it", (field, change) => {
    expect(fieldOf(change(copy()))).toBe(field);
  });
});

/** The field that the refusal names. */
function fieldOf(value: unknown): string | undefined {
  try {
    parseAnalysis(value);
  } catch (error) {
    if (error instanceof VerbatimsError && error.code === "invalid-analysis") return error.details.field;
    throw error;
  }
  return undefined;
}
