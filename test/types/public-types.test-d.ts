import { describe, expectTypeOf, it } from "vitest";
import {
  type Analysis,
  type Analyzer,
  addToSummary,
  analyze,
  analyzeStream,
  analyzeTransform,
  createAnalyzer,
  emptySummary,
  type Intent,
  type Language,
  mergeSummaries,
  parseVerbatim,
  readVerbatims,
  type SentimentLabel,
  type Span,
  STAGES,
  type Stage,
  type Summary,
  summarizeStream,
  toHtml,
  toMarkdown,
  toTerminal,
  type Verbatim,
  type VerbatimInput,
  VerbatimsError,
} from "../../src/index.js";

/** Only compiled, never run: what is written here must be what a user's editor knows. */
const analysis = analyze("The lid broke.");
const summary = addToSummary(emptySummary(), analysis);

describe("what may be given", () => {
  it("is bare text or a verbatim, everywhere", () => {
    expectTypeOf<string>().toExtend<VerbatimInput>();
    expectTypeOf<{ text: string; rating: number }>().toExtend<VerbatimInput>();
    analyze({ text: "The lid broke.", at: "2026-03-01", channel: "review", rating: 2, nps: 3, language: "en" });
    analyzeStream(["The lid broke.", { text: "Great kettle" }]);
    analyzeStream(new ReadableStream<string>());
  });

  it("comes out of the check as a verbatim", () => {
    expectTypeOf(parseVerbatim("The lid broke.")).toEqualTypeOf<Verbatim>();
  });

  it("is no verbatim without a text, with a field misspelt, or of another type", () => {
    // @ts-expect-error the text is missing
    analyze({ rating: 2 });
    // @ts-expect-error no such field
    analyze({ text: "The lid broke.", ratings: 2 });
    // @ts-expect-error a rating is a number
    analyze({ text: "The lid broke.", rating: "2" });
    // @ts-expect-error a language that is not read here
    analyze({ text: "La tapa se rompió.", language: "es" });
    // @ts-expect-error not one of the two
    analyze(17);
  });

  it("is no option of another name or value", () => {
    createAnalyzer({});
    createAnalyzer({ language: "tr", keepText: false });
    // @ts-expect-error no such option
    createAnalyzer({ lang: "tr" });
    // @ts-expect-error no such language
    createAnalyzer({ language: "es" });
    // @ts-expect-error no such option
    emptySummary({ quotes: 3 });
    // @ts-expect-error no such option
    analyzeStream([], { batch: 3 });
    // @ts-expect-error no such option
    toHtml(summary, { name: "Spring" });
  });
});

describe("an analysis", () => {
  it("has labels that are literals", () => {
    expectTypeOf<SentimentLabel>().toEqualTypeOf<"negative" | "neutral" | "mixed" | "positive">();
    expectTypeOf<Stage>().toEqualTypeOf<"awareness" | "consideration" | "purchase" | "use" | "support" | "loyalty">();
    expectTypeOf<Intent>().toEqualTypeOf<
      "complaint" | "praise" | "question" | "request" | "churn" | "recommendation" | "statement"
    >();
    expectTypeOf<Language>().toEqualTypeOf<"en" | "tr">();
    expectTypeOf(STAGES[0]).toEqualTypeOf<"awareness">();
    // @ts-expect-error no such label
    analysis.sentiment?.label === "bad";
  });

  it("says null where it does not know, and never leaves a key out", () => {
    expectTypeOf(analysis).toEqualTypeOf<Analysis>();
    expectTypeOf(analysis.text).toEqualTypeOf<string | null>();
    expectTypeOf(analysis.language).toEqualTypeOf<"en" | "tr" | "other" | null>();
    expectTypeOf<Extract<Analysis["stage"], null>>().toEqualTypeOf<null>();
    expectTypeOf<Required<Analysis>>().toEqualTypeOf<Analysis>();
  });

  it("is readonly to the last span", () => {
    expectTypeOf<Readonly<Analysis>>().toEqualTypeOf<Analysis>();
    expectTypeOf<Span>().toEqualTypeOf<readonly [start: number, end: number]>();
    // @ts-expect-error readonly
    analysis.urgent = true;
    // @ts-expect-error a readonly list
    analysis.themes.push();
    // @ts-expect-error readonly below the top too
    if (analysis.sentiment) analysis.sentiment.score = 1;
    // @ts-expect-error a readonly pair
    for (const clause of analysis.clauses) clause.span[0] = 0;
  });

  it("is there at once, not promised", () => {
    expectTypeOf<Analyzer["analyze"]>().returns.toEqualTypeOf<Analysis>();
    expectTypeOf(createAnalyzer()).toEqualTypeOf<Analyzer>();
  });
});

describe("what waits", () => {
  it("is an async iterable, a transform or a promise", () => {
    expectTypeOf(analyzeStream([])).toExtend<AsyncIterable<Analysis>>();
    expectTypeOf(analyzeTransform()).toExtend<TransformStream<VerbatimInput, Analysis>>();
    expectTypeOf(summarizeStream([])).toEqualTypeOf<Promise<Summary>>();
  });

  it("tells a record read from a record rejected by one flag", async () => {
    for await (const record of readVerbatims(["a,b\n"])) {
      if (record.ok) expectTypeOf(record.verbatim).toEqualTypeOf<Verbatim>();
      else expectTypeOf(record.reason).toEqualTypeOf<string>();
      // @ts-expect-error which of the two it is has not been asked
      record.verbatim;
    }
  });
});

describe("a summary", () => {
  it("adds up with analyses and with others, and is readonly", () => {
    expectTypeOf(summary).toEqualTypeOf<Summary>();
    expectTypeOf(addToSummary(summary, [analysis])).toEqualTypeOf<Summary>();
    expectTypeOf(mergeSummaries(summary, summary)).toEqualTypeOf<Summary>();
    expectTypeOf<Readonly<Summary>>().toEqualTypeOf<Summary>();
    // @ts-expect-error readonly
    summary.all.n = 1;
    // @ts-expect-error text is no analysis
    addToSummary(summary, "The lid broke.");
  });

  it("is told in text of three kinds", () => {
    expectTypeOf(toHtml(summary)).toBeString();
    expectTypeOf(toMarkdown(summary, { language: "tr" })).toBeString();
    expectTypeOf(toTerminal(summary)).toBeString();
  });
});

describe("an error", () => {
  it("has a code that is one of a known list", () => {
    const error = new VerbatimsError("invalid-option", "x");
    expectTypeOf(error.code).not.toEqualTypeOf<string>();
    // @ts-expect-error no such code
    error.code === "oops";
    // @ts-expect-error no such code
    new VerbatimsError("oops", "x");
  });
});
