import { TOKEN, type Tokens } from "../language/tokens.js";
import { type FeatureOptions, negatedRow, PIECES_MOST, pieceShare, readPieces, rowOf } from "./features.js";
import { NEGATOR_HASHES } from "./negators.js";
import { GROUP, type PackedRows, placeOf } from "./packed-rows.js";

/** What is remembered of a token, as one number: its entry in the lowest bits, then what it is, then how many of its rows have weights. */
export const FACT = {
  entry: 0x7fff,
  /** It has pieces, which count as a feature more. */
  pieces: 0x8000,
  word: 0x10000,
  negator: 0x20000,
  punctuation: 0x40000,
  /** Shift to the number of rows, at most one and all pieces. */
  rows: 19,
} as const;

/** Remembers the tokens met so far. */
export interface WordMemory {
  /** Entries that are kept; no more tokens may be found in one turn. */
  readonly size: number;
  /** By entry, the sum of the rows of a token and of its pieces: `groups * GROUP` numbers each. */
  readonly vectors: Float64Array;
  /** By entry, the place of the row of the negated word; 0 where it has none. */
  readonly negated: Int32Array;
  /** Starts a turn: entries that are found from now on stay as they are until the next one. */
  readonly startTurn: () => void;
  /** The {@link FACT} of the i-th token, whose kind and `tokenHash` these are; read where it is not remembered. */
  readonly find: (tokens: Tokens, i: number, kind: number, hash: number) => number;
}

/** Distinct tokens that are remembered at most; a power of two. */
const ENTRIES_MOST = FACT.entry + 1;
/** Sums that are remembered at most, of all tokens and columns: 8 MB. */
const SUMS_MOST = 1 << 20;
/** Numbers that a key takes: hash, check, fact, and the turn in which it was last found. */
const KEY = 4;

/**
 * Remembers what a token's own rows add up to, from text to text: they depend on the token alone, and a language has few
 * frequent words. What is remembered never changes a result.
 *
 * Entries are written in a ring, around those in use. A hash leads to two keys side by side, of which the older is given up. All
 * that most tokens need lies in their key and their vector: each is one line of a processor's cache.
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
  /** The turn in which an entry lost its key. */
  const orphaned = new Int32Array(size);
  const vectors = new Float64Array(size * width);
  const negated = new Int32Array(size);
  const found = new Uint32Array(PIECES_MOST);
  let turn = 0;
  let next = 0;

  const startTurn = (): void => {
    turn = (turn & 0x3fffffff) + 1;
  };

  const find = (tokens: Tokens, i: number, kind: number, hash: number): number => {
    // What is no word has no pieces: its hash and kind tell all.
    const check = kind === TOKEN.word || kind === TOKEN.hashtag ? (tokens.check[i] ?? 0) : ~kind;
    let at = (hash & lastKey & ~1) * KEY;
    if (keys[at] !== hash || keys[at + 1] !== check) {
      at += KEY;
      if (keys[at] !== hash || keys[at + 1] !== check) {
        at -= KEY;
        addKey(tokens, i, kind, hash, check, at);
      }
    }
    keys[at + 3] = turn;
    return keys[at + 2] ?? 0;
  };

  const addKey = (tokens: Tokens, i: number, kind: number, hash: number, check: number, at: number): void => {
    const entry = freeEntry();
    const lost = at + KEY;
    if (keys[lost + 3] === turn) orphaned[(keys[lost + 2] ?? 0) & FACT.entry] = turn;
    keys.copyWithin(lost, at, lost);
    keys[at] = hash;
    keys[at + 1] = check;
    owners[entry] = at;
    keys[at + 2] = readEntry(tokens, i, kind, hash, entry);
  };

  /** The next entry that is not in use; its key is taken away. */
  const freeEntry = (): number => {
    for (;;) {
      const entry = next;
      next = (next + 1) & (size - 1);
      const owner = owners[entry] ?? -1;
      if (owner < 0) return entry;
      if (orphaned[entry] === turn) continue;
      let used = false;
      for (const key of [owner, owner + KEY]) {
        if (keys[key] === 0 || ((keys[key + 2] ?? 0) & FACT.entry) !== entry) continue;
        if (keys[key + 3] === turn) used = true;
        // A hash is never 0: a key of 0 is free.
        else keys[key] = 0;
      }
      if (!used) return entry;
    }
  };

  /** Reads a token into an entry; returns its fact. */
  const readEntry = (tokens: Tokens, i: number, kind: number, hash: number, entry: number): number => {
    const at = entry * width;
    vectors.fill(0, at, at + width);
    let known = addRow(at, rowOf(hash, bits), 1);
    negated[entry] = 0;
    if (kind === TOKEN.punctuation) return entry | FACT.punctuation | (known << FACT.rows);
    if (kind !== TOKEN.word && kind !== TOKEN.hashtag) return entry | (known << FACT.rows);
    const count = readPieces(tokens, i, features, found);
    const share = pieceShare(count);
    for (let k = 0; k < count; k++) known += addRow(at, found[k] ?? 0, share);
    negated[entry] = placeOf(index, negatedRow(hash, bits));
    const own = FACT.word | (count > 0 ? FACT.pieces : 0) | (NEGATOR_HASHES.has(hash) ? FACT.negator : 0);
    return entry | own | (known << FACT.rows);
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

  return { size, vectors, negated, startTurn, find };
}
