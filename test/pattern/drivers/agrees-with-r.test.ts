import { describe, expect, it } from "vitest";
import { drivers } from "../../../src/pattern/drivers/drivers.js";
import { driversOf } from "../../../src/pattern/drivers/drivers-of.js";
import type { Drivers } from "../../../src/pattern/drivers/drivers-result.js";
import { impacts } from "../../../src/pattern/drivers/impacts.js";
import { penaltyReward } from "../../../src/pattern/drivers/penalty-reward.js";
import { addToSummary, emptySummary } from "../../../src/pattern/index.js";
import { readExpected, readMentions, readRatings } from "./fixtures.js";

/** Differences of more than 1e-9 of the value between what was found and what R says. */
function differences(found: ReadonlyMap<string, number | null>, expected: ReadonlyMap<string, number>): string[] {
  return [...found].flatMap(([key, value]) => {
    const said = expected.get(key);
    const isClose =
      said !== undefined && value !== null && Math.abs(value - said) <= 1e-9 * Math.max(1e-3, Math.abs(said));
    return isClose ? [] : [`${key}: ${value}, R says ${said}`];
  });
}

const model = ({ explained, drivers: found }: Drivers): Map<string, number | null> =>
  new Map([
    ["explained ", explained.value],
    ...found.flatMap((driver) =>
      (["effect", "shapley", "johnson"] as const).map((key) => [`${key} ${driver.name}`, driver[key].value] as const),
    ),
  ]);

describe("drivers agree with R to 1e-9", () => {
  it("in rows of numbers: LMG over all subsets, Johnson's weights, coefficients", () => {
    const { names, rows, outcomes } = readRatings();
    const found = model(driversOf(rows, outcomes, { names, resamples: 0 }));
    expect(found.size).toBe(1 + 3 * 6);
    expect(differences(found, readExpected("ratings"))).toEqual([]);
  });

  it("in what customers mention", () => {
    const found = model(drivers(readMentions(), { outcome: "nps", resamples: 0 }));
    expect(found.size).toBe(1 + 3 * 9);
    expect(differences(found, readExpected("mentions"))).toEqual([]);
  });

  it("in the impact of each, the mean, and how customers speak of each theme", () => {
    const { mean, drivers: found } = drivers(readMentions(), { outcome: "nps", resamples: 0 });
    const values = new Map<string, number | null>([["mean ", mean]]);
    for (const { kind, name, impact, performance } of found) {
      values.set(`impact ${name}`, impact.value);
      if (kind === "theme") values.set(`performance ${name}`, performance);
    }
    expect(values.size).toBe(1 + 9 + 6);
    expect(differences(values, readExpected("mentions"))).toEqual([]);
  });

  it("in impacts from a summary", () => {
    const { mean, impacts: found } = impacts(addToSummary(emptySummary(), readMentions()), {
      outcome: "nps",
      resamples: 0,
    });
    const values = new Map([
      ["mean ", mean],
      ...found.map(({ name, impact }) => [`impact ${name}`, impact.value] as const),
    ]);
    expect(values.size).toBe(1 + 9);
    expect(differences(values, readExpected("mentions"))).toEqual([]);
  });

  it("in penalties, rewards and their asymmetry", () => {
    const { factors } = penaltyReward(readMentions(), { outcome: "nps", resamples: 0, withhold: 5 });
    const values = new Map(
      factors.flatMap((factor) =>
        (["penalty", "reward", "asymmetry"] as const).map(
          (key) => [`${key} ${factor.name}`, factor[key].value] as const,
        ),
      ),
    );
    expect(values.size).toBe(3 * 9);
    expect(differences(values, readExpected("mentions"))).toEqual([]);
  });
});
