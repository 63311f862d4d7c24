import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptySummary } from "../../../src/pattern/index.js";
import { emptySeries } from "../../../src/pattern/trends/add-to-series.js";
import { type AlarmOptions, findAlarms } from "../../../src/pattern/trends/find-alarms.js";
import { seriesFromSummary } from "../../../src/pattern/trends/series-from-summary.js";
import { testShifts, testVolume } from "../../../src/pattern/trends/shift-test.js";
import { type MadePeriod, seriesOf } from "./some-series.js";

/** Twelve usual weeks of 1,000 verbatims. */
const usual: readonly MadePeriod[] = Array.from({ length: 12 }, (_, i) => ({
  n: 1000,
  themes: { delivery: 48 + (i % 5), billing: 97 + (i % 7), quality: 200 },
  pains: { purchase: 30 },
}));

const statesOf = (periods: readonly MadePeriod[], options: AlarmOptions = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(findAlarms(seriesOf("week", periods), options).alarms.map(({ name, state }) => [name, state]));

describe("an alarm", () => {
  it("is raised by a theme that doubles", () => {
    const states = statesOf([...usual, { n: 1000, themes: { delivery: 100, billing: 100, quality: 200 } }]);
    expect(states).toEqual({ delivery: "emerging", billing: "steady", quality: "steady" });
  });

  it("is raised by a theme that nobody speaks of any more", () => {
    const states = statesOf([...usual, { n: 1000, themes: { delivery: 50, quality: 200 } }]);
    expect(states).toMatchObject({ billing: "fading", delivery: "steady" });
  });

  it("is raised by a theme that is new", () => {
    const { alarms } = findAlarms(
      seriesOf("week", [...usual, { n: 1000, themes: { ...usual[0]?.themes, recall: 30 } }]),
    );
    expect(alarms[0]).toMatchObject({ name: "recall", state: "emerging", ratio: null, usual: { value: 0 } });
  });

  it("is not raised by a busy week in which everything is as usual", () => {
    const report = findAlarms(
      seriesOf("week", [...usual, { n: 3000, themes: { delivery: 150, billing: 300, quality: 600 } }]),
    );
    expect(report.alarms.map(({ state }) => state)).toEqual(["steady", "steady", "steady"]);
    expect(report.volume?.state).toBe("emerging");
  });

  it("is not raised by a theme that has gone up and down as much before", () => {
    const wavy = usual.map((week, i) => ({ ...week, themes: { ...week.themes, delivery: i % 2 === 0 ? 20 : 95 } }));
    expect(statesOf([...wavy, { n: 1000, themes: { delivery: 100, billing: 100, quality: 200 } }])).toMatchObject({
      delivery: "steady",
    });
  });

  it("says so of what is spoken of too little to be tested", () => {
    const { alarms } = findAlarms(
      seriesOf("week", [...usual, { n: 1000, themes: { ...usual[0]?.themes, location: 4 } }]),
    );
    expect(alarms.find(({ name }) => name === "location")).toMatchObject({ state: "too-few", p: null, q: null });
  });

  it("comes with what it rests on", () => {
    const report = findAlarms(
      seriesOf("week", [...usual, { n: 1000, themes: { delivery: 100, billing: 100, quality: 200 } }]),
    );
    expect(report).toMatchObject({
      recent: { first: "2024-W13", last: "2024-W13", periods: 1, verbatims: 1000 },
      baseline: { first: "2024-W01", last: "2024-W12", periods: 12, verbatims: 12_000 },
      falseAlarms: 0.05,
      reason: null,
    });
    const first = report.alarms[0];
    expect(first).toMatchObject({ name: "delivery", within: null, mentions: { recent: 100, baseline: 597 } });
    expect(first?.recent.value).toBeCloseTo(0.1, 12);
    expect(first?.ratio).toBeCloseTo(0.1 / (597 / 12_000), 12);
    expect(first?.q ?? 1).toBeLessThan(0.001);
  });

  it("is raised by pain points alike, each within its stage", () => {
    const week = { n: 1000, pains: { purchase: 30, support: 25 } };
    const { alarms } = findAlarms(seriesOf("week", [...usual, week]), { of: "painPoints" });
    expect(alarms.map(({ name, within, state }) => [name, within, state])).toEqual([
      ["delivery", "support", "emerging"],
      ["delivery", "purchase", "steady"],
    ]);
  });

  it("compares a Monday with Mondays where asked", () => {
    const days = Array.from({ length: 64 }, (_, i) => ({
      n: 300,
      themes: { support: i % 7 === 0 ? 60 : 20, app: 40 },
    }));
    const series = seriesOf("day", days);
    expect(findAlarms(series, { baseline: 6 }).alarms[0]).toMatchObject({ name: "support", state: "emerging" });
    const seasonal = findAlarms(series, { seasonal: true });
    expect(seasonal.alarms.map(({ state }) => state)).toEqual(["steady", "steady"]);
    expect(seasonal.baseline).toMatchObject({ periods: 9 });
  });
});

describe("what cannot be told", () => {
  it("is said of a short history", () => {
    const report = findAlarms(seriesOf("week", usual.slice(0, 4)));
    expect(report).toMatchObject({ alarms: [], volume: null });
    expect(report.reason).toBe("The baseline has 3 periods with verbatims, fewer than 4.");
  });

  it("is said of a silent week, which is an alarm of its own", () => {
    const report = findAlarms(seriesOf("week", usual), { until: "2024-03-31" });
    expect(report.recent).toMatchObject({ first: "2024-W13", verbatims: 0 });
    expect(report).toMatchObject({ alarms: [], volume: { state: "fading" } });
    expect(report.reason).toBe("No verbatims in the recent periods.");
  });

  it("is said of nothing", () => {
    const report = findAlarms(emptySeries({ unit: "month", timeZone: "UTC" }));
    expect(report).toMatchObject({ recent: null, baseline: null, alarms: [], volume: null });
  });

  it.each<readonly [string, AlarmOptions]>([
    ["a part that is none", { of: "words" as "themes" }],
    ["no recent period", { recent: 0 }],
    ["a baseline too short", { baseline: 3 }],
    ["a rate that is none", { falseAlarms: 0 }],
    ["a rate that is no number", { falseAlarms: Number.NaN }],
    ["seasons of weeks", { seasonal: true }],
  ])("is refused: %s", (_, options) => {
    expect(() => findAlarms(seriesOf("week", usual), options)).toThrow(
      expect.objectContaining({ code: "invalid-option", message: expect.stringMatching(/^findAlarms /) }),
    );
  });
});

describe("a series from a summary", () => {
  it("raises alarms of themes, and none of what it does not count", () => {
    const series = seriesFromSummary(emptySummary());
    expect(findAlarms(series).reason).toMatch(/^The baseline has 0 periods/);
    expect(() => findAlarms(series, { of: "painPoints" })).toThrow(/series from a summary counts/);
  });
});

describe("the tests behind the alarms", () => {
  const weeks = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 500 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      minLength: 5,
      maxLength: 12,
    },
  );

  it("give a probability whatever the counts", () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 3 }), (periods, recent) => {
        const cut = (list: readonly number[]) => ({ recent: list.slice(-recent), baseline: list.slice(0, -recent) });
        const n = cut(periods.map((period) => period.n));
        const counts = [1, 0.1, 0, 0.5].map((times) =>
          cut(periods.map((period) => Math.round(period.n * period.part * times))),
        );
        for (const p of [...testShifts(counts, n), testVolume(n)]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("ask for more where one theme's waves are seen in the others", () => {
    const n = { recent: [1000], baseline: [1000, 1000, 1000, 1000, 1000] };
    const calm = Array.from({ length: 8 }, (_, i) => ({ recent: [50], baseline: [48 + (i % 3), 52, 49, 51, 50] }));
    const wavy = Array.from({ length: 8 }, (_, i) => ({ recent: [50], baseline: [20 + i, 80, 30, 90, 45] }));
    const theme = { recent: [85], baseline: [49, 53, 46, 52, 51] };
    const among = (others: typeof calm): number => testShifts([theme, ...others], n)[0] ?? Number.NaN;
    expect(among(wavy)).toBeGreaterThan(2 * among(calm));
  });
});
