import type { Language } from "../core/labels.js";
import { findClauses } from "../language/clauses.js";
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

/** Makes a function that reads texts of one language by the rules of its lexicon. */
export function createRuleReader(language: Language): (text: string) => RuleReading {
  const lexicon = loadLexicon(language);
  const readWord = createWordReader(lexicon.vocabulary.read);
  const ready = createReadyText(language);
  return (text) => {
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
}
