import { TOKEN, type Tokens } from "../../language/tokens.js";
import { createWordReader } from "../../language/word-reader.js";
import { bitOf, childOf } from "../pattern-trie.js";
import type { CompiledTaxonomy } from "./compile-taxonomy.js";

/**
 * Where the terms and phrases of a taxonomy stand in a text; written anew by the next text. Places are runs of words `[from, to)`, numbered without
 * punctuation, so that a comma neither parts a phrase nor adds to a distance.
 */
export interface FoundWords {
  /** Number of words. */
  count: number;
  /** Token of each word. */
  tokenOf: Int32Array;
  /** Runs found of each node that was met, `from` and `to` in turn, in text order. */
  readonly runs: Map<number, number[]>;
}

/**
 * Makes a function that finds every term and phrase of a taxonomy in one pass over a text: a walk down one trie from every word. Time is linear
 * in the words, since a walk never goes deeper than the longest phrase and meets each node once.
 */
export function createWordFinder({ vocabulary, trie, ends }: CompiledTaxonomy): (tokens: Tokens) => FoundWords {
  const readWord = createWordReader(vocabulary.read);
  const found: FoundWords = { count: 0, tokenOf: new Int32Array(1024), runs: new Map() };
  let symbols: (readonly number[])[] = [];

  const walk = (node: number, from: number, at: number): void => {
    const branches = trie.branches[node] ?? 0;
    for (const symbol of symbols[at] ?? []) {
      if (node !== 0 && (branches & bitOf(symbol)) === 0) continue;
      const child = childOf(trie, node, symbol);
      if (child === 0) continue;
      if (ends[child] === 1) {
        const runs = found.runs.get(child);
        if (runs === undefined) found.runs.set(child, [from, at + 1]);
        else runs.push(from, at + 1);
      }
      if (trie.branches[child] !== 0) walk(child, from, at + 1);
    }
  };

  return (tokens) => {
    const { kind, count } = tokens;
    if (found.tokenOf.length < count || found.tokenOf.length > KEPT) {
      found.tokenOf = new Int32Array(Math.max(1024, count * 2));
      symbols = [];
    }
    found.runs.clear();
    let words = 0;
    for (let i = 0; i < count; i++) {
      if (kind[i] === TOKEN.punctuation) continue;
      symbols[words] = readWord(tokens, i).symbols;
      found.tokenOf[words++] = i;
    }
    found.count = words;
    symbols[words] = [];
    for (let word = 0; word < words; word++) walk(0, word, word);
    return found;
  };
}

/** Words for which room is kept between texts; a text that needed more gives it back. */
const KEPT = 1 << 17;
