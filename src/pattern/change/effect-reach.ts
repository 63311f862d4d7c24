import { reachOf } from "../../core/intervals.js";
import { welchReach } from "./compare-means.js";

/** Some answers of one side. */
export interface Part {
  readonly n: number;
  /** Share of the side's answers. */
  readonly w: number;
  /** Mean. */
  readonly m: number;
  /** Variance as it is, divided by n. */
  readonly v: number;
}

/** A group on both sides. */
export interface GroupPair {
  readonly name: string | null;
  readonly before: Part;
  readonly after: Part;
  /** Its share in the middle of both sides. */
  readonly share: number;
  /** Its share after minus before. */
  readonly grown: number;
  /** Its mean after minus before. */
  readonly changed: number;
  /** How far the middle of its means is above the middle of all. */
  readonly above: number;
}

/*
 * How far the intervals of effects reach to each side, by the delta method. Each answer x of a side moves an effect by its influence,
 * and the variance of the effect is that of the influences, divided by the side's answers. With s = -1 before and 1 after, D = `above`,
 * and `a` ½ where the group has answers on both sides, else 1:
 *
 *   effect    answers of the group                                       other answers
 *   rate      s (x - m) share / w + changed (1 - w) / 2                  - changed w / 2
 *   mix       s D (1 - w) + grown (a (x - m) / w - (x - M) / 2)          - s D w - grown (x - M) / 2
 *
 * Totals are sums over the groups. Source: Hampel 1974, The influence curve and its role in robust estimation.
 */

type Variance = readonly [variance: number, df: number];

/** Reach of one group's rate; `null` where its answers on both sides are alike, or on one a single one. */
export function rateReach(pair: GroupPair, all1: Part, all2: Part, level: number): number | null {
  const within = [pair.before, pair.after].map((part) => ofMean(part, pair.share));
  if (within.every(([variance]) => variance === 0)) return null;
  const between = [[pair.before, all1] as const, [pair.after, all2] as const].map(
    ([{ w }, { n }]): Variance => [((pair.changed / 2) ** 2 * w * (1 - w)) / n, n - 1],
  );
  return welchReach([...within, ...between], level);
}

/** Reach of the sum of rates; `null` where the answers of each group are alike. */
export function totalRateReach(pairs: readonly GroupPair[], all1: Part, all2: Part, level: number): number | null {
  const parts: Variance[] = [];
  for (const side of ["before", "after"] as const) {
    const all = side === "before" ? all1 : all2;
    const compared = pairs.filter(({ before, after }) => before.n > 0 && after.n > 0);
    for (const pair of compared) {
      // A single answer tells no spread of its own: it is taken to be that of all answers.
      const part = pair[side];
      parts.push(part.n > 1 ? ofMean(part, pair.share) : [pair.share ** 2 * all.v, Math.max(1, all.n - 1)]);
    }
    parts.push([spreadOver(pairs, side, ({ changed }) => changed / 2) / all.n, all.n - 1]);
  }
  return welchReach(parts, level);
}

/** Reach of one group's mix; `null` where nothing varies. */
export function mixReach(pair: GroupPair, all1: Part, all2: Part, level: number): number | null {
  const { above, grown } = pair;
  const known = pair.before.n > 0 && pair.after.n > 0 ? 0.5 : 1;
  let variance = 0;
  for (const [{ n, w, m, v }, all, s] of [
    [pair.before, all1, -1],
    [pair.after, all2, 1],
  ] as const) {
    const far = m - all.m;
    const inside =
      n === 0 ? 0 : w * ((s * above * (1 - w) - (grown / 2) * far) ** 2 + (grown * (known / w - 0.5)) ** 2 * v);
    const outside = (1 - w) * (above * w) ** 2 - s * above * grown * w * w * far;
    const others = (grown / 2) ** 2 * Math.max(0, all.v - (n === 0 ? 0 : w * (v + far * far)));
    variance += (inside + outside + others) / all.n;
  }
  return variance > 0 ? reachOf(level) * Math.sqrt(variance) : null;
}

/** Reach of the sum of mixes; `null` where nothing varies. */
export function totalMixReach(pairs: readonly GroupPair[], all1: Part, all2: Part, level: number): number | null {
  let variance = 0;
  for (const side of ["before", "after"] as const) {
    const { n } = side === "before" ? all1 : all2;
    let within = 0;
    for (const { grown, ...pair } of pairs) {
      const known = pair.before.n > 0 && pair.after.n > 0 ? 0.5 : 1;
      if (pair[side].n > 0) within += ((grown * known) ** 2 * pair[side].v) / pair[side].w;
    }
    variance += (within + spreadOver(pairs, side, ({ above }) => above)) / n;
  }
  return variance > 0 ? reachOf(level) * Math.sqrt(variance) : null;
}

/** Variance of a group's mean, which counts by a weight. */
function ofMean({ n, v }: Part, weight: number): Variance {
  // `welchReach` gives no interval where there are no degrees of freedom.
  return [(weight * weight * v) / Math.max(1, n - 1), n - 1];
}

/** Variance of a number of the groups over the answers of a side. */
function spreadOver(pairs: readonly GroupPair[], side: "before" | "after", of: (pair: GroupPair) => number): number {
  const mean = pairs.reduce((sum, pair) => sum + pair[side].w * of(pair), 0);
  return pairs.reduce((sum, pair) => sum + pair[side].w * (of(pair) - mean) ** 2, 0);
}
