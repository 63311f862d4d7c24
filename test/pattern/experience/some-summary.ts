import type { Analysis } from "../../../src/meaning/analysis.js";
import { analyze } from "../../../src/meaning/analyzer.js";
import { addToSummary, emptySummary, type Summary } from "../../../src/pattern/index.js";

/** What a made-up analysis is to say; the rest is as little as can be. */
export interface Saying {
  readonly label?: "negative" | "neutral" | "mixed" | "positive";
  readonly score?: number;
  readonly stage?: "awareness" | "consideration" | "purchase" | "use" | "support" | "loyalty";
  readonly channel?: string;
  readonly intent?: "complaint" | "praise" | "question" | "request" | "churn" | "recommendation" | "statement";
  readonly emotion?: "delight" | "anger";
  readonly effort?: "high" | "low";
  readonly touchpoint?: "chat" | "phone";
  readonly urgent?: boolean;
  /** Themes, each of the sentiment of the whole. */
  readonly themes?: readonly string[];
  readonly nps?: number;
}

const READ = analyze({ id: "made", text: "It arrived.", language: "en" });

/** An analysis that says just this. */
export function say(saying: Saying): Analysis {
  const { label = "neutral", score = 0, stage, channel, intent, emotion, effort, touchpoint, nps } = saying;
  const polarity = { label, score, confidence: 0.9 };
  return {
    ...READ,
    given: { ...(channel === undefined ? {} : { channel }), ...(nps === undefined ? {} : { nps }) },
    sentiment: { ...polarity, stars: 3, evidence: [] },
    themes: (saying.themes ?? []).map((theme) => ({ theme, confidence: 0.9, sentiment: polarity, evidence: [] })),
    stage: stage === undefined ? null : { stage, confidence: 0.9, second: null, evidence: [] },
    intent: intent === undefined ? null : { intent, confidence: 0.9 },
    emotion: emotion === undefined ? null : { emotion, confidence: 0.9 },
    effort: effort === undefined ? null : { effort, evidence: [] },
    touchpoints: touchpoint === undefined ? [] : [{ touchpoint, evidence: [] }],
    urgent: saying.urgent ?? false,
    painPoints: [],
  };
}

/** A summary of so many of each. */
export function summaryOf(...sayings: readonly (readonly [times: number, saying: Saying])[]): Summary {
  const analyses = sayings.flatMap(([times, saying]) => Array.from({ length: times }, () => say(saying)));
  return addToSummary(emptySummary({ quotesKept: 0 }), analyses);
}
