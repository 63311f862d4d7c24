import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/meaning/analysis.js";
import { analyze } from "../../../src/meaning/analyzer.js";
import { addToSummary, emptySummary, mergeSummaries } from "../../../src/pattern/index.js";
import { addToSeries, emptySeries, mergeSeries } from "../../../src/pattern/trends/add-to-series.js";
import { PERIOD_UNITS } from "../../../src/pattern/trends/calendar.js";
import { parseSeries } from "../../../src/pattern/trends/parse-series.js";
import type { Series } from "../../../src/pattern/trends/series.js";
import { seriesFromSummary } from "../../../src/pattern/trends/series-from-summary.js";
import { arbitraryAnalysis } from "../../support/arbitrary-analysis.js";

/** Dates of every kind: days, instants on both sides of midnight, none, and what is no date. */
const anyDate = fc.oneof(
  fc.constantFrom(undefined, "2026-02-30", "2026-03garbage", "2026-03-01T22:30:00Z", "2026-03-01T22:30", "2025-12-31"),
  fc
    .date({ min: new Date("2025-11-01"), max: new Date("2026-03-31"), noInvalidDate: true })
    .map((date) => date.toISOString()),
);
const anyPain = fc.record({
  theme: fc.constantFrom("delivery", "billing", null),
  stage: fc.constantFrom("purchase" as const, "support" as const, null),
});
const datedAnalysis: fc.Arbitrary<Analysis> = fc
  .tuple(arbitraryAnalysis, anyDate, fc.array(anyPain, { maxLength: 3 }))
  .map(([analysis, at, pains]) => {
    const { at: _, ...given } = analysis.given;
    return {
      ...analysis,
      given: at === undefined ? given : { at, ...given },
      painPoints: pains.map((pain) => ({ span: [0, 1], ...pain, severity: 0.5 })),
    };
  });
const someAnalyses = fc.array(datedAnalysis, { maxLength: 14 });
const anyUnit = fc.constantFrom(...PERIOD_UNITS);

const bytes = (value: unknown): string => JSON.stringify(value);
const count = (unit: "day" | "week" | "month", analyses: readonly Analysis[]): Series =>
  addToSeries(emptySeries({ unit, timeZone: "Europe/Istanbul" }), analyses);

describe("Series is a commutative monoid", () => {
  it("merges to the same bytes whatever the grouping", () => {
    fc.assert(
      fc.property(anyUnit, someAnalyses, someAnalyses, someAnalyses, (unit, a, b, c) => {
        const [x, y, z] = [count(unit, a), count(unit, b), count(unit, c)];
        expect(bytes(mergeSeries(mergeSeries(x, y), z))).toBe(bytes(mergeSeries(x, mergeSeries(y, z))));
      }),
    );
  });

  it("merges to the same bytes whatever the order", () => {
    fc.assert(
      fc.property(anyUnit, someAnalyses, someAnalyses, (unit, a, b) => {
        const [x, y] = [count(unit, a), count(unit, b)];
        expect(bytes(mergeSeries(x, y))).toBe(bytes(mergeSeries(y, x)));
      }),
    );
  });

  it("has the empty series as neutral element", () => {
    fc.assert(
      fc.property(anyUnit, someAnalyses, (unit, analyses) => {
        const series = count(unit, analyses);
        const nothing = emptySeries({ unit, timeZone: "Europe/Istanbul" });
        expect(bytes(mergeSeries(series, nothing))).toBe(bytes(series));
        expect(bytes(mergeSeries(nothing, series))).toBe(bytes(series));
      }),
    );
  });

  it("gives the same bytes for any sharding of the same analyses, backwards too", () => {
    fc.assert(
      fc.property(anyUnit, someAnalyses, fc.nat(14), (unit, analyses, cut) => {
        const [head, tail] = [analyses.slice(cut), analyses.slice(0, cut).reverse()];
        expect(bytes(mergeSeries(count(unit, head), count(unit, tail)))).toBe(bytes(count(unit, analyses)));
      }),
    );
  });

  it("survives JSON", () => {
    fc.assert(
      fc.property(anyUnit, someAnalyses, (unit, analyses) => {
        const series = count(unit, analyses);
        expect(bytes(mergeSeries(parseSeries(JSON.parse(bytes(series)))))).toBe(bytes(series));
      }),
    );
  });
});

