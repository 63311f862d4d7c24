import { drawCounts } from "../../src/core/draw-counts.js";
import { createRandom } from "../../src/core/random.js";
import { estimateShares } from "../../src/pattern/metrics/index.js";
import type { Simulation } from "./simulation.js";

/** How often the interval of an estimated share holds the true share. */
interface CorrectionRow {
  readonly classifier: string;
  /** Texts that were predicted. */
  readonly texts: number;
  /** Texts of each label that the table was counted on. */
  readonly tested: number;
  /** True share of the first label. */
  readonly share: number;
  readonly samples: number;
  readonly held: number;
  /** Share of the predicted label, uncorrected, beyond the interval: how often correcting mattered. */
  readonly predictedOutside: number;
}

const SEED = 9;
const SAMPLES = 400;
const RESAMPLES = 400;

const CLASSIFIERS = [
  {
    classifier: "good: finds 90 %, false alarms 5 %",
    rates: [
      [0.9, 0.1],
      [0.05, 0.95],
    ],
  },
  {
    classifier: "fair: finds 60 %, false alarms 10 %",
    rates: [
      [0.6, 0.4],
      [0.1, 0.9],
    ],
  },
] as const;

/** Draws tables and texts of known shares, and counts how often the interval of the estimate holds the true share. */
export function simulateCorrections(): Simulation {
  const random = createRandom(SEED);
  const rows = CLASSIFIERS.flatMap(({ classifier, rates }) =>
    [200, 5000].flatMap((texts) =>
      [100, 1000].flatMap((tested) =>
        [0.1, 0.5].map((share): CorrectionRow => {
          let held = 0;
          let outside = 0;
          for (let sample = 0; sample < SAMPLES; sample++) {
            const counts = rates.map((row) => draw(tested, row, random));
            const predicted = draw(texts, mix(rates, share), random);
            const confusion = { labels: ["complaint", "other"], counts };
            const options = { resamples: RESAMPLES, seed: sample };
            const { low, high } = estimateShares(predicted, confusion, options).shares[0]?.share ?? {
              low: null,
              high: null,
            };
            const plain = (predicted[0] ?? 0) / texts;
            if (low === null || high === null) continue;
            if (low <= share && share <= high) held++;
            if (plain < low || plain > high) outside++;
          }
          return {
            classifier,
            texts,
            tested,
            share,
            samples: SAMPLES,
            held: held / SAMPLES,
            predictedOutside: outside / SAMPLES,
          };
        }),
      ),
    ),
  );
  return { rows, markdown: toMarkdown(rows) };
}

function draw(n: number, shares: readonly number[], random: () => number): number[] {
  const counts = new Float64Array(shares.length);
  drawCounts(n, shares, random, counts);
  return [...counts];
}

function mix([first, second]: readonly (readonly number[])[], share: number): number[] {
  return (first ?? []).map((rate, i) => share * rate + (1 - share) * (second?.[i] ?? 0));
}

const percent = (share: number): string => (100 * share).toFixed(1);

function toMarkdown(rows: readonly CorrectionRow[]): string {
  const lines = [
    "# Does the interval of a corrected share hold the true share?",
    "",
    `Written by \`npm run coverage\`. ${SAMPLES} tables and sets of texts each, seed ${SEED}; 95 % intervals of \`estimateShares\` by ${RESAMPLES} resamples. A`,
    "simulated coverage has a standard error of about 1.1. *Uncorrected outside*: how often the plain share of predictions lay beyond the interval.",
    "",
    "| classifier | texts | tested on, each label | true share | held | uncorrected outside |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows.map(
      ({ classifier, texts, tested, share, held, predictedOutside }) =>
        `| ${classifier} | ${texts} | ${tested} | ${percent(share)} | ${percent(held)} | ${percent(predictedOutside)} |`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
