import { characterKind, isPictograph, LETTER, SPACE } from "./characters.js";

/** An emoticon found in a text: where it ends, and the form its variants share (`:-)))` and `:)` are `:)`). */
export interface Emoticon {
  readonly end: number;
  readonly name: string;
}

const EYES = ":;=";
const NOSES = "-'^o";
const MOUTHS = ")(][DPp/\\|3*OoSs$@><";

/** Whether a code unit may be the first of an emoticon: `: ; = < ^ -`. A cheap look before {@link emoticonAt}. */
export function isEmoticonStart(code: number): boolean {
  return code === 45 || (code >= 58 && code <= 61) || code === 94;
}

/** Reads an emoticon at an offset; `null` where none starts. */
export function emoticonAt(text: string, at: number): Emoticon | null {
  const first = text.charAt(at);
  if (first === "<") {
    if (text.startsWith("<3", at) && !isDigit(text, at + 2)) return { end: at + 2, name: "<3" };
    return text.startsWith("</3", at) ? { end: at + 3, name: "</3" } : null;
  }
  if (first === "^" && (text.startsWith("^^", at) || text.startsWith("^_^", at))) {
    return { end: text.charAt(at + 1) === "_" ? at + 3 : at + 2, name: "^^" };
  }
  if (first === "-" && text.startsWith("-_-", at)) return { end: at + 3, name: "-_-" };
  if (!EYES.includes(first) || first === "") return null;
  // "9:)" is a face after a time, "a:b" is not one: letters may not follow, so that ":Day" stays words.
  let mouthAt = at + 1;
  let tear = "";
  if (
    NOSES.includes(text.charAt(mouthAt)) &&
    text.charAt(mouthAt) !== "" &&
    MOUTHS.includes(text.charAt(mouthAt + 1))
  ) {
    if (text.charAt(mouthAt) === "'") tear = "'";
    if (text.charAt(mouthAt + 1) !== "") mouthAt++;
  }
  const mouth = text.charAt(mouthAt);
  if (mouth === "" || !MOUTHS.includes(mouth)) return null;
  let end = mouthAt + 1;
  while (end < text.length && text.charAt(end) === mouth) end++;
  if (/[a-z0-9$@*/\\]/i.test(mouth) && end < text.length && characterKind(text.charCodeAt(end)) === LETTER) return null;
  if (mouth === "/" && text.charAt(mouthAt + 1) === "/") return null;
  const eyes = first === "=" ? ":" : first;
  return { end, name: eyes + tear + mouth.toLowerCase() };
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

const JOINER = 0x200d;

/** Where the emoji that starts at an offset ends: with its skin tone, variation selector, joined parts, or as a flag. */
export function emojiEnd(text: string, at: number): number {
  const first = text.codePointAt(at) ?? 0;
  let end = at + (first > 0xffff ? 2 : 1);
  if (first >= 0x1f1e6 && first <= 0x1f1ff) {
    const second = text.codePointAt(end) ?? 0;
    return second >= 0x1f1e6 && second <= 0x1f1ff ? end + 2 : end;
  }
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    const next = text.codePointAt(end + 1) ?? 0;
    if (point === 0xfe0f || point === 0xfe0e || point === 0x20e3) end++;
    // Skin tones, and the tag characters of the flags of England, Scotland and Wales
    else if ((point >= 0x1f3fb && point <= 0x1f3ff) || (point >= 0xe0020 && point <= 0xe007f)) end += 2;
    else if (point === JOINER && isPictograph(next)) end += next > 0xffff ? 3 : 2;
    else break;
  }
  return end;
}

/** Longest HTML tag that is looked for. */
const MARKUP_MAX = 200;

/** Where an HTML tag or comment that starts at an offset ends; 0 where none does. */
export function markupEnd(text: string, at: number): number {
  const next = text.charAt(at + 1);
  if (!/[a-z/!]/i.test(next) || text.charAt(at + 2) === "3") return 0;
  const end = Math.min(text.length, at + MARKUP_MAX);
  for (let i = at + 2; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code === 60) return 0;
  }
  return 0;
}

const DOMAIN_ENDS = ["com", "net", "org", "co", "io"];

/**
 * Where a URL that starts at `at` ends; 0 where none does. With `dot`, the place of a full stop inside a word, it tells
 * whether that word is a bare domain ("example.com/help").
 */
export function urlEnd(text: string, at: number, dot?: number): number {
  if (dot === undefined) {
    const head = text.slice(at, at + 8).toLowerCase();
    if (!head.startsWith("http://") && !head.startsWith("https://") && !head.startsWith("www.")) return 0;
  } else {
    const tail = text.slice(dot + 1, dot + 5).toLowerCase();
    const found = DOMAIN_ENDS.some(
      (name) => tail.startsWith(name) && characterKind(tail.charCodeAt(name.length) || 32) !== LETTER,
    );
    if (!found) return 0;
  }
  let end = at;
  while (end < text.length && characterKind(text.charCodeAt(end)) !== SPACE && !'<>"'.includes(text.charAt(end))) end++;
  // A URL at the end of a sentence does not own the full stop.
  while (end > at && ".,;:!?)]'".includes(text.charAt(end - 1))) end--;
  return end;
}

/** Whether the `@` at an offset, after a word, makes an e-mail address of it: letters and a dot follow before any space. */
export function isEmailAt(text: string, at: number): boolean {
  const end = Math.min(text.length, at + 80);
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) return i > at + 1 && characterKind(text.charCodeAt(i + 1)) === LETTER;
    if (characterKind(code) === SPACE || code === 64) return false;
  }
  return false;
}
