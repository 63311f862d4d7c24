import type { Tokens } from "../language/tokens.js";
import { addPlaces } from "../learning/add-rows.js";
import { ADDED_MOST, GROUP, packRows } from "../learning/packed-rows.js";
import { createWordFinder, type WordVectors } from "../learning/word-vectors.js";

/** The known words of a text, and the direction they point to together. */
export interface TextWords {
  /** Places of the known words among the vectors, each plus 1, in text order; the first `count`. */
  places: Int32Array;
  /** Token of each known word. */
  at: Int32Array;
  count: number;
  /** Sum of their vectors, scaled to the length asked for; 0 where none is known. */
  readonly vector: Float64Array;
  /** What the sum was multiplied by. */
  scale: number;
}

/** Tokens of a text that are looked at; what stands behind them is of a text too long to be one verbatim. */
const TOKENS_MOST = 4096;

/** Makes a function that looks up the words of one text after another; what it returns is written anew by the next. */
export function createWordsReader(vectors: WordVectors, length: number): (tokens: Tokens) => TextWords {
  const { dims, hashes, values } = vectors;
  const find = createWordFinder(vectors);
  // Every word is a row of its own, so that its place is its number and 1.
  const rows = Uint32Array.from(hashes, (_, word) => word);
  const bits = Math.max(3, 32 - Math.clz32(hashes.length));
  const { groups, weights } = packRows({ columns: dims, rows, weights: values, scales: [], bias: [] }, bits);
  const sums = new Float64Array(groups * GROUP);
  const found: TextWords = {
    places: new Int32Array(256),
    at: new Int32Array(256),
    count: 0,
    vector: new Float64Array(dims),
    scale: 0,
  };
  return (tokens) => {
    const { vector } = found;
    const tokensRead = Math.min(tokens.count, TOKENS_MOST);
    if (found.places.length < tokensRead) {
      found.places = new Int32Array(TOKENS_MOST);
      found.at = new Int32Array(TOKENS_MOST);
    }
    const { places, at } = found;
    let count = 0;
    for (let i = 0; i < tokensRead; i++) {
      const word = find(tokens, i);
      // An unknown word is written over by the next one.
      places[count] = word + 1;
      at[count] = i;
      if (word >= 0) count++;
    }
    sums.fill(0);
    for (let from = 0; from < count; from += ADDED_MOST) {
      const to = Math.min(count, from + ADDED_MOST);
      for (let group = 0; group < groups; group++) addPlaces(places, from, to, weights, groups, group, sums);
    }
    let square = 0;
    for (let d = 0; d < dims; d++) square += (sums[d] ?? 0) * (sums[d] ?? 0);
    const scale = square === 0 ? 0 : length / Math.sqrt(square);
    for (let d = 0; d < dims; d++) vector[d] = (sums[d] ?? 0) * scale;
    found.count = count;
    found.scale = scale;
    return found;
  };
}
