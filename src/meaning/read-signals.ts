import {
  EFFORTS,
  type Effort,
  EMOTIONS,
  type Emotion,
  INTENTS,
  type Intent,
  TOUCHPOINTS,
  type Touchpoint,
} from "../core/labels.js";
import type { Polarity, Span } from "./analysis.js";
import { evidenceOf, type Support, type Supports } from "./collect-cues.js";
import type { Match } from "./match-cues.js";
import { round } from "./sentiment.js";

/** What the sentiment of a text, and whether it asks, add to the cues. Chosen on the gold training rows. */
const RULE = {
  bySentiment: 1,
  byQuestion: 1.3,
  even: 0.5,
  least: 0.4,
  emotionBySentiment: 0.6,
  emotionLeast: 0.45,
  effortLeast: 0.8,
  urgentLeast: 1,
} as const;

function weightsOf<T extends string>(labels: readonly T[], supports: ReadonlyMap<number, Support>): Map<T, number> {
  return new Map(labels.map((label, i) => [label, supports.get(i)?.weight ?? 0]));
}

function best<T extends string>(
  weights: ReadonlyMap<T, number>,
  even: number,
): { label: T; confidence: number } | null {
  let label: T | null = null;
  let most = 0;
  let all = 0;
  for (const [name, weight] of weights) {
    all += weight;
    if (weight > most) {
      most = weight;
      label = name;
    }
  }
  return label === null ? null : { label, confidence: round(most / (most + (all - most) * 0.5 + even)) };
}

/** Reads what the writer wants; `null` for a text that says nothing. */
export function readIntent(
  supports: Supports,
  sentiment: Polarity,
  asks: boolean,
  empty: boolean,
): { intent: Intent; confidence: number } | null {
  if (empty) return null;
  const weights = weightsOf(INTENTS, supports.intent);
  const add = (intent: Intent, weight: number): void => {
    weights.set(intent, (weights.get(intent) ?? 0) + weight);
  };
  if (sentiment.label === "negative") add("complaint", RULE.bySentiment);
  if (sentiment.label === "positive") add("praise", RULE.bySentiment);
  if (sentiment.label === "mixed") add(sentiment.score > 0 ? "praise" : "complaint", RULE.bySentiment);
  if (asks && sentiment.label === "neutral") add("question", RULE.byQuestion);
  if (sentiment.label === "neutral" && !asks) add("statement", RULE.even);
  const found = best(weights, RULE.even);
  return found === null || found.confidence < RULE.least
    ? { intent: "statement", confidence: 0.4 }
    : { intent: found.label, confidence: found.confidence };
}

/** Reads the strongest emotion shown; `null` where none is. */
export function readEmotion(supports: Supports, sentiment: Polarity): { emotion: Emotion; confidence: number } | null {
  const weights = weightsOf(EMOTIONS, supports.emotion);
  const add = (emotion: Emotion, weight: number): void => {
    weights.set(emotion, (weights.get(emotion) ?? 0) + weight);
  };
  if (sentiment.label === "positive") {
    add("satisfaction", RULE.emotionBySentiment);
    // A text that is bad as a whole shows no delight, and the other way round.
    for (const other of ["disappointment", "frustration", "anger", "worry", "sadness"] as const)
      add(other, -(weights.get(other) ?? 0) / 2);
  } else if (sentiment.label === "negative") {
    add("disappointment", RULE.emotionBySentiment * 0.8);
    add("frustration", RULE.emotionBySentiment * 0.7);
    for (const other of ["satisfaction", "delight", "excitement", "trust"] as const)
      add(other, -(weights.get(other) ?? 0) / 2);
  }
  const found = best(weights, RULE.even);
  return found === null || found.confidence < RULE.emotionLeast
    ? null
    : { emotion: found.label, confidence: found.confidence };
}

/** Reads how hard the customer had to work; `null` where it is not told. */
export function readEffort(
  supports: Supports,
  spanOf: (match: Match) => Span,
): { effort: Effort; evidence: Span[] } | null {
  const high = supports.effort.get(0);
  const low = supports.effort.get(1);
  const support = (high?.weight ?? 0) >= (low?.weight ?? 0) ? high : low;
  const effort = support === undefined ? undefined : EFFORTS[support.label];
  if (support === undefined || effort === undefined || support.weight < RULE.effortLeast) return null;
  return { effort, evidence: evidenceOf(support, spanOf) };
}

/** Reads the touchpoints named in a text, in the order of {@link TOUCHPOINTS}. */
export function readTouchpoints(
  supports: Supports,
  spanOf: (match: Match) => Span,
): { touchpoint: Touchpoint; evidence: Span[] }[] {
  return TOUCHPOINTS.flatMap((touchpoint, label) => {
    const support = supports.touch.get(label);
    return support === undefined ? [] : [{ touchpoint, evidence: evidenceOf(support, spanOf) }];
  });
}

/** Whether a company should answer within the hour. */
export function readUrgent(supports: Supports, sentiment: Polarity): boolean {
  const weight = supports.urgent.get(0)?.weight ?? 0;
  return weight >= RULE.urgentLeast && sentiment.label !== "positive";
}
