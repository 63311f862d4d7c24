import { copyCodeUnits } from "./code-units.js";

/** What a token is. */
export const TOKEN = {
  word: 1,
  number: 2,
  price: 3,
  emoji: 4,
  emoticon: 5,
  hashtag: 6,
  handle: 7,
  url: 8,
  email: 9,
  punctuation: 10,
  symbol: 11,
} as const;

/** Kind of a token: a key of {@link TOKEN}. */
export type TokenKind = keyof typeof TOKEN;

/** Marks a token may carry, as bits. */
export const MARKS = {
  /** Two letters or more, all upper case. */
  capitals: 1,
  /** First letter upper case, others not. */
  title: 2,
  /** A letter three times or more in a row; {@link Tokens.letters} holds two of them. */
  elongated: 4,
  /** A letter with a diacritic, or Turkish ı. */
  diacritic: 8,
  /** A line break or HTML tag stands before it. */
  newLine: 16,
  /** Joined to the token before it by a hyphen. */
  joined: 32,
  /** Holds an apostrophe. */
  apostrophe: 64,
} as const;

/**
 * The tokens of one text, a column for each property, so that nothing is allocated per token. The columns are longer than
 * `count` and are written anew by the next text: copy what must stay.
 */
export interface Tokens {
  text: string;
  /** The text's code units, with a space after the last. */
  units: Uint16Array;
  /** Number of tokens. */
  count: number;
  /** UTF-16 offset of the first code unit. */
  start: Int32Array;
  /** UTF-16 offset after the last code unit. */
  end: Int32Array;
  /** One of {@link TOKEN}. */
  kind: Uint8Array;
  /** {@link MARKS}. */
  marks: Uint8Array;
  /** Hash of the folded letters (see word-hash.ts); 0 for punctuation. */
  hash: Int32Array;
  /** A second hash of the same letters: two words that agree in both are taken for one. */
  check: Int32Array;
  /** Where the token's folded letters start in {@link Tokens.letters}; they end where the next token's start. */
  lettersAt: Int32Array;
  /** Folded code units of all words, one after another. */
  letters: Uint16Array;
  /** Number of code units used in `letters`. */
  lettersUsed: number;
}

const FIRST_CAPACITY = 1024;

/** Makes room for the tokens of one text after another. */
export function createTokens(): Tokens {
  return {
    text: "",
    units: new Uint16Array(FIRST_CAPACITY * 8),
    count: 0,
    start: new Int32Array(FIRST_CAPACITY),
    end: new Int32Array(FIRST_CAPACITY),
    kind: new Uint8Array(FIRST_CAPACITY),
    marks: new Uint8Array(FIRST_CAPACITY),
    hash: new Int32Array(FIRST_CAPACITY),
    check: new Int32Array(FIRST_CAPACITY),
    lettersAt: new Int32Array(FIRST_CAPACITY + 1),
    letters: new Uint16Array(FIRST_CAPACITY * 8),
    lettersUsed: 0,
  };
}

/** The unit that stands after the last of a text. */
export const SPACE_UNIT = 32;

/** Largest room kept between texts; a text that needed more gives it back. */
const KEPT_CAPACITY = 1 << 17;

/** Empties the columns for a new text, copies its code units, and gives back room that one huge text took. */
export function resetTokens(tokens: Tokens, text: string): void {
  if (tokens.start.length > KEPT_CAPACITY || tokens.units.length > KEPT_CAPACITY * 8) {
    Object.assign(tokens, createTokens());
  }
  tokens.text = text;
  if (tokens.units.length <= text.length) tokens.units = new Uint16Array(text.length + 1);
  copyCodeUnits(text, tokens.units);
  tokens.units[text.length] = SPACE_UNIT;
  tokens.count = 0;
  tokens.lettersUsed = 0;
}

/** Doubles the room for tokens when it is full. */
export function growTokens(tokens: Tokens): void {
  const capacity = tokens.start.length * 2;
  tokens.start = grown(tokens.start, new Int32Array(capacity));
  tokens.end = grown(tokens.end, new Int32Array(capacity));
  tokens.kind = grown(tokens.kind, new Uint8Array(capacity));
  tokens.marks = grown(tokens.marks, new Uint8Array(capacity));
  tokens.hash = grown(tokens.hash, new Int32Array(capacity));
  tokens.check = grown(tokens.check, new Int32Array(capacity));
  tokens.lettersAt = grown(tokens.lettersAt, new Int32Array(capacity + 1));
}

/** Doubles the room for letters when it is full. */
export function growLetters(tokens: Tokens): void {
  tokens.letters = grown(tokens.letters, new Uint16Array(tokens.letters.length * 2));
}

function grown<T extends Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const KIND_NAMES: readonly (TokenKind | undefined)[] = Object.entries(TOKEN).reduce<(TokenKind | undefined)[]>(
  (names, [name, kind]) => {
    // Object.entries widens the keys it lists.
    names[kind] = name as TokenKind;
    return names;
  },
  [],
);

/** One token as a plain value. */
export interface Token {
  readonly kind: TokenKind;
  /** The token as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Folded form: lower case, no diacritics, no letter more than twice in a row. */
  readonly folded: string;
}

/** The folded letters of one token; `""` for URLs, addresses and handles. */
export function foldedWord(tokens: Tokens, i: number): string {
  return String.fromCharCode(...tokens.letters.subarray(tokens.lettersAt[i], tokens.lettersAt[i + 1]));
}

/**
 * Whether a token is written as a word of plain lower-case letters, in any case; `false` before the first token and after the
 * last. Compares units where they lie, since most tokens differ in length or in the first.
 */
export function isWritten({ units, start, end, count }: Tokens, i: number, word: string): boolean {
  if (i < 0 || i >= count) return false;
  const from = start[i] ?? 0;
  if ((end[i] ?? 0) - from !== word.length) return false;
  for (let k = 0; k < word.length; k++) {
    const unit = units[from + k] ?? 0;
    if (unit !== word.charCodeAt(k) && (unit > 90 || unit < 65 || unit + 32 !== word.charCodeAt(k))) return false;
  }
  return true;
}

/** Copies the columns out as plain values. */
export function toTokenList(tokens: Tokens): Token[] {
  const list: Token[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    list.push({
      kind: KIND_NAMES[tokens.kind[i] ?? 0] ?? "symbol",
      text: tokens.text.slice(start, end),
      start,
      end,
      folded: foldedWord(tokens, i),
    });
  }
  return list;
}
