import type { SentimentLabel } from "../core/labels.js";
import { type Clause, LINK } from "../language/clauses.js";
import type { Polarity } from "./analysis.js";
import type { Hit } from "./score-clause.js";

/** How clauses make a document. Chosen on the gold training rows. */
const RULE = {
  /** What stands after but / ama counts more, what stands before it less. */
  afterContrast: 1.5,
  beforeContrast: 0.6,
  conceded: 0.5,
  /** Below this much sentiment a text is neutral. */
  neutralBelow: 0.7,
  /** A text is mixed where the weaker side has at least this much, and this share of the stronger side. */
  mixedFrom: 1.4,
  mixedShare: 0.6,
  /** Sum at which the score is 0.71. Source: the form is VADER's (Hutto and Gilbert 2014), the constant ours. */
  halfSquared: 9,
} as const;

/** Sentiment mass of a clause or text. */
export interface Mass {
  readonly good: number;
  readonly bad: number;
}

/** Of a clause that judges nothing. */
export const NO_MASS: Mass = { good: 0, bad: 0 };

/** Adds up the hits of a clause. */
export function weighHits(hits: readonly Hit[]): Mass {
  if (hits.length === 0) return NO_MASS;
  let good = 0;
  let bad = 0;
  for (const hit of hits) {
    if (hit.value > 0) good += hit.value;
    else bad -= hit.value;
  }
  return { good, bad };
}

/**
 * Weighs the clauses of a text against one another: within a sentence the clause after a contrast counts more than the ones
 * before it, a conceded clause counts half. A clause speaks with its net sentiment, so that words that cancel inside one
 * clause do not make the text mixed.
 */
export function composeMass(clauses: readonly Clause[], masses: readonly Mass[]): Mass {
  let good = 0;
  let bad = 0;
  let contrastAhead = false;
  let sentence = -1;
  // From the end, so that each clause knows whether a contrast follows it in its sentence.
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i];
    if (clause === undefined) continue;
    if (clause.sentence !== sentence) contrastAhead = false;
    sentence = clause.sentence;
    let weight = contrastAhead ? RULE.beforeContrast : 1;
    if (clause.link === LINK.contrast) {
      weight *= RULE.afterContrast;
      contrastAhead = true;
    } else if (clause.link === LINK.concession) weight *= RULE.conceded;
    const { good: up, bad: down } = masses[i] ?? NO_MASS;
    const net = (up - down) * weight;
    if (net > 0) good += net;
    else bad -= net;
  }
  return { good, bad };
}

/** Score in (-1, 1) of a sentiment mass. */
export function scoreMass({ good, bad }: Mass): number {
  const net = good - bad;
  return round(net / Math.sqrt(net * net + RULE.halfSquared));
}

/** Names a sentiment mass. */
export function labelMass({ good, bad }: Mass): SentimentLabel {
  const strong = Math.max(good, bad);
  const weak = Math.min(good, bad);
  if (strong < RULE.neutralBelow) return "neutral";
  if (weak >= RULE.mixedFrom && weak >= strong * RULE.mixedShare) return "mixed";
  if (Math.abs(good - bad) < RULE.neutralBelow / 2) return "neutral";
  return good > bad ? "positive" : "negative";
}

/** Reads a sentiment mass as label, score and confidence. */
export function readPolarity(mass: Mass): Polarity {
  const label = labelMass(mass);
  const score = scoreMass(mass);
  return { label, score, confidence: confidenceOf(label, score) };
}

/**
 * Probability that a label is right, by its score: the share of right labels on the gold training rows in bins of the score,
 * smoothed to a line.
 */
function confidenceOf(label: SentimentLabel, score: number): number {
  const strength = Math.abs(score);
  if (label === "neutral") return round(0.55 - 0.3 * strength);
  if (label === "mixed") return 0.4;
  return round(0.55 + 0.4 * strength);
}

/** Rounds to three decimals, so that the same text gives the same digits everywhere. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}
