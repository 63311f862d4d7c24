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
import type { Span } from "./analysis.js";
import { evidenceOf, type Supports, supportOf, type TokenRun } from "./collect-cues.js";
import type { TextMeaning } from "./read-meaning.js";
import { round } from "./sentiment.js";

/** Reads what the writer wants. */
export function readIntent(meaning: TextMeaning): { intent: Intent; confidence: number } | null {
  const best = meaning.bestOf("intent");
  const intent = best === null ? undefined : INTENTS[best.place];
  return best === null || intent === undefined ? null : { intent, confidence: round(best.confidence) };
}

/** Reads the strongest emotion shown; `null` where none is. */
export function readEmotion(meaning: TextMeaning): { emotion: Emotion; confidence: number } | null {
  const best = meaning.bestOf("emotion");
  const emotion = best === null ? undefined : EMOTIONS[best.place];
  return best === null || emotion === undefined ? null : { emotion, confidence: round(best.confidence) };
}

/** When effort is told. Chosen by cross-validation on the gold training rows. */
const EFFORT = {
  /** Probability at which it is told. It is rarely told: more probable than not would miss most of it. */
  least: 0.25,
  /** Weight of the cues at which it is told too, if it is not quite improbable. */
  cued: 0.8,
  leastCued: 0.05,
} as const;

/** Reads how hard the customer had to work; `null` where it is not told. */
export function readEffort(
  meaning: TextMeaning,
  supports: Supports,
  spanOf: (run: TokenRun) => Span,
): { effort: Effort; evidence: Span[] } | null {
  const likelier = meaning.nextOf("effort", NONE);
  if (likelier === null) return null;
  let { place } = likelier;
  if (likelier.confidence < EFFORT.least) {
    const high = supportOf(supports.effort, HIGH)?.weight ?? 0;
    const low = supportOf(supports.effort, LOW)?.weight ?? 0;
    place = high >= low ? HIGH : LOW;
    if (Math.max(high, low) < EFFORT.cued || meaning.probabilityOf("effort", place) < EFFORT.leastCued) return null;
  }
  const effort = EFFORTS[place];
  if (effort === undefined) return null;
  return { effort, evidence: evidenceOf(meaning.placesOf("effort", "effort", place), spanOf) };
}

const NONE = -1;
const HIGH = EFFORTS.indexOf("high");
const LOW = EFFORTS.indexOf("low");

/** Reads the touchpoints named in a text, in the order of {@link TOUCHPOINTS}. */
export function readTouchpoints(
  supports: Supports,
  spanOf: (run: TokenRun) => Span,
): { touchpoint: Touchpoint; evidence: Span[] }[] {
  if (supports.touch.length === 0) return [];
  const found: { touchpoint: Touchpoint; evidence: Span[] }[] = [];
  TOUCHPOINTS.forEach((touchpoint, label) => {
    const support = supportOf(supports.touch, label);
    if (support !== undefined) found.push({ touchpoint, evidence: evidenceOf(support.places, spanOf) });
  });
  return found;
}

/** Whether a company should answer within the hour. */
export function readUrgent(meaning: TextMeaning): boolean {
  return meaning.allOf("urgent").length > 0;
}
