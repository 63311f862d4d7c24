import type { Clause } from "../language/clauses.js";
import type { Tokens } from "../language/tokens.js";
import type { Polarity, Sentiment, SentimentScore, Span } from "./analysis.js";
import type { RuleReading } from "./read-rules.js";
import type { Hit } from "./score-clause.js";
import { NO_MASS, round } from "./sentiment.js";
import type { SentimentReader, SentimentReading } from "./sentiment-model.js";

/**
 * Tokens of the longest text whose composition is asked; in longer ones words decide. Set for speed, not tuned: composition helps long
 * texts too.
 */
const COMPOSED_MOST = 64;

/** What was read of a text and of its clauses. */
export interface TextSentiment {
  readonly whole: Sentiment;
  /** One for each clause. */
  readonly clauses: readonly Polarity[];
}

/** A text without a word says nothing, and that is sure. */
const SILENT: Sentiment = { label: "neutral", score: 0, confidence: 1, stars: 3, evidence: [] };

/** Reads the sentiment of a text and of each clause by a trained model, and where the text says it. */
export function readTextSentiment(
  reader: SentimentReader,
  rules: RuleReading,
  spanOf: (run: Run) => Span,
): TextSentiment {
  const { text, clauses, hits } = rules;
  const { count } = text.tokens;
  if (count === 0) return { whole: SILENT, clauses: [] };
  reader.start(text.tokens);
  // A text of one clause is read once.
  const parts = clauses.length > 1 ? clauses.map((_, i) => toPolarity(readClause(reader, rules, i))) : undefined;
  const sure = reader.readWords(0, count, count > COMPOSED_MOST, false);
  const polarity = toPolarity(sure ?? reader.readComposed(text, rules, 0, clauses.length, rules.whole));
  const told = parts ?? clauses.map(() => polarity);
  const stars = starsOf(reader, polarity);
  return {
    whole: { ...polarity, stars, evidence: findEvidence(polarity, clauses, hits, told, spanOf) },
    clauses: told,
  };
}

/** As {@link readTextSentiment}, of the whole text alone: the rules are asked only where words are not sure. */
export function readSentimentAlone(
  reader: SentimentReader,
  tokens: Tokens,
  readRules: () => RuleReading,
): SentimentScore {
  const { count } = tokens;
  if (count === 0)
    return { label: SILENT.label, score: SILENT.score, confidence: SILENT.confidence, stars: SILENT.stars };
  reader.start(tokens);
  let reading = reader.readWords(0, count, count > COMPOSED_MOST, false);
  if (reading === null) {
    const rules = readRules();
    reading = reader.readComposed(rules.text, rules, 0, rules.clauses.length, rules.whole);
  }
  const polarity = toPolarity(reading);
  const { label, score, confidence } = polarity;
  return { label, score, confidence, stars: starsOf(reader, polarity) };
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function readClause(reader: SentimentReader, rules: RuleReading, i: number): SentimentReading {
  const { from, to } = rules.clauses[i] ?? NOWHERE;
  return (
    reader.readWords(from, to, false, true) ??
    reader.readComposed(rules.text, rules, i, i + 1, rules.masses[i] ?? NO_MASS)
  );
}

const NOWHERE: Run = { from: 0, to: 0 };

/** Stars from the middle of the scale to where a surely good or bad text stands. */
const STARS_AROUND = 1.9;

/**
 * Stars to one decimal: the mean of the rating that was learned from texts with stars and of the one that the score stands for, since the
 * first knows few trades and the second no shades. Chosen by mean absolute error on the development rows of all sets with stars, so that stars are measured on these a little too well.
 */
function starsOf(reader: SentimentReader, { score }: Polarity): number {
  const byScore = 3 + (score < 0 ? -1 : 1) * STARS_AROUND * Math.sqrt(Math.abs(score));
  return Math.round((reader.readStars() + byScore) * 5) / 10;
}

function toPolarity({ label, score, confidence }: SentimentReading): Polarity {
  return { label, score: round(score), confidence: round(confidence) };
}

/** Most places told as evidence of a text's sentiment. */
const EVIDENCE_MOST = 16;

/**
 * The words and phrases that speak for a verdict: of its side where it has one, else all. Where no listed word speaks for it, the
 * clauses that were read so.
 */
function findEvidence(
  { label }: Polarity,
  clauses: readonly Clause[],
  hits: readonly (readonly Hit[])[],
  told: readonly Polarity[],
  spanOf: (run: Run) => Span,
): Span[] {
  const side = label === "positive" ? 1 : label === "negative" ? -1 : 0;
  const evidence: Span[] = [];
  let end = 0;
  for (const list of hits) {
    for (const hit of list) {
      if (evidence.length === EVIDENCE_MOST) return evidence;
      if (side * hit.value < 0) continue;
      const span = spanOf(hit);
      if (span[0] < end) continue;
      evidence.push(span);
      end = span[1];
    }
  }
  if (evidence.length > 0 || side === 0) return evidence;
  const spoken = clauses.filter((_, i) => told[i]?.label === label);
  return (spoken.length > 0 ? spoken : clauses).slice(0, EVIDENCE_MOST).map(spanOf);
}
