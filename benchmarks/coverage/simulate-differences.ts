import { drawCounts } from "../../src/core/draw-counts.js";
import { createRandom } from "../../src/core/random.js";
import type { Statistic } from "../../src/core/statistic.js";
import { compareMeans } from "../../src/pattern/change/compare-means.js";
import { compareNps } from "../../src/pattern/change/compare-nps.js";
import { compareShares } from "../../src/pattern/change/compare-shares.js";
import type { Comparison } from "../../src/pattern/change/comparison.js";
import { decomposeHistograms } from "../../src/pattern/change/decompose-histograms.js";
import type { Simulation } from "./simulation.js";

/** How well intervals or tests of differences keep their level, for two numbers of answers. */
interface DifferenceRow {
  readonly number: string;
  /** What is counted: intervals of 95 % that hold the truth, or p values up to 0.05 where both groups answer alike. */
  readonly counted: "coverage" | "false alarms";
  readonly before: number;
  readonly after: number;
  /** Pairs of populations that were sampled. */
  readonly pairs: number;
  /** Samples drawn of each. */
  readonly samples: number;
  /** Share counted: lowest of all pairs, their mean, highest. Where all answers drawn are alike there may be no interval, which holds nothing. */
  readonly least: number;
  readonly mean: number;
  readonly most: number;
}

const SEED = 6;
const SAMPLES = 2000;
const SIZES = [
  [20, 20],
  [20, 200],
  [50, 50],
  [100, 1000],
  [1000, 1000],
  [10_000, 10_000],
] as const;

/** Shares of detractors, passives and promoters. */
const NPS_TRUTHS = [
  [0.05, 0.1, 0.85],
  [0.1, 0.3, 0.6],
  [0.3, 0.3, 0.4],
  [0.45, 0.05, 0.5],
  [0.7, 0.2, 0.1],
] as const;
const SHARE_TRUTHS = [0.05, 0.1, 0.3, 0.5, 0.8, 0.95] as const;
/** Shares of one to five stars: mostly five, two camps, mostly four, mostly one. */
const STAR_TRUTHS = [
  [0.06, 0.04, 0.08, 0.22, 0.6],
  [0.4, 0.08, 0.04, 0.08, 0.4],
  [0.05, 0.1, 0.25, 0.4, 0.2],
  [0.6, 0.15, 0.1, 0.05, 0.1],
] as const;
/** Three groups of customers, before and after: how many they are, and how they answer. */
const GROUPS = [
  { before: [0.5, STAR_TRUTHS[0]], after: [0.4, STAR_TRUTHS[2]] },
  { before: [0.3, STAR_TRUTHS[1]], after: [0.25, STAR_TRUTHS[1]] },
  { before: [0.2, STAR_TRUTHS[3]], after: [0.35, STAR_TRUTHS[2]] },
] as const;

const RULES = { level: 0.95, small: 0, withhold: 0 };

type Draw = (n: number, shares: readonly number[]) => number[];

type Size = (typeof SIZES)[number];

/** Draws pairs of groups whose difference is known, and counts how often intervals hold it and tests cry wolf. */
export function simulateDifferences(): Simulation {
  const rows = SIZES.flatMap((size) => {
    const random = createRandom(SEED);
    const draw: Draw = (n, shares) => {
      const counts = new Float64Array(shares.length);
      drawCounts(n, shares, random, counts);
      return [...counts];
    };
    const [before, after] = size;
    return [
      ...measurePairs("NPS", size, NPS_TRUTHS, {
        truthOf: ([detractors = 0, , promoters = 0]) => 100 * (promoters - detractors),
        compare: (one, two) => compareNps(toBins(draw(before, one)), toBins(draw(after, two)), RULES),
      }),
      ...measurePairs("share", size, SHARE_TRUTHS, {
        truthOf: (share) => share,
        compare: (one, two) => {
          const [first = 0] = draw(before, [one, 1 - one]);
          const [second = 0] = draw(after, [two, 1 - two]);
          return compareShares({ count: first, n: before }, { count: second, n: after }, RULES);
        },
      }),
      ...measurePairs("mean of stars", size, STAR_TRUTHS, {
        truthOf: (shares) => shares.reduce((sum, share, i) => sum + share * (i + 1), 0),
        compare: (one, two) =>
          compareMeans(toStars(draw(before, one)), toStars(draw(after, two)), { ...RULES, resamples: 999 }),
      }),
      ...measureEffects(size, draw),
    ];
  });
  return { rows, markdown: toMarkdown(rows) };
}

