import {
  characterKind,
  DIGIT,
  foldCharacter,
  isPictograph,
  isUpperCase,
  LETTER,
  MARK,
  SPACE,
  WORD_UNIT,
  wordUnit,
} from "./characters.js";
import { emojiEnd, emoticonAt, isEmailAt, markupEnd, urlEnd } from "./scan-special.js";
import {
  createTokens,
  growLetters,
  growTokens,
  MARKS,
  resetTokens,
  TOKEN,
  type Token,
  type Tokens,
  toTokenList,
} from "./tokens.js";
import { addToCheck, addToHash, endHash, HASH_START } from "./word-hash.js";

/**
 * Folded letters kept of one token. Longer words are no words: their offsets stay exact, their key is that of the first
 * letters and of nothing in any lexicon.
 */
const LETTERS_KEPT = 48;

/**
 * Cuts a text into words, numbers, prices, emoji, emoticons, hashtags, handles, URLs, e-mail addresses and punctuation, with
 * exact UTF-16 offsets. White space and HTML tags give no token. Time is linear in the text's length.
 *
 * - Contractions and Turkish suffixes after an apostrophe stay in their word: `don't`, `Ankara'ya`.
 * - A hyphen between letters cuts without a token of its own: `user-friendly` is `user`, `friendly`.
 * - Numbers keep their inner marks: `1,234.50`, `9:02`, `4/5`, `%20`; `£40` and `40₺` are prices.
 *
 * @returns tokens in text order; `[]` for an empty text
 * @example
 * tokenize("Don't buy!").map((token) => token.folded); // ["don't", "buy", "!"]
 */
export function tokenize(text: string): Token[] {
  const tokens = createTokens();
  scanTokens(text, tokens);
  return toTokenList(tokens);
}

/** As {@link tokenize}, into columns made before. */
export function scanTokens(text: string, tokens: Tokens): void {
  resetTokens(tokens, text);
  const length = text.length;
  let at = 0;
  let before = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = characterKind(code);
    if (kind === SPACE) {
      if (code === 10 || code === 13) before |= MARKS.newLine;
      at++;
      continue;
    }
    if (kind === LETTER) {
      const url = mayStartUrl(text, at, code) ? urlEnd(text, at) : 0;
      at = url > 0 ? plain(tokens, TOKEN.url, at, url, before) : word(tokens, TOKEN.word, at, at, before);
    } else if (kind === DIGIT) {
      at = number(tokens, at, at, before);
    } else if (code === 60 && markupEnd(text, at) > 0) {
      at = markupEnd(text, at);
      before |= MARKS.newLine;
      continue;
    } else {
      const next = special(tokens, code, at, before);
      before = code === 45 && next < 0 ? MARKS.joined : 0;
      at = Math.abs(next);
      continue;
    }
    before = 0;
  }
  tokens.lettersAt[tokens.count] = tokens.lettersUsed;
}

/** A cheap look before {@link urlEnd}: "ht" or "ww". */
function mayStartUrl(text: string, at: number, code: number): boolean {
  const lower = code | 32;
  if (lower !== 104 && lower !== 119) return false;
  const next = text.charCodeAt(at + 1) | 32;
  return lower === 104 ? next === 116 : next === 119;
}

