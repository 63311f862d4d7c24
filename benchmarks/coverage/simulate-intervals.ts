import { betaQuantile } from "../../src/core/beta.js";
import { drawCounts } from "../../src/core/draw-counts.js";
import { createRandom } from "../../src/core/random.js";
import type { Statistic } from "../../src/core/statistic.js";
import type { AnswerCounts } from "../../src/pattern/metrics/index.js";
import { csat, nps } from "../../src/pattern/metrics/index.js";
import type { Simulation } from "./simulation.js";

/** How well a method keeps its level for one number of answers. */
interface CoverageRow {
  readonly number: string;
  readonly method: string;
  readonly n: number;
  /** Populations that were sampled. */
  readonly populations: number;
  /** Samples drawn from each. */
  readonly samples: number;
  /** Share of intervals that hold the truth: lowest of all populations, their mean, highest. */
  readonly least: number;
  readonly mean: number;
  readonly most: number;
  /** Share of the populations with a coverage from 0.94 to 0.96. */
  readonly within: number;
}

/** Shares of answers by score, with what the interval should hold. */
interface Population {
  readonly shares: readonly number[];
  readonly truth: number;
}

type Ends = Pick<Statistic, "low" | "high">;

interface Measured {
  readonly number: string;
  readonly method: string;
  readonly scale: readonly [number, number];
  readonly populations: readonly Population[];
  readonly read: (answers: AnswerCounts) => Ends;
}

const SEED = 6;
const SIZES = [20, 30, 50, 100, 200, 500, 1000, 10_000];
const SAMPLES = 3000;
const LEVELS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
const binomial = (n: number, p: number): number[] =>
  Array.from({ length: n + 1 }, (_, k) => choose(n, k) * p ** k * (1 - p) ** (n - k));
const onlyEnds = (n: number, p: number): number[] =>
  Array.from({ length: n + 1 }, (_, k) => (k === 0 ? 1 - p : k === n ? p : 0));
const halfEach = (left: readonly number[], right: readonly number[]): number[] =>
  left.map((share, i) => (share + (right[i] ?? 0)) / 2);

/** Promoters from 0.05 to 0.95; of the others a quarter, a half, three quarters are detractors. */
const recommenders: readonly Population[] = LEVELS.flatMap((promoters) =>
  [0.25, 0.5, 0.75].map((part) => {
    const detractors = (1 - promoters) * part;
    const passives = 1 - promoters - detractors;
    return { shares: [detractors, 0, 0, 0, 0, 0, 0, passives, 0, promoters, 0], truth: 100 * (promoters - detractors) };
  }),
);

const satisfied: readonly Population[] = LEVELS.map((p) => ({ shares: [1 - p, 0, 0, p, 0], truth: p }));

/** Means from 0.05 to 0.95 of the scale, of answers heaped in the middle, at both ends, and half of each. */
function ratings(steps: number): readonly Population[] {
  return LEVELS.flatMap((p) =>
    [binomial(steps, p), onlyEnds(steps, p), halfEach(binomial(steps, p), onlyEnds(steps, p))].map((shares) => ({
      shares,
      truth: p * steps,
    })),
  );
}

const fivePoints = ratings(4).map(({ shares, truth }) => ({ shares, truth: truth + 1 }));
const elevenPoints = ratings(10);

const MEASURED: readonly Measured[] = [
  {
    number: "NPS",
    method: "adjusted-wald (default)",
    scale: [0, 10],
    populations: recommenders,
    read: (answers) => nps(answers).score,
  },
  {
    number: "NPS",
    method: "wald",
    scale: [0, 10],
    populations: recommenders,
    read: (answers) => nps(answers, { interval: "wald" }).score,
  },
  {
    number: "CSAT share",
    method: "wilson",
    scale: [1, 5],
    populations: satisfied,
    read: (answers) => csat(answers, { scale: [1, 5] }).satisfied.share,
  },
  {
    number: "CSAT share",
    method: "jeffreys (tried, not offered)",
    scale: [1, 5],
    populations: satisfied,
    read: jeffreys,
  },
  {
    number: "mean of 1 to 5",
    method: "adjusted-wald (default)",
    scale: [1, 5],
    populations: fivePoints,
    read: (answers) => csat(answers, { scale: [1, 5] }).mean,
  },
  {
    number: "mean of 1 to 5",
    method: "t",
    scale: [1, 5],
    populations: fivePoints,
    read: (answers) => csat(answers, { scale: [1, 5], interval: "t" }).mean,
  },
  {
    number: "mean of 0 to 10",
    method: "adjusted-wald (default)",
    scale: [0, 10],
    populations: elevenPoints,
    read: (answers) => csat(answers, { scale: [0, 10] }).mean,
  },
];

