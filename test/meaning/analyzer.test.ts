import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../src/core/error.js";
import type { Analysis, Span } from "../../src/meaning/analysis.js";
import { analyze, createAnalyzer } from "../../src/meaning/analyzer.js";

/** Every span of an analysis. */
function spansOf(analysis: Analysis): Span[] {
  return [
    ...(analysis.sentiment?.evidence ?? []),
    ...analysis.clauses.map((clause) => clause.span),
    ...analysis.themes.flatMap((theme) => theme.evidence),
    ...(analysis.stage?.evidence ?? []),
    ...(analysis.effort?.evidence ?? []),
    ...analysis.touchpoints.flatMap((touchpoint) => touchpoint.evidence),
    ...analysis.painPoints.map((pain) => pain.span),
  ];
}

const customerText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "great",
        "not",
        "kargo",
        "geç",
        "geldi",
        "ama",
        "but",
        "😡",
        "waited",
        "3",
        "weeks",
        ".",
        ",",
        "?",
        "iade",
        "refund",
        "<b>",
        "app",
        "çok",
        "never",
        "\n",
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(" ")),
);

describe("analyze", () => {
  it("gives the same keys in the same order for every text", () => {
    const keys = [
      "id",
      "text",
      "given",
      "language",
      "sentiment",
      "clauses",
      "themes",
      "stage",
      "intent",
      "emotion",
      "effort",
    ];
    const all = [...keys, "touchpoints", "urgent", "painPoints", "model"];
    for (const text of [
      "",
      "Great",
      "Kargo çok geç geldi.",
      "Das Paket ist leider nie bei mir angekommen und niemand antwortet mir.",
    ]) {
      expect(Object.keys(analyze(text))).toEqual(all);
    }
  });

  it("reads the invoice that was charged twice", () => {
    const text = "Easy to use, but the invoice was charged twice.";
    const analysis = analyze({ id: "r-17", text, at: "2026-03-02", channel: "review", rating: 3 });
    expect(analysis.given).toEqual({ at: "2026-03-02", channel: "review", rating: 3 });
    expect(analysis.sentiment?.label).toBe("negative");
    expect(analysis.themes.map(({ theme, sentiment }) => `${theme} ${sentiment.label}`)).toEqual(
      expect.arrayContaining(["billing negative", "usability positive"]),
    );
    expect(analysis.clauses.map(({ span: [start, end] }) => text.slice(start, end))).toEqual([
      "Easy to use",
      "the invoice was charged twice",
    ]);
    expect(analysis.painPoints.map(({ span: [start, end] }) => text.slice(start, end))).toEqual([
      "the invoice was charged twice",
    ]);
  });

  it("tells conflicting themes of one sentence apart", () => {
    const { themes } = analyze("Great food, rude waiter.");
    expect(Object.fromEntries(themes.map(({ theme, sentiment }) => [theme, sentiment.label]))).toMatchObject({
      quality: "positive",
      staff: "negative",
    });
  });

  it("reads a Turkish complaint with stage, theme and intent", () => {
    const analysis = analyze("Kargo üç hafta geç geldi, müşteri hizmetleri de cevap vermedi.");
    expect(analysis).toMatchObject({
      language: "tr",
      sentiment: { label: "negative" },
      intent: { intent: "complaint" },
    });
    expect(analysis.themes.map(({ theme }) => theme)).toEqual(expect.arrayContaining(["delivery", "responsiveness"]));
  });

  it("keeps evidence inside the text, whatever the text", () => {
    fc.assert(
      fc.property(customerText, fc.constantFrom("en" as const, "tr" as const), (text, language) => {
        for (const [start, end] of spansOf(analyze({ text, language }))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("keeps scores, confidences, stars and severities in their ranges", () => {
    fc.assert(
      fc.property(customerText, (text) => {
        const { sentiment, themes, stage, painPoints } = analyze({ text, language: "en" });
        for (const polarity of [
          ...(sentiment === null ? [] : [sentiment]),
          ...themes.map((theme) => theme.sentiment),
        ]) {
          expect(Math.abs(polarity.score)).toBeLessThanOrEqual(1);
          expect(polarity.confidence).toBeGreaterThanOrEqual(0);
          expect(polarity.confidence).toBeLessThanOrEqual(1);
        }
        expect(sentiment?.stars).toBeGreaterThanOrEqual(1);
        expect(sentiment?.stars).toBeLessThanOrEqual(5);
        for (const share of [
          ...themes.map((theme) => theme.confidence),
          stage?.confidence ?? 0,
          ...painPoints.map((pain) => pain.severity),
        ]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same bytes whatever was read before", () => {
    fc.assert(
      fc.property(fc.array(customerText, { minLength: 1, maxLength: 8 }), (texts) => {
        const warm = createAnalyzer();
        const inOrder = texts.map((text) => JSON.stringify(warm.analyze(text)));
        const backwards = [...texts].reverse().map((text) => JSON.stringify(warm.analyze(text)));
        expect(backwards.reverse()).toEqual(inOrder);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the text out on request and keeps the spans", () => {
    const text = "The zip broke after two weeks.";
    const { text: kept, ...rest } = createAnalyzer({ keepText: false }).analyze(text);
    const { text: _, ...full } = analyze(text);
    expect(kept).toBeNull();
    expect(rest).toEqual(full);
  });

  it("reads nothing in a language it does not know", () => {
    const analysis = analyze(
      "Das Paket ist leider nie bei mir angekommen und niemand antwortet auf meine Nachrichten.",
    );
    expect(analysis).toMatchObject({
      language: "other",
      sentiment: null,
      clauses: [],
      themes: [],
      stage: null,
      painPoints: [],
    });
  });

  it("says nothing about a text that means nothing", () => {
    expect(analyze("n/a")).toMatchObject({ sentiment: { label: "neutral" }, themes: [], stage: null, painPoints: [] });
  });

  it("refuses a field that is not what the schema says, and names it", () => {
    const wrong = (): Analysis => analyze({ text: "Great", rating: 11 });
    expect(wrong).toThrow(VerbatimsError);
    expect(wrong).toThrow(/rating/);
  });

  it("refuses an option that it does not know", () => {
    // A caller without types may pass anything.
    expect(() => createAnalyzer({ language: "de" as "en" })).toThrow(/language: expected/);
  });

  it.each([
    ["one long word", "a"],
    ["negations", "not "],
    ["gaps in patterns", "waited for "],
    ["Turkish words", "bekletmediler "],
    ["commas", "good, "],
    ["open quotes", '"good '],
    ["ironic praise", "congratulations bad "],
    ["ne", "ne iyi "],
  ])("takes time linear in the length of %s repeated", (_, piece) => {
    const analyzer = createAnalyzer({ language: piece.includes("ne") || piece.includes("bek") ? "tr" : "en" });
    const measure = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const started = performance.now();
      analyzer.analyze(text);
      return performance.now() - started;
    };
    measure(16_000);
    const short = Math.min(measure(16_000), measure(16_000), measure(16_000));
    // Sixteen times the text: a quadratic reading would take 256 times as long.
    expect(measure(256_000)).toBeLessThan(Math.max(short, 3) * 90);
  });
});