describe("addToSeries", () => {
  it("loses no verbatim: each is in a period, undated or unreadable", () => {
    fc.assert(
      fc.property(anyUnit, someAnalyses, (unit, analyses) => {
        const { periods, undated, unreadable } = count(unit, analyses);
        const dated = periods.reduce((sum, { all }) => sum + all.n, 0);
        expect(dated + undated + unreadable).toBe(analyses.length);
        expect(undated).toBe(analyses.filter(({ given }) => given.at === undefined).length);
      }),
    );
  });

  it("counts themes, stages and pain points as a plain filter counts", () => {
    fc.assert(
      fc.property(someAnalyses, (analyses) => {
        const dated = analyses.filter(({ given }) => given.at?.startsWith("2025-12-31"));
        const period = count(
          "day",
          dated.map((one) => ({ ...one, given: { at: "2025-12-31" } })),
        ).periods[0];
        for (const { name, n, negative } of period?.themes ?? []) {
          const readings = dated.flatMap(({ themes }) => themes.filter(({ theme }) => theme === name));
          expect(n).toBe(readings.length);
          expect(negative).toBe(readings.filter(({ sentiment }) => sentiment.label === "negative").length);
        }
        for (const { name, n } of period?.stages ?? [])
          expect(n).toBe(dated.filter(({ stage }) => stage?.stage === name).length);
        for (const { name, within, n } of period?.painPoints ?? []) {
          const telling = dated.filter(({ painPoints }) =>
            painPoints.some(({ theme, stage }) => (theme ?? "") === name && (stage ?? "") === within),
          );
          expect(n).toBe(telling.length);
        }
      }),
    );
  });

  it("puts an instant into the day that it is in the time zone", () => {
    const late = analyze({ text: "The lid broke.", at: "2026-03-01T22:30:00Z" });
    const periodIn = (timeZone: string): string | undefined =>
      addToSeries(emptySeries({ unit: "day", timeZone }), late).periods[0]?.period;
    expect([periodIn("Europe/Istanbul"), periodIn("America/New_York")]).toEqual(["2026-03-02", "2026-03-01"]);
  });

  it("leaves the series it was given as it was", () => {
    fc.assert(
      fc.property(someAnalyses, datedAnalysis, (analyses, one) => {
        const series = count("week", analyses);
        const before = bytes(series);
        addToSeries(series, one);
        expect(bytes(series)).toBe(before);
      }),
    );
  });
});

describe("what is refused", () => {
  const days = emptySeries({ unit: "day", timeZone: "UTC" });

  it("is a unit that is none", () => {
    // A caller without types may pass anything.
    const unit = "hour" as "day";
    expect(() => emptySeries({ unit, timeZone: "UTC" })).toThrow(/^unit: expected one of day, week, month, got hour/);
  });

  it("is a time zone that the runtime does not know", () => {
    expect(() => emptySeries({ unit: "day", timeZone: "Mars/Olympus" })).toThrow(/^timeZone: expected an IANA/);
  });

  it.each([
    ["unit", emptySeries({ unit: "week", timeZone: "UTC" })],
    ["time zone", emptySeries({ unit: "day", timeZone: "Europe/Istanbul" })],
  ])("is a merger with another %s", (what, other) => {
    expect(() => mergeSeries(days, other)).toThrow(
      expect.objectContaining({ code: "unlike-summaries", message: expect.stringContaining(`series ${what}: `) }),
    );
  });

  it("is a merger of another model's readings", () => {
    const one = analyze({ text: "The lid broke.", at: "2026-03-02" });
    const other = { ...one, model: "en-0.0.0-ffffffff" };
    expect(() => mergeSeries(addToSeries(days, one), addToSeries(days, other))).toThrow(/^series model of en/);
  });

  it.each([
    ["text", "hello"],
    ["another format", { format: "verbatims-summary" }],
    ["a later version", { ...days, version: 2 }],
    ["an unknown unit", { ...days, unit: "hour" }],
    ["a negative count", { ...days, undated: -1 }],
    ["a period of another length", { ...days, periods: [{ period: "2026-03" }] }],
    ["a damaged period", { ...days, periods: [{ period: "2026-03-02", all: {} }] }],
  ])("is %s, where a stored series is read", (_, value) => {
    expect(() => parseSeries(value)).toThrow(expect.objectContaining({ code: "invalid-summary" }));
  });
});

describe("the series of a summary", () => {
  const summarize = (analyses: readonly Analysis[]) => addToSummary(emptySummary(), analyses);

  it("counts what a series of months counts of dates without an offset", () => {
    fc.assert(
      fc.property(fc.array(arbitraryAnalysis, { maxLength: 14 }), (analyses) => {
        const counted = addToSeries(emptySeries({ unit: "month", timeZone: "UTC" }), analyses);
        const months = counted.periods.map((period) => ({ ...period, stages: [], painPoints: [] }));
        expect(bytes(seriesFromSummary(summarize(analyses)))).toBe(
          bytes({ ...counted, timeZone: null, periods: months }),
        );
      }),
    );
  });

  it("of a merger is the merger of the series", () => {
    fc.assert(
      fc.property(someAnalyses, someAnalyses, (a, b) => {
        const [x, y] = [summarize(a), summarize(b)];
        expect(bytes(seriesFromSummary(mergeSummaries(x, y)))).toBe(
          bytes(mergeSeries(seriesFromSummary(x), seriesFromSummary(y))),
        );
      }),
    );
  });

  it("takes no single analysis, whose month would be of another calendar", () => {
    const one = analyze({ text: "The lid broke.", at: "2026-03-02" });
    expect(() => addToSeries(seriesFromSummary(emptySummary()), one)).toThrow(/^series time zone/);
  });
});
