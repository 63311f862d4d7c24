import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/meaning/analyzer.js";
import { addToSeries, emptySeries } from "../../../src/pattern/trends/add-to-series.js";
import { trends } from "../../../src/pattern/trends/trends.js";
import { seriesOf } from "./some-series.js";

const quarter = seriesOf("month", [
  { n: 200, negative: 50, themes: { delivery: 20 }, pains: { purchase: 12 } },
  { n: 0 },
  { n: 100, negative: 40, themes: { delivery: 30, billing: 5 }, pains: { purchase: 4, support: 1 } },
]);

describe("a trend", () => {
  it("has every period of the calendar, empty ones too", () => {
    expect(trends(quarter).periods.map(({ period, from, to, n }) => [period, from, to, n])).toEqual([
      ["2024-01", "2024-01-01", "2024-01-31", 200],
      ["2024-02", "2024-02-01", "2024-02-29", 0],
      ["2024-03", "2024-03-01", "2024-03-31", 100],
    ]);
  });

  it("tells shares with their intervals, and of an empty period why there are none", () => {
    const [january, february] = trends(quarter).periods;
    expect(january?.negative).toMatchObject({ value: 0.25, n: 200, reliability: "usual" });
    expect(january?.negative.low).toBeCloseTo(0.19508, 5);
    expect(january?.negative.high).toBeCloseTo(0.31433, 4);
    expect(february?.negative).toMatchObject({ value: null, n: 0, reliability: "not-estimable" });
  });

  it("tells the scores that were given", () => {
    const scored = [9, 10, 3, 8].map((nps, i) =>
      analyze({ text: "Fine.", at: "2026-03-02", nps, csat: 4, ces: 6, rating: (i % 2) + 4 }),
    );
    const series = addToSeries(emptySeries({ unit: "day", timeZone: "UTC" }), scored);
    const day = trends(series, { withhold: 0 }).periods[0];
    expect([day?.nps.value, day?.csat.value, day?.ces.value, day?.rating.value]).toEqual([25, 4, 6, 4.5]);
    expect(day?.csat.low).toBeNull();
    expect(day?.csat.reason).toMatch(/equal/);
  });

  it("tells each theme and pain point by counts and shares, a number a period", () => {
    const { themes, painPoints } = trends(quarter);
    expect(themes.map(({ name, counts }) => [name, counts])).toEqual([
      ["billing", [0, 0, 5]],
      ["delivery", [20, 0, 30]],
    ]);
    expect(themes[1]?.shares.map(({ value }) => value)).toEqual([0.1, null, 0.3]);
    expect(painPoints.map(({ name, within, counts }) => [name, within, counts])).toEqual([
      ["delivery", "purchase", [12, 0, 4]],
      ["delivery", "support", [0, 0, 1]],
    ]);
  });

  it("tells how badly each theme is spoken of", () => {
    const [delivery] = trends(
      seriesOf("day", [{ n: 40, themes: { delivery: 20 }, badThemes: { delivery: 15 } }]),
    ).themes;
    expect(delivery?.negative?.map(({ value, n }) => [value, n])).toEqual([[0.75, 20]]);
    expect(trends(quarter).painPoints[0]?.negative).toBeNull();
  });

  it("stops at the last period that is over, and counts what comes later", () => {
    const told = trends(quarter, { until: "2024-03-15" });
    expect(told.periods.map(({ period }) => period)).toEqual(["2024-01", "2024-02"]);
    expect(told.outside).toBe(100);
  });

  it("begins at the first period that is whole", () => {
    expect(trends(quarter, { from: "2024-01-02" }).periods.map(({ period }) => period)).toEqual(["2024-02", "2024-03"]);
  });

  it("shows the days asked for where nobody wrote", () => {
    const { periods } = trends(quarter, { from: "2023-12-01", until: "2024-04-30" });
    expect(periods.map(({ n }) => n)).toEqual([0, 200, 0, 100, 0]);
  });

  it("of nothing has no periods", () => {
    const nothing = trends(emptySeries({ unit: "week", timeZone: "UTC" }));
    expect(nothing).toMatchObject({ periods: [], themes: [], stages: [], painPoints: [], outside: 0 });
  });

  it("passes on what is in no period", () => {
    const undated = ["2026-02-30x", undefined].map((at) => ({
      ...analyze("Late."),
      given: at === undefined ? {} : { at },
    }));
    const series = addToSeries(emptySeries({ unit: "day", timeZone: "UTC" }), undated);
    expect(trends(series)).toMatchObject({ undated: 1, unreadable: 1, periods: [] });
  });

  it("makes no millions of days of one date of the year 9999", () => {
    const dates = ["2026-03-02", "9999-12-31"].map((at) => analyze({ text: "Late.", at }));
    const series = addToSeries(emptySeries({ unit: "day", timeZone: "UTC" }), dates);
    expect(() => trends(series)).toThrow(/^trends from and until: expected at most 10000 periods/);
    expect(trends(series, { until: "2026-03-31" })).toMatchObject({ outside: 1 });
  });

  it.each([
    ["a day that is none", { until: "2026-02-30" }],
    ["a month for a day", { from: "2026-03" }],
    ["an end before the beginning", { from: "2026-03-02", until: "2026-03-01" }],
    ["a level that is none", { level: 95 }],
    ["a limit that is none", { withhold: -1 }],
  ])("refuses %s", (_, options) => {
    expect(() => trends(quarter, options)).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
});
