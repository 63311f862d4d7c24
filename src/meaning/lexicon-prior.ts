import { hashWord } from "../language/word-hash.js";
import { negatedRow, rowOf } from "../learning/features.js";
import type { Prior } from "../learning/prior.js";
import type { Lexicon } from "./lexicon.js";
import { childOf } from "./pattern-trie.js";

/** Valence from which a word counts as strong, on the lexicon's scale of -4 to 4. */
const STRONG = 2;

/** Classes of words: good and strong, good, bad, bad and strong; and the same where a negator stands before. */
const CLASSES = 4;

/**
 * What a lexicon knows of single words, faces and emoji, as trainers take it: 1 for the class of each word that has a valence, in a column
 * for each class, and the same for its negated form. Phrases and words that only stems or suffixes tell are left out.
 */
export function createLexiconPrior({ vocabulary, trie, entries }: Lexicon, bits: number): Prior {
  const columns = CLASSES * 2;
  const found = new Map<number, number>();
  for (const [key, symbol] of vocabulary.symbols) {
    // `x:word` is that word, `i:word` the word and its inflections, of which the plain form is taken.
    if (!key.startsWith("x:") && !key.startsWith("i:")) continue;
    const valence = entries[childOf(trie, 0, symbol)]?.valence ?? 0;
    if (valence === 0) continue;
    const hash = hashWord(key.slice(2));
    const ofClass = (valence > 0 ? 0 : 2) + (Math.abs(valence) >= STRONG ? 1 : 0);
    found.set(rowOf(hash, bits), ofClass);
    found.set(negatedRow(hash, bits), CLASSES + ofClass);
  }
  const rows = Uint32Array.from(found.keys()).sort();
  const weights = new Int8Array(rows.length * columns);
  rows.forEach((row, k) => {
    weights[k * columns + (found.get(row) ?? 0)] = 1;
  });
  return { bits, columns, rows, weights, scales: Array.from({ length: columns }, () => 1) };
}
