import { beforeAll, describe, expect, it } from "vitest";
import { VerbatimsError } from "../../../src/core/error.js";
import type { Language } from "../../../src/core/labels.js";
import { trainModel } from "../../../src/learning/train-model.js";
import { type Analyzer, createAnalyzer } from "../../../src/meaning/analyzer.js";
import { parseAnalysis } from "../../../src/meaning/parse-analysis.js";
import { defineTaxonomy } from "../../../src/meaning/taxonomy/define-taxonomy.js";
import { addToSummary, emptySummary } from "../../../src/pattern/add-to-summary.js";

const taxonomy = defineTaxonomy({
  name: "shop",
  themes: [
    {
      name: "delivery",
      terms: { en: ["courier", "parcel"], tr: ["kargo", "kurye"] },
      themes: [{ name: "late", queries: { en: ["late OR delay"], tr: ["gecikmek OR geç"] } }],
    },
    { name: "refunds", terms: { en: ["refund", "money back"], tr: ["iade", "para iadesi"] } },
    { name: "staff", terms: { en: ["staff", "waiter"], tr: ["personel", "garson"] } },
    { name: "food", terms: { en: ["food"], tr: ["yemek"] } },
  ],
});
const analyzer = createAnalyzer({ taxonomy });

/** The words that an analysis shows for each theme. */
function shown(text: string, by: Analyzer = analyzer): Record<string, string[]> {
  const { themes } = by.analyze(text);
  return Object.fromEntries(
    themes.map(({ theme, evidence }) => [theme, evidence.map(([from, to]) => text.slice(from, to))]),
  );
}

describe("themes of one's own", () => {
  it("stand in the place of the default ones, with the words that told them", () => {
    expect(shown("I want my money back, the couriers lost two parcels.")).toEqual({
      delivery: ["couriers", "parcels"],
      refunds: ["money back"],
    });
    expect(shown("Kargom gecikti, iademi de alamadım.")).toEqual({
      delivery: ["Kargom"],
      "delivery/late": ["gecikti"],
      refunds: ["iademi"],
    });
  });

  it("are not told of themes above them: their name says so", () => {
    expect(Object.keys(shown("It came two weeks late."))).toEqual(["delivery/late"]);
  });

  it("each have the sentiment of their own words", () => {
    const { themes } = analyzer.analyze("Great food, rude waiter.");
    expect(Object.fromEntries(themes.map(({ theme, sentiment }) => [theme, sentiment.label]))).toEqual({
      food: "positive",
      staff: "negative",
    });
  });

  it("are told of the clauses that hold their words, in the order of the taxonomy", () => {
    const { clauses } = analyzer.analyze("The staff lost my late parcel, but the food was good.");
    expect(clauses.map(({ themes }) => themes)).toEqual([["delivery", "delivery/late", "staff"], ["food"]]);
  });

  it("are those of pain points", () => {
    const { painPoints } = analyzer.analyze("The courier was rude and broke the parcel.");
    expect(painPoints.map(({ theme }) => theme)).toEqual(["delivery"]);
  });

  it("are surer the more places speak for them, a phrase more than a word", () => {
    const sure = (text: string): number | undefined => analyzer.analyze(text).themes[0]?.confidence;
    expect(sure("A refund.")).toBe(0.75);
    expect(sure("My money back.")).toBe(0.9);
    expect(sure("A refund. A refund.")).toBe(0.938);
    expect(sure("A refund. ".repeat(50))).toBe(0.99);
  });

  it("show the longest of words that overlap, once", () => {
    expect(shown("Para iadesi istiyorum").refunds).toEqual(["Para iadesi"]);
  });

  it("do not hide words from one another", () => {
    const both = (language: Language, short: string, long: string, text: string): string[] => {
      const themes = [short, long].map((term) => ({ name: term, terms: { [language]: [term] } }));
      return Object.keys(shown(text, createAnalyzer({ language, taxonomy: defineTaxonomy({ name: "two", themes }) })));
    };
    expect(both("tr", "kargo", "kargocu", "Kargocular kaba").sort()).toEqual(["kargo", "kargocu"]);
    expect(both("en", "rate", "rating", "Two ratings, one rating").sort()).toEqual(["rate", "rating"]);
    expect(both("en", "service", "customer service", "Customer service").sort()).toEqual([
      "customer service",
      "service",
    ]);
  });

  it("are told of short texts that would otherwise mean nothing, where a term is found", () => {
    expect(shown("Nothing, no refund")).toEqual({ refunds: ["refund"] });
  });

  it("are none in what means nothing and in languages that are not read", () => {
    expect(analyzer.analyze("").themes).toEqual([]);
    expect(analyzer.analyze("Der Kurier hat das Paket leider nicht gebracht und niemand antwortet.").themes).toEqual(
      [],
    );
  });

  it("make analyses as all others are", () => {
    const analysis = analyzer.analyze("The courier was late.");
    expect(parseAnalysis(JSON.parse(JSON.stringify(analysis)))).toEqual(analysis);
    expect(Object.keys(analysis)).toEqual(Object.keys(createAnalyzer().analyze("The courier was late.")));
  });

  it("leave everything but themes as it is", () => {
    const text = "The courier was rude, the refund took 3 weeks and nobody at support called me back.";
    const { themes, clauses, painPoints, model, ...own } = analyzer.analyze(text);
    const { themes: _, clauses: theirs, painPoints: __, model: ___, ...rest } = createAnalyzer().analyze(text);
    expect(own).toEqual(rest);
    expect(clauses.map(({ themes: ____, ...clause }) => clause)).toEqual(
      theirs.map(({ themes: ____, ...clause }) => clause),
    );
  });

  it("are added up apart from those of another taxonomy", () => {
    const text = "The courier was late.";
    const summary = addToSummary(emptySummary(), analyzer.analyze(text));
    expect(() => addToSummary(summary, createAnalyzer().analyze(text))).toThrow(VerbatimsError);
    expect(() => addToSummary(summary, createAnalyzer({ taxonomy }).analyze(text))).not.toThrow();
  });
});

