import { TOKEN, type Tokens } from "../language/tokens.js";
import { addToHash, endHash, HASH_START } from "../language/word-hash.js";
import { NEGATOR_HASHES } from "./negators.js";

/** Which features a model reads; part of every model, so that training and scoring cannot differ. */
export interface FeatureOptions {
  /** Longest run of words that is one feature, 1 to 3. */
  readonly wordGrams: number;
  /** Shortest and longest run of letters inside a word that is one feature, each 1 to 8; `[0, 0]` for none. Word edges count as letters. */
  readonly charGrams: readonly [min: number, max: number];
  /** Whether words after a negator are read a second time as negated. */
  readonly negation: boolean;
  /** Features are hashed to 2^bits rows; 10 to 22. */
  readonly bits: number;
}

/** What separates the kinds of features, so that a word, a pair and a piece of a word share no hash by rule. */
const SALT = {
  pair: 0x9e3779b1,
  triple: 0x85ebca77,
  negated: 0xc2b2ae3d,
  piece: 0x27d4eb2f,
  mark: 0x165667b1,
} as const;

/** Words after a negator that are read as negated, where no punctuation ends it sooner. */
export const NEGATED_WORDS = 4;

/** Code units that stand for the edges of a word in its pieces: control characters, which no word holds. */
const WORD_START = 2;
const WORD_END = 3;

/** Longest word whose pieces are read; what is longer is no word. */
const LETTERS_MOST = 32;

/** Most pieces that one word can have: sizes 1 to 8 of 34 letters and edges. */
export const PIECES_MOST: number = 8 * (LETTERS_MOST + 2);

/** Receives features one at a time. */
export interface FeatureSink {
  /** A mark or number, or a run of words, that spans the tokens `[from, to)`: the row it is hashed to. */
  readonly addGram: (row: number, from: number, to: number) => void;
  /** The i-th token is a word, with pieces where the options ask for them. */
  readonly addWord: (tokens: Tokens, i: number, row: number) => void;
}

function mix(a: number, b: number): number {
  return endHash(Math.imul(Math.imul(a, 0x2545f491) ^ b, 0x9e3779b1));
}

/** The row of a hash in a table of 2^bits rows. */
export function rowOf(hash: number, bits: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
}

/** Row of two neighbours, by their {@link tokenHash}. */
export function pairRow(first: number, second: number, bits: number): number {
  return rowOf(mix(first ^ SALT.pair, second), bits);
}

/** Row of three neighbours, by their {@link tokenHash}. */
export function tripleRow(first: number, second: number, third: number, bits: number): number {
  return rowOf(mix(mix(first ^ SALT.triple, second), third), bits);
}

/** Row of a word that is read as negated, by its {@link tokenHash}. */
export function negatedRow(hash: number, bits: number): number {
  return rowOf(mix(hash, SALT.negated), bits);
}

/**
 * Reads the features of the tokens `[from, to)` in text order, with repetition, and hands them to `sink`.
 *
 * Features: words; pairs and triples of neighbours, punctuation among them; words after a negator. Numbers stand for their
 * kind and length, URLs, addresses and handles for their kind.
 *
 * Source: hashed features, Weinberger et al. 2009.
 */
export function readFeatures(
  tokens: Tokens,
  from: number,
  to: number,
  options: FeatureOptions,
  sink: FeatureSink,
): void {
  const { wordGrams, negation, bits } = options;
  let before = 0;
  let beforeThat = 0;
  let negated = 0;
  for (let i = from; i < to; i++) {
    const kind = tokens.kind[i] ?? 0;
    const hash = tokenHash(tokens, i, kind);
    const isWord = kind === TOKEN.word || kind === TOKEN.hashtag;
    if (isWord) sink.addWord(tokens, i, rowOf(hash, bits));
    else sink.addGram(rowOf(hash, bits), i, i + 1);
    if (wordGrams > 1) {
      if (before !== 0) sink.addGram(pairRow(before, hash, bits), i - 1, i + 1);
      if (wordGrams > 2 && beforeThat !== 0) sink.addGram(tripleRow(beforeThat, before, hash, bits), i - 2, i + 1);
      beforeThat = before;
      before = hash;
    }
    if (!negation) continue;
    if (kind === TOKEN.punctuation) negated = 0;
    else if (isWord) {
      if (negated > 0) {
        sink.addGram(negatedRow(hash, bits), i, i + 1);
        negated--;
      }
      if (NEGATOR_HASHES.has(hash)) negated = NEGATED_WORDS;
    }
  }
}

/** The hash that stands for a token of a kind; never 0. */
export function tokenHash(tokens: Tokens, i: number, kind: number): number {
  if (kind === TOKEN.number || kind === TOKEN.price) {
    const length = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
    return mix(SALT.mark, kind * 8 + Math.min(length, 6));
  }
  const hash = tokens.hash[i] ?? 0;
  return hash === 0 ? mix(SALT.mark, kind * 8) : hash;
}

/**
 * Writes the rows of the pieces of one word, its edges included, to `rows`: of sizes 4 to 4, "good" gives "<goo", "good", "ood>".
 * The whole word with both edges is left out: it is a feature of its own.
 *
 * Source: subword features, Bojanowski et al. 2017.
 *
 * @param rows room for {@link PIECES_MOST}
 * @returns how many were written
 */
export function readPieces(tokens: Tokens, i: number, { charGrams, bits }: FeatureOptions, rows: Uint32Array): number {
  const [min, max] = charGrams;
  if (max === 0) return 0;
  const { letters } = tokens;
  const start = tokens.lettersAt[i] ?? 0;
  const length = Math.min((tokens.lettersAt[i + 1] ?? start) - start, LETTERS_MOST);
  let count = 0;
  // Place 0 is the start edge, 1 to length the letters, length + 1 the end edge.
  for (let at = 0; at <= length + 2 - min; at++) {
    let state = HASH_START ^ SALT.piece;
    for (let size = 1; size <= max && at + size <= length + 2; size++) {
      const place = at + size - 1;
      const unit = place === 0 ? WORD_START : place > length ? WORD_END : (letters[start + place - 1] ?? 0);
      state = addToHash(state, unit);
      if (size >= min && size < length + 2) rows[count++] = rowOf(endHash(state), bits);
    }
  }
  return count;
}

/**
 * The share that each of `count` pieces of a word counts with, so that all of them together weigh as one more feature: 1 / √count.
 */
export function pieceShare(count: number): number {
  return count === 0 ? 0 : 1 / Math.sqrt(count);
}

/**
 * The factor that all features of a text count with: 1 / √n for n words, runs of words and words with pieces, so that long
 * and short texts give scores of like size. 0 without features.
 */
export function lengthFactor(features: number): number {
  return features === 0 ? 0 : 1 / Math.sqrt(features);
}
