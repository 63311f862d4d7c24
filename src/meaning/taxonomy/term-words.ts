import type { Language } from "../../core/labels.js";
import { scanTokens } from "../../language/tokenize.js";
import { createTokens, foldedWord, TOKEN } from "../../language/tokens.js";

/**
 * A word of a term, as the lexicon writes its keys: `x:` exactly this folded form, `i:` an English word and its inflections, `n:` a Turkish noun
 * with any nominal suffixes, `v:` a Turkish verb with any verbal suffixes, `p:` any word that begins so.
 */
export type TermKey = string;

/** How a word of a term is meant: in all its forms, exactly as written, or as the beginning of longer words. */
export type WordForm = "any" | "exact" | "beginning";

/** Most words that a term or phrase may have. */
export const TERM_WORDS_MOST = 20;

/** Room for the term at hand: making it anew would take most of the time of a taxonomy of thousands. */
const tokens = createTokens();

/** Folded Turkish nouns that end as infinitives do. */
const NOUNS_IN_MEK: ReadonlySet<string> = new Set(
  "yemek ekmek emek irmak parmak kaymak cakmak damak yamak basamak tokmak kuymak".split(" "),
);

/**
 * The words of a term; punctuation is passed over. `[]` where there is none: marks, addresses and handles are no words.
 *
 * @param form of the last word; with `beginning` those before it are exact
 */
export function readTermKeys(term: string, language: Language, form: WordForm): TermKey[] {
  scanTokens(term, tokens);
  const words: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const folded = tokens.kind[i] === TOKEN.punctuation ? "" : foldedWord(tokens, i);
    if (folded !== "") words.push(folded);
  }
  return words.map((word, i) => {
    if (form === "beginning" && i === words.length - 1) return `p:${word}`;
    // What is not written in Latin letters, a number or an emoji has no forms that are known here.
    return form === "any" && /^[a-z]/.test(word) ? keyOfForms(word, language) : `x:${word}`;
  });
}

function keyOfForms(word: string, language: Language): TermKey {
  if (language === "en") return `i:${word}`;
  const isInfinitive = word.length > 4 && /m[ae]k$/.test(word) && !NOUNS_IN_MEK.has(word);
  return isInfinitive ? `v:${word.slice(0, -3)}` : `n:${word}`;
}
