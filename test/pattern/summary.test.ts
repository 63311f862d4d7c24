import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../src/meaning/analysis.js";
import { analyze } from "../../src/meaning/analyzer.js";
import { addToSummary, emptySummary, mergeSummaries, parseSummary, type Summary } from "../../src/pattern/index.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";

const someAnalyses = fc.array(arbitraryAnalysis, { maxLength: 14 });
const summarize = (analyses: readonly Analysis[]): Summary => addToSummary(emptySummary(), analyses);
const bytes = (summary: Summary): string => JSON.stringify(summary);

/** The same numbers in an order drawn from `keys`. */
const shuffled = <T>(items: readonly T[], keys: readonly number[]): T[] =>
  items
    .map((item, i) => ({ item, key: keys[i] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe("Summary is a commutative monoid", () => {
  it("merges to the same bytes whatever the grouping", () => {
    fc.assert(
      fc.property(someAnalyses, someAnalyses, someAnalyses, (a, b, c) => {
        const [x, y, z] = [summarize(a), summarize(b), summarize(c)];
        expect(bytes(mergeSummaries(mergeSummaries(x, y), z))).toBe(bytes(mergeSummaries(x, mergeSummaries(y, z))));
      }),
    );
  });

  it("merges to the same bytes whatever the order", () => {
    fc.assert(
      fc.property(someAnalyses, someAnalyses, (a, b) => {
        expect(bytes(mergeSummaries(summarize(a), summarize(b)))).toBe(
          bytes(mergeSummaries(summarize(b), summarize(a))),
        );
      }),
    );
  });

  it("has the empty summary as neutral element", () => {
    fc.assert(
      fc.property(someAnalyses, (analyses) => {
        expect(bytes(mergeSummaries(summarize(analyses), emptySummary()))).toBe(bytes(summarize(analyses)));
        expect(bytes(mergeSummaries(emptySummary(), summarize(analyses)))).toBe(bytes(summarize(analyses)));
      }),
    );
  });

  it("gives the same bytes for any order and any sharding of the same analyses", () => {
    fc.assert(
      fc.property(
        someAnalyses,
        fc.array(fc.double({ noNaN: true }), { maxLength: 14 }),
        fc.nat(14),
        (analyses, keys, cut) => {
          const order = shuffled(analyses, keys);
          const shards = [order.slice(0, cut), order.slice(cut)].map(summarize);
          expect(bytes(mergeSummaries(...shards))).toBe(bytes(summarize(analyses)));
        },
      ),
    );
  });

  it("adds one analysis as merging a summary of it", () => {
    fc.assert(
      fc.property(someAnalyses, arbitraryAnalysis, (analyses, one) => {
        expect(bytes(addToSummary(summarize(analyses), one))).toBe(
          bytes(mergeSummaries(summarize(analyses), summarize([one]))),
        );
      }),
    );
  });

  it("survives JSON", () => {
    fc.assert(
      fc.property(someAnalyses, (analyses) => {
        const stored = parseSummary(JSON.parse(bytes(summarize(analyses))));
        expect(bytes(mergeSummaries(stored))).toBe(bytes(summarize(analyses)));
      }),
    );
  });
});

describe("addToSummary", () => {
  it("counts as a plain filter counts", () => {
    fc.assert(
      fc.property(someAnalyses, (analyses) => {
        const summary = summarize(analyses);
        expect(summary.all.n).toBe(analyses.length);
        expect(summary.urgent).toBe(analyses.filter(({ urgent }) => urgent).length);
        for (const tally of summary.channels) {
          const same = analyses.filter(({ given }) => given.channel === tally.name);
          expect(tally.n).toBe(same.length);
          expect(tally.sentiment.negative).toBe(same.filter(({ sentiment }) => sentiment?.label === "negative").length);
          expect(tally.nps[10]).toBe(same.filter(({ given }) => given.nps === 10).length);
        }
        for (const tally of summary.intentsByChannel) {
          const same = analyses.filter(
            ({ given, intent }) => given.channel === tally.within && intent?.intent === tally.name,
          );
          expect(tally.n).toBe(same.length);
        }
        for (const tally of summary.urgentByChannel) {
          expect(tally.n).toBe(analyses.filter(({ given, urgent }) => urgent && given.channel === tally.name).length);
        }
        for (const tally of summary.themesByStage) {
          const readings = analyses
            .filter(({ stage }) => stage?.stage === tally.within)
            .flatMap(({ themes }) => themes.filter(({ theme }) => theme === tally.name));
          expect(tally.n).toBe(readings.length);
          expect(tally.sentiment.mixed).toBe(readings.filter(({ sentiment }) => sentiment.label === "mixed").length);
        }
      }),
    );
  });

  it("counts as advocates those who praise and either recommend or are delighted", () => {
    const one = fc.sample(arbitraryAnalysis, { seed: 2, numRuns: 1 })[0];
    if (one === undefined) throw new Error("no sample");
    const say = (
      label: "positive" | "negative",
      intent: "recommendation" | "praise",
      emotion: "delight" | "anger",
    ) => ({
      ...one,
      given: { channel: "review" },
      sentiment: { label, score: 0.5, confidence: 0.9, stars: 4, evidence: [] },
      intent: { intent, confidence: 0.9 },
      emotion: { emotion, confidence: 0.9 },
    });
    const summary = summarize([
      say("positive", "recommendation", "anger"),
      say("positive", "praise", "delight"),
      say("positive", "praise", "anger"),
      say("negative", "recommendation", "delight"),
    ]);
    expect(summary.advocates).toBe(2);
    expect(summary.advocatesByChannel.map(({ name, n }) => [name, n])).toEqual([["review", 2]]);
  });

  it("leaves the summary it was given as it was", () => {
    fc.assert(
      fc.property(someAnalyses, arbitraryAnalysis, (analyses, one) => {
        const summary = summarize(analyses);
        const before = bytes(summary);
        addToSummary(summary, one);
        expect(bytes(summary)).toBe(before);
      }),
    );
  });

  it("keeps no more quotes than asked, and each once", () => {
    fc.assert(
      fc.property(someAnalyses, fc.nat(3), (analyses, quotesKept) => {
        const { quotes } = addToSummary(emptySummary({ quotesKept }), [...analyses, ...analyses]);
        for (const sample of quotes) {
          expect(sample.quotes.length).toBeLessThanOrEqual(quotesKept);
          expect(new Set(sample.quotes.map((quote) => JSON.stringify(quote))).size).toBe(sample.quotes.length);
        }
      }),
    );
  });
});

describe("mergeSummaries", () => {
  const analysis = fc.sample(arbitraryAnalysis, { seed: 1, numRuns: 1 })[0];
  if (analysis === undefined) throw new Error("no sample");

  it("of none is empty", () => expect(bytes(mergeSummaries())).toBe(bytes(emptySummary())));

  it("refuses summaries of another model of the same language", () => {
    const other = { ...analysis, model: `${analysis.language}-0.2.0-ffffffff` };
    expect(() => mergeSummaries(summarize([analysis]), summarize([other]))).toThrow(/model of/);
  });

  it("quotes no complaint for a theme that it praises in passing, nor praise for one that it blames", () => {
    const read = analyze({ text: "The refund took six weeks, though the courier was friendly.", language: "en" });
    const whole = { label: "negative", score: -0.7, confidence: 0.8, stars: 1.5, evidence: [] } as const;
    const themes = (["negative", "positive", "mixed"] as const).map((label) => ({
      theme: label === "negative" ? "returns" : label === "positive" ? "staff" : "delivery",
      confidence: 0.9,
      sentiment: { label, score: 0, confidence: 0.8 },
      evidence: [],
    }));
    const { quotes } = addToSummary(emptySummary(), { ...read, sentiment: whole, themes });
    expect(quotes.map(({ theme }) => theme)).toEqual(["", "delivery", "returns"]);
  });

  it("refuses summaries that keep another number of quotes", () => {
    expect(() => mergeSummaries(emptySummary({ quotesKept: 3 }), emptySummary({ quotesKept: 4 }))).toThrow(
      /quotesKept/,
    );
  });
});

describe("emptySummary", () => {
  it.each([-1, 1.5, 101, Number.NaN])("refuses to keep %d quotes", (quotesKept) => {
    expect(() => emptySummary({ quotesKept })).toThrow(/quotesKept: expected a whole number/);
  });
});

describe("parseSummary", () => {
  it.each([
    ["text", "hello"],
    ["another format", { format: "else" }],
    ["a later version", { ...emptySummary(), version: 2 }],
    ["a negative count", { ...emptySummary(), urgent: -1 }],
    ["a missing list", { ...emptySummary(), themes: undefined }],
    ["a damaged tally", { ...emptySummary(), all: { n: 1 } }],
  ])("refuses %s", (_, value) => expect(() => parseSummary(value)).toThrow(/^summary /));
});