/** Reads what starts with neither letter, digit nor space. Returns where it ends; negative for a hyphen that only joins. */
function special(tokens: Tokens, code: number, at: number, before: number): number {
  const { text } = tokens;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  const nextKind = characterKind(next);
  if (code === 45 && nextKind === LETTER && joins(tokens, at)) return -(at + 1);
  const face = emoticonAt(text, at);
  if (face !== null) return named(tokens, TOKEN.emoticon, at, face.end, face.name, before);
  if (code === 35 && nextKind === LETTER) return word(tokens, TOKEN.hashtag, at, at + 1, before);
  if (code === 64 && (nextKind === LETTER || nextKind === DIGIT || next === 95)) {
    let end = at + 1;
    while (end < text.length && (isWordUnit(text.charCodeAt(end)) || text.charCodeAt(end) === 95)) end++;
    return plain(tokens, TOKEN.handle, at, end, before);
  }
  if ((isCurrency(code) || code === 37) && nextKind === DIGIT) return number(tokens, at, at + 1, before);
  const point = text.codePointAt(at) ?? code;
  const isFlag = point >= 0x1f1e6 && point <= 0x1f1ff;
  if (isFlag || isPictograph(point)) {
    const end = emojiEnd(text, at);
    // Variation selectors and skin tones colour an emoji without changing what it says.
    return named(
      tokens,
      TOKEN.emoji,
      at,
      end,
      text.slice(at, Math.min(end, at + 32)).replace(/\ufe0f|\ud83c[\udffb-\udfff]/g, ""),
      before,
    );
  }
  // Repeated marks ("!!!", "...") are one token; so is a whole surrogate pair.
  let end = at + (point > 0xffff ? 2 : 1);
  if (code === 33 || code === 63) {
    while (end < text.length && (text.charCodeAt(end) === 33 || text.charCodeAt(end) === 63)) end++;
  } else {
    while (end < text.length && text.charCodeAt(end) === code && point <= 0xffff) end++;
  }
  return named(
    tokens,
    isPunctuation(code) ? TOKEN.punctuation : TOKEN.symbol,
    at,
    end,
    text.slice(at, Math.min(end, at + 3)),
    before,
  );
}

