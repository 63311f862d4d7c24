import type { Language } from "../core/labels.js";
import { isEnglishComparative, readEnglishStems, readEnglishTraits } from "../language/english-words.js";
import { NO_READING, TRAIT, type WordReading } from "../language/traits.js";
import { NEGATIVE, readNounSuffixes, readVerbSuffixes } from "../language/turkish-suffixes.js";
import { beforeApostrophe, readTurkishTraits, traitsOfSuffixes } from "../language/turkish-words.js";
import { FIRST_WORD_SYMBOL, type PatternKey } from "./cue-pattern.js";
import { bitOf } from "./pattern-trie.js";

/** Shortest prefix that `p:` keys may have. */
const PREFIX_MIN = 3;

/** The words that patterns are made of, each with a number (its symbol). Grows while patterns are added, then stands still. */
export interface Vocabulary {
  readonly language: Language;
  /** Symbol of each key; several keys may share one. */
  readonly symbols: Map<PatternKey, number>;
  /** Symbols that stand only for words whose letters, diacritics included, are these. */
  readonly strict: Map<number, string>;
  /** Lengths of the `p:` keys. */
  readonly prefixes: Set<number>;
  /** The next free symbol: one more than the highest given. */
  next: number;
  /** Symbols and traits of a folded word. Pure once all patterns are added. */
  readonly read: (folded: string) => WordReading;
}

/** The symbol of a key, given a number on first sight. */
export function symbolOf(vocabulary: Vocabulary, key: PatternKey): number {
  return vocabulary.symbols.get(key) ?? addSymbol(vocabulary, key);
}

/** Gives the next number to a key that has none. */
export function addSymbol(vocabulary: Vocabulary, key: PatternKey): number {
  const symbol = vocabulary.next++;
  vocabulary.symbols.set(key, symbol);
  if (key.startsWith("p:")) vocabulary.prefixes.add(key.length - 2);
  return symbol;
}

/** Makes an empty vocabulary of one language. */
export function createVocabulary(language: Language): Vocabulary {
  const symbols = new Map<PatternKey, number>();
  const prefixes = new Set<number>();

  const readEnglish = (folded: string): WordReading => {
    const reading = readEnglishForm(folded);
    // "yummyy", "nastyy": what elongation leaves, where the word as it stands means nothing
    if (reading === NO_READING && DOUBLED.test(folded)) return readEnglishForm(folded.replace(DOUBLED_ALL, "$1"));
    return reading;
  };

  const readEnglishForm = (folded: string): WordReading => {
    const found: number[] = [];
    let traits = readEnglishTraits(folded);
    const exact = symbols.get(`x:${folded}`);
    if (exact !== undefined) found.push(exact);
    const inflected = symbols.get(`i:${folded}`);
    if (inflected !== undefined) found.push(inflected);
    const stems = readEnglishStems(folded);
    for (const stem of stems) {
      const symbol = symbols.get(`i:${stem}`);
      if (symbol !== undefined && !found.includes(symbol)) found.push(symbol);
    }
    if (exact === undefined && /(?:e[rd]|est|ly|ness|s|ing)$/.test(folded)) {
      const stem = stems.find((candidate) => candidate.length > 2 && symbols.has(`x:${candidate}`));
      const symbol = stem === undefined ? undefined : symbols.get(`x:${stem}`);
      if (symbol !== undefined) found.push(symbol);
    }
    for (const length of prefixes) {
      if (folded.length >= length && length >= PREFIX_MIN) {
        const symbol = symbols.get(`p:${folded.slice(0, length)}`);
        if (symbol !== undefined && !found.includes(symbol)) found.push(symbol);
      }
    }
    if (isEnglishComparative(folded)) traits |= TRAIT.comparative;
    return finish(found, traits);
  };

  const readTurkish = (word: string): WordReading => {
    const reading = readTurkishForm(word);
    if (reading === NO_READING && DOUBLED.test(word)) return readTurkishForm(word.replace(DOUBLED_ALL, "$1"));
    return reading;
  };

  const readTurkishForm = (word: string): WordReading => {
    const folded = beforeApostrophe(word);
    const found: number[] = [];
    let traits = readTurkishTraits(folded);
    const exact = symbols.get(`x:${folded}`);
    if (exact !== undefined) found.push(exact);
    for (let end = folded.length; end >= 2 && found.length === (exact === undefined ? 0 : 1); end--) {
      const stem = folded.slice(0, end);
      const rest = folded.slice(end);
      const noun = symbols.get(`n:${stem}`) ?? (/^[aeiu]/.test(rest) ? symbols.get(`n~${stem}`) : undefined);
      if (noun !== undefined) {
        const bits = readNounSuffixes(folded, end);
        if (bits !== 0 && (end > 2 || rest === "")) {
          found.push(noun);
          // A listed stem is a noun here, so that "-me" within it is no negation.
          traits = (traits & ~TRAIT.negated) | traitsOfSuffixes(bits);
        }
      }
      const narrowed = /^yor/.test(rest);
      const softened = /^[aeiu]/.test(rest);
      const verb = symbols.get(`v:${stem}`) ?? (narrowed || softened ? symbols.get(`v~${stem}`) : undefined);
      const negative = symbols.get(`g:${stem}`) ?? (narrowed || softened ? symbols.get(`g~${stem}`) : undefined);
      if (verb !== undefined || negative !== undefined) {
        const bits = readVerbSuffixes(folded, end);
        if (bits === 0) continue;
        const isNegative = (bits & NEGATIVE) !== 0;
        if (negative !== undefined && isNegative) found.unshift(negative);
        if (verb !== undefined) found.push(verb);
        if (verb !== undefined || isNegative) traits = (traits & ~TRAIT.negated) | traitsOfSuffixes(bits);
      }
    }
    return finish(found, traits);
  };

  return {
    language,
    symbols,
    strict: new Map(),
    prefixes,
    next: FIRST_WORD_SYMBOL,
    read: language === "en" ? readEnglish : readTurkish,
  };
}

const DOUBLED = /([a-z])\1/;
const DOUBLED_ALL = /([a-z])\1/g;

/** Adds the classes that a word belongs to by its traits. */
function finish(found: number[], traits: number): WordReading {
  if ((traits & TRAIT.numberWord) !== 0) found.push(1);
  if ((traits & TRAIT.timeUnit) !== 0) found.push(2);
  if ((traits & (TRAIT.negator | TRAIT.negatorAfter)) !== 0) found.push(3);
  if (found.length === 0) return traits === 0 ? NO_READING : { symbols: found, bits: 0, traits };
  const bits = found.reduce((all, symbol) => all | bitOf(symbol), 0);
  return { symbols: found, bits, traits: traits | TRAIT.listed };
}
