import type { Language } from "../core/labels.js";
import { foldText } from "../language/characters.js";
import { isEnglishComparative, readEnglishStems, readEnglishTraits } from "../language/english-words.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens, foldedWord } from "../language/tokens.js";
import { NO_READING, TRAIT, type WordReading } from "../language/traits.js";
import { NEGATIVE, readNounSuffixes, readVerbSuffixes } from "../language/turkish-suffixes.js";
import {
  beforeApostrophe,
  readTurkishTraits,
  traitsOfSuffixes,
  turkishStemVariants,
} from "../language/turkish-words.js";
import { CLASS_SYMBOLS, FIRST_WORD_SYMBOL } from "./cue-pattern.js";

/** Longest and shortest prefix that `p:` keys may have. */
const PREFIX_MIN = 3;

/** The words that patterns are made of, each with a number (its symbol). */
export interface Vocabulary {
  /** The symbol of a place of a pattern, given a number on first sight. A place of several words gives several symbols. */
  readonly symbolsOfPlace: (place: string) => number[];
  /** The symbol of one folded word in exactly this form. */
  readonly symbolOfWord: (folded: string) => number;
  /** Symbols and traits of a folded word. Pure once all patterns are added. */
  readonly read: (folded: string) => WordReading;
  /** Number of symbols given so far. */
  readonly size: () => number;
  /** Symbols that stand only for words whose letters, diacritics included, are these. */
  readonly strict: ReadonlyMap<number, string>;
}

/** Makes an empty vocabulary of one language. */
export function createVocabulary(language: Language): Vocabulary {
  const symbols = new Map<string, number>();
  const strict = new Map<number, string>();
  const prefixes = new Set<number>();
  let next = FIRST_WORD_SYMBOL;
  const tokens = createTokens();
  const symbolOf = (key: string): number => {
    let symbol = symbols.get(key);
    if (symbol === undefined) {
      symbol = next++;
      symbols.set(key, symbol);
    }
    return symbol;
  };

  const places = new Map<string, number[]>();
  const symbolsOfPlace = (place: string): number[] => {
    let found = places.get(place);
    if (found === undefined) {
      found = readPlace(place);
      places.set(place, found);
    }
    return found;
  };

  const readPlace = (place: string): number[] => {
    const known = CLASS_SYMBOLS[place];
    if (known !== undefined) return [known];
    if (language === "tr") {
      const verb = /^(.+)-(!)?$/.exec(place);
      if (verb?.[1] !== undefined) {
        const stem = foldText(verb[1]);
        if (verb[2] === undefined) return [verbSymbol("v", stem)];
        return [verbSymbol("g", stem.replace(/m[ae]$/, ""))];
      }
      if (place.startsWith("=")) {
        const symbol = symbolOf(`x:${foldText(place.slice(1))}`);
        strict.set(symbol, place.slice(1));
        return [symbol];
      }
    } else if (/^[^*~]+[*~]$/.test(place)) {
      const word = foldText(place.slice(0, -1));
      if (place.endsWith("*")) prefixes.add(word.length);
      return [symbolOf(`${place.endsWith("*") ? "p" : "i"}:${word}`)];
    }
    scanTokens(place, tokens);
    const found: number[] = [];
    for (let i = 0; i < tokens.count; i++) {
      const folded = foldedWord(tokens, i);
      if (language === "en" || !/^[a-z]/.test(folded)) found.push(symbolOf(`x:${folded}`));
      else found.push(nounSymbol(folded));
    }
    return found;
  };

  const nounSymbol = (stem: string): number => {
    const symbol = symbolOf(`n:${stem}`);
    for (const variant of turkishStemVariants(stem, false))
      if (!symbols.has(`n:${variant}`)) symbols.set(`n~${variant}`, symbol);
    return symbol;
  };
  const verbSymbol = (mode: "v" | "g", stem: string): number => {
    const symbol = symbolOf(`${mode}:${stem}`);
    for (const variant of turkishStemVariants(stem, true)) symbols.set(`${mode}~${variant}`, symbol);
    return symbol;
  };

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
    symbolsOfPlace,
    symbolOfWord: (folded) => symbolOf(`x:${folded}`),
    read: language === "en" ? readEnglish : readTurkish,
    size: () => next,
    strict,
  };
}

const DOUBLED = /([a-z])\1/;
const DOUBLED_ALL = /([a-z])\1/g;

/** Adds the classes that a word belongs to by its traits. */
function finish(found: number[], traits: number): WordReading {
  if ((traits & TRAIT.numberWord) !== 0) found.push(1);
  if ((traits & TRAIT.timeUnit) !== 0) found.push(2);
  if ((traits & (TRAIT.negator | TRAIT.negatorAfter)) !== 0) found.push(3);
  return found.length === 0 && traits === 0 ? NO_READING : { symbols: found, traits };
}
