import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addExactly, roundExactSum, settleExactSum } from "../../src/core/exact-sum.js";

const sumOf = (numbers: readonly number[]): number[] => {
  const parts: number[] = [];
  for (const number of numbers) addExactly(parts, number);
  return parts;
};

const weights = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 40 });

describe("an exact sum", () => {
  it("keeps what a plain sum loses", () => {
    expect(roundExactSum(sumOf([1e16, 1, -1e16]))).toBe(1);
    expect(roundExactSum(sumOf(new Array<number>(10).fill(0.1)))).toBe(1);
  });

  it("rounds halves by what lies further down", () => {
    expect(roundExactSum(sumOf([2 ** 53, 1, 2 ** -60]))).toBe(2 ** 53 + 2);
    expect(roundExactSum(sumOf([2 ** 53, 1]))).toBe(2 ** 53);
  });

  it("of nothing is 0", () => {
    expect([roundExactSum([]), settleExactSum([])]).toEqual([0, []]);
  });

  it("settles to the same parts in any order and grouping", () => {
    fc.assert(
      fc.property(weights, fc.nat(), (numbers, cut) => {
        const at = cut % (numbers.length + 1);
        const grouped = settleExactSum(sumOf(numbers.slice(at)));
        for (const part of settleExactSum(sumOf(numbers.slice(0, at)))) addExactly(grouped, part);
        const reversed = settleExactSum(sumOf(numbers.toReversed()));
        expect(settleExactSum(grouped)).toEqual(reversed);
        expect(settleExactSum(sumOf(numbers))).toEqual(reversed);
        expect(roundExactSum(reversed)).toBe(reversed.at(-1) ?? 0);
      }),
    );
  });
});
