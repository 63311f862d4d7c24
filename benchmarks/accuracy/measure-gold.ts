import { type LoadOptions, loadDataset } from "../../datasets/load.js";
import type { GoldRow } from "../../datasets/rows.js";
import { bootstrap, type Estimate } from "../../src/core/bootstrap.js";
import type { SentimentLabel } from "../../src/core/labels.js";
import { VERSION } from "../../src/core/version.js";
import { evaluate } from "../../src/learning/evaluate.js";
import { createReliability } from "../../src/learning/reliability.js";
import type { Analysis } from "../../src/meaning/analysis.js";
import { type Analyzer, createAnalyzer } from "../../src/meaning/analyzer.js";
import { bestWordF1 } from "../metrics/span-f1.js";
import type { RunPeer } from "../peers/all-peers.js";
import { GOLD_READINGS, type GoldReading, readingScorer, toExample } from "./gold-readings.js";
import { createMajorityScorer } from "./majority.js";
import { measurePeers } from "./measure-shipped.js";
import { type Measure, roundEstimate, type Score, toScore } from "./score.js";

/** What was measured of one reading on the gold of one language. */
export interface GoldResult {
  readonly name: string;
  readonly dataset: string;
  readonly split: string;
  readonly language: string;
  readonly date: string;
  readonly version: string;
  readonly model: string;
  readonly n: number;
  readonly measure: Measure | "wordF1";
  /** The number by `measure`. */
  readonly value: Estimate;
  /** `null` for the readings that are no labels: {@link MEANS}. Its calibration counts the labels that were said with a confidence. */
  readonly ours: Score | null;
  readonly majority: Score | null;
  /** Of sentiment alone. */
  readonly peers: Readonly<Record<string, Score>>;
}

/** Names of the results, in their order. */
export const GOLD_NAMES: readonly string[] = [
  ...GOLD_READINGS.map(({ name }) => name),
  "first or second stage",
  "sentiment of themes",
  "pain point",
];

/** A reading whose number is a mean over what the gold tells, any number of scores a text. */
interface MeanReading {
  readonly name: string;
  readonly measure: "accuracy" | "wordF1";
  readonly scores: (row: GoldRow, analysis: Analysis) => readonly number[];
}

/** The readings that are no labels of a whole text. */
const MEANS: readonly MeanReading[] = [
  {
    name: "first or second stage",
    measure: "accuracy",
    scores: ({ stage }, { stage: read }) => [
      (read?.stage ?? null) === stage || (stage !== null && read?.second === stage) ? 1 : 0,
    ],
  },
  {
    // Of the themes that both tell; a mixed one counts as neutral, as the guide has three values.
    name: "sentiment of themes",
    measure: "accuracy",
    scores: ({ theme_sentiment: told }, { themes }) =>
      themes.flatMap(({ theme, sentiment: { label } }) => {
        const gold = told[theme];
        return gold === undefined ? [] : [threeWay(gold) === threeWay(label) ? 1 : 0];
      }),
  },
  {
    name: "pain point",
    measure: "wordF1",
    scores: ({ pain }, { text, painPoints: [first] }) =>
      pain.length === 0 ? [] : [bestWordF1(pain, first === undefined ? null : (text ?? "").slice(...first.span))],
  },
];

function threeWay(label: SentimentLabel): SentimentLabel {
  return label === "mixed" ? "neutral" : label;
}

/** Measures every reading of an analysis on the gold of a language. */
export async function measureGold(
  language: "en" | "tr",
  names: readonly string[],
  peers: readonly RunPeer[],
  options: LoadOptions,
): Promise<GoldResult[]> {
  const rows: GoldRow[] = [];
  for await (const row of loadDataset(`gold_${language}`, "dev", options)) rows.push(row);
  const analyzer = createAnalyzer({ language });
  const head = {
    dataset: `gold_${language}`,
    split: "dev",
    language,
    date: new Date().toISOString().slice(0, 10),
    version: VERSION,
    model: analyzer.analyze("").model,
  };
  const results: GoldResult[] = [];
  for (const reading of GOLD_READINGS) {
    if (!names.includes(reading.name)) continue;
    const examples = rows.map((row) => toExample(reading, row));
    const measured = toScore(await evaluate(readingScorer(analyzer, reading), examples), { confident: false });
    const ours = { ...measured, calibrationError: calibrationOfSaid(analyzer, reading, rows) };
    const { name, measure, kind, labels } = reading;
    const frequent = createMajorityScorer(kind, labels, rows.flatMap(reading.gold));
    const majority = toScore(await evaluate(frequent, examples), { confident: false });
    const ofSentiment = rows.map(({ text, sentiment }) => ({ text, label: sentiment }));
    const beside = name === "sentiment" ? await measurePeers(ofSentiment, "four-way", peers) : {};
    results.push({ name, ...head, n: rows.length, measure, value: ours[measure], ours, majority, peers: beside });
  }
  for (const { name, measure, scores } of MEANS) {
    if (!names.includes(name)) continue;
    const found = rows.flatMap((row) => scores(row, analyzer.analyze(row.text)));
    const value = meanOf(found);
    results.push({ name, ...head, n: found.length, measure, value, ours: null, majority: null, peers: {} });
  }
  return results;
}

/** Calibration error of the labels that were said with a confidence; `null` where there are none. */
function calibrationOfSaid(analyzer: Analyzer, { gold, said }: GoldReading, rows: readonly GoldRow[]): number | null {
  const reliability = createReliability();
  let told = 0;
  for (const row of rows) {
    const truth = gold(row);
    for (const { label, confidence } of said(analyzer.analyze(row.text))) {
      if (confidence === null) continue;
      told++;
      reliability.add(confidence, truth.includes(label));
    }
  }
  return told === 0 ? null : Math.round(reliability.toReliability().error * 10_000) / 10_000;
}

/** Mean with its bootstrap interval; 0 of nothing. */
function meanOf(scores: readonly number[]): Estimate {
  const mean = (picks: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < picks.length; i++) sum += scores[picks[i] ?? 0] ?? 0;
    return picks.length === 0 ? 0 : sum / picks.length;
  };
  const all = scores.map((_, at) => at);
  const [value] = bootstrap(scores.length, (picks) => [mean(picks ?? all)] as const);
  return roundEstimate(value);
}
