import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/core/random.js";
import type { Statistic } from "../../../src/core/statistic.js";
import { drivers } from "../../../src/pattern/drivers/drivers.js";
import { driversOf } from "../../../src/pattern/drivers/drivers-of.js";
import type { Driver, Drivers } from "../../../src/pattern/drivers/drivers-result.js";
import { type Said, toAnalysis } from "./fixtures.js";

const few = { outcome: "nps", resamples: 20 } as const;
const say = (n: number, said: (i: number) => Said): ReturnType<typeof toAnalysis>[] =>
  Array.from({ length: n }, (_, i) => toAnalysis(said(i)));
const find = ({ drivers: found }: Drivers, name: string): Driver | undefined =>
  found.find((each) => each.name === name);
const verdict = (statistic: Statistic | undefined): unknown => [
  statistic?.value,
  statistic?.reliability,
  statistic?.reason,
];

/** Sixty answers that delivery and price have to do with, in all combinations. */
const mixed = (i: number): Said => ({
  themes: { ...(i % 2 === 0 ? { delivery: "negative" } : {}), ...(i % 3 === 0 ? { price: "negative" } : {}) },
  nps: (i * 7) % 11,
});

describe("drivers say why nothing can be told", () => {
  it("of no analyses at all", () => {
    const { n, mean, explained, drivers: found } = drivers([], few);
    expect([n, mean, found]).toEqual([0, null, []]);
    expect(verdict(explained)).toEqual([null, "not-estimable", "There are no rows with the outcome."]);
  });

  it("of a single answer", () => {
    const { n, mean, explained, drivers: found } = drivers([toAnalysis(mixed(0))], few);
    expect([n, mean, explained.reliability]).toEqual([1, null, "withheld"]);
    expect(found.map(({ name, performance }) => [name, performance])).toEqual([
      ["delivery", null],
      ["price", null],
    ]);
  });

  it("of answers that are all the same", () => {
    const found = drivers(
      say(60, (i) => ({ ...mixed(i), nps: 9 })),
      few,
    );
    const reason = "The outcome is the same in all rows: there is nothing to explain.";
    expect(verdict(found.explained)).toEqual([null, "not-estimable", reason]);
    expect(verdict(find(found, "delivery")?.shapley)).toEqual([null, "not-estimable", reason]);
    expect(find(found, "delivery")?.impact.value).toBe(0);
  });

  it("of a theme that every verbatim mentions", () => {
    const found = drivers(
      say(60, (i) => ({ themes: { ...mixed(i).themes, staff: "positive" }, nps: (i * 7) % 11 })),
      few,
    );
    const reason = "Every verbatim mentions it: there are none without it to set against.";
    expect(verdict(find(found, "staff")?.impact)).toEqual([null, "not-estimable", reason]);
    expect(verdict(find(found, "staff")?.shapley)).toEqual([null, "not-estimable", reason]);
    expect(find(found, "delivery")?.shapley.reliability).toBe("usual");
    expect(find(found, "price")?.shapley.reliability).toBe("small");
  });

  it("of a theme that is asked for and never mentioned", () => {
    const found = drivers(say(60, mixed), { ...few, themes: ["delivery", "parking"] });
    expect(found.drivers.map(({ name }) => name)).toEqual(["delivery", "parking"]);
    expect(verdict(find(found, "parking")?.effect)).toEqual([null, "not-estimable", "No verbatim mentions it."]);
  });

  it("of a theme that too few mention", () => {
    const found = drivers(
      say(60, (i) => ({ themes: { ...mixed(i).themes, ...(i < 4 ? { staff: "negative" } : {}) }, nps: i % 11 })),
      few,
    );
    const reason = "Fewer than 10 verbatims mention it (4): kept back.";
    expect(verdict(find(found, "staff")?.impact)).toEqual([null, "withheld", reason]);
    expect(verdict(find(found, "staff")?.johnson)).toEqual([null, "withheld", reason]);
  });

  it("of themes that are always mentioned together: the others share what is explained, and its own is not known", () => {
    const found = drivers(
      say(90, (i) => ({
        themes: { ...mixed(i).themes, ...(i % 2 === 0 ? { returns: "negative" } : {}) },
        nps: (i * 7) % 11,
      })),
      few,
    );
    const reason = 'Collinear: theme "delivery" tells it in every row, so that nothing is its own.';
    expect(verdict(find(found, "returns")?.shapley)).toEqual([null, "not-estimable", reason]);
    expect(find(found, "returns")?.impact).toEqual(find(found, "delivery")?.impact);
  });

  it("of stages one of which every verbatim tells: the rarest is what the others leave", () => {
    const stages = ["purchase", "purchase", "purchase", "use", "use", "support"] as const;
    const found = drivers(
      say(120, (i) => ({ stage: stages[i % 6] ?? null, nps: (i * 7) % 11 })),
      few,
    );
    const reason =
      'Collinear: stage "purchase", stage "use" together tell it in every row, so that nothing is its own.';
    expect(verdict(find(found, "support")?.effect)).toEqual([null, "not-estimable", reason]);
    expect(find(found, "use")?.effect.reliability).toBe("usual");
  });

  it("of as many drivers as rows", () => {
    const rows = Array.from({ length: 6 }, (_, i) => [i % 2, i % 3, (i * i) % 5, (i * 3) % 4, i]);
    const names = ["speed", "price", "staff", "range", "parking"];
    const found = driversOf(rows, [1, 4, 2, 5, 3, 3], { names, resamples: 5, withhold: 0 });
    const reason = "There are as many drivers (5) as rows (6), or more, which explain anything.";
    expect(verdict(found.explained)).toEqual([null, "not-estimable", reason]);
    expect(found.drivers.map(({ shapley }) => shapley.reason)).toEqual(names.map(() => reason));
    expect(found.shapleyBy).toBeNull();
  });

  it("of columns that are always the same", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [4, i % 5]);
    const found = driversOf(
      rows,
      rows.map(([, speed = 0]) => speed),
      { names: ["staff", "speed"], resamples: 5 },
    );
    expect(find(found, "staff")?.shapley.reason).toBe(
      "It is 4 in every row: there are none without it to set against.",
    );
    expect(find(found, "speed")?.shapley.value).toBeCloseTo(1, 12);
  });

  it("of the impact of a column that is not just there or not there", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [i % 5]);
    const { drivers: found } = driversOf(
      rows,
      rows.map(([speed = 0]) => speed),
      { names: ["speed"], resamples: 5 },
    );
    expect(found[0]?.impact.reliability).toBe("not-estimable");
  });

  it("of the collinear columns of a matrix, by name", () => {
    const rows = Array.from({ length: 50 }, (_, i) => [i % 7, (i * 3) % 5, (i % 7) - 2 * ((i * 3) % 5)]);
    const names = ["a speed", "b price", "c balance"];
    const found = driversOf(
      rows,
      rows.map((_, i) => (i * i) % 13),
      { names, resamples: 5 },
    );
    expect(find(found, "c balance")?.shapley.reason).toBe(
      'Collinear: column "a speed", column "b price" together tell it in every row, so that nothing is its own.',
    );
  });
});

