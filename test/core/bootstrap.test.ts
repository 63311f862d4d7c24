import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap } from "../../src/core/bootstrap.js";

const meanOf =
  (values: readonly number[]) =>
  (picks: ArrayLike<number> = values.map((_, i) => i)): readonly [number] => [
    Array.from(picks, (row) => values[row] ?? Number.NaN).reduce((sum, value) => sum + value, 0) / picks.length,
  ];

describe("bootstrap", () => {
  it("is near the normal interval of a share: 0.7 of 400 rows gives 0.7 ± 0.045", () => {
    const rows = Array.from({ length: 400 }, (_, n) => (n % 10 < 7 ? 1 : 0));
    const [share] = bootstrap(400, meanOf(rows));
    expect(share.value).toBeCloseTo(0.7, 12);
    expect(share.low).toBeCloseTo(0.655, 1.9);
    expect(share.high).toBeCloseTo(0.745, 1.9);
  });

  it("holds its value between its ends, and its ends between the least and the greatest row", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 40 }), (rows) => {
        const [mean] = bootstrap(rows.length, meanOf(rows), { resamples: 200 });
        expect(mean.low).toBeLessThanOrEqual(mean.high);
        expect(mean.low).toBeGreaterThanOrEqual(Math.min(...rows) - 1e-9);
        expect(mean.high).toBeLessThanOrEqual(Math.max(...rows) + 1e-9);
      }),
    );
  });

  it("draws the same rows for every statistic, so that one and its double move together", () => {
    const mean = meanOf([1, 4, 2, 8, 5, 7]);
    const [once, twice] = bootstrap(6, (picks) => [mean(picks)[0], 2 * mean(picks)[0]] as const);
    expect(twice).toEqual({ value: 2 * once.value, low: 2 * once.low, high: 2 * once.high });
  });

  it("narrows by half where rows are four times as many", () => {
    const rows = Array.from({ length: 2000 }, (_, n) => n % 2);
    const width = (length: number): number => {
      const [{ low, high }] = bootstrap(length, meanOf(rows.slice(0, length)));
      return high - low;
    };
    expect(width(2000) / width(500)).toBeCloseTo(0.5, 1);
  });

  it("gives the value alone where there are no rows or no resamples", () => {
    expect(bootstrap(0, () => [0.5])).toEqual([{ value: 0.5, low: 0.5, high: 0.5 }]);
    expect(bootstrap(9, () => [0.5], { resamples: 0 })).toEqual([{ value: 0.5, low: 0.5, high: 0.5 }]);
  });

  it("gives the same interval for the same seed and another for another", () => {
    const mean = meanOf([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]);
    const low = (seed: number): number => bootstrap(15, mean, { seed, resamples: 50 })[0].low;
    expect(low(1)).toBe(low(1));
    expect(new Set([1, 2, 3, 4, 5].map(low)).size).toBeGreaterThan(1);
  });
});
