import { describe, expect, it } from "vitest";
import { chiSquareTail } from "../../../src/core/gamma.js";
import { createRandom } from "../../../src/core/random.js";
import { drivers } from "../../../src/pattern/drivers/drivers.js";
import { driversOf } from "../../../src/pattern/drivers/drivers-of.js";
import { impacts } from "../../../src/pattern/drivers/impacts.js";
import { createResampler } from "../../../src/pattern/drivers/resample.js";
import { addToSummary, emptySummary } from "../../../src/pattern/index.js";
import { readExpected, readMentions } from "./fixtures.js";

/** Half the width of an interval, in standard errors that R says: 1.96 where they agree. */
const reach = ({ low, high }: { low: number | null; high: number | null }, error: number | undefined): number =>
  ((high ?? 0) - (low ?? 0)) / 2 / (error ?? Number.NaN);

describe("bootstrap intervals", () => {
  const expected = readExpected("mentions");
  const { drivers: found } = drivers(readMentions(), { outcome: "nps", resamples: 4000 });

  it.each(["effect", "impact"] as const)("of the %s are as wide as large-sample theory says", (key) => {
    const reaches = found.map((driver) => reach(driver[key], expected.get(`${key}Error ${driver.name}`)));
    expect(reaches).toHaveLength(9);
    for (const each of reaches) expect(Math.abs(each - 1.96)).toBeLessThan(0.15);
  });

  it("of impacts are about the same from rows and from a summary, whose values are the same", () => {
    const { impacts: fromSummary } = impacts(addToSummary(emptySummary(), readMentions()), {
      outcome: "nps",
      resamples: 4000,
    });
    for (const { kind, name, impact } of fromSummary) {
      const same = found.find((driver) => driver.kind === kind && driver.name === name);
      expect(Math.abs((same?.impact.value ?? 0) - (impact.value ?? 0))).toBeLessThan(1e-12);
      expect(Math.abs(reach(impact, expected.get(`impactError ${name}`)) - 1.96)).toBeLessThan(0.15);
    }
  });

  it("of a driver without effect start at 0, and those of all shares hold what was found", () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 500 }, () => [Math.floor(random() * 2), Math.floor(random() * 2)]);
    const outcomes = rows.map(([speed = 0]) => speed + random());
    const { explained, drivers: told } = driversOf(rows, outcomes, { names: ["speed", "colour"], resamples: 500 });
    const colour = told.find(({ name }) => name === "colour");
    expect([colour?.shapley.low, colour?.johnson.low]).toEqual([0, 0]);
    for (const { value, low, high } of [explained, ...told.flatMap(({ shapley, johnson }) => [shapley, johnson])]) {
      expect((low ?? 1) <= (value ?? 0) && (value ?? 1) <= (high ?? 0)).toBe(true);
    }
  });

  it("are wider for a higher level", () => {
    const width = (level: number): number => {
      const { explained } = drivers(readMentions(), { outcome: "nps", resamples: 200, level });
      return (explained.high ?? 0) - (explained.low ?? 0);
    };
    expect(width(0.99)).toBeGreaterThan(width(0.8));
  });

  it("are none where nothing is drawn", () => {
    const { explained } = drivers(readMentions(), { outcome: "nps", resamples: 0 });
    expect([explained.low, explained.high, explained.reliability]).toEqual([null, null, "usual"]);
  });
});

describe("the resampler", () => {
  const counts = [3000, 0, 40, 1, 250, 60, 1, 0, 9];
  const rows = counts.reduce((sum, n) => sum + n, 0);

  it("always draws as many rows as there are, none of a kind that there is none of", () => {
    const draw = createResampler(counts);
    const random = createRandom(4);
    for (let round = 0; round < 200; round++) {
      const drawn = draw(random);
      expect(drawn.reduce((sum, n) => sum + n, 0)).toBe(rows);
      expect([drawn[1], drawn[7]]).toEqual([0, 0]);
    }
  });

  it("draws each kind as often as drawing rows one by one would, on average and in its spread", () => {
    const draw = createResampler(counts);
    const random = createRandom(8);
    const rounds = 4000;
    const drawn = Array.from({ length: rounds }, () => Float64Array.from(draw(random)));
    for (const [kind, n] of counts.entries()) {
      if (n === 0) continue;
      const mean = drawn.reduce((sum, each) => sum + (each[kind] ?? 0), 0) / rounds;
      const variance = drawn.reduce((sum, each) => sum + ((each[kind] ?? 0) - mean) ** 2, 0) / rounds;
      const expected = n * (1 - n / rows);
      expect(Math.abs(mean - n)).toBeLessThan(4 * Math.sqrt(expected / rounds));
      expect(Math.abs(variance / expected - 1)).toBeLessThan(0.15);
    }
  });

  it("draws kinds together as a multinomial distribution does", () => {
    // Two kinds of many rows and two of few, so that both ways of drawing meet.
    const kinds = [200, 120, 60, 20];
    const draw = createResampler(kinds);
    const random = createRandom(15);
    // The squared distance from what is expected is a chi-square number with 3 degrees of freedom, near enough.
    const tails = Array.from({ length: 4000 }, () => {
      const drawn = draw(random);
      const distance = kinds.reduce((sum, n, kind) => sum + ((drawn[kind] ?? 0) - n) ** 2 / n, 0);
      return chiSquareTail(distance, 3);
    });
    for (const share of [0.05, 0.3, 0.7]) {
      const below = tails.filter((tail) => tail < share).length / tails.length;
      expect(Math.abs(below - share)).toBeLessThan(0.03);
    }
  });
});
