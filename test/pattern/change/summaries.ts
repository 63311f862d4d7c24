import type { Given } from "../../../src/intake/verbatim.js";
import type { Analysis } from "../../../src/meaning/analysis.js";
import { addToSummary, emptySummary } from "../../../src/pattern/add-to-summary.js";
import type { Summary } from "../../../src/pattern/summary.js";

/** What a group of equal verbatims is made from. */
export interface Said {
  readonly times: number;
  readonly score?: number;
  readonly theme?: string;
  readonly stage?: "use" | "support" | "purchase";
  readonly given?: Given;
  readonly model?: string;
  readonly read?: boolean;
}

/** A summary of groups of equal verbatims. */
export function summaryOf(...groups: readonly Said[]): Summary {
  const analyses = groups.flatMap((said, group) =>
    Array.from({ length: said.times }, (_, i) => analysisOf(`${group}-${i}`, said)),
  );
  return addToSummary(emptySummary(), analyses);
}

function analysisOf(id: string, { score = 0, theme, stage, given = {}, model = "en-1", read = true }: Said): Analysis {
  const label = score > 0.1 ? "positive" : score < -0.1 ? "negative" : "neutral";
  const sentiment = { label, score, confidence: 0.9 } as const;
  return {
    id,
    text: null,
    given,
    language: read ? "en" : null,
    sentiment: read ? { ...sentiment, stars: 3, evidence: [] } : null,
    clauses: [],
    themes: theme === undefined ? [] : [{ theme, confidence: 0.9, sentiment, evidence: [] }],
    stage: stage === undefined ? null : { stage, confidence: 0.8, second: null, evidence: [] },
    intent: read ? { intent: "statement", confidence: 0.8 } : null,
    emotion: null,
    effort: null,
    touchpoints: [],
    urgent: false,
    painPoints: [],
    model: read ? model : "other-1",
  };
}
