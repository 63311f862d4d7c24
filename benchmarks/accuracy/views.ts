import { SENTIMENTS } from "../../src/core/labels.js";
import type { Scorer, Verdict } from "../../src/learning/scorer.js";
import type { Analysis } from "../../src/meaning/analysis.js";
import type { Analyzer } from "../../src/meaning/analyzer.js";
import { classOfSign, type Peer } from "../peers/peer.js";

/**
 * How a sentiment is read as the labels of a set, the same way for every library:
 * - `binary`: positive where the score is above 0, else negative. A library that knows no word of a text must choose too; most such
 *   texts complain of facts, so that this choice is the kinder one to all.
 * - `three-way`: the label; `mixed` counts as `neutral`.
 * - `four-way`: the label; the peers know no `mixed`.
 * - `complaint`: a complaint is what is read as negative.
 */
export type View = "binary" | "three-way" | "four-way" | "complaint";

/** Labels of each view. */
export const VIEW_LABELS: Readonly<Record<View, readonly string[]>> = {
  binary: ["negative", "positive"],
  "three-way": ["negative", "neutral", "positive"],
  "four-way": SENTIMENTS,
  complaint: ["complaint", "not_complaint"],
};

/** What a library says of the sentiment of one text. */
interface Said {
  readonly label: string;
  /** Below 0 is bad, above 0 is good. */
  readonly score: number;
  /** Probability of each of {@link SENTIMENTS}. */
  readonly probabilities: readonly number[];
}

/** Our sentiment as a scorer of a view. */
export function viewAnalyzer(analyzer: Analyzer, view: View): Scorer {
  return viewScorer(view, (text) => saidBy(analyzer.analyze(text)));
}

function saidBy({ sentiment }: Analysis): Said | null {
  if (sentiment === null) return null;
  const { label, score, confidence } = sentiment;
  // An analysis tells the probability of its own label; the rest is shared evenly, as createSentimentScorer does.
  const rest = (1 - confidence) / (SENTIMENTS.length - 1);
  return { label, score, probabilities: SENTIMENTS.map((each) => (each === label ? confidence : rest)) };
}

/** A peer's sentiment as a scorer of a view; it is always certain, since the peers tell no probability. */
export function viewPeer(peer: Peer, view: View): Scorer {
  return viewScorer(view, (text) => {
    // Each library is run once a text: the binary view needs the score alone, the others the label alone.
    const score = view === "binary" ? peer.score(text) : 0;
    const label = view === "binary" ? classOfSign(score) : peer.classify(text);
    return { label, score, probabilities: SENTIMENTS.map((each) => (each === label ? 1 : 0)) };
  });
}

function viewScorer(view: View, read: (text: string) => Said | null): Scorer {
  const labels = VIEW_LABELS[view];
  const silent: Verdict = { labels: [], probabilities: labels.map(() => 1 / labels.length) };
  return {
    kind: "single",
    labels,
    score: (text) => {
      const said = read(text);
      return said === null ? silent : seen(view, said);
    },
  };
}

function seen(view: View, { label, score, probabilities }: Said): Verdict {
  const [negative = 0, neutral = 0, mixed = 0, positive = 0] = probabilities;
  switch (view) {
    case "four-way":
      return { labels: [label], probabilities };
    case "three-way":
      return {
        labels: [label === "mixed" ? "neutral" : label],
        probabilities: [negative, neutral + mixed, positive],
      };
    case "complaint":
      return {
        labels: [label === "negative" ? "complaint" : "not_complaint"],
        probabilities: [negative, neutral + mixed + positive],
      };
    case "binary": {
      const decided = negative + positive;
      const share = decided === 0 ? 0.5 : positive / decided;
      return { labels: [score > 0 ? "positive" : "negative"], probabilities: [1 - share, share] };
    }
  }
}
