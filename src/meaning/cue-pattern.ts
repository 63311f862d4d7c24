import { VerbatimsError } from "../core/error.js";

/**
 * One place of a pattern, as a key of the vocabulary:
 *
 * - `x:word` exactly this folded form
 * - `i:word` the word and its regular English inflections
 * - `p:word` any word that begins so
 * - `n:stem` a Turkish noun, adjective or adverb with any nominal suffixes
 * - `v:stem` a Turkish verb with any verbal suffixes; `g:stem` only where it is negated
 * - `<num>`, `<unit>`, `<neg>`, `<any>`, `<gap>`
 */
export type PatternKey = string;

/** The places that stand for a class of words, with their fixed symbol numbers. */
export const CLASS_SYMBOLS: Readonly<Record<string, number>> = {
  "<num>": 1,
  "<unit>": 2,
  "<neg>": 3,
  "<any>": 4,
  "<gap>": 5,
};

/** First symbol number that is free for words. */
export const FIRST_WORD_SYMBOL = 6;

const EXPANSIONS_MAX = 1024;

/**
 * Expands the alternatives `(a|b c)` and options `(a)?`, `a?` of a pattern into plain sequences of places.
 *
 * @param pattern places separated by spaces, such as `(is|was)? not worth <any>`
 * @throws VerbatimsError `invalid-option` where a bracket is not closed, or the pattern stands for more than 1024 sequences
 */
export function expandPattern(pattern: string): string[][] {
  const parsed = parseSequence(pattern, 0);
  if (parsed.at < pattern.length) throw broken(pattern, "a closing bracket without an opening one");
  return parsed.sequences.filter((places) => places.length > 0);
}

interface Parsed {
  readonly sequences: string[][];
  readonly at: number;
}

/** Reads alternatives up to a closing bracket or the end. */
function parseSequence(pattern: string, from: number): Parsed {
  const all: string[][] = [];
  let current: string[][] = [[]];
  let at = from;
  while (at < pattern.length && pattern[at] !== ")") {
    const char = pattern[at];
    if (char === " ") {
      at++;
    } else if (char === "|") {
      all.push(...current);
      current = [[]];
      at++;
    } else {
      const group = char === "(" ? parseGroup(pattern, at) : parsePlace(pattern, at);
      at = group.at;
      const options = group.sequences;
      if (pattern[at] === "?") {
        options.push([]);
        at++;
      }
      current = current.flatMap((places) => options.map((option) => [...places, ...option]));
      if (current.length > EXPANSIONS_MAX) throw broken(pattern, `more than ${EXPANSIONS_MAX} sequences`);
    }
  }
  all.push(...current);
  return { sequences: all, at };
}

function parseGroup(pattern: string, at: number): Parsed {
  const inner = parseSequence(pattern, at + 1);
  if (pattern[inner.at] !== ")") throw broken(pattern, "an opening bracket without a closing one");
  return { sequences: inner.sequences, at: inner.at + 1 };
}

function parsePlace(pattern: string, from: number): Parsed {
  let at = from;
  while (at < pattern.length && !" |()?".includes(pattern.charAt(at))) at++;
  // Emoticons hold brackets; they are written alone on their line and read whole.
  if (at === from) at++;
  return { sequences: [[pattern.slice(from, at)]], at };
}

function broken(pattern: string, received: string): VerbatimsError {
  return new VerbatimsError(
    "invalid-option",
    `pattern "${pattern}": expected places separated by spaces, got ${received}. Correct the pattern.`,
    { field: "pattern", received },
  );
}
