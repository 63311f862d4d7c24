import { foldText } from "../language/characters.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens, foldedWord, type Tokens } from "../language/tokens.js";
import { turkishStemVariants } from "../language/turkish-words.js";
import { CLASS_SYMBOLS } from "./cue-pattern.js";
import { symbolOf, type Vocabulary } from "./vocabulary.js";

/**
 * Makes a function that reads one place of a pattern as the symbols it asks for one after another, adding to the vocabulary
 * those it lacks. A place of several words gives several symbols.
 */
export function createPlaceReader(vocabulary: Vocabulary): (place: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  const tokens = createTokens();
  return (place) => {
    let symbols = known.get(place);
    if (symbols === undefined) {
      symbols = readClassPlace(vocabulary, place) ?? readWords(vocabulary, place, tokens);
      known.set(place, symbols);
    }
    return symbols;
  };
}

/** Reads a place that is marked as one of a class: `<num>`, `word*`, `word~`, `stem-`, `stem-!`, `=word`; else `null`. */
function readClassPlace(vocabulary: Vocabulary, place: string): number[] | null {
  const known = CLASS_SYMBOLS[place];
  if (known !== undefined) return [known];
  if (vocabulary.language === "tr") {
    const verb = /^(.+)-(!)?$/.exec(place);
    if (verb?.[1] !== undefined) {
      const stem = foldText(verb[1]);
      return [
        verb[2] === undefined ? verbSymbol(vocabulary, "v", stem) : verbSymbol(vocabulary, "g", negatedStem(stem)),
      ];
    }
    if (place.startsWith("=")) {
      const symbol = symbolOf(vocabulary, `x:${foldText(place.slice(1))}`);
      vocabulary.strict.set(symbol, place.slice(1));
      return [symbol];
    }
  } else if (/^[^*~]+[*~]$/.test(place)) {
    return [symbolOf(vocabulary, `${place.endsWith("*") ? "p" : "i"}:${foldText(place.slice(0, -1))}`)];
  }
  return null;
}

function negatedStem(stem: string): string {
  return stem.replace(/m[ae]$/, "");
}

function readWords(vocabulary: Vocabulary, place: string, tokens: Tokens): number[] {
  scanTokens(place, tokens);
  const found: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const folded = foldedWord(tokens, i);
    const isNoun = vocabulary.language === "tr" && /^[a-z]/.test(folded);
    found.push(isNoun ? nounSymbol(vocabulary, folded) : symbolOf(vocabulary, `x:${folded}`));
  }
  return found;
}

function nounSymbol(vocabulary: Vocabulary, stem: string): number {
  const { symbols } = vocabulary;
  const symbol = symbolOf(vocabulary, `n:${stem}`);
  for (const variant of turkishStemVariants(stem, false))
    if (!symbols.has(`n:${variant}`)) symbols.set(`n~${variant}`, symbol);
  return symbol;
}

function verbSymbol(vocabulary: Vocabulary, mode: "v" | "g", stem: string): number {
  const symbol = symbolOf(vocabulary, `${mode}:${stem}`);
  for (const variant of turkishStemVariants(stem, true)) vocabulary.symbols.set(`${mode}~${variant}`, symbol);
  return symbol;
}
