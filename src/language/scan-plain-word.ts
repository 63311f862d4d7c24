import { addToken } from "./add-token.js";
import { WORD_UNIT, wordUnit } from "./characters.js";
import { growLetters, MARKS, SPACE_UNIT, TOKEN, type Tokens } from "./tokens.js";
import { addToCheck, addToHash, endHash, HASH_START } from "./word-hash.js";

/** Longest word read here, in code units. */
const PLAIN_MOST = 24;

/** 1 for what may follow a plain word at once: white space and marks, but none that could be part of a word or of an address. */
const ENDS_PLAIN: Uint8Array = new Uint8Array(128);
for (const mark of ' \t\n\r!"#$%&()*+,-/:;<=>?[]{|}~') ENDS_PLAIN[mark.charCodeAt(0)] = 1;

/**
 * Reads a word of Latin letters without diacritics, as most words of most texts are: the same token that `scanWord` gives, in
 * less time. Returns where it ends; 0, and no token, for a word that is not plain: `scanWord` reads it then.
 */
export function scanPlainWord(tokens: Tokens, start: number, before: number): number {
  const { units } = tokens;
  const lettersAt = tokens.lettersUsed;
  if (lettersAt + PLAIN_MOST + 1 >= tokens.letters.length) growLetters(tokens);
  const kept = tokens.letters;
  const most = start + PLAIN_MOST;
  let used = lettersAt;
  let at = start;
  let code = units[at] ?? SPACE_UNIT;
  let state = HASH_START;
  let check = 0;
  let lowers = 0;
  let last = 0;
  let lastButOne = 0;
  for (; at < most; code = units[++at] ?? SPACE_UNIT) {
    const lower = code | 32;
    if (lower < 97 || lower > 122) break;
    // Of a letter three times in a row two are kept, elsewhere.
    if (lower === last && lower === lastButOne) return 0;
    lastButOne = last;
    last = lower;
    // Bit 5 is set in lower-case letters.
    lowers += (code >>> 5) & 1;
    kept[used++] = lower;
    state = addToHash(state, lower);
    check = addToCheck(check, lower);
  }
  if (code >= 128) return 0;
  if (code === 46) {
    // "example.com"
    if ((wordUnit(units[at + 1] ?? SPACE_UNIT) & WORD_UNIT.letter) !== 0) return 0;
  } else if (ENDS_PLAIN[code] !== 1) return 0;
  const letters = at - start;
  const uppers = letters - lowers;
  let marks = before;
  if (uppers > 0) {
    if (uppers === letters && letters > 1) marks |= MARKS.capitals;
    else if (((units[start] ?? 0) & 32) === 0) marks |= MARKS.title;
  }
  tokens.lettersUsed = used;
  addToken(tokens, TOKEN.word, start, at, marks, endHash(state), check, lettersAt);
  return at;
}
