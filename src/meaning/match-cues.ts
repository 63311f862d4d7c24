import { TOKEN, type Tokens } from "../language/tokens.js";
import { TRAIT } from "../language/traits.js";
import type { Entry, Lexicon } from "./lexicon.js";
import { bitOf, childOf } from "./pattern-trie.js";
import type { ReadyText } from "./ready-text.js";

/** A pattern found in a text: its entry and the tokens `[from, to)` it spans. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
}

const NUMBER = 1;
const ANY = 4;
const GAP = 5;
const NUMBER_BIT = bitOf(NUMBER);
const ANY_BIT = bitOf(ANY);
const GAP_BIT = bitOf(GAP);
/** Classes that a token belongs to by its kind and not by its reading. */
const OPEN_BITS = NUMBER_BIT | ANY_BIT;
/** Words that `<gap>` may pass over. */
const GAP_WORDS = 3;
/** Tokens that one match may span: patterns have at most eight places. */
const LONGEST_MATCH = 20;

/**
 * Finds every pattern that matches within the tokens `[from, to)`, in order of start, then length.
 *
 * A walk down the trie from every token. Time is linear in the number of tokens: one walk visits a bounded number of nodes,
 * since patterns are at most eight places long and a gap passes over at most three words.
 */
export function findMatches(lexicon: Lexicon, text: ReadyText, from: number, to: number, into: Match[]): void {
  const { entries, trie } = lexicon;
  const { tokens, readings, traits, bits } = text;
  const { roots, branches } = trie;
  const { kind } = tokens;
  const hasStrict = lexicon.vocabulary.strict.size > 0;
  for (let i = from; i < to; i++) {
    const symbols = ((traits[i] ?? 0) & TRAIT.listed) === 0 ? NONE : (readings[i]?.symbols ?? NONE);
    for (let k = 0; k < symbols.length; k++) {
      const symbol = symbols[k] ?? 0;
      const node = roots[symbol] ?? 0;
      if (node === 0 || (hasStrict && !isStrictMatch(lexicon, tokens, i, symbol))) continue;
      const entry = entries[node];
      if (entry !== undefined) into.push({ from: i, to: i + 1, entry });
      const leads = branches[node] ?? 0;
      // Most patterns do not go on with the word that follows.
      if ((leads & (GAP_BIT | (bits[i + 1] ?? 0))) !== 0)
        walk(lexicon, text, node, i, i + 1, Math.min(to, i + LONGEST_MATCH), into);
    }
    if (kind[i] === TOKEN.number) {
      const node = roots[NUMBER] ?? 0;
      if (node !== 0) walk(lexicon, text, node, i, i + 1, Math.min(to, i + LONGEST_MATCH), into);
    }
  }
}

const NONE: readonly number[] = [];

/** Finds what continues at token `at` a pattern that started at `from` and has come to `node`. */
function walk(
  lexicon: Lexicon,
  text: ReadyText,
  node: number,
  from: number,
  at: number,
  to: number,
  into: Match[],
): void {
  const { trie } = lexicon;
  const branches = trie.branches[node] ?? 0;
  if (branches === 0) return;
  if ((branches & GAP_BIT) !== 0) {
    const gap = childOf(trie, node, GAP);
    const leads = trie.branches[gap] ?? 0;
    for (let skip = 0; skip <= GAP_WORDS && at + skip < to; skip++) {
      if ((leads & (GAP_BIT | (text.bits[at + skip] ?? 0))) !== 0) walk(lexicon, text, gap, from, at + skip, to, into);
    }
  }
  if (at >= to) return;
  const { tokens } = text;
  const symbols = text.readings[at]?.symbols ?? NONE;
  for (let k = 0; k < symbols.length; k++) {
    const symbol = symbols[k] ?? 0;
    if ((branches & bitOf(symbol)) === 0) continue;
    const child = childOf(trie, node, symbol);
    if (child !== 0 && isStrictMatch(lexicon, tokens, at, symbol)) step(lexicon, text, child, from, at + 1, to, into);
  }
  if ((branches & OPEN_BITS) === 0) return;
  const kind = tokens.kind[at];
  if (kind === TOKEN.number && (branches & NUMBER_BIT) !== 0)
    step(lexicon, text, childOf(trie, node, NUMBER), from, at + 1, to, into);
  if (kind !== TOKEN.punctuation && (branches & ANY_BIT) !== 0)
    step(lexicon, text, childOf(trie, node, ANY), from, at + 1, to, into);
}

function step(
  lexicon: Lexicon,
  text: ReadyText,
  node: number,
  from: number,
  at: number,
  to: number,
  into: Match[],
): void {
  const entry = lexicon.entries[node];
  if (entry !== undefined) into.push({ from, to: at, entry });
  const leads = lexicon.trie.branches[node] ?? 0;
  if ((leads & (GAP_BIT | (text.bits[at] ?? 0))) !== 0) walk(lexicon, text, node, from, at, to, into);
}

const TURKISH_LETTERS = /[çğıöşüâîû]/;

/**
 * A symbol marked strict stands only for its own letters, unless the text as a whole is typed without diacritics.
 */
function isStrictMatch(lexicon: Lexicon, tokens: Tokens, i: number, symbol: number): boolean {
  const { strict } = lexicon.vocabulary;
  const form = strict.size === 0 ? undefined : strict.get(symbol);
  if (form === undefined) return true;
  const written = tokens.text
    .slice(tokens.start[i], tokens.end[i])
    .replaceAll("I", "ı")
    .replaceAll("İ", "i")
    .toLowerCase();
  if (written === form) return true;
  // Looking at a bounded piece of the text keeps matching linear.
  const around = tokens.text.slice(Math.max(0, (tokens.start[i] ?? 0) - 200), (tokens.end[i] ?? 0) + 200).toLowerCase();
  return !TURKISH_LETTERS.test(around);
}