describe("drivers leave aside", () => {
  it("analyses without an answer, and texts that are not read", () => {
    const analyses = say(60, mixed);
    const unread = analyses
      .slice(0, 3)
      .map((analysis) => ({ ...analysis, sentiment: null, themes: [], model: "other-0.1.0" }));
    const unanswered = say(5, () => ({ themes: { delivery: "negative" } }));
    const found = drivers([...analyses, ...unread, ...unanswered], few);
    expect([found.n, found.unread, found.unanswered]).toEqual([60, 3, 5]);
    expect(JSON.stringify(found.drivers)).toBe(JSON.stringify(drivers(analyses, few).drivers));
  });
});

describe("more drivers than all subsets can be run through", () => {
  const random = createRandom(6);
  const rows = Array.from({ length: 400 }, () => Array.from({ length: 17 }, () => Math.floor(random() * 6)));
  const names = Array.from({ length: 17 }, (_, j) => `question ${j + 1}`);
  const outcomes = rows.map((row) => row.reduce((sum, value, j) => sum + value * (j % 3), 0) % 20);

  it("are shared out over sampled orders, and the result says so", () => {
    const found = driversOf(rows, outcomes, { names, resamples: 0, orderPairs: 30 });
    expect([found.shapleyBy, found.orders]).toEqual(["sampled-orders", 60]);
    const sum = found.drivers.reduce((total, { shapley }) => total + (shapley.value ?? 0), 0);
    expect(sum).toBeCloseTo(found.explained.value ?? -1, 12);
  });

  it("while fifteen are run through in full", () => {
    const found = driversOf(
      rows.map((row) => row.slice(0, 15)),
      outcomes,
      { names: names.slice(0, 15), resamples: 0 },
    );
    expect([found.shapleyBy, found.orders]).toEqual(["all-subsets", null]);
  });

  it("are the hundred most mentioned where customers speak of more", () => {
    const analyses = say(3000, (i) => ({
      themes: { [`topic ${i % 120}`]: "negative", [`topic ${(i * 7) % 110}`]: "positive" },
      nps: (i * 13) % 11,
    }));
    const found = drivers(analyses, { ...few, resamples: 0, orderPairs: 1 });
    const left = found.drivers.filter(
      ({ shapley }) => shapley.reason?.startsWith("Only the 100 most mentioned") === true,
    );
    expect(found.drivers).toHaveLength(120);
    expect(left).toHaveLength(20);
  });
});
