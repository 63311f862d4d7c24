import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareMeans } from "../../../src/pattern/change/compare-means.js";
import { compareNps } from "../../../src/pattern/change/compare-nps.js";
import { compareShares } from "../../../src/pattern/change/compare-shares.js";
import type { Comparison } from "../../../src/pattern/change/comparison.js";
import { decomposeHistograms } from "../../../src/pattern/change/decompose-histograms.js";
import { toQValues } from "../../../src/pattern/change/q-values.js";

type Fixture = Readonly<Record<string, readonly number[] | number>> & { readonly kind: string };

/** A line holds what test/fixtures/statistics/differences.R wrote. */
const fixtures = readFileSync("test/fixtures/statistics/differences.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line): Fixture => JSON.parse(line));
const ofKind = (kind: string): readonly Fixture[] => fixtures.filter((fixture) => fixture.kind === kind);
const listOf = (fixture: Fixture, key: string): readonly number[] => [fixture[key] ?? []].flat();

const numbersOf = ({ difference, p }: Comparison): (number | null)[] => [
  difference.value,
  difference.low,
  difference.high,
  p,
];

/** Differences larger than 1e-9, and numbers on one side alone. */
const disagreements = (ours: readonly (number | null)[], theirs: readonly (number | null)[]): unknown[] =>
  ours.length === theirs.length
    ? ours.flatMap((number, i) => {
        const other = theirs[i] ?? null;
        const alike = number === null || other === null ? number === other : Math.abs(number - other) <= 1e-9;
        return alike ? [] : [[i, number, other]];
      })
    : [ours, theirs];

const withhold = 0;

describe("differences agree with R to 1e-9", () => {
  it.each(ofKind("shares"))("of shares $input at level $level: Newcombe's interval, prop.test's p", (fixture) => {
    const [count1 = 0, n1 = 0, count2 = 0, n2 = 0] = listOf(fixture, "input");
    const [level = 0] = listOf(fixture, "level");
    const ours = compareShares({ count: count1, n: n1 }, { count: count2, n: n2 }, { level, withhold });
    expect(disagreements(numbersOf(ours), listOf(fixture, "expected"))).toEqual([]);
  });

  it.each(ofKind("nps"))("of NPS $before and $after", (fixture) => {
    const [level = 0] = listOf(fixture, "level");
    const ours = compareNps(listOf(fixture, "before"), listOf(fixture, "after"), { level });
    expect(disagreements(numbersOf(ours), listOf(fixture, "expected"))).toEqual([]);
  });

  it.each(ofKind("means"))("of means $before and $after: Welch's interval, p of all permutations", (fixture) => {
    const scale = { lowest: 1, step: 1 };
    const [before, after] = [listOf(fixture, "before"), listOf(fixture, "after")];
    const ours = compareMeans({ counts: before, ...scale }, { counts: after, ...scale }, { withhold });
    expect(ours.method).toBe("exact-permutation");
    expect(disagreements(numbersOf(ours), listOf(fixture, "expected"))).toEqual([]);
  });

  it.each(ofKind("q"))("of a family of p values", (fixture) => {
    expect(disagreements(toQValues(listOf(fixture, "input")), listOf(fixture, "expected"))).toEqual([]);
  });

  it.each(ofKind("decomposition"))("of effects and their intervals, from rows and numeric influences", (fixture) => {
    // Lists of lists: the answers of each group.
    const groupsOf = (key: string) => fixture[key] as unknown as readonly (readonly number[])[];
    const stars = (counts: readonly number[] = []) => ({ counts, lowest: 1, step: 1 });
    const groups = groupsOf("before").map((counts, i) => ({
      name: `group ${i}`,
      before: stars(counts),
      after: stars(groupsOf("after")[i]),
    }));
    const rules = { level: 0.95, small: 0, withhold: 0 };
    const { rate, mix, groups: effects } = decomposeHistograms(groups, rules);
    const inOrder = effects.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
    const reach = ({ low, high }: { low: number | null; high: number | null }): number | null =>
      low === null || high === null ? null : (high - low) / 2;
    expect(disagreements([rate.value, mix.value], [...listOf(fixture, "rate"), ...listOf(fixture, "mix")])).toEqual([]);
    const rates = inOrder.map((effect) => effect.rate.value ?? 0);
    expect(disagreements(rates, listOf(fixture, "rates"))).toEqual([]);
    const mixes = inOrder.map((effect) => effect.mix.value);
    expect(disagreements(mixes, listOf(fixture, "mixes"))).toEqual([]);
    const rateReaches = [...inOrder.map((effect) => reach(effect.rate)), reach(rate)];
    const expected = [...listOf(fixture, "rateReaches"), ...listOf(fixture, "rateReach")];
    expect(disagreements(rateReaches, expected)).toEqual([]);
    const mixReaches = [...inOrder.map((effect) => reach(effect.mix)), reach(mix)];
    expect(disagreements(mixReaches, [...listOf(fixture, "mixReaches"), ...listOf(fixture, "mixReach")])).toEqual([]);
  });
});
