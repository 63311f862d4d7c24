import type { Reliability, Statistic } from "../../core/statistic.js";
import type { ReliabilityRules } from "../metrics/judge.js";
import { type ComparedSide, isTold, judge, NO_SPREAD, showSide } from "./comparison.js";
import { type GroupPair, mixReach, type Part, rateReach, totalMixReach, totalRateReach } from "./effect-reach.js";
import { type Histogram, momentsOf } from "./histogram.js";

/** One group's answers on both sides; `null` names those of which no group is told. */
export interface GroupAnswers {
  readonly name: string | null;
  readonly before: Histogram;
  readonly after: Histogram;
}

/** What one group did to a change. */
export interface GroupEffect {
  /** Name of the group; `null` for the verbatims of which no group is told. */
  readonly name: string | null;
  /** Its share of the answers, 0 to 1, on either side; 0 of no answers. */
  readonly share: { readonly before: number; readonly after: number };
  /** Its own value and its answers on either side. */
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** What its own change did: it answers otherwise than before. `not-estimable`, and 0 in the sum, where it has no answers on a side. */
  readonly rate: Statistic;
  /** What its growth or decline did: a group that answers better than the average raises it by growing. */
  readonly mix: Statistic;
}

/** All that a change is made of. */
export interface Effects {
  readonly rate: Statistic;
  readonly mix: Statistic;
  /** By falling size of rate and mix together, then name, what is not told last. */
  readonly groups: readonly GroupEffect[];
}

type Verdict = readonly [reliability: Reliability, reason: string | null];

/** Takes the difference of the means of all answers apart by group. Groups without answers on either side are left out. */
export function decomposeHistograms(groups: readonly GroupAnswers[], rules: ReliabilityRules): Effects {
  const parts = groups.map(({ before, after }) => [momentsOf(before), momentsOf(after)] as const);
  const all1 = poolMoments(parts.map(([one]) => one));
  const all2 = poolMoments(parts.map(([, two]) => two));
  const middle = (all1.m + all2.m) / 2;
  const pairs = groups.flatMap(({ name }, i): GroupPair[] => {
    const [one, two] = parts[i] ?? [];
    if (one === undefined || two === undefined || one.n + two.n === 0) return [];
    const before = toPart(one, two.mean, all1.n);
    const after = toPart(two, one.mean, all2.n);
    const share = (before.w + after.w) / 2;
    const grown = after.w - before.w;
    const changed = after.m - before.m;
    const above = (before.m + after.m) / 2 - middle;
    return [{ name, before, after, share, grown, changed, above }];
  });
  const verdict = judge(all1.n, all2.n, rules);
  const told = { n: all1.n + all2.n, level: rules.level };
  const sum = (of: (pair: GroupPair) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  const rate = toStatistic(sum(rateOf), totalRateReach(pairs, all1, all2, rules.level), told, verdict);
  const mix = toStatistic(sum(mixOf), totalMixReach(pairs, all1, all2, rules.level), told, verdict);
  const effects = pairs.toSorted(bySize).map((pair): GroupEffect => {
    const { before, after } = pair;
    const count = { n: before.n + after.n, level: rules.level };
    const own = isTold(verdict[0]) ? judge(before.n, after.n, rules) : verdict;
    const both = isTold(verdict[0]) ? judgeBoth(count.n, rules) : verdict;
    return {
      name: pair.name,
      share: { before: before.w, after: after.w },
      before: showSide({ value: before.m, n: before.n }, rules),
      after: showSide({ value: after.m, n: after.n }, rules),
      rate: toStatistic(rateOf(pair), rateReach(pair, all1, all2, rules.level), count, own),
      mix: toStatistic(mixOf(pair), mixReach(pair, all1, all2, rules.level), count, both),
    };
  });
  return { rate, mix, groups: effects };
}

function rateOf({ changed, share }: GroupPair): number {
  return changed * share;
}

function mixOf({ grown, above }: GroupPair): number {
  return grown * above;
}

function bySize(a: GroupPair, b: GroupPair): number {
  const size = (pair: GroupPair): number => Math.abs(rateOf(pair) + mixOf(pair));
  // Sizes are no numbers where a side has no answers at all.
  return size(b) - size(a) || byName(a.name, b.name);
}

function byName(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** A group on one side; where it has no answers there its mean is that of the other side, so that it has not changed. */
function toPart({ n, mean, variance }: ReturnType<typeof momentsOf>, other: number, all: number): Part {
  return { n, w: all === 0 ? 0 : n / all, m: n === 0 ? other : mean, v: n < 2 ? 0 : (variance * (n - 1)) / n };
}

/** All answers of a side. */
function poolMoments(moments: readonly ReturnType<typeof momentsOf>[]): Part {
  const given = moments.filter(({ n }) => n > 0);
  const n = given.reduce((sum, each) => sum + each.n, 0);
  const m = given.reduce((sum, each) => sum + each.n * each.mean, 0) / n;
  const square = ({ n, mean, variance }: ReturnType<typeof momentsOf>): number =>
    (n < 2 ? 0 : variance * (n - 1)) + n * (mean - m) ** 2;
  return { n, w: 1, m, v: given.reduce((sum, each) => sum + square(each), 0) / n };
}

/** How far what rests on the answers of both sides together can be relied on. */
function judgeBoth(n: number, { small, withhold }: ReliabilityRules): Verdict {
  const answers = n === 1 ? "1 answer" : `${n} answers`;
  if (n < withhold) return ["withheld", `Only ${answers} on both sides: withheld below ${withhold}.`];
  if (n < small) return ["small", `Only ${answers} on both sides: to be read with care.`];
  return ["usual", null];
}

function toStatistic(
  value: number,
  reach: number | null,
  told: { readonly n: number; readonly level: number },
  [reliability, reason]: Verdict,
): Statistic {
  const { n, level } = told;
  if (!isTold(reliability)) return { value: null, low: null, high: null, level, n, reliability, reason };
  if (reach === null) return { value, low: null, high: null, level, n, reliability: "small", reason: NO_SPREAD };
  // No effect is 0, never -0.
  return { value: value + 0, low: value - reach, high: value + reach, level, n, reliability, reason };
}
