import type { Language } from "../../core/labels.js";
import { readEnglishStems } from "../../language/english-words.js";
import { NO_READING, type WordReading } from "../../language/traits.js";
import { readNounSuffixes, readVerbSuffixes } from "../../language/turkish-suffixes.js";
import { beforeApostrophe, turkishStemVariants } from "../../language/turkish-words.js";
import type { TermKey } from "./term-words.js";

/**
 * The words that the terms and queries of a taxonomy are made of, each with a number (its symbol). Unlike the lexicon's, which looks for the best
 * reading of a word, it finds every key that a word stands for: what one theme asks for never hides a word from another.
 */
export interface TermVocabulary {
  /** The symbol of a key, given a number on first sight. */
  readonly symbolOf: (key: TermKey) => number;
  /** Reads a folded word. Pure once all keys are added. */
  readonly read: (folded: string) => WordReading;
}

const DOUBLED = /([a-z])\1/g;

/** Makes an empty vocabulary of one language. */
export function createTermVocabulary(language: Language): TermVocabulary {
  const symbols = new Map<TermKey, number>();
  /** Symbols of the other forms that Turkish stems take, as `n~` and `v~` keys. */
  const variants = new Map<TermKey, number[]>();
  /** Lengths of the `p:` keys. */
  const beginnings = new Set<number>();

  const symbolOf = (key: TermKey): number => {
    const known = symbols.get(key);
    if (known !== undefined) return known;
    const symbol = symbols.size + 1;
    symbols.set(key, symbol);
    const [mode, stem] = [key.slice(0, 2), key.slice(2)];
    if (mode === "p:") beginnings.add(stem.length);
    else if (mode === "n:" || mode === "v:") {
      for (const variant of turkishStemVariants(stem, mode === "v:")) {
        const alias = `${mode.charAt(0)}~${variant}`;
        variants.set(alias, [...(variants.get(alias) ?? []), symbol]);
      }
    }
    return symbol;
  };

  const addEnglishForms = (word: string, found: Set<number>): void => {
    add(found, symbols.get(`i:${word}`));
    for (const stem of readEnglishStems(word)) if (!lacksDoubling(stem, word)) add(found, symbols.get(`i:${stem}`));
  };

  const addTurkishForms = (word: string, found: Set<number>): void => {
    const base = beforeApostrophe(word);
    for (let end = base.length; end >= 2; end--) {
      const stem = base.slice(0, end);
      const rest = base.slice(end);
      const [noun, verb] = [symbols.get(`n:${stem}`), symbols.get(`v:${stem}`)];
      const softens = /^(?:[aeiu]|yor)/.test(rest);
      const [nouns, verbs] = softens ? [variants.get(`n~${stem}`), variants.get(`v~${stem}`)] : [];
      // A stem of two letters begins too many words to be read with suffixes.
      if (
        (noun !== undefined || nouns !== undefined) &&
        (end > 2 || rest === "") &&
        readNounSuffixes(base, end) !== 0
      ) {
        add(found, noun);
        for (const symbol of nouns ?? []) found.add(symbol);
      }
      if ((verb !== undefined || verbs !== undefined) && readVerbSuffixes(base, end) !== 0) {
        add(found, verb);
        for (const symbol of verbs ?? []) found.add(symbol);
      }
    }
  };

  const readForm = (word: string): WordReading => {
    const found = new Set<number>();
    add(found, symbols.get(`x:${word}`));
    if (language === "en") addEnglishForms(word, found);
    else addTurkishForms(word, found);
    for (const length of beginnings) if (word.length >= length) add(found, symbols.get(`p:${word.slice(0, length)}`));
    return found.size === 0 ? NO_READING : { symbols: [...found], bits: 0, traits: 0 };
  };

  return {
    symbolOf,
    read: (folded) => {
      const reading = readForm(folded);
      // "refundd": what elongation leaves, where the word as it stands means nothing.
      return reading === NO_READING ? readForm(folded.replace(DOUBLED, "$1")) : reading;
    },
  };
}

/**
 * Whether a word would be spelled with a doubled consonant if it were a form of this stem: "caring" is of "care", since "car" would give
 * "carring". What looks a word up in a list of cues may guess; a term must not find what its owner did not mean.
 */
function lacksDoubling(stem: string, word: string): boolean {
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem) && /^(?:ed|ing|er|est)/.test(word.slice(stem.length));
}

function add(found: Set<number>, symbol: number | undefined): void {
  if (symbol !== undefined) found.add(symbol);
}