function joins(tokens: Tokens, at: number): boolean {
  const last = tokens.count - 1;
  return (
    last >= 0 && tokens.end[last] === at && (tokens.kind[last] === TOKEN.word || tokens.kind[last] === TOKEN.number)
  );
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

function isWordUnit(code: number): boolean {
  const kind = characterKind(code);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0xb4;
}

function isCurrency(code: number): boolean {
  return code === 36 || code === 0xa3 || code === 0x20ac || code === 0x20ba || code === 0xa5;
}

function isPunctuation(code: number): boolean {
  // ! " ' ( ) , - . : ; ? [ ] { } and the typographic ones
  if (code < 128) return "!\"'(),-.:;?[]{}/".includes(String.fromCharCode(code));
  return code === 0xa1 || code === 0xbf || code === 0xab || code === 0xbb || (code >= 0x2010 && code <= 0x2027);
}

/** Reads a word (or hashtag) whose letters start at `from`. */
function word(tokens: Tokens, kind: number, start: number, from: number, before: number): number {
  const { text } = tokens;
  const length = text.length;
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
  let letters = 0;
  let last = -1;
  let run = 0;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    let folded = code;
    // Most code units of most texts are plain lower-case letters.
    if (code >= 97 && code <= 122) {
      letters++;
    } else {
      const unit = wordUnit(code);
      if (unit !== 0) {
        folded = unit & WORD_UNIT.folded;
        seen |= unit;
        if ((unit & WORD_UNIT.letter) !== 0) letters++;
        if ((unit & WORD_UNIT.upper) !== 0) uppers++;
      } else {
        const kind = characterKind(code);
        if (kind === MARK) {
          marks |= MARKS.diacritic;
          continue;
        }
        folded = rareWordUnit(text, at, code, kind);
        if (folded === 0) break;
        if (folded === 39) marks |= MARKS.apostrophe;
        if (kind === LETTER) letters++;
      }
    }
    run = folded === last ? run + 1 : 1;
    last = folded;
    if (run > 2 && (folded < 48 || folded > 57)) {
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
  if (at < length && text.charCodeAt(at) === 64 && isEmailAt(text, at)) {
    while (at < length && (isWordUnit(text.charCodeAt(at)) || "@.-_".includes(text.charAt(at)))) at++;
    while (text.charCodeAt(at - 1) === 46) at--;
    return plain(tokens, TOKEN.email, localPartStart(tokens, start), at, before);
  }
  if (at + 1 < length && text.charCodeAt(at) === 46 && (wordUnit(text.charCodeAt(at + 1)) & WORD_UNIT.letter) !== 0) {
    const url = urlEnd(text, start, at);
    if (url > 0) return plain(tokens, TOKEN.url, start, url, before);
  }
  if (uppers === letters && letters > 1) marks |= MARKS.capitals;
  else if (uppers > 0 && isUpperCase(text.charCodeAt(from))) marks |= MARKS.title;
  tokens.lettersUsed = used;
  push(tokens, kind, start, at, marks, endHash(state), check, lettersAt);
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

/** Reads a number or price whose digits start at `from`. */
function number(tokens: Tokens, start: number, from: number, before: number): number {
  const { text } = tokens;
  const length = text.length;
  let at = from;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (characterKind(code) === DIGIT) at++;
    // . , / : inside a number
    else if (
      (code === 46 || code === 44 || code === 47 || code === 58) &&
      characterKind(text.charCodeAt(at + 1)) === DIGIT
    )
      at++;
    else break;
  }
  let kind: number = start < from && isCurrency(text.charCodeAt(start)) ? TOKEN.price : TOKEN.number;
  const after = at < length ? text.charCodeAt(at) : 32;
  if (after === 0xfe0f || after === 0x20e3) {
    while (at < length && (text.charCodeAt(at) === 0xfe0f || text.charCodeAt(at) === 0x20e3)) at++;
    kind = TOKEN.emoji;
  } else if (isCurrency(after)) {
    kind = TOKEN.price;
    at++;
  } else if (after === 37) {
    at++;
  } else if (characterKind(after) === LETTER) {
    let end = at;
    while (end < length && isWordUnit(text.charCodeAt(end))) end++;
    const suffix = text.slice(at, Math.min(end, at + 8)).toLowerCase();
    if (suffix === "tl" || suffix === "usd" || suffix === "eur" || suffix === "gbp") kind = TOKEN.price;
    // "4th", "3gb" and "14a" are numbers with a unit; "7eleven" is a word that starts with a digit.
    if (end - at > 3) return word(tokens, TOKEN.word, start, from, before);
    at = end;
  } else if (isApostrophe(after) && characterKind(text.charCodeAt(at + 1)) === LETTER) {
    at++;
    while (at < length && characterKind(text.charCodeAt(at)) === LETTER) at++;
  }
  return named(tokens, kind, start, at, text.slice(start, Math.min(at, start + 24)), before);
}

/** Adds a token whose key is a name of its own (an emoji, a face, a mark, a number). */
function named(tokens: Tokens, kind: number, start: number, end: number, name: string, before: number): number {
  const lettersAt = tokens.lettersUsed;
  let state = HASH_START;
  let check = 0;
  for (let i = 0; i < name.length; i++) {
    const unit = foldCharacter(name.charCodeAt(i));
    if (tokens.lettersUsed + 1 >= tokens.letters.length) growLetters(tokens);
    tokens.letters[tokens.lettersUsed++] = unit;
    state = addToHash(state, unit);
    check = addToCheck(check, unit);
  }
  push(tokens, kind, start, end, before, endHash(state), check, lettersAt);
  return end;
}

/** Adds a token that has no key: a URL, an address, a handle. */
function plain(tokens: Tokens, kind: number, start: number, end: number, before: number): number {
  push(tokens, kind, start, end, before, 0, 0, tokens.lettersUsed);
  return end;
}

function push(
  tokens: Tokens,
  kind: number,
  start: number,
  end: number,
  marks: number,
  hash: number,
  check: number,
  lettersAt: number,
): void {
  if (tokens.count === tokens.start.length) growTokens(tokens);
  const i = tokens.count++;
  tokens.kind[i] = kind;
  tokens.start[i] = start;
  tokens.end[i] = end;
  tokens.marks[i] = marks;
  tokens.hash[i] = hash;
  tokens.check[i] = check;
  tokens.lettersAt[i] = lettersAt;
}
