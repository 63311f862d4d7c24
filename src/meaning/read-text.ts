import { type Language, type Stage, THEMES } from "../core/labels.js";
import { VERSION } from "../core/version.js";
import { type Clause, findClauses } from "../language/clauses.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens } from "../language/tokens.js";
import type { WordReading } from "../language/traits.js";
import { createWordReader } from "../language/word-reader.js";
import type { Analysis, ClauseReading, Sentiment, Span, StageReading, ThemeReading } from "./analysis.js";
import { collectCues } from "./collect-cues.js";
import { loadLexicon } from "./load-lexicon.js";
import { findMatches, type Match } from "./match-cues.js";
import { readPainPoints } from "./read-pain-points.js";
import { readEffort, readEmotion, readIntent, readTouchpoints, readUrgent } from "./read-signals.js";
import { readClauseStages, readStage } from "./read-stage.js";
import { readThemes } from "./read-themes.js";
import { type Hit, scoreClause, turnBitter } from "./score-clause.js";
import { composeMass, type Mass, readPolarity, starsOf, weighHits } from "./sentiment.js";

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
  const tokens = createTokens();
  const readings: WordReading[] = [];

  const prepare = (text: string): void => {
    scanTokens(text, tokens);
    readings.length = tokens.count;
    for (let i = 0; i < tokens.count; i++) readings[i] = readWord(tokens, i);
  };

  const read = (text: string): TextReading => {
    prepare(text);
    const clauses = findClauses(tokens, readings, language);
    const matches: Match[][] = [];
    const scored: Hit[][] = [];
    for (const clause of clauses) {
      const found: Match[] = [];
      findMatches(lexicon, tokens, readings, clause.from, clause.to, found);
      matches.push(found);
      scored.push(scoreClause({ language, tokens, readings }, clause, found));
    }
    const hits = turnBitter(clauses, scored);
    const masses: Mass[] = hits.map(weighHits);
    const whole = composeMass(clauses, masses);
    const supports = collectCues(matches);
    const spanOf = ({ from, to }: { from: number; to: number }): Span => [
      tokens.start[from] ?? 0,
      tokens.end[to - 1] ?? 0,
    ];
    const sentences = clauses.map((clause) => clause.sentence);
    const polarity = readPolarity(whole);
    const isNonsense = supports.nonsense.size > 0 && tokens.count <= 4;
    const asks = clauses.some((clause) => clause.asks);
    const judges =
      !isNonsense && (polarity.label !== "neutral" || supports.theme.size > 0 || hits.some((list) => list.length > 0));
    const themes = isNonsense ? [] : readThemes(supports, { hits, masses, sentences }, whole, spanOf);
    const stage = isNonsense ? null : readStage(supports, judges, spanOf);
    const effort = readEffort(supports, spanOf);
    const urgent = readUrgent(supports, polarity);
    const stages = readClauseStages(supports, clauses.length);
    const clauseReadings = clauses.map((clause, i) =>
      readClause(clause, i, masses, themes, stages[i] ?? null, stage, spanOf),
    );
    const effortClauses = new Set(
      effort?.effort === "high" ? supports.effort.get(0)?.places.map((place) => place.clause) : [],
    );
    const painful = clauses.map((clause, i) => ({
      clause,
      hits: hits[i] ?? [],
      mass: masses[i] ?? { good: 0, bad: 0 },
      theme: clauseReadings[i]?.themes[0] ?? null,
      stage: clauseReadings[i]?.stage ?? null,
      effort: effortClauses.has(i),
    }));
    return {
      sentiment: readSentiment(polarity, hits, spanOf),
      clauses: clauseReadings,
      themes,
      stage,
      intent: readIntent(supports, polarity, asks, tokens.count === 0),
      emotion: readEmotion(supports, polarity),
      effort,
      touchpoints: readTouchpoints(supports, spanOf),
      urgent,
      painPoints: readPainPoints(tokens, painful, urgent),
    };
  };

  const countKnown = (text: string): number => {
    prepare(text);
    return readings.reduce((known, reading) => known + (reading.symbols.length > 0 || reading.traits !== 0 ? 1 : 0), 0);
  };

  return { read, countKnown, model: `${language}-${VERSION}-${lexicon.fingerprint}` };
}

/** Most places told as evidence of a text's sentiment. */
const EVIDENCE_MOST = 16;

function readSentiment(
  polarity: Sentiment | Omit<Sentiment, "stars" | "evidence">,
  hits: readonly (readonly Hit[])[],
  spanOf: (hit: Hit) => Span,
): Sentiment {
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

function readClause(
  clause: Clause,
  i: number,
  masses: readonly Mass[],
  themes: readonly ThemeReading[],
  own: Stage | null,
  whole: StageReading | null,
  spanOf: (clause: Clause) => Span,
): ClauseReading {
  const span = spanOf(clause);
  const told: string[] = [];
  for (const { theme, evidence } of themes) {
    if (evidence.some(([start, end]) => start >= span[0] && end <= span[1])) told.push(theme);
  }
  if (told.length > 1) told.sort((a, b) => rankOf(a) - rankOf(b));
  return {
    span,
    sentiment: readPolarity(masses[i] ?? { good: 0, bad: 0 }),
    themes: told,
    // A clause without a cue of its own belongs to the stage of the text.
    stage: own ?? whole?.stage ?? null,
  };
}

const THEME_NAMES: readonly string[] = THEMES;

/** Place of a theme in the taxonomy. */
function rankOf(theme: string): number {
  return THEME_NAMES.indexOf(theme);
}
