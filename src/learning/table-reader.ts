import type { Tokens } from "../language/tokens.js";
import {
  type FeatureOptions,
  type FeatureSink,
  lengthFactor,
  PIECES_MOST,
  pieceShare,
  readFeatures,
  readPieces,
} from "./features.js";
import type { WeightTable } from "./linear-model.js";

/** Reads scores of token ranges from a table of weights. */
export interface TableReader {
  /**
   * Writes the score of each column for the tokens `[from, to)` to `scores`, and returns the number of features that have a weight. Time is linear in
   * the tokens.
   */
  readonly read: (tokens: Tokens, from: number, to: number, scores: Float64Array) => number;
}

/** Distinct words whose sums are remembered at most; a power of two. */
const REMEMBERED_MOST = 1 << 13;
/** Sums that are remembered at most, of all words and columns: 8 MB. */
const SUMS_MOST = 1 << 20;

/**
 * Makes a reader. The row of a word and the rows of its pieces depend on the word alone, so their sum is remembered from text to
 * text; what is remembered never changes a result.
 */
export function createTableReader(table: WeightTable, features: FeatureOptions): TableReader {
  const { columns, weights, scales, bias } = table;
  const places = new Int32Array(2 ** features.bits).fill(-1);
  for (let k = 0; k < table.rows.length; k++) places[table.rows[k] ?? 0] = k;

  const slots = countSlots(columns);
  const hashes = new Int32Array(slots);
  const checks = new Int32Array(slots);
  const words = new Float64Array(slots * columns);
  const wordUnits = new Uint8Array(slots);
  const wordKnown = new Uint16Array(slots);
  const found = new Uint32Array(PIECES_MOST);
  const sums = new Float64Array(columns);
  let units = 0;
  let known = 0;

  const readWord = (slot: number, tokens: Tokens, i: number, row: number): void => {
    const at = slot * columns;
    words.fill(0, at, at + columns);
    let seen = addRow(words, at, row, 1);
    const count = readPieces(tokens, i, features, found);
    const share = pieceShare(count);
    for (let k = 0; k < count; k++) seen += addRow(words, at, found[k] ?? 0, share);
    wordUnits[slot] = count > 0 ? 2 : 1;
    wordKnown[slot] = seen;
    hashes[slot] = tokens.hash[i] ?? 0;
    checks[slot] = tokens.check[i] ?? 0;
  };

  const addRow = (into: Float64Array, at: number, row: number, share: number): number => {
    const place = places[row] ?? -1;
    if (place < 0) return 0;
    const from = place * columns;
    for (let c = 0; c < columns; c++) into[at + c] = (into[at + c] ?? 0) + share * (weights[from + c] ?? 0);
    return 1;
  };

  const sink: FeatureSink = {
    addGram: (row) => {
      units++;
      known += addRow(sums, 0, row, 1);
    },
    addWord: (tokens, i, row) => {
      const hash = tokens.hash[i] ?? 0;
      const slot = hash & (slots - 1);
      if (hashes[slot] !== hash || checks[slot] !== tokens.check[i]) readWord(slot, tokens, i, row);
      units += wordUnits[slot] ?? 0;
      known += wordKnown[slot] ?? 0;
      const at = slot * columns;
      for (let c = 0; c < columns; c++) sums[c] = (sums[c] ?? 0) + (words[at + c] ?? 0);
    },
  };

  const read = (tokens: Tokens, from: number, to: number, scores: Float64Array): number => {
    sums.fill(0);
    units = 0;
    known = 0;
    readFeatures(tokens, from, to, features, sink);
    const factor = lengthFactor(units);
    for (let c = 0; c < columns; c++) scores[c] = (bias[c] ?? 0) + factor * (scales[c] ?? 0) * (sums[c] ?? 0);
    return known;
  };
  return { read };
}

/** Words to remember: a power of two, at least 1. */
function countSlots(columns: number): number {
  let slots = REMEMBERED_MOST;
  while (slots > 1 && slots * columns > SUMS_MOST) slots /= 2;
  return slots;
}
