/**
 * What each UTF-16 code unit is to the tokenizer, and its folded form.
 *
 * Folding is lower-casing plus removal of diacritics, the same for both languages: `I`, `İ`, `ı` and `i` all fold to `i`,
 * `ç ğ ö ş ü` to `c g o s u`. So Turkish casing needs no locale, and Turkish typed without diacritics meets the same keys.
 */

/** Code unit is a letter. */
export const LETTER = 1;
/** Code unit is a decimal digit. */
export const DIGIT = 2;
/** Code unit is white space. */
export const SPACE = 3;
/** Code unit is a combining mark: part of a word, gone when folded. */
export const MARK = 4;
/** Anything else. */
const OTHER = 5;

const LATIN_END = 0x250;
const kinds: Uint8Array = new Uint8Array(0x10000);
const folds: Uint16Array = new Uint16Array(LATIN_END);
const uppers: Uint8Array = new Uint8Array(LATIN_END);

// Letters that Unicode does not decompose into a base letter and a mark.
const BASE_LETTER: Readonly<Record<string, string>> = {
  ı: "i",
  ß: "s",
  ø: "o",
  đ: "d",
  ł: "l",
  æ: "a",
  œ: "o",
  þ: "t",
  ð: "d",
};

for (let code = 0; code < LATIN_END; code++) {
  const char = String.fromCharCode(code);
  kinds[code] = kindOf(char);
  const lower = char.toLowerCase().normalize("NFD").charAt(0);
  folds[code] = (BASE_LETTER[lower] ?? lower).charCodeAt(0);
  uppers[code] = char !== char.toLowerCase() ? 1 : 0;
}

function kindOf(char: string): number {
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/[\s\u200b\ufeff\u0085\p{Cc}]/u.test(char)) return SPACE;
  return /\p{M}/u.test(char) ? MARK : OTHER;
}

/** Bits of {@link wordUnit} beside the folded code unit. */
export const WORD_UNIT = {
  /** The folded code unit, below 0x250. */
  folded: 0xfff,
  letter: 0x1000,
  digit: 0x2000,
  upper: 0x4000,
  diacritic: 0x8000,
} as const;

const wordUnits: Uint16Array = new Uint16Array(LATIN_END);
for (let code = 0; code < LATIN_END; code++) {
  if (kinds[code] === LETTER) {
    wordUnits[code] =
      (folds[code] ?? 0) |
      WORD_UNIT.letter |
      (uppers[code] === 1 ? WORD_UNIT.upper : 0) |
      (code > 127 ? WORD_UNIT.diacritic : 0);
  } else if (kinds[code] === DIGIT) wordUnits[code] = code | WORD_UNIT.digit;
}

/** All that the tokenizer asks of a Latin letter or digit, in one look-up; 0 for anything else. */
export function wordUnit(code: number): number {
  return code < LATIN_END ? (wordUnits[code] ?? 0) : 0;
}

/** Tells what a UTF-16 code unit is; halves of surrogate pairs are {@link OTHER}. */
export function characterKind(code: number): number {
  const known = kinds[code] ?? 0;
  if (known !== 0) return known;
  const kind = kindOf(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

/** Whether a code unit may stand inside a word: a letter, digit or combining mark. */
export function isWordUnit(code: number): boolean {
  const kind = characterKind(code);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0xb4;
}

/** Whether a code unit is `$ £ € ₺ ¥`. */
export function isCurrency(code: number): boolean {
  return code === 36 || code === 0xa3 || code === 0x20ac || code === 0x20ba || code === 0xa5;
}

/** Whether a code unit is a mark that shapes sentences: `! " ' ( ) , - . / : ; ? [ ] { }` and the typographic ones. */
export function isPunctuation(code: number): boolean {
  if (code < 128) return asciiPunctuation[code] === 1;
  return code === 0xa1 || code === 0xbf || code === 0xab || code === 0xbb || (code >= 0x2010 && code <= 0x2027);
}

const asciiPunctuation: Uint8Array = new Uint8Array(128);
for (const mark of "!\"'(),-.:;?[]{}/") asciiPunctuation[mark.charCodeAt(0)] = 1;

/** Folds one code unit: lower case, no diacritics. Beyond Latin it is lower-cased where that is one unit. */
export function foldCharacter(code: number): number {
  if (code < LATIN_END) return folds[code] ?? code;
  // Fullwidth Latin letters read as their ordinary forms.
  if (code >= 0xff21 && code <= 0xff3a) return code - 0xff21 + 97;
  if (code >= 0xff41 && code <= 0xff5a) return code - 0xff41 + 97;
  // Typographic quotation marks read as the plain ones.
  if (code === 0x2018 || code === 0x2019) return 39;
  if (code === 0x201c || code === 0x201d) return 34;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Folds a whole string, combining marks dropped. */
export function foldText(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (characterKind(code) !== MARK) out += String.fromCharCode(foldCharacter(code));
  }
  return out;
}

const pictographs = new Map<number, boolean>();

/** Whether a code point is drawn as an emoji by default or on request (Unicode's Extended_Pictographic). */
export function isPictograph(codePoint: number): boolean {
  if (codePoint < 0x203c) return false;
  let known = pictographs.get(codePoint);
  if (known === undefined) {
    known = /\p{Extended_Pictographic}/u.test(String.fromCodePoint(codePoint));
    if (pictographs.size < 4096) pictographs.set(codePoint, known);
  }
  return known;
}
