import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toQValues } from "../../../src/pattern/change/q-values.js";

const pValue = fc.double({ min: 0, max: 1, noNaN: true });

describe("q values", () => {
  it("rise with p, and lie between p and 1", () => {
    fc.assert(
      fc.property(fc.array(pValue), (pValues) => {
        const qValues = toQValues(pValues);
        const pairs = pValues.map((p, i) => [p, qValues[i] ?? Number.NaN] as const).sort(([a], [b]) => a - b);
        for (const [i, [p, q]] of pairs.entries()) {
          expect(q).toBeGreaterThanOrEqual(Math.max(p, pairs[i - 1]?.[1] ?? 0));
          expect(q).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("do not depend on the order of the family", () => {
    fc.assert(
      fc.property(fc.array(pValue), (pValues) => {
        expect(toQValues(pValues.toReversed()).reverse()).toEqual(toQValues(pValues));
      }),
    );
  });

  it("leave out what was not tested", () => {
    expect(toQValues([null, 0.02, null, 0.5])).toEqual([null, 0.04, null, 0.5]);
    expect(toQValues([])).toEqual([]);
  });

  it.each([[Number.NaN], [-0.1], [1.1]])("refuse a p of %d", (p) => {
    expect(() => toQValues([0.5, p])).toThrow("toQValues pValues[1]: expected a number from 0 to 1");
  });
});
