import { addPlainToken, addToken } from "./add-token.js";
import {
  characterKind,
  DIGIT,
  foldCharacter,
  isApostrophe,
  isWordUnit,
  LETTER,
  MARK,
  WORD_UNIT,
  wordUnit,
} from "./characters.js";
import { isEmailAt, urlEnd } from "./scan-special.js";
import { growLetters, MARKS, SPACE_UNIT, TOKEN, type Tokens } from "./tokens.js";
import { addToCheck, addToHash, endHash, HASH_START } from "./word-hash.js";

/**
 * Folded letters kept of one token. Longer words are no words: their offsets stay exact, their key is that of the first
 * letters and of nothing in any lexicon.
 */
const LETTERS_KEPT = 48;

/**
 * Reads a word (or hashtag) that starts at `start` and whose letters start at `from`; what turns out to be an e-mail address
 * or a URL becomes one. Returns where it ends.
 */
export function scanWord(tokens: Tokens, kind: number, start: number, from: number, before: number): number {
  const { text, units } = tokens;
  const lettersAt = tokens.lettersUsed;
  if (lettersAt + LETTERS_KEPT + 1 >= tokens.letters.length) growLetters(tokens);
  const kept = tokens.letters;
  const keptEnd = lettersAt + LETTERS_KEPT;
  let used = lettersAt;
  let at = from;
  let state = HASH_START;
  let check = 0;
  let marks = before;
  let seen = 0;
  let uppers = 0;
  let hasLower = false;
  let last = -1;
  let run = 1;
  // Every text ends in a space.
  let code = units[at] ?? SPACE_UNIT;
  for (; code !== SPACE_UNIT; code = units[++at] ?? SPACE_UNIT) {
    let folded = code;
    if (code >= 97 && code <= 122) {
      hasLower = true;
    } else {
      const unit = wordUnit(code);
      if (unit !== 0) {
        folded = unit & WORD_UNIT.folded;
        seen |= unit;
        if ((unit & WORD_UNIT.upper) !== 0) uppers++;
        else if ((unit & WORD_UNIT.letter) !== 0) hasLower = true;
      } else {
        const rare = characterKind(code);
        if (rare === MARK) {
          marks |= MARKS.diacritic;
          continue;
        }
        folded = rareWordUnit(text, at, code, rare);
        if (folded === 0) break;
        if (folded === 39) marks |= MARKS.apostrophe;
        if (rare === LETTER) hasLower = true;
      }
    }
    if (folded !== last) {
      last = folded;
      run = 1;
    } else if (++run > 2 && (folded < 48 || folded > 57)) {
      marks |= MARKS.elongated;
      continue;
    }
    if (used < keptEnd) {
      kept[used++] = folded;
      state = addToHash(state, folded);
      check = addToCheck(check, folded);
    }
  }
  if ((seen & WORD_UNIT.diacritic) !== 0) marks |= MARKS.diacritic;
  if (code === 64 && isEmailAt(text, at)) return email(tokens, start, at, before);
  if (code === 46 && (wordUnit(units[at + 1] ?? SPACE_UNIT) & WORD_UNIT.letter) !== 0) {
    const url = urlEnd(text, start, at);
    if (url > 0) return addPlainToken(tokens, TOKEN.url, start, url, before);
  }
  if (uppers > 1 && !hasLower) marks |= MARKS.capitals;
  else if (uppers > 0 && (wordUnit(units[from] ?? SPACE_UNIT) & WORD_UNIT.upper) !== 0) marks |= MARKS.title;
  tokens.lettersUsed = used;
  addToken(tokens, kind, start, at, marks, endHash(state), check, lettersAt);
  return at;
}

/** Folds what may stand inside a word besides Latin letters and digits: other letters, an apostrophe, an underscore; else 0. */
function rareWordUnit(text: string, at: number, code: number, kind: number): number {
  if (kind === LETTER || kind === DIGIT) return foldCharacter(code);
  if (at + 1 >= text.length) return 0;
  const next = text.charCodeAt(at + 1);
  if (isApostrophe(code) && characterKind(next) === LETTER) return 39;
  return code === 95 && isWordUnit(next) ? 95 : 0;
}

/** Reads the rest of an e-mail address from its `@` on. */
function email(tokens: Tokens, start: number, sign: number, before: number): number {
  const { text } = tokens;
  let at = sign;
  while (at < text.length && (isWordUnit(text.charCodeAt(at)) || "@.-_".includes(text.charAt(at)))) at++;
  while (text.charCodeAt(at - 1) === 46) at--;
  return addPlainToken(tokens, TOKEN.email, localPartStart(tokens, start), at, before);
}

/** Takes back the tokens of the dotted name before an `@` ("ayse.kaya" of "ayse.kaya@example.com"); returns where it starts. */
function localPartStart(tokens: Tokens, start: number): number {
  let from = start;
  while (tokens.count > 0 && tokens.end[tokens.count - 1] === from && start - from < 64) {
    const kind = tokens.kind[tokens.count - 1];
    const first = tokens.text.charAt(tokens.start[tokens.count - 1] ?? 0);
    if (kind !== TOKEN.word && kind !== TOKEN.number && first !== "." && first !== "-") break;
    tokens.count--;
    from = tokens.start[tokens.count] ?? from;
    tokens.lettersUsed = tokens.lettersAt[tokens.count] ?? 0;
  }
  return from;
}
