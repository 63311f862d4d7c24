import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../../src/core/error.js";
import {
  addToDriverTable,
  emptyDriverTable,
  mergeDriverTables,
} from "../../../src/pattern/drivers/add-to-driver-table.js";
import { drivers } from "../../../src/pattern/drivers/drivers.js";
import { driversOf } from "../../../src/pattern/drivers/drivers-of.js";
import { impacts } from "../../../src/pattern/drivers/impacts.js";
import { importancePerformance } from "../../../src/pattern/drivers/importance-performance.js";
import { parseDriverTable } from "../../../src/pattern/drivers/parse-driver-table.js";
import { penaltyReward } from "../../../src/pattern/drivers/penalty-reward.js";
import { emptySummary } from "../../../src/pattern/index.js";
import { toAnalysis } from "./fixtures.js";

/** Code and message of what is thrown; `never` where nothing is. */
function thrownBy(act: () => unknown): string {
  try {
    act();
    return "nothing";
  } catch (error) {
    if (error instanceof VerbatimsError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

/** Input that the compiler would refuse, as JavaScript gives it. */
// biome-ignore lint/suspicious/noExplicitAny: what a caller without types may pass
const untyped = (value: unknown): any => value;
const names = ["speed", "price"];
const nps = { outcome: "nps" } as const;

describe("drivers refuse, naming what is wrong,", () => {
  it.each([
    [
      "an outcome that is none",
      () => drivers([], { outcome: untyped("mood") }),
      /invalid-option: drivers outcome: expected one of nps, csat/,
    ],
    ["no outcome", () => drivers([], untyped({})), /invalid-option: drivers outcome: .*got nothing/],
    ["a summary, which lacks rows", () => drivers(untyped(emptySummary()), nps), /source: .*a summary does not tell/],
    ["nothing at all", () => drivers(untyped(null), nps), /invalid-option: drivers source/],
    [
      "another outcome than the table's",
      () => drivers(emptyDriverTable(nps), untyped({ outcome: "csat" })),
      /expected nps, which the table counts/,
    ],
    [
      "indicators that are none",
      () => drivers([], { ...nps, indicators: untyped("tone") }),
      /indicators: expected mentioned or polarity/,
    ],
    [
      "themes that are no list",
      () => drivers([], { ...nps, themes: untyped("delivery") }),
      /themes: expected a list of names/,
    ],
    ["resamples below 0", () => drivers([], { ...nps, resamples: -1 }), /resamples: expected a whole number from 0/],
    ["a seed that is no number", () => drivers([], { ...nps, seed: Number.NaN }), /seed: expected a number, got NaN/],
    ["no orders", () => drivers([], { ...nps, orderPairs: 0 }), /orderPairs: expected a whole number from 1/],
    ["a level of 1", () => drivers([], { ...nps, level: 1 }), /level: expected a number above 0 and below 1/],
    [
      "an answer out of range",
      () => drivers([toAnalysis({ nps: 11 })], nps),
      /invalid-analysis: nps of a: expected a number from 0 to 10, got 11/,
    ],
    [
      "an answer that is not a number",
      () => drivers([toAnalysis({ nps: Number.NaN })], nps),
      /invalid-analysis: nps of a/,
    ],
    ["an answer of text", () => drivers([toAnalysis({ nps: untyped("9") })], nps), /invalid-analysis: nps of a.*got 9/],
    [
      "rows of unlike length",
      () => driversOf([[1, 2], [3]], [1, 2], { names }),
      /invalid-record: driversOf rows\[1\]: expected a list of 2 numbers/,
    ],
    ["a row that is no row", () => driversOf(untyped([7]), [1], { names }), /invalid-record: driversOf rows\[0\]/],
    [
      "a gap in a row",
      () => driversOf([[1, Number.NaN]], [1], { names }),
      /invalid-record: driversOf rows\[0\]\[1\]: expected a finite number, got NaN/,
    ],
    ["a number without end", () => driversOf([[1, Infinity]], [1], { names }), /rows\[0\]\[1\]/],
    [
      "an outcome of text",
      () => driversOf([[1, 2]], untyped(["7"]), { names }),
      /invalid-record: driversOf outcomes\[0\]/,
    ],
    [
      "fewer outcomes than rows",
      () => driversOf([[1, 2]], [], { names }),
      /invalid-record: driversOf outcomes: expected a list of 1 numbers/,
    ],
    [
      "columns of one name",
      () => driversOf([[1, 2]], [1], { names: ["speed", "speed"] }),
      /duplicate-name: .*speed twice/,
    ],
    ["columns without names", () => driversOf([[1, 2]], [1], untyped({})), /invalid-option: driversOf names/],
    ["a penalty of no outcome", () => penaltyReward([], untyped({})), /invalid-option: penaltyReward outcome/],
    [
      "impacts on sentiment, which need rows",
      () => impacts(emptySummary(), { outcome: untyped("sentiment") }),
      /impacts outcome: .*Take drivers/,
    ],
    [
      "importance that is none",
      () => importancePerformance(drivers([], nps), { importance: untyped("beta") }),
      /importance: expected shapley or johnson/,
    ],
    [
      "a split that is none",
      () => importancePerformance(drivers([], nps), { split: untyped("mode") }),
      /split: expected mean or median/,
    ],
  ])("%s", (_, act, message) => {
    expect(thrownBy(act)).toMatch(message);
  });
});

describe("a driver table", () => {
  const table = addToDriverTable(emptyDriverTable(nps), [
    toAnalysis({ themes: { price: "negative" }, stage: "use", nps: 3 }),
  ]);

  it("refuses to merge with one of another outcome, or of another model", () => {
    expect(thrownBy(() => mergeDriverTables(table, emptyDriverTable({ outcome: "ces" })))).toMatch(
      /unlike-summaries: .*outcome/,
    );
    const other = { ...toAnalysis({ nps: 3 }), model: "en-0.2.0-11111111" };
    expect(thrownBy(() => addToDriverTable(table, [other]))).toMatch(/unlike-summaries: driver table model of en/);
  });

  it.each([
    ["no object", 7, /as a whole: expected an object/],
    ["another format", { ...table, format: "verbatims-summary" }, /format/],
    ["a later version", { ...table, version: 2 }, /version: expected 1, got 2/],
    ["an outcome that is none", { ...table, outcome: "mood" }, /outcome/],
    ["a count that is none", { ...table, unread: -1 }, /unread: expected a whole number/],
    ["patterns that are no list", { ...table, patterns: {} }, /patterns: expected a list/],
    [
      "a theme without a name",
      { ...table, patterns: [{ themes: [[1, "other"]], stage: null, outcomes: [] }] },
      /patterns\[0\]\.themes\[0\]\[0\]/,
    ],
    [
      "a tone that is none",
      { ...table, patterns: [{ themes: [], stage: ["use", "bad"], outcomes: [] }] },
      /patterns\[0\]\.stage\[1\]/,
    ],
    [
      "a theme twice",
      {
        ...table,
        patterns: [
          {
            themes: [
              ["a", "other"],
              ["a", "other"],
            ],
            stage: null,
            outcomes: [],
          },
        ],
      },
      /patterns\[0\]\.themes: expected each theme once, in rising order, got a, a/,
    ],
    [
      "an outcome of no rows",
      { ...table, patterns: [{ themes: [], stage: null, outcomes: [[100, 0]] }] },
      /outcomes\[0\]\[1\]: expected a number above 0/,
    ],
    [
      "an outcome between steps",
      { ...table, patterns: [{ themes: [], stage: null, outcomes: [[0.5, 1]] }] },
      /outcomes\[0\]\[0\]/,
    ],
  ])("is not read from %s", (_, value, message) => {
    expect(thrownBy(() => parseDriverTable(value))).toMatch(message);
  });
});

describe("hostile names", () => {
  it("of themes are themes like others", () => {
    const hostile = ["__proto__", "constructor", "\ud800", "😀", ""];
    const [one] = toAnalysis({ themes: { price: "negative" } }).themes;
    if (one === undefined) throw new Error("a theme");
    const analyses = Array.from({ length: 100 }, (_, i) => ({
      ...toAnalysis({ nps: (i * 7) % 11 }),
      themes: [{ ...one, theme: hostile[i % 5] ?? "" }],
    }));
    const found = drivers(analyses, { ...nps, resamples: 5 });
    expect(found.drivers.map(({ name }) => name).sort()).toEqual([...hostile].sort());
    expect(found.drivers.every(({ n }) => n === 20)).toBe(true);
  });
});
