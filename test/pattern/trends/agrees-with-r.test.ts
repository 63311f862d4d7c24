import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findBetweenSpread } from "../../../src/pattern/experience/between-spread.js";
import { findQuantilePlaces } from "../../../src/pattern/experience/order-quantile.js";
import { findChangePoints } from "../../../src/pattern/trends/find-change-points.js";
import { binomialTails, hypergeometricTails } from "../../../src/pattern/trends/hypergeometric.js";
import { digamma, trigamma } from "../../../src/pattern/trends/moderate-dispersion.js";
import { seasonalPattern } from "../../../src/pattern/trends/seasonal-pattern.js";
import { testShifts, testVolume } from "../../../src/pattern/trends/shift-test.js";
import { seriesOf } from "./some-series.js";

/** One line of trends.jsonl, which trends.R beside it makes. */
type Fixture = Readonly<Record<string, unknown>> & { readonly kind: string };

const path = new URL("../../fixtures/statistics/trends.jsonl", import.meta.url);
const fixtures: readonly Fixture[] = readFileSync(path, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const ofKind = (kind: string): readonly Fixture[] => fixtures.filter((fixture) => fixture.kind === kind);

/** A list of numbers of a fixture, whose script wrote nothing else there. */
const numbers = (fixture: Fixture, field: string): readonly number[] => {
  const list = fixture[field];
  if (!Array.isArray(list)) throw new Error(`${fixture.kind} has no ${field}`);
  return list;
};
const one = (fixture: Fixture, field: string): number => numbers(fixture, field)[0] ?? Number.NaN;

/** Nearly equal: to 1e-9 of the expected number, or of 1 where it is larger than a thousandth of that. */
function expectClose(received: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(received.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) {
    const ours = received[i] ?? null;
    if (value === null || ours === null) expect(ours).toBe(value);
    else
      expect(Math.abs(ours - value), `${ours} for ${value}`).toBeLessThanOrEqual(
        1e-9 * Math.max(Math.abs(value), 1e-40),
      );
  }
}

describe("what R computes is computed here to nine digits", () => {
  it("has fixtures of every kind", () => {
    const kinds = ["hypergeometric", "binomial", "gamma", "shifts", "volume", "span", "season", "spread", "places"];
    expect([...new Set(fixtures.map(({ kind }) => kind))]).toEqual(kinds);
  });

  it.each(ofKind("hypergeometric"))("tails of Fisher's exact test: $input", (fixture) => {
    const [x = 0, n = 0, rest = 0, marked = 0] = numbers(fixture, "input");
    const { upper, lower } = hypergeometricTails(x, n, rest, marked);
    expectClose([upper, lower], numbers(fixture, "expected"));
  });

  it.each(ofKind("binomial"))("tails of the exact test of two rates: $input", (fixture) => {
    const [x = 0, n = 0, p = 0] = numbers(fixture, "input");
    const { upper, lower } = binomialTails(x, n, p);
    expectClose([upper, lower], numbers(fixture, "expected"));
  });

  it.each(ofKind("gamma"))("the derivatives of ln Γ", (fixture) => {
    expectClose(numbers(fixture, "input").map(digamma), numbers(fixture, "digamma"));
    expectClose(numbers(fixture, "input").map(trigamma), numbers(fixture, "trigamma"));
  });

  it.each(ofKind("shifts"))("p values of emerging and fading themes among $verbatims", (fixture) => {
    const recent = one(fixture, "recent");
    const cut = (list: readonly number[]) => ({ recent: list.slice(-recent), baseline: list.slice(0, -recent) });
    // The script writes a list of lists here.
    const counts = fixture.counts as readonly (readonly number[])[];
    const pValues = testShifts(counts.map(cut), cut(numbers(fixture, "verbatims")));
    expectClose(pValues, numbers(fixture, "expected"));
  });

  it.each(ofKind("volume"))("p value of the last of $verbatims", (fixture) => {
    const all = numbers(fixture, "verbatims");
    const p = testVolume({ recent: all.slice(-1), baseline: all.slice(0, -1) });
    expectClose([p], numbers(fixture, "expected"));
  });

  it.each(ofKind("span"))("the weighted mean of $values with its interval", (fixture) => {
    const weights = numbers(fixture, "weights");
    // Verbatims without any sentiment but neutral, of which so many are negative that the share is the value.
    const values = numbers(fixture, "values");
    const least = Math.min(0, ...values);
    const series = seriesOf(
      "week",
      weights.map((n, i) => ({ n: n * 100, negative: Math.round(((values[i] ?? 0) - least) * n * 100) })),
    );
    const { spans } = findChangePoints(series, { measure: "negative", withhold: 0 });
    const { value, low, high } = spans[0]?.value ?? {};
    const back = [value, low, high].map((number) => (number ?? Number.NaN) + least);
    expectClose(back, numbers(fixture, "expected"));
  });

  it.each(ofKind("season"))("the seasons of a cycle of $cycle", (fixture) => {
    const unit = one(fixture, "cycle") === 7 ? "day" : "month";
    const series = seriesOf(
      unit,
      numbers(fixture, "verbatims").map((n) => ({ n })),
    );
    const { seasons } = seasonalPattern(series, { measure: "volume" });
    expectClose(
      seasons.map(({ effect }) => effect.value),
      numbers(fixture, "expected"),
    );
  });

  it.each(ofKind("spread"))("the spread between $means at level $level", (fixture) => {
    const [means, variances, family] = ["means", "variances", "family"].map((field) => numbers(fixture, field));
    const groups = (means ?? []).map((mean, i) => ({ mean, variance: variances?.[i] ?? 0, of: family?.[i] ?? 0 }));
    const families = [...new Set(family)].map((of) => groups.filter((group) => group.of === of));
    const { value, low, high } = findBetweenSpread(families, 1, one(fixture, "level"));
    for (const [i, expected] of numbers(fixture, "expected").entries())
      expect([value, low, high][i]).toBeCloseTo(expected, 9);
  });

  it.each(ofKind("places"))("places of quantile $share of $n values at level $level", (fixture) => {
    const { value, low, high } = findQuantilePlaces(one(fixture, "share"), one(fixture, "n"), one(fixture, "level"));
    expect([value, low, high]).toEqual(numbers(fixture, "expected"));
  });
});
