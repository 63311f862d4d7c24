import { TOKEN, type Tokens } from "../language/tokens.js";
import type { WordReading } from "../language/traits.js";
import type { Entry, Lexicon } from "./lexicon.js";

/** A pattern found in a text: its entry and the tokens `[from, to)` it spans. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
}

const NUMBER = 1;
const ANY = 4;
const GAP = 5;
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
export function findMatches(
  lexicon: Lexicon,
  tokens: Tokens,
  readings: readonly WordReading[],
  from: number,
  to: number,
  into: Match[],
): void {
  const { roots, children, entries } = lexicon;
  for (let i = from; i < to; i++) {
    const reading = readings[i];
    if (reading === undefined) continue;
    const symbols = reading.symbols;
    for (let k = 0; k < symbols.length; k++) {
      const symbol = symbols[k] ?? 0;
      const node = roots[symbol] ?? 0;
      if (node === 0 || !isStrictMatch(lexicon, tokens, i, symbol)) continue;
      const entry = entries[node];
      if (entry !== undefined) into.push({ from: i, to: i + 1, entry });
      if (children[node] !== undefined)
        walk(lexicon, tokens, readings, node, i, i + 1, Math.min(to, i + LONGEST_MATCH), into);
    }
    if (tokens.kind[i] === TOKEN.number) {
      const node = roots[NUMBER] ?? 0;
      if (node !== 0) walk(lexicon, tokens, readings, node, i, i + 1, Math.min(to, i + LONGEST_MATCH), into);
    }
  }
}

function walk(
  lexicon: Lexicon,
  tokens: Tokens,
  readings: readonly WordReading[],
  node: number,
  from: number,
  at: number,
  to: number,
  into: Match[],
): void {
  const branch = lexicon.children[node];
  if (branch === undefined) return;
  const gap = branch.get(GAP);
  if (gap !== undefined) {
    for (let skip = 0; skip <= GAP_WORDS && at + skip < to; skip++) {
      walk(lexicon, tokens, readings, gap, from, at + skip, to, into);
    }
  }
  if (at >= to) return;
  const reading = readings[at];
  if (reading === undefined) return;
  for (let k = 0; k < reading.symbols.length; k++) {
    const symbol = reading.symbols[k] ?? 0;
    const child = branch.get(symbol);
    if (child !== undefined && isStrictMatch(lexicon, tokens, at, symbol)) {
      step(lexicon, tokens, readings, child, from, at + 1, to, into);
    }
  }
  if (tokens.kind[at] === TOKEN.number) {
    const child = branch.get(NUMBER);
    if (child !== undefined) step(lexicon, tokens, readings, child, from, at + 1, to, into);
  }
  if (tokens.kind[at] !== TOKEN.punctuation) {
    const child = branch.get(ANY);
    if (child !== undefined) step(lexicon, tokens, readings, child, from, at + 1, to, into);
  }
}

function step(
  lexicon: Lexicon,
  tokens: Tokens,
  readings: readonly WordReading[],
  node: number,
  from: number,
  at: number,
  to: number,
  into: Match[],
): void {
  const entry = lexicon.entries[node];
  if (entry !== undefined) into.push({ from, to: at, entry });
  walk(lexicon, tokens, readings, node, from, at, to, into);
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
