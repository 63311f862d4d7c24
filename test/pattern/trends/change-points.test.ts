import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptySummary } from "../../../src/pattern/index.js";
import { emptySeries } from "../../../src/pattern/trends/add-to-series.js";
import { type ChangePointOptions, findChangePoints } from "../../../src/pattern/trends/find-change-points.js";
import { seriesFromSummary } from "../../../src/pattern/trends/series-from-summary.js";
import { splitSeries } from "../../../src/pattern/trends/split-series.js";
import { type MadePeriod, seriesOf } from "./some-series.js";

const RULES = { shortest: 2, level: 0.05, permutations: 199, seed: 1 };
/** Wobbles around 0 without a pattern. */
const wobble = (i: number): number => ((i * 7919) % 13) / 13 - 0.5;

describe("splitting a sequence", () => {
  it("finds each place where the level changes", () => {
    const values = Array.from({ length: 40 }, (_, i) => (i < 15 ? 0 : i < 30 ? 5 : 2) + wobble(i));
    const ones = values.map(() => 1);
    expect(splitSeries(values, ones, RULES).map(({ at }) => at)).toEqual([15, 30]);
  });

  it("finds none where there is none, nor where all values are equal", () => {
    const still = Array.from({ length: 40 }, (_, i) => wobble(i));
    expect(
      splitSeries(
        still,
        still.map(() => 1),
        RULES,
      ),
    ).toEqual([]);
    expect(splitSeries(Array(40).fill(0.1), Array(40).fill(3), RULES)).toEqual([]);
  });

  it("gives places within the sequence that are far enough apart, whatever the values", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 50 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 2, max: 5 }), (sequence, shortest) => {
        const [values, weights] = [sequence.map(([value]) => value), sequence.map(([, weight]) => weight)];
        const splits = splitSeries(values, weights, { ...RULES, shortest });
        const edges = [0, ...splits.map(({ at }) => at), values.length];
        if (splits.length > 0)
          for (const [i, edge] of edges.slice(1).entries())
            expect(edge - (edges[i] ?? 0)).toBeGreaterThanOrEqual(shortest);
        for (const { p } of splits) expect(p).toBeLessThanOrEqual(0.05);
      }),
      { numRuns: 50 },
    );
  });

  it("gives the same for the same seed", () => {
    const values = Array.from({ length: 30 }, (_, i) => (i < 12 ? 0 : 0.6) + wobble(i));
    const ones = values.map(() => 1);
    expect(splitSeries(values, ones, RULES)).toEqual(splitSeries(values, ones, RULES));
  });
});

describe("a change point", () => {
  const weeks: readonly MadePeriod[] = Array.from({ length: 24 }, (_, i) => ({
    n: 400 + 20 * (i % 5),
    negative: 100 + 3 * (i % 7),
    themes: { delivery: (i < 14 ? 20 : 45) + (i % 4) },
  }));
  const series = seriesOf("week", weeks);

  it("is found in the theme that changes, with the level before and after", () => {
    const { spans, changes, reason } = findChangePoints(series, { measure: { theme: "delivery" } });
    expect(changes).toMatchObject([{ at: "2024-W15" }]);
    expect(spans.map(({ first, last, periods }) => [first, last, periods])).toEqual([
      ["2024-W01", "2024-W14", 14],
      ["2024-W15", "2024-W24", 10],
    ]);
    expect(spans[0]?.value.high ?? 1).toBeLessThan(spans[1]?.value.low ?? 0);
    expect(reason).toBeNull();
  });

  it.each([
    "volume",
    "negative",
    "sentiment",
    { stage: "use" },
    { painPoint: { theme: "delivery", stage: "" } },
  ] as const)("is not found in %j, which does not change", (measure) =>
    expect(findChangePoints(series, { measure }).changes).toEqual([]),
  );

  it("is found in a volume that falls to nothing", () => {
    const silent = seriesOf("day", [...Array.from({ length: 20 }, (_, i) => ({ n: 50 + (i % 6) })), { n: 1 }]);
    const { changes, spans } = findChangePoints(silent, { measure: "volume", until: "2024-02-10" });
    expect(changes).toMatchObject([{ at: "2024-01-21" }]);
    expect(spans[1]).toMatchObject({ periods: 21, value: { reliability: "withheld" } });
  });

  it("is found in the tone of a theme that is spoken of as often as before", () => {
    const turned = Array.from({ length: 20 }, (_, i) => ({
      n: 100,
      themes: { staff: 40 },
      badThemes: { staff: (i < 10 ? 10 : 30) + (i % 3) },
    }));
    const found = (measure: ChangePointOptions["measure"]) =>
      findChangePoints(seriesOf("week", turned), { measure }).changes;
    expect(found({ theme: "staff", tone: "negative" })).toMatchObject([{ at: "2024-W11" }]);
    expect(found({ theme: "staff" })).toEqual([]);
  });

  it("is not looked for in what a series from a summary does not count", () => {
    const measure = { stage: "use" } as const;
    expect(() => findChangePoints(seriesFromSummary(emptySummary()), { measure })).toThrow(
      /series from a summary counts/,
    );
  });

  it("is not looked for in a short series, which is said", () => {
    const { spans, changes, reason } = findChangePoints(seriesOf("week", weeks.slice(0, 5)), { measure: "negative" });
    expect([spans.length, changes]).toEqual([1, []]);
    expect(reason).toBe("The measure is known in 5 periods, fewer than 6.");
  });

  it("is none in nothing", () => {
    const nothing = findChangePoints(emptySeries({ unit: "day", timeZone: "UTC" }), { measure: "nps" });
    expect(nothing).toMatchObject({ spans: [], changes: [] });
  });

  it.each<readonly [string, ChangePointOptions]>([
    // A caller without types may pass anything.
    ["a measure that is none", { measure: "mood" as "nps" }],
    ["no measure", {} as ChangePointOptions],
    ["an empty measure", { measure: {} as { theme: string } }],
    [
      "a pain point without its stage",
      { measure: { painPoint: { theme: "delivery" } as { theme: string; stage: string } } },
    ],
    ["a tone that is none", { measure: { theme: "delivery", tone: "angry" as "negative" } }],
    ["a rate too small for the shuffles", { measure: "nps", falseAlarms: 0 }],
    ["too few shuffles", { measure: "nps", permutations: 10 }],
    ["spans of one period", { measure: "nps", shortest: 1 }],
    ["a seed that is none", { measure: "nps", seed: 0.5 }],
  ])("refuses %s", (_, options) => {
    expect(() => findChangePoints(series, options)).toThrow(
      expect.objectContaining({ code: "invalid-option", message: expect.stringMatching(/^findChangePoints /) }),
    );
  });
});
