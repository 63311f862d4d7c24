import { foldedWord, type Tokens } from "./tokens.js";
import { NO_READING, type WordReading } from "./traits.js";

/** Distinct words remembered; a power of two. Zipf's law makes this serve nearly every token of a review. */
const REMEMBERED = 1 << 15;

/**
 * Makes a function that reads the i-th token, remembering the readings of words met before. `read` must be a pure function
 * of the folded word: what is remembered then never changes a result, only its cost.
 *
 * @param read reads a folded word; called once for a word until its place is taken by another
 */
export function createWordReader(read: (folded: string) => WordReading): (tokens: Tokens, i: number) => WordReading {
  const hashes = new Int32Array(REMEMBERED);
  const checks = new Int32Array(REMEMBERED);
  const readings: WordReading[] = new Array<WordReading>(REMEMBERED).fill(NO_READING);
  return (tokens, i) => {
    const hash = tokens.hash[i] ?? 0;
    if (hash === 0) return NO_READING;
    const check = tokens.check[i] ?? 0;
    const slot = hash & (REMEMBERED - 2);
    if (hashes[slot] === hash && checks[slot] === check) return readings[slot] ?? NO_READING;
    const other = slot + 1;
    if (hashes[other] === hash && checks[other] === check) return readings[other] ?? NO_READING;
    const reading = read(foldedWord(tokens, i));
    // Two places for each hash, the older one given up: two frequent words that meet do not drive each other out.
    hashes[other] = hashes[slot] ?? 0;
    checks[other] = checks[slot] ?? 0;
    readings[other] = readings[slot] ?? NO_READING;
    hashes[slot] = hash;
    checks[slot] = check;
    readings[slot] = reading;
    return reading;
  };
}
