import { drawCounts } from "../../core/draw-counts.js";
import { excerpt, VerbatimsError } from "../../core/error.js";
import { createRandom } from "../../core/random.js";
import type { Statistic } from "../../core/statistic.js";
import { type AnswerOptions, checkResampling } from "./answer-statistics.js";
import { checkReliability, judgeStatistic } from "./judge.js";
import { percentileInterval } from "./mean-interval.js";
import { areIndistinct, fitMixture } from "./simplex-fit.js";

/**
 * How often each true label was read as what, counted on texts whose truth is known: the `confusion` of an `Evaluation` is one. Columns may be more
 * than labels (texts that were not read), or other classes altogether.
 */
export interface ConfusionTable {
  /** True labels, a row each. */
  readonly labels: readonly string[];
  /** `counts[true][predicted]`, whole numbers from 0; all rows of one length. */
  readonly counts: readonly (readonly number[])[];
}

/** An estimate of true shares from predicted ones. */
export interface SharesEstimate {
  /** Always true: a reminder where the numbers go on. Nobody was asked. */
  readonly estimate: true;
  /** Texts that were predicted. */
  readonly n: number;
  /** For each true label, in the order of the table, its estimated share within 0 to 1. */
  readonly shares: readonly { readonly label: string; readonly share: Statistic }[];
}

/** A number made of the shares of true labels: a weight for each. */
export type ShareWeights = readonly number[];

/** Most labels of a table. */
const MOST_LABELS = 30;

/**
 * Estimates the true shares of labels among texts from what a classifier predicted, by how it errs: with two labels the estimator of
 * Rogan and Gladen, with more the adjusted count, held to shares from 0 to 1 that add up to 1.
 *
 * It rests on one assumption: that the classifier errs on these texts as it did on those of the table. Where several tables are given, from
 * different kinds of texts, the estimate is by their mean rates, and the interval also holds how much they differ: each resample takes one
 * of them. The interval holds the noise of the texts and that of the tables. Not estimable of no texts, and where the table has a
 * label without texts, or labels that are predicted alike.
 *
 * Source: Rogan and Gladen 1978, Estimating prevalence from the results of a screening test; Forman 2008, Quantifying counts and costs via
 * classification; the constrained fit as Hopkins and King 2010. Interval: parametric bootstrap of predictions and of the table's rows, one
 * text spread over the cells of each so that an empty cell is not taken for impossible (Perks 1947).
 *
 * @param predicted texts by predicted class, in the order of the table's columns; columns left out are 0
 * @throws VerbatimsError `invalid-option` for a table whose shape or counts are wrong; `invalid-answer` for predicted counts that are not
 * whole numbers from 0, or more of them than columns
 * @example
 * const confusion = { labels: ["complaint", "other"], counts: [[80, 20], [10, 190]] };
 * const { shares } = estimateShares([260, 740], confusion);
 * Math.round((shares[0]?.share.value ?? 0) * 1000); // 280
 */
export function estimateShares(
  predicted: readonly number[],
  confusion: ConfusionTable | readonly ConfusionTable[],
  options: AnswerOptions = {},
): SharesEstimate {
  const tables = toTables(confusion, "estimateShares");
  const labels = tables[0]?.labels ?? [];
  const each = labels.map((_, i) => labels.map((_, j) => Number(i === j)));
  const numbers = estimateNumbers(predicted, tables, each, "estimateShares", options);
  return {
    estimate: true,
    n: predicted.reduce((sum, count) => sum + count, 0),
    shares: labels.map((label, i) => ({ label, share: numbers[i] ?? notComputed() })),
  };
}

function notComputed(): never {
  throw new TypeError("an estimate for each label was computed above");
}

