import { readFileSync } from "node:fs";
import { SENTIMENTS, type SentimentLabel } from "../../../src/core/labels.js";
import type { Analysis } from "../../../src/meaning/analysis.js";

const FOLDER = "test/fixtures/statistics";

const readCsv = (name: string): string[][] =>
  readFileSync(`${FOLDER}/${name}.csv`, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));

/** What R says of a data set, as `statistic driver` → value. */
export function readExpected(set: "ratings" | "mentions"): ReadonlyMap<string, number> {
  const rows = readCsv("drivers").filter(([name]) => name === set);
  return new Map(rows.map(([, statistic, driver, value]) => [`${statistic} ${driver}`, Number(value)]));
}

/** The data set of rows of numbers. */
export function readRatings(): { names: string[]; rows: number[][]; outcomes: number[] } {
  const [head = [], ...lines] = readCsv("drivers-ratings");
  const numbers = lines.map((line) => line.map(Number));
  return {
    names: head.slice(0, -1),
    rows: numbers.map((row) => row.slice(0, -1)),
    outcomes: numbers.map((row) => row.at(-1) ?? 0),
  };
}

/** What one customer says: how they speak of each theme, at which stage, and what they answer. */
export interface Said {
  readonly themes?: Readonly<Record<string, SentimentLabel>>;
  readonly stage?: "purchase" | "use" | "support" | null;
  readonly overall?: SentimentLabel;
  readonly nps?: number;
  readonly rating?: number;
}

const scores = { negative: -0.6, neutral: 0, mixed: 0.1, positive: 0.7 } as const;

/** The analysis of a text that says so. */
export function toAnalysis({ themes = {}, stage = null, overall = "neutral", nps, rating }: Said): Analysis {
  const polarity = (label: SentimentLabel) => ({ label, score: scores[label], confidence: 0.9 });
  return {
    id: "a",
    text: null,
    given: { ...(rating === undefined ? {} : { rating }), ...(nps === undefined ? {} : { nps }) },
    language: "en",
    sentiment: { ...polarity(overall), stars: 3, evidence: [] },
    clauses: [],
    themes: Object.entries(themes).map(([theme, label]) => ({
      theme,
      confidence: 0.9,
      sentiment: polarity(label),
      evidence: [],
    })),
    stage: stage === null ? null : { stage, confidence: 0.8, second: null, evidence: [] },
    intent: null,
    emotion: null,
    effort: null,
    touchpoints: [],
    urgent: false,
    painPoints: [],
    model: "en-0.1.0-00000000",
  };
}

/** The data set of mentions, as analyses of texts with an answer to the recommendation question. */
export function readMentions(): Analysis[] {
  const [head = [], ...lines] = readCsv("drivers-mentions");
  const label = (tone: string | undefined): SentimentLabel => SENTIMENTS.find((each) => each === tone) ?? "mixed";
  return lines.map((line) => {
    const cell = (name: string): string => line[head.indexOf(name)] ?? "";
    const themes = head.slice(0, 6).filter((name) => cell(name) !== "");
    const stage = cell("stage");
    return toAnalysis({
      themes: Object.fromEntries(themes.map((name) => [name, label(cell(name))])),
      stage: stage === "purchase" || stage === "use" || stage === "support" ? stage : null,
      overall: label(cell("overall")),
      nps: Number(cell("score")) === 100 ? 10 : Number(cell("score")) === 0 ? 7 : 2,
    });
  });
}
