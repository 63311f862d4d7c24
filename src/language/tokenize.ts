import { addNamedToken, addPlainToken, addWrittenToken } from "./add-token.js";
import {
  characterKind,
  DIGIT,
  isCurrency,
  isPictograph,
  isPunctuation,
  isWordUnit,
  LETTER,
  SPACE,
} from "./characters.js";
import { scanNumber } from "./scan-number.js";
import { scanPlainWord } from "./scan-plain-word.js";
import { emojiEnd, emoticonAt, isEmoticonStart, markupEnd, urlEnd } from "./scan-special.js";
import { scanWord } from "./scan-word.js";
import { createTokens, MARKS, resetTokens, SPACE_UNIT, TOKEN, type Token, type Tokens, toTokenList } from "./tokens.js";

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
  const { units } = tokens;
  while (at < length) {
    const code = units[at] ?? SPACE_UNIT;
    if (code === SPACE_UNIT) {
      at++;
      continue;
    }
    const kind = characterKind(code);
    if (kind === LETTER) {
      const url = mayStartUrl(code, units[at + 1] ?? SPACE_UNIT) ? urlEnd(text, at) : 0;
      if (url > 0) at = addPlainToken(tokens, TOKEN.url, at, url, before);
      else {
        const end = scanPlainWord(tokens, at, before);
        at = end > 0 ? end : scanWord(tokens, TOKEN.word, at, at, before);
      }
    } else if (kind === SPACE) {
      if (code === 10 || code === 13) before |= MARKS.newLine;
      at++;
      continue;
    } else if (code === COMMA || code === STOP) {
      at = mark(tokens, code, at, at + 1, before);
    } else if (kind === DIGIT) {
      at = scanNumber(tokens, at, at, before);
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
function mayStartUrl(first: number, second: number): boolean {
  const lower = first | 32;
  return lower === 104 ? (second | 32) === 116 : lower === 119 && (second | 32) === 119;
}

/** The marks that most marks are; they start nothing else. */
const COMMA = 44;
const STOP = 46;

/** Longest name of a mark, of an emoji: "...", a family of four. */
const MARK_KEPT = 3;
const EMOJI_KEPT = 32;

/** Reads what starts with neither letter, digit nor space. Returns where it ends; negative for a hyphen that only joins. */
function special(tokens: Tokens, code: number, at: number, before: number): number {
  const { text, units } = tokens;
  const next = units[at + 1] ?? SPACE_UNIT;
  const nextKind = characterKind(next);
  if (code === 45 && nextKind === LETTER && joins(tokens, at)) return -(at + 1);
  if (isEmoticonStart(code)) {
    const face = emoticonAt(text, at);
    if (face !== null) return addNamedToken(tokens, TOKEN.emoticon, at, face.end, before, face.name);
  }
  if (code === 35 && nextKind === LETTER) return scanWord(tokens, TOKEN.hashtag, at, at + 1, before);
  if (code === 64 && (nextKind === LETTER || nextKind === DIGIT || next === 95)) {
    let end = at + 1;
    while (end < text.length && (isWordUnit(text.charCodeAt(end)) || text.charCodeAt(end) === 95)) end++;
    return addPlainToken(tokens, TOKEN.handle, at, end, before);
  }
  if (nextKind === DIGIT && (isCurrency(code) || code === 37)) return scanNumber(tokens, at, at + 1, before);
  if (code < 128) return mark(tokens, code, at, at + 1, before);
  const point = text.codePointAt(at) ?? code;
  const isFlag = point >= 0x1f1e6 && point <= 0x1f1ff;
  if (!isFlag && !isPictograph(point)) return mark(tokens, code, at, at + (point > 0xffff ? 2 : 1), before);
  const end = emojiEnd(text, at);
  // Variation selectors and skin tones colour an emoji without changing what it says.
  const name = text.slice(at, Math.min(end, at + EMOJI_KEPT)).replace(/\ufe0f|\ud83c[\udffb-\udfff]/g, "");
  return addNamedToken(tokens, TOKEN.emoji, at, end, before, name);
}

/** Reads a mark that is one code point up to `end`; repeated marks ("!!!", "...") are one token. */
function mark(tokens: Tokens, code: number, at: number, first: number, before: number): number {
  const { units } = tokens;
  let end = first;
  if (code === 33 || code === 63) {
    while (units[end] === 33 || units[end] === 63) end++;
  } else if (first === at + 1) {
    while (units[end] === code) end++;
  }
  return addWrittenToken(tokens, isPunctuation(code) ? TOKEN.punctuation : TOKEN.symbol, at, end, before, MARK_KEPT);
}

function joins(tokens: Tokens, at: number): boolean {
  const last = tokens.count - 1;
  return (
    last >= 0 && tokens.end[last] === at && (tokens.kind[last] === TOKEN.word || tokens.kind[last] === TOKEN.number)
  );
}