/** Estimates numbers made of true shares, all from the same resamples. */
export function estimateNumbers(
  predicted: readonly number[],
  tables: readonly ConfusionTable[],
  numbers: readonly ShareWeights[],
  where: string,
  options: AnswerOptions,
): readonly Statistic[] {
  const rules = checkReliability(options, where);
  const { resamples, seed } = checkResampling(options, where);
  const [first] = tables;
  const columns = first?.counts[0]?.length ?? 0;
  checkPredicted(predicted, columns, where);
  const seen = Array.from({ length: columns }, (_, i) => predicted[i] ?? 0);
  const n = seen.reduce((sum, count) => sum + count, 0);
  const rates = tables.map(({ counts }) => counts.map((row) => smoothed(row, 0)));
  const mean = (first?.labels ?? []).map((_, i) =>
    seen.map((_, j) => rates.reduce((sum, rate) => sum + (rate[i]?.[j] ?? 0), 0) / rates.length),
  );
  const why = whyNot(tables, mean);
  let drawn: readonly Float64Array[] = [];
  if (why === null && n > 0 && n >= rules.withhold)
    drawn = resample(seen, tables, numbers, resamples, createRandom(seed));
  return numbers.map((weights, at) =>
    judgeStatistic(n, n, rules, () => {
      if (why !== null) return why;
      const value = weigh(fitMixture(mean, smoothed(seen, 0)), weights);
      const { low, high } = percentileInterval(drawn[at] ?? new Float64Array(0), rules.level);
      return { value, interval: { low: Math.min(low, value), high: Math.max(high, value) } };
    }),
  );
}

function resample(
  seen: readonly number[],
  tables: readonly ConfusionTable[],
  numbers: readonly ShareWeights[],
  resamples: number,
  random: () => number,
): readonly Float64Array[] {
  const drawn = numbers.map(() => new Float64Array(resamples));
  const counts = new Float64Array(seen.length);
  const draw = (from: readonly number[]): number[] => {
    drawCounts(total(from), smoothed(from, 1), random, counts);
    return smoothed([...counts], 0);
  };
  for (let sample = 0; sample < resamples; sample++) {
    const table = tables[Math.floor(random() * tables.length)];
    const shares = fitMixture(table?.counts.map(draw) ?? [], draw(seen));
    numbers.forEach((weights, at) => {
      const column = drawn[at];
      if (column !== undefined) column[sample] = weigh(shares, weights);
    });
  }
  return drawn;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Counts as shares, after `added` was spread evenly over them; all 0 of nothing. */
function smoothed(counts: readonly number[], added: number): number[] {
  const all = total(counts) + added;
  return counts.map((count) => (all === 0 ? 0 : (count + added / counts.length) / all));
}

const weigh = (shares: readonly number[], weights: ShareWeights): number =>
  shares.reduce((sum, share, i) => sum + share * (weights[i] ?? 0), 0);

function whyNot(tables: readonly ConfusionTable[], rates: readonly (readonly number[])[]): string | null {
  for (const { labels, counts } of tables) {
    const bare = labels.find((_, i) => total(counts[i] ?? []) === 0);
    if (bare !== undefined) return `The confusion table has no texts that are truly "${excerpt(bare)}".`;
  }
  return areIndistinct(rates) ? "Some true labels are predicted alike, so that their shares cannot be told." : null;
}

function checkPredicted(predicted: readonly number[], columns: number, where: string): void {
  const wrong = predicted.findIndex((count) => !(Number.isSafeInteger(count) && count >= 0));
  if (wrong < 0 && predicted.length <= columns) return;
  const [expected, received] =
    wrong < 0
      ? [`at most ${columns} counts, as the table has columns`, String(predicted.length)]
      : ["a whole number from 0", String(predicted[wrong])];
  const field = wrong < 0 ? "predicted" : `predicted[${wrong}]`;
  throw new VerbatimsError(
    "invalid-answer",
    `${where} ${field}: expected ${expected}, got ${received}. Count the texts of each predicted class, in the table's order.`,
    { field, expected, received },
  );
}

/** @throws VerbatimsError `invalid-option` for tables that are none, or that differ in labels or columns */
export function toTables(
  confusion: ConfusionTable | readonly ConfusionTable[],
  where: string,
): readonly ConfusionTable[] {
  const tables = "counts" in confusion ? [confusion] : confusion;
  const [first] = tables;
  const labels = first?.labels.join() ?? "";
  const columns = first?.counts[0]?.length ?? 0;
  const isTable = (table: ConfusionTable): boolean =>
    table.labels.join() === labels &&
    table.counts.length === table.labels.length &&
    table.counts.every(
      (row) => row.length === columns && row.every((count) => Number.isSafeInteger(count) && count >= 0),
    );
  const size = first?.labels.length ?? 0;
  if (size >= 2 && size <= MOST_LABELS && columns >= 2 && tables.every(isTable)) return tables;
  throw new VerbatimsError(
    "invalid-option",
    `${where} confusion: expected a row of whole numbers for each of 2 to ${MOST_LABELS} labels, all of one length, got ${excerpt(confusion)}. Take the confusion of an evaluation.`,
    { field: "confusion", received: excerpt(confusion) },
  );
}
