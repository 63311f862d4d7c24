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
import { evidenceOf, type Support, type Supports, supportOf } from "./collect-cues.js";
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

function weightsOf(labels: readonly string[], supports: readonly Support[]): number[] {
  const weights = new Array<number>(labels.length).fill(0);
  for (const support of supports) weights[support.label] = support.weight;
  return weights;
}

function best<T extends string>(
  labels: readonly T[],
  weights: readonly number[],
): { label: T; confidence: number } | null {
  let label: T | undefined;
  let most = 0;
  let all = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    all += weight;
    if (weight > most) {
      most = weight;
      label = labels[i];
    }
  }
  return label === undefined ? null : { label, confidence: round(most / (most + (all - most) * 0.5 + RULE.even)) };
}

/** Adds to the weight of one label. */
function add<T extends string>(labels: readonly T[], weights: number[], label: T, weight: number): void {
  const at = labels.indexOf(label);
  weights[at] = (weights[at] ?? 0) + weight;
}

/** Halves the weights of labels that contradict the sentiment. */
function halve<T extends string>(labels: readonly T[], weights: number[], doubted: readonly T[]): void {
  for (const label of doubted) {
    const at = labels.indexOf(label);
    weights[at] = (weights[at] ?? 0) / 2;
  }
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
  const to = (intent: Intent, weight: number): void => add(INTENTS, weights, intent, weight);
  if (sentiment.label === "negative") to("complaint", RULE.bySentiment);
  if (sentiment.label === "positive") to("praise", RULE.bySentiment);
  if (sentiment.label === "mixed") to(sentiment.score > 0 ? "praise" : "complaint", RULE.bySentiment);
  if (asks && sentiment.label === "neutral") to("question", RULE.byQuestion);
  if (sentiment.label === "neutral" && !asks) to("statement", RULE.even);
  const found = best(INTENTS, weights);
  return found === null || found.confidence < RULE.least
    ? { intent: "statement", confidence: 0.4 }
    : { intent: found.label, confidence: found.confidence };
}

const GOOD_EMOTIONS: readonly Emotion[] = ["satisfaction", "delight", "excitement", "trust"];
const BAD_EMOTIONS: readonly Emotion[] = ["disappointment", "frustration", "anger", "worry", "sadness"];

/** Reads the strongest emotion shown; `null` where none is. */
export function readEmotion(supports: Supports, sentiment: Polarity): { emotion: Emotion; confidence: number } | null {
  const weights = weightsOf(EMOTIONS, supports.emotion);
  if (sentiment.label === "positive") {
    add(EMOTIONS, weights, "satisfaction", RULE.emotionBySentiment);
    halve(EMOTIONS, weights, BAD_EMOTIONS);
  } else if (sentiment.label === "negative") {
    add(EMOTIONS, weights, "disappointment", RULE.emotionBySentiment * 0.8);
    add(EMOTIONS, weights, "frustration", RULE.emotionBySentiment * 0.7);
    halve(EMOTIONS, weights, GOOD_EMOTIONS);
  }
  const found = best(EMOTIONS, weights);
  return found === null || found.confidence < RULE.emotionLeast
    ? null
    : { emotion: found.label, confidence: found.confidence };
}

/** Reads how hard the customer had to work; `null` where it is not told. */
export function readEffort(
  supports: Supports,
  spanOf: (match: Match) => Span,
): { effort: Effort; evidence: Span[] } | null {
  const high = supportOf(supports.effort, 0);
  const low = supportOf(supports.effort, 1);
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
  if (supports.touch.length === 0) return [];
  const found: { touchpoint: Touchpoint; evidence: Span[] }[] = [];
  TOUCHPOINTS.forEach((touchpoint, label) => {
    const support = supportOf(supports.touch, label);
    if (support !== undefined) found.push({ touchpoint, evidence: evidenceOf(support, spanOf) });
  });
  return found;
}

/** Whether a company should answer within the hour. */
export function readUrgent(supports: Supports, sentiment: Polarity): boolean {
  const weight = supportOf(supports.urgent, 0)?.weight ?? 0;
  return weight >= RULE.urgentLeast && sentiment.label !== "positive";
}