describe("terms", () => {
  it("take the characters of regular expressions as they are", () => {
    const terms = { en: ["c++", "a.c", "^refund$", "(cost|price)", "[a-z]+", "late.*parcel", "\\d+"] };
    const plain = createAnalyzer({
      language: "en",
      taxonomy: defineTaxonomy({ name: "x", themes: [{ name: "x", terms }] }),
    });
    expect(shown("No C++ here", plain)).toEqual({ x: ["C++"] });
    expect(shown("abc, 123, prices, late and slow parcels", plain)).toEqual({});
  });

  it("may mix scripts and emoji", () => {
    const terms = { en: ["Яндекс pay", "カード card", "😡 refund"] };
    const mixed = createAnalyzer({
      language: "en",
      taxonomy: defineTaxonomy({ name: "x", themes: [{ name: "x", terms }] }),
    });
    expect(shown("Paid by яндекс PAY today", mixed)).toEqual({ x: ["яндекс PAY"] });
    expect(shown("カード cards", mixed)).toEqual({ x: ["カード cards"] });
    expect(shown("😡 refunds", mixed)).toEqual({ x: ["😡 refunds"] });
  });
});

describe("a taxonomy of 10,000 themes", () => {
  it("is read as one of a few is", () => {
    const themes = Array.from({ length: 10_000 }, (_, i) => ({ name: `brand ${i}`, terms: { en: [`brand${i}`] } }));
    const many = createAnalyzer({ language: "en", taxonomy: defineTaxonomy({ name: "brands", themes }) });
    expect(shown("brand7 is better than Brand9999", many)).toEqual({
      "brand 7": ["brand7"],
      "brand 9999": ["Brand9999"],
    });
  });
});

describe("themes learned from examples", () => {
  const examples = Array.from({ length: 12 }, (_, i) => [
    { text: `where is my parcel number ${i}`, label: "delivery" },
    { text: `the courier never came on day ${i}`, label: "delivery" },
    { text: `charged twice on invoice ${i}`, label: "billing" },
    { text: `wrong amount on my invoice ${i}`, label: "billing" },
  ]).flat();
  let learned: Analyzer<"delivery" | "billing">;
  beforeAll(async () => {
    const themes = [{ name: "delivery" }, { name: "billing", terms: { en: ["payment"] } }] as const;
    learned = createAnalyzer({
      language: "en",
      taxonomy: defineTaxonomy({ name: "tickets", themes, model: await trainModel(examples) }),
    });
  });

  it("have the model's probability, and the words that tell most for evidence", () => {
    const text = "My parcel never came.";
    const [theme] = learned.analyze(text).themes;
    expect(theme?.theme).toBe("delivery");
    expect(theme?.confidence).toBeGreaterThan(0.5);
    expect(theme?.evidence.map(([from, to]) => text.slice(from, to))).toContain("parcel");
  });

  it("are told by terms too, with the greater of the two confidences and the places of the terms", () => {
    const text = "The invoice shows my payment twice.";
    const [theme] = learned.analyze(text).themes;
    expect(theme?.theme).toBe("billing");
    expect(theme?.confidence).toBeGreaterThanOrEqual(0.75);
    expect(theme?.evidence.map(([from, to]) => text.slice(from, to))).toEqual(["payment"]);
  });

  it("are not told of a text of which the model knows nothing", () => {
    expect(learned.analyze("Zxqv wkjh.").themes).toEqual([]);
  });
});
