import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, log, sigmoid, softmax } from "../../src/core/math.js";

/** How far two numbers are apart, as a share of the larger. */
function relativeGap(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

const finite = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe("exp", () => {
  it("agrees with Math.exp to 14 digits", () => {
    fc.assert(fc.property(finite(-700, 700), (x) => relativeGap(exp(x), Math.exp(x)) < 1e-14));
  });

  it("takes what is beyond ±700 as ±700, so that nothing overflows", () => {
    expect([exp(1e308), exp(Infinity)]).toEqual([exp(700), exp(700)]);
    expect([exp(-1e308), exp(-Infinity)]).toEqual([exp(-700), exp(-700)]);
  });

  it("is exactly 1 for 0", () => {
    expect(exp(0)).toBe(1);
  });
});

describe("log", () => {
  it("agrees with Math.log to 14 digits, also of the smallest and the largest numbers", () => {
    const above = fc.oneof(
      finite(Number.MIN_VALUE, Number.MAX_VALUE),
      finite(Number.MIN_VALUE, 1e-300),
      finite(0.5, 2),
    );
    fc.assert(fc.property(above, (x) => Math.abs(log(x) - Math.log(x)) <= 1e-14 * Math.max(1, Math.abs(Math.log(x)))));
  });

  it("says -Infinity of 0, Infinity of Infinity, NaN below 0 and of NaN", () => {
    expect([log(0), log(Infinity), log(-1), log(Number.NaN)]).toEqual([-Infinity, Infinity, Number.NaN, Number.NaN]);
  });

  it("undoes exp", () => {
    fc.assert(fc.property(finite(-600, 600), (x) => Math.abs(log(exp(x)) - x) < 1e-12));
  });
});

describe("sigmoid", () => {
  it("lies between 0 and 1 and is 1 less its mirror image", () => {
    fc.assert(
      fc.property(finite(-1e6, 1e6), (x) => {
        const value = sigmoid(x);
        return value >= 0 && value <= 1 && Math.abs(value + sigmoid(-x) - 1) < 1e-15;
      }),
    );
  });
});

describe("softmax", () => {
  const scores = fc.array(finite(-1e6, 1e6), { minLength: 1, maxLength: 20 });

  it("agrees with the quotient of Math.exp", () => {
    fc.assert(
      fc.property(fc.array(finite(-100, 100), { minLength: 1, maxLength: 20 }), (given) => {
        const values = Float64Array.from(given);
        softmax(values);
        const sum = given.reduce((total, score) => total + Math.exp(score), 0);
        return given.every((score, i) => Math.abs((values[i] ?? 0) - Math.exp(score) / sum) < 1e-12);
      }),
    );
  });

  it("adds up to 1, whatever the size of the scores", () => {
    fc.assert(
      fc.property(scores, (given) => {
        const values = Float64Array.from(given);
        softmax(values);
        return Math.abs(values.reduce((total, value) => total + value, 0) - 1) < 1e-12;
      }),
    );
  });

  it("changes the range it is given alone", () => {
    const values = Float64Array.of(7, 0, 0, 7);
    softmax(values, 1, 3);
    expect([...values]).toEqual([7, 0.5, 0.5, 7]);
  });

  it("does nothing to an empty range", () => {
    const values = Float64Array.of(1, 2);
    softmax(values, 1, 1);
    expect([...values]).toEqual([1, 2]);
  });
});