function measurePairs<Truth>(
  number: string,
  size: Size,
  truths: readonly Truth[],
  { truthOf, compare }: { truthOf: (truth: Truth) => number; compare: (one: Truth, two: Truth) => Comparison },
): DifferenceRow[] {
  const coverage: number[] = [];
  const alarms: number[] = [];
  for (const one of truths) {
    for (const two of truths) {
      const truth = truthOf(two) - truthOf(one);
      let held = 0;
      let cried = 0;
      for (let sample = 0; sample < SAMPLES; sample++) {
        const { difference, p } = compare(one, two);
        if (holds(difference, truth)) held++;
        if (p !== null && p <= 0.05) cried++;
      }
      coverage.push(held / SAMPLES);
      if (one === two) alarms.push(cried / SAMPLES);
    }
  }
  return [toRow(number, "coverage", size, coverage), toRow(number, "false alarms", size, alarms)];
}

/** Coverage of the parts of one change, the truth being what the decomposition says of endless answers. */
function measureEffects(size: Size, draw: Draw): DifferenceRow[] {
  const [before, after] = [cellsOf("before"), cellsOf("after")];
  // Shares times a large number stand for endless answers.
  const endless = (shares: readonly number[]): number[] => shares.map((share) => share * 1e9);
  const truth = effectsOf(endless(before), endless(after));
  const held = truth.map(() => 0);
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const [i, { statistic }] of effectsOf(draw(size[0], before), draw(size[1], after)).entries())
      if (holds(statistic, truth[i]?.statistic.value ?? Number.NaN)) held[i] = (held[i] ?? 0) + 1;
  }
  const share = (effect: string): number[] =>
    truth.flatMap(({ name }, i) => (name === effect ? [(held[i] ?? 0) / SAMPLES] : []));
  const names = ["rate", "mix", "rate of a group", "mix of a group"];
  return names.map((name) => toRow(name, "coverage", size, share(name)));
}

/** Shares of all answers by group and star. */
function cellsOf(side: "before" | "after"): number[] {
  return GROUPS.flatMap((group) => group[side][1].map((share) => share * group[side][0]));
}

/** The effects of answers by group and star: the totals, then those of each group in the order of GROUPS. */
function effectsOf(before: readonly number[], after: readonly number[]): { name: string; statistic: Statistic }[] {
  const answers = GROUPS.map((_, i) => ({
    name: `${i}`,
    before: toStars(before.slice(5 * i, 5 * i + 5)),
    after: toStars(after.slice(5 * i, 5 * i + 5)),
  }));
  const { rate, mix, groups } = decomposeHistograms(answers, RULES);
  return [
    { name: "rate", statistic: rate },
    { name: "mix", statistic: mix },
    ...groups
      .toSorted((a, b) => Number(a.name) - Number(b.name))
      .flatMap((group) => [
        { name: "rate of a group", statistic: group.rate },
        { name: "mix of a group", statistic: group.mix },
      ]),
  ];
}

function toRow(
  number: string,
  counted: DifferenceRow["counted"],
  [before, after]: Size,
  shares: readonly number[],
): DifferenceRow {
  const mean = Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 1e5) / 1e5;
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  return { number, counted, before, after, pairs: shares.length, samples: SAMPLES, least, mean, most };
}

function holds({ low, high }: Statistic, truth: number): boolean {
  // A difference of two equal numbers may be off by rounding.
  return low !== null && high !== null && low - 1e-9 <= truth && truth <= high + 1e-9;
}

function toBins([detractors = 0, passives = 0, promoters = 0]: readonly number[]): number[] {
  return [detractors, 0, 0, 0, 0, 0, 0, passives, 0, promoters, 0];
}

function toStars(counts: readonly number[]) {
  return { counts, lowest: 1, step: 1 };
}

function toMarkdown(rows: readonly DifferenceRow[]): string {
  const percent = (share: number): string => (100 * share).toFixed(1);
  const lines = [
    "# Do intervals of differences hold the truth, and do their tests cry wolf?",
    "",
    `Written by \`npm run coverage\`. ${SAMPLES} samples of each pair of populations and size, seed ${SEED}. *Coverage*: intervals of 95 % that hold the true difference, of any two`,
    `of ${NPS_TRUTHS.length} populations of NPS, of shares ${SHARE_TRUTHS.join(", ")}, of ${STAR_TRUTHS.length} ways to give stars; and of the effects of one change of ${GROUPS.length} groups, the totals and each group's.`,
    "*False alarms*: p values up to 0.05 where both groups answer alike. *Least* and *most* are over pairs, so that they also hold the noise of the simulation (a",
    "pair's standard error is 0.5).",
    "",
    "| number | counted | n before | n after | pairs | least, % | mean, % | most, % |",
    "|---|---|---:|---:|---:|---:|---:|---:|",
    ...rows
      .toSorted((a, b) => (a.counted === b.counted ? 0 : a.counted < b.counted ? -1 : 1))
      .map(
        ({ number, counted, before, after, pairs, least, mean, most }) =>
          `| ${number} | ${counted} | ${before} | ${after} | ${pairs} | ${percent(least)} | ${percent(mean)} | ${percent(most)} |`,
      ),
  ];
  return `${lines.join("\n")}\n`;
}