/** Source: Brown, Cai and DasGupta 2001. */
function jeffreys({ scores }: AnswerCounts): Ends {
  const n = scores.reduce((sum, score) => sum + score.n, 0);
  const top = scores.reduce((sum, { score, n: given }) => (score >= 4 ? sum + given : sum), 0);
  const low = top === 0 ? 0 : betaQuantile(0.025, top + 0.5, n - top + 0.5);
  return { low, high: top === n ? 1 : betaQuantile(0.975, top + 0.5, n - top + 0.5) };
}

/** Draws samples from populations whose numbers are known, and counts how often the intervals of the library hold them. */
export function simulateIntervals(): Simulation {
  const rows = MEASURED.flatMap((measured) => SIZES.map((n) => measure(measured, n)));
  return { rows, markdown: toMarkdown(rows) };
}

function measure({ number, method, scale, populations, read }: Measured, n: number): CoverageRow {
  const random = createRandom(SEED);
  // Small samples come up again and again.
  const known = new Map<string, Ends>();
  const readOnce = (counts: Float64Array): Ends => {
    const key = counts.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const statistic = read(toAnswers(scale, counts));
    if (known.size < 100_000) known.set(key, statistic);
    return statistic;
  };
  const coverage = populations.map(({ shares, truth }) => {
    const counts = new Float64Array(shares.length);
    let held = 0;
    for (let sample = 0; sample < SAMPLES; sample++) {
      drawCounts(n, shares, random, counts);
      const { low, high } = readOnce(counts);
      // A truth of a whole number of hundredths must not be missed by the last digit of an end; no interval holds nothing.
      if (low !== null && high !== null && low - 1e-9 <= truth && truth <= high + 1e-9) held++;
    }
    return held / SAMPLES;
  });
  const within = coverage.filter((share) => share >= 0.94 && share <= 0.96).length / coverage.length;
  const mean = coverage.reduce((sum, share) => sum + share, 0) / coverage.length;
  return {
    number,
    method,
    n,
    populations: populations.length,
    samples: SAMPLES,
    least: rounded(Math.min(...coverage)),
    mean: rounded(mean),
    most: rounded(Math.max(...coverage)),
    within: rounded(within),
  };
}

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

function toAnswers(scale: readonly [number, number], counts: Float64Array): AnswerCounts {
  return {
    format: "verbatims-answers",
    scale,
    unanswered: 0,
    scores: Array.from(counts, (n, i) => {
      const weight = n === 0 ? [] : [n];
      return { score: scale[0] + i, n, weight, squaredWeight: weight };
    }),
  };
}

const percent = (share: number): string => (100 * share).toFixed(1);

function toMarkdown(rows: readonly CoverageRow[]): string {
  const lines = [
    "# Do 95 % intervals hold the truth 95 times of 100?",
    "",
    `Written by \`npm run coverage\`. ${SAMPLES} samples of each population and size, seed ${SEED}. Populations: the promoter share, the share of the satisfied, the mean as`,
    "a part of its scale go from 0.05 to 0.95; NPS with a quarter, a half, three quarters of the others detractors; means of answers heaped in the",
    "middle, at both ends only, and half of each. *Least* and *most* are over populations, so that they also hold the noise of the simulation (a population's standard",
    "error is 0.4). Counts are whole, so that at few answers no interval can cover exactly 95 % everywhere; the mean is what can be aimed at.",
    "",
    "| number | interval | n | least | mean | most | populations within 94 to 96 % |",
    "|---|---|---:|---:|---:|---:|---:|",
    ...rows.map(
      ({ number, method, n, least, mean, most, within }) =>
        `| ${number} | ${method} | ${n} | ${percent(least)} | ${percent(mean)} | ${percent(most)} | ${Math.round(100 * within)} % |`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
