import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawBinomial, drawCounts } from "../../src/core/draw-counts.js";
import { chiSquareTail } from "../../src/core/gamma.js";
import { createRandom } from "../../src/core/random.js";

/** Successes of tries made one by one: the slow way. */
function tryEach(n: number, share: number, random: () => number): number {
  let successes = 0;
  for (let at = 0; at < n; at++) if (random() < share) successes++;
  return successes;
}

describe("drawn successes", () => {
  it.each([
    [10, 0.3],
    [25, 0.9],
    [40, 0.5],
  ])("of %i tries at %f spread as those of tries made one by one", (n, share) => {
    const draws = 20_000;
    const [fast, slow] = [drawBinomial, tryEach].map((draw, seed) => {
      const random = createRandom(seed);
      const counts = new Array<number>(n + 1).fill(0);
      for (let at = 0; at < draws; at++) {
        const successes = draw(n, share, random);
        counts[successes] = (counts[successes] ?? 0) + 1;
      }
      return counts;
    });
    const spread = Array.from({ length: n + 1 }, (_, k) => [fast?.[k] ?? 0, slow?.[k] ?? 0] as const);
    const told = spread.filter(([a, b]) => a + b >= 20);
    const chiSquare = told.reduce((sum, [a, b]) => sum + (a - b) ** 2 / (a + b), 0);
    expect(chiSquareTail(chiSquare, told.length - 1)).toBeGreaterThan(0.001);
  });

  it("of a million tries lie around their mean, as wide as they should", () => {
    const random = createRandom(5);
    const drawn = Array.from({ length: 400 }, () => drawBinomial(1_000_000, 0.2, random));
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    const deviation = Math.sqrt(drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / drawn.length);
    expect(Math.abs(mean - 200_000)).toBeLessThan(80);
    expect(deviation).toBeGreaterThan(350);
    expect(deviation).toBeLessThan(450);
  });

  it("are none or all where there is no chance", () => {
    const random = createRandom(1);
    expect([drawBinomial(7, 0, random), drawBinomial(7, 1, random), drawBinomial(0, 0.4, random)]).toEqual([0, 7, 0]);
  });
});

describe("drawn counts", () => {
  it("add up to the tries, and leave out what has no share", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        weights.filter((each) => each.some((weight) => weight > 0)),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer(),
        (each, n, seed) => {
          const total = each.reduce((sum, weight) => sum + weight, 0);
          const counts = new Float64Array(each.length);
          const shares = each.map((weight) => weight / total);
          drawCounts(n, shares, createRandom(seed), counts);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
          expect(each.every((weight, i) => weight > 0 || counts[i] === 0)).toBe(true);
          expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
