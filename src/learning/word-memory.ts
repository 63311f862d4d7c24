import { TOKEN, type Tokens } from "../language/tokens.js";
import { type FeatureOptions, negatedRow, PIECES_MOST, pieceShare, readPieces, rowOf } from "./features.js";
import { NEGATOR_HASHES } from "./negators.js";
import { GROUP, type PackedRows, placeOf } from "./packed-rows.js";

/** What a remembered token is, as bits of {@link WordMemory.traits}. */
export const KNOWN_AS = {
  /** It has pieces, which count as a feature more. */
  pieces: 1,
  word: 2,
  negator: 4,
  punctuation: 8,
} as const;

/** What is remembered of the tokens met so far, by the number of their entry. */
export interface WordMemory {
  /** Entries that are kept; no more tokens may be found in one turn. */
  readonly size: number;
  /** The sum of the rows of a token and of its pieces: `groups * GROUP` numbers an entry. */
  readonly vectors: Float64Array;
  /** {@link KNOWN_AS}. */
  readonly traits: Uint8Array;
  /** How many of its rows have weights. */
  readonly known: Uint16Array;
  /** Place of the row of the negated word; 0 where it has none. */
  readonly negated: Int32Array;
  /** Starts a turn: entries that are found from now on stay as they are until the next one. */
  readonly startTurn: () => void;
  /** The entry of the i-th token, whose kind and `tokenHash` these are; read where it is not remembered. */
  readonly find: (tokens: Tokens, i: number, kind: number, hash: number) => number;
}

/** Distinct tokens that are remembered at most; a power of two. */
const ENTRIES_MOST = 1 << 15;
/** Sums that are remembered at most, of all tokens and columns: 8 MB. */
const SUMS_MOST = 1 << 20;
/** Numbers that a key takes: hash, check, entry, and one that is free, so that two keys share a cache line. */
const KEY = 4;

/**
 * Remembers what a token's own rows add up to, from text to text: they depend on the token alone, and a language has few
 * frequent words. What is remembered never changes a result.
 *
 * Entries are written in a ring, around those in use. A hash leads to two keys side by side, of which the older is given up.
 */
export function createWordMemory(rows: PackedRows, features: FeatureOptions): WordMemory {
  const { groups, index, weights } = rows;
  const { bits } = features;
  const width = groups * GROUP;
  let size = ENTRIES_MOST;
  while (size > 1 && size * width > SUMS_MOST) size /= 2;
  const lastKey = size * 2 - 1;
  const keys = new Int32Array((lastKey + 1) * KEY);
  /** Where the key of each entry was written. */
  const owners = new Int32Array(size).fill(-1);
  const vectors = new Float64Array(size * width);
  const traits = new Uint8Array(size);
  const known = new Uint16Array(size);
  const negated = new Int32Array(size);
  /** The turn in which each entry was last found. */
  const turns = new Int32Array(size);
  const found = new Uint32Array(PIECES_MOST);
  let turn = 0;
  let next = 0;

  const startTurn = (): void => {
    turn = (turn & 0x3fffffff) + 1;
  };

  const find = (tokens: Tokens, i: number, kind: number, hash: number): number => {
    const isWord = kind === TOKEN.word || kind === TOKEN.hashtag;
    // What is no word has no pieces: its hash and kind tell all.
    const check = isWord ? (tokens.check[i] ?? 0) : ~kind;
    const at = (hash & lastKey & ~1) * KEY;
    let entry = 0;
    if (keys[at] === hash && keys[at + 1] === check) entry = keys[at + 2] ?? 0;
    else if (keys[at + KEY] === hash && keys[at + KEY + 1] === check) entry = keys[at + KEY + 2] ?? 0;
    else entry = addEntry(tokens, i, kind, hash, check, at);
    turns[entry] = turn;
    return entry;
  };

  const addEntry = (tokens: Tokens, i: number, kind: number, hash: number, check: number, at: number): number => {
    while (turns[next] === turn) next = (next + 1) & (size - 1);
    const entry = next;
    const owner = owners[entry] ?? -1;
    // A hash is never 0: a key of 0 is free.
    if (owner >= 0) for (const key of [owner, owner + KEY]) if (keys[key + 2] === entry) keys[key] = 0;
    keys.copyWithin(at + KEY, at, at + KEY);
    keys[at] = hash;
    keys[at + 1] = check;
    keys[at + 2] = entry;
    owners[entry] = at;
    readEntry(tokens, i, kind, hash, entry);
    return entry;
  };

  const readEntry = (tokens: Tokens, i: number, kind: number, hash: number, entry: number): void => {
    const at = entry * width;
    vectors.fill(0, at, at + width);
    let seen = addRow(at, rowOf(hash, bits), 1);
    negated[entry] = 0;
    traits[entry] = kind === TOKEN.punctuation ? KNOWN_AS.punctuation : 0;
    if (kind === TOKEN.word || kind === TOKEN.hashtag) {
      const count = readPieces(tokens, i, features, found);
      const share = pieceShare(count);
      for (let k = 0; k < count; k++) seen += addRow(at, found[k] ?? 0, share);
      traits[entry] =
        KNOWN_AS.word | (count > 0 ? KNOWN_AS.pieces : 0) | (NEGATOR_HASHES.has(hash) ? KNOWN_AS.negator : 0);
      negated[entry] = placeOf(index, negatedRow(hash, bits));
    }
    known[entry] = seen;
  };

  const addRow = (at: number, row: number, share: number): number => {
    const place = placeOf(index, row);
    if (place === 0) return 0;
    for (let c = 0; c < width; c++) {
      const four = weights[place * groups + (c >> 2)] ?? 0;
      vectors[at + c] = (vectors[at + c] ?? 0) + share * (((four >>> ((c & 3) * 8)) & 255) - 128);
    }
    return 1;
  };

  return { size, vectors, traits, known, negated, startTurn, find };
}
