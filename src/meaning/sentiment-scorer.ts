import { SENTIMENTS, type SentimentLabel } from "../core/labels.js";
import type { Scorer, Verdict } from "../learning/scorer.js";
import type { Analyzer } from "./analyzer.js";

/** Verdict on a text whose language is not read: an abstention, every label as probable as any other. */
const UNREAD: Verdict<SentimentLabel> = { labels: [], probabilities: SENTIMENTS.map(() => 1 / SENTIMENTS.length) };

/**
 * Reads an analyzer's sentiment as a scorer of four labels, so that it can be evaluated and compared.
 *
 * An analysis tells the probability of its own label only: the rest is shared evenly among the other three, so that calibration
 * of the label said is exact and the Brier score is an upper bound of what the analyzer knows. It abstains where the analysis
 * has no sentiment, which is where its language is not read.
 *
 * @example
 * const scorer = createSentimentScorer(createAnalyzer({ language: "en" }));
 * scorer.score("The lid broke on day one.").labels; // ["negative"]
 */
export function createSentimentScorer(analyzer: Pick<Analyzer, "scoreSentiment">): Scorer<SentimentLabel> {
  return {
    kind: "single",
    labels: SENTIMENTS,
    score: (text) => {
      const sentiment = analyzer.scoreSentiment(text);
      if (sentiment === null) return UNREAD;
      const { label, confidence } = sentiment;
      const rest = (1 - confidence) / (SENTIMENTS.length - 1);
      return { labels: [label], probabilities: SENTIMENTS.map((each) => (each === label ? confidence : rest)) };
    },
  };
}
