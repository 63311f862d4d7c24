import { createRandom, shuffle } from "../../core/random.js";

/** Where a sequence is best split in two, and how sure that is. */
export interface Split {
  /** Place of the first value of the second part. */
  readonly at: number;
  /** Share of rearrangements of the sequence that split as well, 0 to 1; at least 1 / (permutations + 1). */
  readonly p: number;
}

/** How a sequence is split. */
export interface SplitRules {
  /** Fewest values of a part. */
  readonly shortest: number;
  /** Largest p of a split that is made. */
  readonly level: number;
  readonly permutations: number;
  readonly seed: number;
}

/**
 * Splits a sequence where its mean changes, again and again, as long as a split is unlikely where the order means nothing. Places come out
 * rising.
 *
 * Each part is tested by shuffling its values with their weights: no distribution is supposed, and where nothing changes at most `level` of
 * sequences are split at all. Values that hang on the ones before them (a season, a slow wave) are split more often.
 *
 * ```text
 *  ·  · ··                      best place: the largest standardised difference of means
 *    ·    ·|                    surer than all but 5 % of shuffles? then split, and look at both parts
 *          | · ··· ·
 * ```
 *
 * @param weights one for each value, above 0
 *
 * Source: Scott and Knott 1974 (binary segmentation); Antoch and Hušková 2001 (permutation test of a change).
 */
export function splitSeries(
  values: readonly number[],
  weights: readonly number[],
  rules: SplitRules,
): readonly Split[] {
  const random = createRandom(rules.seed);
  const splits: Split[] = [];
  // A stack of its own: a long series may be split more often than calls nest.
  const open: (readonly [from: number, to: number])[] = [[0, values.length]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part;
    const split = testSplit(values.slice(from, to), weights.slice(from, to), rules, random);
    if (split === null || split.p > rules.level) continue;
    splits.push({ at: from + split.at, p: split.p });
    open.push([from, from + split.at], [from + split.at, to]);
  }
  return splits.sort((a, b) => a.at - b.at);
}

function testSplit(
  values: readonly number[],
  weights: readonly number[],
  { shortest, level, permutations }: SplitRules,
  random: () => number,
): Split | null {
  if (values.length < 2 * shortest) return null;
  const order = Int32Array.from(values, (_, i) => i);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total;
  const pulls = values.map((value, i) => (value - mean) * (weights[i] ?? 0));
  const best = findBest(order, pulls, weights, total, shortest);
  // Rounding alone may set equal values apart.
  if (!(best.size > 1e-9 * (1 + mean * mean) * total)) return null;
  let asGood = 0;
  for (let permutation = 0; permutation < permutations; permutation++) {
    shuffle(order, random);
    if (findBest(order, pulls, weights, total, shortest).size >= best.size) asGood++;
    // Too many already: the rest cannot make it likely.
    if (asGood + 1 > level * (permutations + 1)) return null;
  }
  return { at: best.at, p: (asGood + 1) / (permutations + 1) };
}

/** The place that splits best in an order: by what the squares around the mean lose when each side has its own. */
function findBest(
  order: Int32Array,
  pulls: readonly number[],
  weights: readonly number[],
  total: number,
  shortest: number,
): { readonly at: number; readonly size: number } {
  let at = 0;
  let size = 0;
  let pull = 0;
  let weight = 0;
  const last = order.length - shortest;
  for (let i = 0; i < last; i++) {
    const place = order[i] ?? 0;
    pull += pulls[place] ?? 0;
    weight += weights[place] ?? 0;
    if (i + 1 < shortest) continue;
    const gain = (pull * pull * total) / (weight * (total - weight));
    if (gain > size) {
      size = gain;
      at = i + 1;
    }
  }
  return { at, size };
}
