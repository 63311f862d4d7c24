import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNps } from "../../../src/pattern/change/compare-nps.js";
import { compareShares } from "../../../src/pattern/change/compare-shares.js";
import type { Comparison } from "../../../src/pattern/change/comparison.js";

const countOf = fc
  .tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }))
  .map(([count, others]) => ({ count, n: count + others }));
const bins = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 200 })), { minLength: 11, maxLength: 11 });

/** Every number that a comparison tells. */
const numbersOf = ({ before, after, difference, p, effect }: Comparison): (number | null)[] => [
  before.value,
  after.value,
  difference.value,
  difference.low,
  difference.high,
  p,
  effect,
];

function expectMirrored(one: Comparison, other: Comparison): void {
  const negated = (number: number | null): number | null => (number === null ? null : 0 - number);
  expect(other.difference.value).toBe(negated(one.difference.value));
  expect([other.difference.low, other.difference.high]).toEqual([
    negated(one.difference.high),
    negated(one.difference.low),
  ]);
  expect(other.p).toBe(one.p);
}

describe("a comparison of shares", () => {
  // Newcombe 1998, table II, method 10: the eight contrasts, first share minus second, as printed.
  it.each([
    [56, 70, 48, 80, "0.0524", "0.3339"],
    [9, 10, 3, 10, "0.1705", "0.8090"],
    [6, 7, 2, 7, "0.0582", "0.8062"],
    [5, 56, 0, 29, "-0.0381", "0.1926"],
    [0, 10, 0, 20, "-0.1611", "0.2775"],
    [0, 10, 0, 10, "-0.2775", "0.2775"],
    [10, 10, 0, 20, "0.6791", "1.0000"],
    [10, 10, 0, 10, "0.6075", "1.0000"],
  ])("gives the interval that the paper prints for %i/%i - %i/%i", (count1, n1, count2, n2, low, high) => {
    const { difference } = compareShares({ count: count2, n: n2 }, { count: count1, n: n1 }, { withhold: 0 });
    expect([difference.low?.toFixed(4), difference.high?.toFixed(4)]).toEqual([low, high]);
  });

  it("is mirrored when the sides are swapped", () => {
    fc.assert(
      fc.property(countOf, countOf, (one, two) => expectMirrored(compareShares(one, two), compareShares(two, one))),
    );
  });

  it("lies within its interval, and tells no NaN", () => {
    fc.assert(
      fc.property(countOf, countOf, (one, two) => {
        const comparison = compareShares(one, two, { withhold: 0 });
        for (const number of numbersOf(comparison)) expect(number).not.toBeNaN();
        const { value, low, high } = comparison.difference;
        if (value === null || low === null || high === null) {
          expect(Math.min(one.n, two.n)).toBe(0);
          return;
        }
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it("says that there is nothing to compare with where a side has no answers", () => {
    const { before, after, difference, p, method } = compareShares({ count: 0, n: 0 }, { count: 12, n: 40 });
    expect([before.value, after.value, difference.value, p, method]).toEqual([null, 0.3, null, null, "none"]);
    expect(difference.reliability).toBe("not-estimable");
    expect(difference.reason).toBe("There are no answers before, so there is nothing to compare with.");
  });

  it("is withheld below ten answers a side, and marked below thirty", () => {
    const reliabilityOf = (n: number) => compareShares({ count: 3, n }, { count: 90, n: 100 }).difference.reliability;
    expect([9, 10, 29, 30].map(reliabilityOf)).toEqual(["withheld", "small", "small", "usual"]);
  });

  it("tells no value of a side that is withheld", () => {
    const { before, after } = compareShares({ count: 3, n: 9 }, { count: 90, n: 100 });
    expect([before.value, after.value]).toEqual([null, 0.9]);
  });

  it.each([
    [{ count: 5, n: 4 }],
    [{ count: -1, n: 4 }],
    [{ count: 0.5, n: 4 }],
    [{ count: Number.NaN, n: 4 }],
    [{ count: 1, n: Infinity }],
  ])("refuses %o", (wrong) => {
    expect(() => compareShares({ count: 1, n: 2 }, wrong)).toThrow(
      expect.objectContaining({ code: "invalid-option", message: expect.stringContaining("compareShares after") }),
    );
  });

  it.each([{ level: 1 }, { level: Number.NaN }, { small: -1 }, { withhold: 1.5 }])(
    "refuses the option %o",
    (options) => {
      expect(() => compareShares({ count: 1, n: 2 }, { count: 1, n: 2 }, options)).toThrow(
        expect.objectContaining({ code: "invalid-option" }),
      );
    },
  );
});

describe("a comparison of Net Promoter Scores", () => {
  it("is mirrored when the sides are swapped", () => {
    fc.assert(fc.property(bins, bins, (one, two) => expectMirrored(compareNps(one, two), compareNps(two, one))));
  });

  it("tells no NaN, and stays within -200 to 200", () => {
    fc.assert(
      fc.property(bins, bins, (one, two) => {
        const comparison = compareNps(one, two, { withhold: 0 });
        for (const number of numbersOf(comparison)) expect(number).not.toBeNaN();
        expect(comparison.difference.low ?? 0).toBeGreaterThanOrEqual(-200);
        expect(comparison.difference.high ?? 0).toBeLessThanOrEqual(200);
      }),
    );
  });

  it("calls a difference clear by its interval just where it does by p", () => {
    fc.assert(
      fc.property(bins, bins, (one, two) => {
        const { difference, p } = compareNps(one, two, { withhold: 1 });
        if (p === null || difference.low === null || difference.high === null || Math.abs(p - 0.05) < 1e-9) return;
        expect(difference.low > 0 || difference.high < 0).toBe(p < 0.05);
      }),
    );
  });

  it("has an interval where every customer gives the same answer", () => {
    const tens = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40];
    const { difference, p } = compareNps(tens, tens);
    expect([difference.value, p]).toEqual([0, 1]);
    expect(difference.high).toBeGreaterThan(5);
  });

  it("refuses a list that does not hold the eleven answers", () => {
    expect(() => compareNps([1, 2, 3], [1, 2, 3])).toThrow(
      "compareNps before: expected a list of 11 whole numbers from 0, got [1,2,3]. Count how many answers gave each value, lowest value first.",
    );
  });
});
