import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareMeans } from "../../../src/pattern/change/compare-means.js";
import { exactTail } from "../../../src/pattern/change/exact-permutation.js";
import { permuteSums } from "../../../src/pattern/change/permute-sums.js";
import { sampledTail } from "../../../src/pattern/change/sampled-permutation.js";

const stars = (counts: readonly number[]) => ({ counts, lowest: 1, step: 1 });
const five = (max: number) => fc.array(fc.oneof(fc.constant(0), fc.nat({ max })), { minLength: 5, maxLength: 5 });
const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const weighted = (counts: readonly number[]): number => counts.reduce((sum, count, i) => sum + i * count, 0);
const rules = { resamples: 9999, seed: 1 };

/** The question of a permutation test: of the pooled answers as many are drawn as the smaller side has. */
function drawOf(one: readonly number[], two: readonly number[]) {
  const smaller = total(one) <= total(two) ? one : two;
  const pool = one.map((count, i) => count + (two[i] ?? 0));
  return { pool, drawn: total(smaller), observed: weighted(smaller) };
}

/** All ways to draw, one by one. */
function listedTail(one: readonly number[], two: readonly number[]): number {
  const all = one.flatMap((count, i) => new Array<number>(count + (two[i] ?? 0)).fill(i));
  const { drawn, observed } = drawOf(one, two);
  const limit = Math.abs(observed * all.length - drawn * weighted(drawOf(one, two).pool));
  let far = 0;
  let ways = 0;
  const walk = (at: number, left: number, sum: number): void => {
    if (left === 0) {
      ways++;
      if (Math.abs(sum * all.length - drawn * weighted(drawOf(one, two).pool)) >= limit) far++;
    } else if (all.length - at >= left) {
      walk(at + 1, left - 1, sum + (all[at] ?? 0));
      walk(at + 1, left, sum);
    }
  };
  walk(0, drawn, 0);
  return far / ways;
}

describe("a permutation test of small groups", () => {
  it("counts what listing every permutation counts", () => {
    const few = fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(few, few, (one, two) => {
        fc.pre(total(one) > 0 && total(two) > 0 && total(one) + total(two) <= 14);
        expect(permuteSums(one, two, rules).p).toBeCloseTo(listedTail(one, two), 11);
      }),
      { numRuns: 60 },
    );
  });

  it("counts rare answers among many exactly", () => {
    // One of the 3 low answers is expected among 1,000 of 3,000; 0, 2 and 3 are at least as far off as the 2 that are there.
    const { p, method } = permuteSums([2, 998], [1, 1999], rules);
    const justOne = (3 * 1000 * 2000 * 1999) / (3000 * 2999 * 2998);
    expect(method).toBe("exact-permutation");
    expect(p).toBeCloseTo(1 - justOne, 11);
  });
});

describe("a permutation test of large groups", () => {
  it("is within a hundredth of the exact p where the sum is nearly normal", () => {
    const cases: readonly (readonly [readonly number[], readonly number[]])[] = [
      [
        [24, 20, 45, 90, 160],
        [45, 26, 50, 95, 140],
      ],
      [
        [10, 30, 60, 80, 90],
        [25, 32, 70, 60, 70],
      ],
      [
        [60, 20, 5, 30, 200],
        [75, 30, 10, 35, 160],
      ],
    ];
    for (const [one, two] of cases) {
      const { p, method } = permuteSums(one, two, rules);
      const exact = exactTail(drawOf(one, two));
      expect(method).toBe("normal-permutation");
      expect(Math.abs(p / exact - 1)).toBeLessThan(0.01);
    }
  });

  it("draws permutations where many answers are alike and a few lie far off", () => {
    const one = [4, ...new Array<number>(18).fill(0), 300, 20_000];
    const two = [5, ...new Array<number>(18).fill(0), 1400, 100_000];
    const { p, method } = permuteSums(one, two, rules);
    expect(method).toBe("sampled-permutation");
    expect(permuteSums(one, two, rules).p).toBe(p);
    expect(permuteSums(one, two, { ...rules, seed: 2 }).p).not.toBe(p);
  });

  it("draws the p that all permutations have", () => {
    const draw = drawOf([10, 5, 12, 30, 60], [14, 9, 12, 31, 40]);
    const exact = exactTail(draw);
    // Four standard errors of 9,999 random permutations.
    expect(Math.abs(sampledTail(draw, 9999, 3) - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9999));
  });
});

describe("a comparison of means", () => {
  it("is mirrored when the sides are swapped", () => {
    fc.assert(
      fc.property(five(30), five(30), (one, two) => {
        const there = compareMeans(stars(one), stars(two));
        const back = compareMeans(stars(two), stars(one));
        const negated = (number: number | null): number | null => (number === null ? null : 0 - number);
        expect(back.difference.value).toBe(negated(there.difference.value));
        expect(back.difference.low).toBe(negated(there.difference.high));
        // Where both sides are as large, either is drawn: the chances are the same but for rounding.
        expect(back.p ?? -1).toBeCloseTo(there.p ?? -1, 11);
      }),
      { numRuns: 60 },
    );
  });

  it("tells no NaN, whatever few answers there are", () => {
    fc.assert(
      fc.property(five(2), five(2), (one, two) => {
        const { before, after, difference, p, effect } = compareMeans(stars(one), stars(two), { withhold: 0 });
        const { value, low, high } = difference;
        for (const number of [before.value, after.value, value, low, high, p, effect]) expect(number).not.toBeNaN();
      }),
    );
  });

  it("gives a difference without an interval where the answers of each side are alike", () => {
    const { difference, p } = compareMeans(stars([0, 0, 0, 0, 40]), stars([0, 0, 0, 40, 0]));
    expect([difference.value, difference.low, difference.high]).toEqual([-1, null, null]);
    expect(difference.reason).toContain("have no spread");
    expect(p).toBeLessThan(1e-20);
  });

  it("gives no interval to a single answer", () => {
    const { difference } = compareMeans(stars([0, 0, 0, 0, 1]), stars([2, 5, 9, 7, 7]), { withhold: 1 });
    expect([difference.low, difference.high, difference.reliability]).toEqual([null, null, "small"]);
  });

  it("refuses two scales", () => {
    expect(() => compareMeans(stars([1, 2, 3]), stars([1, 2, 3, 4, 5]))).toThrow("expected the scale of before");
  });

  it.each([{ resamples: 10 }, { resamples: 1e9 }, { seed: 0.5 }])("refuses the option %o", (options) => {
    expect(() => compareMeans(stars([1, 2]), stars([2, 1]), options)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  it.each([
    { lowest: Number.NaN, step: 1 },
    { lowest: 0, step: 0 },
  ])("refuses a scale of %o", (scale) => {
    expect(() => compareMeans({ counts: [1, 2], ...scale }, { counts: [1, 2], ...scale })).toThrow(
      "expected a lowest value and a step above 0",
    );
  });
});
