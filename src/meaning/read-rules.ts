import type { Language } from "../core/labels.js";
import { findClauses } from "../language/clauses.js";
import { NO_READING } from "../language/traits.js";
import { createWordReader } from "../language/word-reader.js";
import type { Composed } from "./composition.js";
import { loadLexicon } from "./load-lexicon.js";
import { findMatches, type Match } from "./match-cues.js";
import { createReadyText, prepareText, type ReadyText } from "./ready-text.js";
import { type Hit, scoreClause } from "./score-clause.js";
import { composeMass, weighHits } from "./sentiment.js";
import { turnBitter } from "./turn-bitter.js";

/** A text with what the rules of the lexicon make of it; written anew by the next text. */
export interface RuleReading extends Composed {
  readonly text: ReadyText;
}

/** Reads texts of one language by the rules of its lexicon. */
export interface RuleReader {
  readonly read: (text: string) => RuleReading;
  /** How many tokens of a text the vocabulary knows; to choose between languages where nothing else tells. */
  readonly countKnown: (text: string) => number;
  /** Hash of the lexicon. */
  readonly fingerprint: string;
}

/** Makes a reader; its working memory serves one text after another. */
export function createRuleReader(language: Language): RuleReader {
  const lexicon = loadLexicon(language);
  const readWord = createWordReader(lexicon.vocabulary.read);
  const ready = createReadyText(language);

  const read = (text: string): RuleReading => {
    prepareText(ready, text, readWord);
    const clauses = findClauses(ready.tokens, ready.traits, language);
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
    return { text: ready, clauses, matches, hits, masses, whole: composeMass(clauses, masses) };
  };

  const countKnown = (text: string): number => {
    prepareText(ready, text, readWord);
    let known = 0;
    for (let i = 0; i < ready.tokens.count; i++) if (ready.readings[i] !== NO_READING) known++;
    return known;
  };

  return { read, countKnown, fingerprint: lexicon.fingerprint };
}
