import { type LoadOptions, loadDataset } from "../../datasets/load.js";
import type { Language } from "../../src/core/labels.js";
import { VERSION } from "../../src/core/version.js";
import { evaluate } from "../../src/learning/evaluate.js";
import type { Scorer, Verdict } from "../../src/learning/scorer.js";
import { type Analyzer, createAnalyzer } from "../../src/meaning/analyzer.js";
import { createMajorityScorer } from "./majority.js";
import { type Score, toScore } from "./score.js";
import type { Example, LabelledDatasetName } from "./shipped-sets.js";

/** A set whose texts came with one to five stars. */
export interface StarSet {
  readonly name: LabelledDatasetName;
  readonly split: string;
  readonly language: Language;
}

/** What was measured of the rating that an analysis gives. */
export interface StarResult extends StarSet {
  readonly date: string;
  readonly version: string;
  readonly model: string;
  readonly n: number;
  readonly ours: Score;
  readonly majority: Score;
}

/** Sets whose stars nothing shipped was trained on, in the order of the table. */
export const STAR_SETS: readonly StarSet[] = [
  { name: "appstore_reviews", split: "dev", language: "en" },
  { name: "tripadvisor_lara", split: "dev", language: "en" },
  { name: "womens_clothing", split: "test", language: "en" },
  { name: "shoppingwords", split: "test", language: "tr" },
  { name: "tripadvisor_hotels", split: "dev", language: "tr" },
];

const STARS = ["1", "2", "3", "4", "5"] as const;

/** Measures how near the rating of an analysis is to the one that the text came with. */
export async function measureStars(set: StarSet, options: LoadOptions): Promise<StarResult> {
  const rows: Example[] = [];
  for await (const { text, stars } of loadDataset(set.name, set.split, options)) {
    if (stars !== undefined) rows.push({ text, label: String(stars) });
  }
  const analyzer = createAnalyzer({ language: set.language });
  const frequent = createMajorityScorer(
    "ordinal",
    STARS,
    rows.map(({ label }) => label),
  );
  return {
    ...set,
    date: new Date().toISOString().slice(0, 10),
    version: VERSION,
    model: analyzer.analyze("").model,
    n: rows.length,
    ours: toScore(await evaluate(starScorer(analyzer), rows), { confident: false }),
    majority: toScore(await evaluate(frequent, rows), { confident: false }),
  };
}

/** The rating of an analysis, rounded to whole stars; an analysis tells no probability of it. */
export function starScorer(analyzer: Analyzer): Scorer {
  return {
    kind: "ordinal",
    labels: STARS,
    score: (text): Verdict => {
      const { sentiment } = analyzer.analyze(text);
      const said = sentiment === null ? null : String(Math.round(sentiment.stars));
      return {
        labels: said === null ? [] : [said],
        probabilities: STARS.map((star) => (said === null ? 1 / STARS.length : Number(star === said))),
      };
    },
  };
}
