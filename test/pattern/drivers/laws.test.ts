import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/meaning/analysis.js";
import {
  addToDriverTable,
  emptyDriverTable,
  mergeDriverTables,
  tabulateStream,
} from "../../../src/pattern/drivers/add-to-driver-table.js";
import type { DriverTable } from "../../../src/pattern/drivers/driver-table.js";
import { drivers, driversStream } from "../../../src/pattern/drivers/drivers.js";
import { driversOf } from "../../../src/pattern/drivers/drivers-of.js";
import { DRIVER_OUTCOMES } from "../../../src/pattern/drivers/outcome.js";
import { parseDriverTable } from "../../../src/pattern/drivers/parse-driver-table.js";
import { arbitraryAnalysis } from "../../support/arbitrary-analysis.js";
import { readMentions } from "./fixtures.js";

const someAnalyses = fc.array(arbitraryAnalysis, { maxLength: 20 });
const someOutcome = fc.constantFrom(...DRIVER_OUTCOMES);
const tabulate = (analyses: readonly Analysis[], outcome: (typeof DRIVER_OUTCOMES)[number]): DriverTable =>
  addToDriverTable(emptyDriverTable({ outcome }), analyses);
const bytes = (value: unknown): string => JSON.stringify(value);

/** The same items in an order drawn from `keys`. */
const shuffled = <T>(items: readonly T[], keys: readonly number[]): T[] =>
  items
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i }))
    .sort((a, b) => a.key - b.key || b.i - a.i)
    .map(({ item }) => item);
const someKeys = fc.array(fc.integer(), { minLength: 1, maxLength: 20 });

/** Rows of a few ratings, their outcome last. */
const someRows = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }), {
  minLength: 12,
  maxLength: 40,
});
const NAMES = ["speed", "price", "staff", "range"];
const describeRows = (rows: readonly (readonly number[])[], names = NAMES): ReturnType<typeof driversOf> =>
  driversOf(
    rows.map((row) => row.slice(0, 4)),
    rows.map((row) => row[4] ?? 0),
    { names, resamples: 20, withhold: 0 },
  );

describe("a driver table is a commutative monoid", () => {
  it("gives the same bytes for any order and any sharding of the same analyses", () => {
    fc.assert(
      fc.property(someAnalyses, someKeys, fc.nat(20), fc.nat(20), someOutcome, (analyses, keys, a, b, outcome) => {
        const order = shuffled(analyses, keys);
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const [x, y, z] = [order.slice(0, first), order.slice(first, second), order.slice(second)].map((shard) =>
          tabulate(shard, outcome),
        );
        if (x === undefined || y === undefined || z === undefined) throw new Error("three shards");
        const whole = bytes(tabulate(analyses, outcome));
        expect(bytes(mergeDriverTables(x, mergeDriverTables(y, z)))).toBe(whole);
        expect(bytes(mergeDriverTables(z, x, y))).toBe(whole);
      }),
    );
  });

  it("has the empty table as neutral element", () => {
    fc.assert(
      fc.property(someAnalyses, someOutcome, (analyses, outcome) => {
        const table = tabulate(analyses, outcome);
        expect(bytes(mergeDriverTables(emptyDriverTable({ outcome }), table))).toBe(bytes(table));
      }),
    );
  });

  it("survives JSON", () => {
    fc.assert(
      fc.property(someAnalyses, someOutcome, (analyses, outcome) => {
        const table = tabulate(analyses, outcome);
        expect(bytes(mergeDriverTables(parseDriverTable(JSON.parse(bytes(table)))))).toBe(bytes(table));
      }),
    );
  });

  it("counts every analysis once", () => {
    fc.assert(
      fc.property(someAnalyses, someOutcome, (analyses, outcome) => {
        const { patterns, unanswered, unread } = tabulate(analyses, outcome);
        const counted = patterns.flatMap(({ outcomes }) => outcomes).reduce((sum, [, n]) => sum + n, 0);
        expect(counted + unanswered + unread).toBe(analyses.length);
      }),
    );
  });
});

describe("drivers are the same, byte for byte,", () => {
  it("in any order of analyses", () => {
    fc.assert(
      fc.property(someAnalyses, someKeys, someOutcome, (analyses, keys, outcome) => {
        const options = { outcome, resamples: 10, withhold: 0 } as const;
        expect(bytes(drivers(shuffled(analyses, keys), options))).toBe(bytes(drivers(analyses, options)));
      }),
      { numRuns: 40 },
    );
  });

  it("in any order of many analyses, with the intervals of a whole model", () => {
    const analyses = readMentions();
    const reversed = [...analyses].reverse();
    expect(bytes(drivers(reversed, { outcome: "nps", resamples: 20 }))).toBe(
      bytes(drivers(analyses, { outcome: "nps", resamples: 20 })),
    );
  });

  it("from a stream, from a list and from a table", async () => {
    const analyses = fc.sample(arbitraryAnalysis, { seed: 3, numRuns: 60 });
    async function* source(): AsyncGenerator<Analysis> {
      yield* analyses;
    }
    const options = { outcome: "nps", resamples: 10 } as const;
    const found = bytes(drivers(analyses, options));
    expect(bytes(await driversStream(source(), options))).toBe(found);
    expect(bytes(drivers(await tabulateStream(source(), options), { resamples: 10 }))).toBe(found);
  });

  it("in any order of rows", () => {
    fc.assert(
      fc.property(someRows, someKeys, (rows, keys) => {
        expect(bytes(describeRows(shuffled(rows, keys)))).toBe(bytes(describeRows(rows)));
      }),
      { numRuns: 40 },
    );
  });

  it("in any order of columns", () => {
    fc.assert(
      fc.property(someRows, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (rows, order) => {
        const turned = rows.map((row) => [...order.map((column) => row[column] ?? 0), row[4] ?? 0]);
        const names = order.map((column) => NAMES[column] ?? "");
        expect(bytes(describeRows(turned, names))).toBe(bytes(describeRows(rows)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a stream of analyses", () => {
  it("is closed, and told why, where it is aborted", async () => {
    let closed = false;
    const controller = new AbortController();
    async function* source(): AsyncGenerator<Analysis> {
      try {
        for (const analysis of readMentions()) {
          yield analysis;
          controller.abort(new Error("enough"));
        }
      } finally {
        closed = true;
      }
    }
    await expect(driversStream(source(), { outcome: "nps", signal: controller.signal })).rejects.toThrow("enough");
    expect(closed).toBe(true);
  });
});

describe("Shapley values and Johnson's weights", () => {
  it("add up to what is explained", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { explained, drivers: found } = describeRows(rows);
        if (explained.value === null) return;
        for (const key of ["shapley", "johnson"] as const) {
          const sum = found.reduce((total, driver) => total + (driver[key].value ?? 0), 0);
          expect(Math.abs(sum - explained.value)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it("do not change where the outcome is told in other units", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const turned = rows.map((row) => [...row.slice(0, 4), 1000 - 7 * (row[4] ?? 0)]);
        const [one, other] = [describeRows(rows), describeRows(turned)];
        for (const driver of one.drivers) {
          const same = other.drivers.find(({ name }) => name === driver.name);
          expect(Math.abs((same?.shapley.value ?? 0) - (driver.shapley.value ?? 0))).toBeLessThan(1e-12);
        }
      }),
    );
  });
});
