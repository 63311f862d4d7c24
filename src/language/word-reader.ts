import { foldedWord, type Tokens } from "./tokens.js";
import { NO_READING, type WordReading } from "./traits.js";

/** Distinct words remembered; a power of two. Zipf's law makes this serve nearly every token of a review. */
const REMEMBERED = 1 << 16;

/**
 * Makes a function that reads the i-th token, remembering the readings of words met before. `read` must be a pure function
 * of the folded word: what is remembered then never changes a result, only its cost.
 *
 * @param read reads a folded word; called once for a word until its place is taken by another
 */
export function createWordReader(read: (folded: string) => WordReading): (tokens: Tokens, i: number) => WordReading {
  // The two hashes of each word side by side, and two words to a set, so that a look-up meets one cache line.
  const keys = new Int32Array(REMEMBERED * 2);
  const readings: WordReading[] = new Array<WordReading>(REMEMBERED).fill(NO_READING);
  return (tokens, i) => {
    const hash = tokens.hash[i] ?? 0;
    if (hash === 0) return NO_READING;
    const check = tokens.check[i] ?? 0;
    const first = hash & (REMEMBERED - 2);
    const at = first * 2;
    if (keys[at] === hash && keys[at + 1] === check) return readings[first] ?? NO_READING;
    if (keys[at + 2] === hash && keys[at + 3] === check) return readings[first + 1] ?? NO_READING;
    const reading = read(foldedWord(tokens, i));
    // Two places for each hash, the older one given up: two frequent words that meet do not drive each other out.
    keys[at + 2] = keys[at] ?? 0;
    keys[at + 3] = keys[at + 1] ?? 0;
    readings[first + 1] = readings[first] ?? NO_READING;
    keys[at] = hash;
    keys[at + 1] = check;
    readings[first] = reading;
    return reading;
  };
}
