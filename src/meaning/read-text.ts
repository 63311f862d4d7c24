import type { Language } from "../core/labels.js";
import { VERSION } from "../core/version.js";
import { type Clause, findClauses } from "../language/clauses.js";
import { NO_READING } from "../language/traits.js";
import { createWordReader } from "../language/word-reader.js";
import type { Analysis, Polarity, Sentiment, Span } from "./analysis.js";
import { collectCues, type Supports, supportOf } from "./collect-cues.js";
import { loadLexicon } from "./load-lexicon.js";
import { findMatches, type Match } from "./match-cues.js";
import { readClauses } from "./read-clauses.js";
import { readPainPoints } from "./read-pain-points.js";
import { readEffort, readEmotion, readIntent, readTouchpoints, readUrgent } from "./read-signals.js";
import { readStage } from "./read-stage.js";
import { readThemes } from "./read-themes.js";
import { createReadyText, prepareText } from "./ready-text.js";
import { type Hit, scoreClause } from "./score-clause.js";
import { composeMass, readPolarity, starsOf, weighHits } from "./sentiment.js";
import { turnBitter } from "./turn-bitter.js";

/** The part of an {@link Analysis} that is read from the text. */
export type TextReading = Omit<Analysis, "id" | "text" | "given" | "language" | "model">;

/** Reads texts of one language. */
export interface TextReader {
  readonly read: (text: string) => TextReading;
  /** How many tokens of a text its vocabulary knows; to choose between languages where nothing else tells. */
  readonly countKnown: (text: string) => number;
  /** Language, version and fingerprint, such as `en-0.1.0-3f9c2a1b`. */
  readonly model: string;
}

/** Makes a reader; its working memory serves one text after another. */
export function createTextReader(language: Language): TextReader {
  const lexicon = loadLexicon(language);
  const readWord = createWordReader(lexicon.vocabulary.read);
  const ready = createReadyText(language);
  const { tokens } = ready;
  const spanOf = ({ from, to }: { from: number; to: number }): Span => [
    tokens.start[from] ?? 0,
    tokens.end[to - 1] ?? 0,
  ];

  const read = (text: string): TextReading => {
    prepareText(ready, text, readWord);
    const clauses = findClauses(tokens, ready.traits, language);
    const matches: Match[][] = [];
    const scored: Hit[][] = [];
    for (const clause of clauses) {
      const found: Match[] = [];
      findMatches(lexicon, ready, clause.from, clause.to, found);
      matches.push(found);
      scored.push(scoreClause(ready, clause, found));
    }
    const hits = turnBitter(clauses, scored);
    const masses = hits.map(weighHits);
    const whole = composeMass(clauses, masses);
    const supports = collectCues(matches);
    const polarity = readPolarity(whole);
    const isNonsense = supports.nonsense.length > 0 && tokens.count <= 4;
    const judges = !isNonsense && (polarity.label !== "neutral" || supports.theme.length > 0 || holdsHit(hits));
    const themes = isNonsense ? [] : readThemes(supports, { clauses, hits, masses }, whole, spanOf);
    const stage = isNonsense ? null : readStage(supports, judges, spanOf);
    const effort = readEffort(supports, spanOf);
    const urgent = readUrgent(supports, polarity);
    const told = readClauses(clauses, masses, supports, themes, stage, spanOf);
    return {
      sentiment: readSentiment(polarity, hits, spanOf),
      clauses: told,
      themes,
      stage,
      intent: readIntent(supports, polarity, clauses.some(asks), tokens.count === 0),
      emotion: readEmotion(supports, polarity),
      effort,
      touchpoints: readTouchpoints(supports, spanOf),
      urgent,
      painPoints: readPainPoints(tokens, { clauses, hits, masses }, told, laboriousClauses(supports, effort), urgent),
    };
  };

  const countKnown = (text: string): number => {
    prepareText(ready, text, readWord);
    let known = 0;
    for (let i = 0; i < tokens.count; i++) if (ready.readings[i] !== NO_READING) known++;
    return known;
  };

  return { read, countKnown, model: `${language}-${VERSION}-${lexicon.fingerprint}` };
}

function asks(clause: Clause): boolean {
  return clause.asks;
}

function holdsHit(hits: readonly (readonly Hit[])[]): boolean {
  for (const list of hits) if (list.length > 0) return true;
  return false;
}

const NONE: ReadonlySet<number> = new Set();

/** Numbers of the clauses that tell of high effort. */
function laboriousClauses(supports: Supports, effort: Analysis["effort"]): ReadonlySet<number> {
  if (effort?.effort !== "high") return NONE;
  return new Set(supportOf(supports.effort, 0)?.places.map((place) => place.clause));
}

/** Most places told as evidence of a text's sentiment. */
const EVIDENCE_MOST = 16;

function readSentiment(polarity: Polarity, hits: readonly (readonly Hit[])[], spanOf: (hit: Hit) => Span): Sentiment {
  const evidence: Span[] = [];
  let end = 0;
  for (const list of hits) {
    for (const hit of list) {
      if (evidence.length === EVIDENCE_MOST) break;
      const span = spanOf(hit);
      if (span[0] < end) continue;
      evidence.push(span);
      end = span[1];
    }
  }
  const { label, score, confidence } = polarity;
  return { label, score, confidence, stars: starsOf(score), evidence };
}
