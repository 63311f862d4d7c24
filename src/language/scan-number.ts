import { addWrittenToken } from "./add-token.js";
import { characterKind, DIGIT, isApostrophe, isCurrency, isWordUnit, LETTER } from "./characters.js";
import { scanWord } from "./scan-word.js";
import { TOKEN, type Tokens } from "./tokens.js";

/** Code units of a number that are its key; longer ones are in no lexicon. */
const NUMBER_KEPT = 24;

/** Reads a number or price that starts at `start` (with a currency or per cent sign) and whose digits start at `from`. */
export function scanNumber(tokens: Tokens, start: number, from: number, before: number): number {
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
    if (end - at > 3) return scanWord(tokens, TOKEN.word, start, from, before);
    at = end;
  } else if (isApostrophe(after) && characterKind(text.charCodeAt(at + 1)) === LETTER) {
    at++;
    while (at < length && characterKind(text.charCodeAt(at)) === LETTER) at++;
  }
  return addWrittenToken(tokens, kind, start, at, before, NUMBER_KEPT);
}
