import { foldedWord, TOKEN, type Tokens } from "./tokens.js";
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
    const slot = hash & (REMEMBERED - 1);
    if (hashes[slot] === hash && checks[slot] === check) return readings[slot] ?? NO_READING;
    const reading = read(foldedWord(tokens, i));
    hashes[slot] = hash;
    checks[slot] = check;
    readings[slot] = reading;
    return reading;
  };
}

/** Whether a token has letters that a vocabulary may know: a word, hashtag, emoji, emoticon or mark. */
export function isReadable(kind: number): boolean {
  return kind !== TOKEN.url && kind !== TOKEN.email && kind !== TOKEN.handle;
}
