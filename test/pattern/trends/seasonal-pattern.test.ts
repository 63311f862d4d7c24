import { describe, expect, it } from "vitest";
import { seasonalPattern } from "../../../src/pattern/trends/seasonal-pattern.js";
import { seriesOf } from "./some-series.js";

/** Ten weeks of days: 100 verbatims, twice as many on Mondays, none on Sundays where the shop is closed. */
const days = (sunday: number) =>
  Array.from({ length: 70 }, (_, i) => ({ n: i % 7 === 0 ? 200 : i % 7 === 6 ? sunday : 100 + (i % 3) }));

describe("a seasonal pattern", () => {
  it("tells the usual ratio of each weekday, Monday first", () => {
    const { cycle, kind, seasons, reason } = seasonalPattern(seriesOf("day", days(50)), { measure: "volume" });
    expect([cycle, kind, reason]).toEqual([7, "ratio", null]);
    const ratios = seasons.map(({ effect }) => Math.round((effect.value ?? Number.NaN) * 10) / 10);
    expect(ratios).toEqual([1.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5]);
    const mean = seasons.reduce((sum, { effect }) => sum + (effect.value ?? Number.NaN), 0) / 7;
    expect(mean).toBeCloseTo(1, 12);
  });

  it("tells the usual difference of another measure", () => {
    const months = Array.from({ length: 48 }, (_, i) => ({ n: 200, negative: i % 12 === 11 ? 90 : 50 + (i % 3) }));
    const { cycle, kind, seasons } = seasonalPattern(seriesOf("month", months), { measure: "negative" });
    expect([cycle, kind]).toEqual([12, "difference"]);
    const december = seasons[11]?.effect;
    expect(december?.value).toBeCloseTo(0.178, 2);
    expect(december?.low ?? 0).toBeGreaterThan(0.1);
  });

  it("counts days without verbatims as a volume of 0", () => {
    const { seasons } = seasonalPattern(seriesOf("day", days(0)), {
      measure: "volume",
      until: "2024-03-10",
      withhold: 0,
    });
    expect(seasons[6]).toMatchObject({ season: 7, effect: { reliability: "not-estimable" } });
    expect(seasons[0]?.effect.value ?? 0).toBeGreaterThan(1.8);
  });

  it.each([
    ["a short history", seriesOf("day", days(50).slice(0, 55)), "8 weeks of days are wanted, the series has 55 days."],
    [
      "a young shop",
      seriesOf("month", days(50).slice(0, 20)),
      "3 years of months are wanted, the series has 20 months.",
    ],
    ["weeks", seriesOf("week", days(50)), "Weeks have no season: years have 52 or 53 of them. Count days or months."],
  ])("is not told of %s, which is said", (_, series, reason) => {
    expect(seasonalPattern(series, { measure: "volume" })).toMatchObject({ seasons: [], reason });
  });

  it("is not told of a measure with gaps, which is said", () => {
    const { seasons, reason } = seasonalPattern(seriesOf("day", days(0)), { measure: "negative" });
    expect(seasons).toEqual([]);
    expect(reason).toMatch(/not known in 9 of 69 periods/);
  });

  it("is not told of ratios to nothing", () => {
    const silent = [...days(50), ...Array.from({ length: 20 }, () => ({ n: 0 })), ...days(50)];
    const { seasons, reason } = seasonalPattern(seriesOf("day", silent), { measure: "volume" });
    expect(seasons).toEqual([]);
    expect(reason).toMatch(/no ratios/);
  });
});
