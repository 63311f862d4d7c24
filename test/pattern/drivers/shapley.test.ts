import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/core/random.js";
import { regress } from "../../../src/pattern/drivers/eliminate.js";
import { weighByJohnson } from "../../../src/pattern/drivers/johnson.js";
import { createAllSubsets, createSampledOrders } from "../../../src/pattern/drivers/shapley.js";

/** Correlations of some drivers and an outcome, from made-up rows that hang together. */
function correlationsOf(drivers: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const width = drivers + 1;
  const rows = Array.from({ length: 60 }, () => {
    const common = random();
    const row = Array.from({ length: drivers }, (_, i) => random() + (i % 3 === 0 ? common : 0));
    return [...row, row.reduce((sum, value, i) => sum + value * (i % 2 === 0 ? 1 : -0.5), random())];
  });
  const means = Array.from({ length: width }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / 60);
  const product = (i: number, j: number): number =>
    rows.reduce((sum, row) => sum + ((row[i] ?? 0) - (means[i] ?? 0)) * ((row[j] ?? 0) - (means[j] ?? 0)), 0);
  return Float64Array.from({ length: width * width }, (_, at) => {
    const [i, j] = [Math.floor(at / width), at % width];
    return i === j ? 1 : product(i, j) / Math.sqrt(product(i, i) * product(j, j));
  });
}

/** R² of the outcome on some of the drivers. */
function explainedBy(correlations: Float64Array, width: number, set: readonly number[]): number {
  const used = [...set, width - 1];
  const part = used.flatMap((i) => used.map((j) => correlations[i * width + j] ?? 0));
  return regress(Float64Array.from(part), used.length).explained;
}

/** Shapley values by their definition: the average over all orders of adding drivers. */
function byDefinition(correlations: Float64Array, drivers: number): number[] {
  const values = new Array<number>(drivers).fill(0);
  let orders = 0;
  const addNext = (before: readonly number[], rest: readonly number[]): void => {
    if (rest.length > 0)
      for (const next of rest)
        addNext(
          [...before, next],
          rest.filter((other) => other !== next),
        );
    else {
      orders++;
      before.forEach((driver, place) => {
        const [without, withIt] = [before.slice(0, place), before.slice(0, place + 1)];
        const gain = explainedBy(correlations, drivers + 1, withIt) - explainedBy(correlations, drivers + 1, without);
        values[driver] = (values[driver] ?? 0) + gain;
      });
    }
  };
  addNext(
    [],
    Array.from({ length: drivers }, (_, i) => i),
  );
  return values.map((value) => value / orders);
}

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);

const allSubsets = (correlations: Float64Array, drivers: number): Float64Array => {
  const into = new Float64Array(drivers);
  createAllSubsets(drivers)(correlations, into);
  return into;
};

describe("Shapley values over all subsets", () => {
  it.each([1, 2, 3, 5])("are the average over all orders of adding %i drivers", (drivers) => {
    const correlations = correlationsOf(drivers, drivers);
    expect(furthest(allSubsets(correlations, drivers), byDefinition(correlations, drivers))).toBeLessThan(1e-13);
  });

  it("fall in equal parts to drivers that say the same", () => {
    const correlations = Float64Array.from([1, 1, 0.2, 0.6, 1, 1, 0.2, 0.6, 0.2, 0.2, 1, 0.3, 0.6, 0.6, 0.3, 1]);
    const [first = 0, second = 0] = allSubsets(correlations, 3);
    expect(Math.abs(first - second)).toBeLessThan(1e-14);
    expect(first).toBeGreaterThan(0.1);
  });

  it("are the squared correlations where drivers have nothing to do with one another", () => {
    const correlations = Float64Array.from([1, 0, 0.6, 0, 1, -0.3, 0.6, -0.3, 1]);
    expect(furthest(allSubsets(correlations, 2), [0.36, 0.09])).toBeLessThan(1e-15);
  });

  it("are 0 for a driver that does not vary", () => {
    const correlations = Float64Array.from([1, 0, 0.6, 0, 0, 0, 0.6, 0, 1]);
    expect([...allSubsets(correlations, 2)].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([0.36, 0]);
  });

  it("leave the correlations as they were, so that a second run gives the same", () => {
    const correlations = correlationsOf(6, 4);
    const before = Float64Array.from(correlations);
    const run = createAllSubsets(6);
    const [first, second] = [new Float64Array(6), new Float64Array(6)];
    run(correlations, first);
    run(correlations, second);
    expect(correlations).toEqual(before);
    expect(second).toEqual(first);
  });
});

describe("Shapley values from sampled orders", () => {
  const correlations = correlationsOf(12, 9);
  const exact = allSubsets(correlations, 12);
  const sampled = (pairs: number, seed = 1): Float64Array => {
    const into = new Float64Array(12);
    createSampledOrders(12, pairs, seed)(correlations, into);
    return into;
  };

  it("come close to the exact ones, the closer the more orders", () => {
    expect(furthest(sampled(100), exact)).toBeLessThan(0.005);
    expect(furthest(sampled(10_000), exact)).toBeLessThan(0.0005);
  });

  it("add up to what is explained, however few the orders", () => {
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum(sampled(1)) - sum(exact))).toBeLessThan(1e-13);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(sampled(5)).toEqual(sampled(5));
    expect(sampled(5, 2)).not.toEqual(sampled(5));
  });
});

describe("Johnson's relative weights", () => {
  it("come close to Shapley values", () => {
    const correlations = correlationsOf(12, 9);
    const weights = new Float64Array(12);
    weighByJohnson(correlations, weights);
    expect(furthest(weights, allSubsets(correlations, 12))).toBeLessThan(0.01);
  });
});
