import { decodeBase64, encodeBase64 } from "../core/base64.js";
import { TOKEN, type Tokens } from "../language/tokens.js";
import { damaged } from "./check-model.js";

/**
 * Vectors of words, learned from which words stand near which: words that are used alike point the same way. Each already counts by how
 * telling its word is: those of the most frequent words are nearly 0.
 */
export interface WordVectors {
  readonly dims: number;
  /** Hash of each word (`Tokens.hash`), the most frequent first. */
  readonly hashes: Int32Array;
  /** `values[word * dims + dim]`, -127 to 127; only directions and ratios of lengths mean anything. */
  readonly values: Int8Array;
}

/** Word vectors as they are shipped: numbers of four and of one byte, as base64. */
export interface PackedVectors {
  readonly dims: number;
  readonly hashes: string;
  readonly values: string;
}

/** Writes word vectors as text; the same text for the same vectors, on every machine. */
export function packVectors({ dims, hashes, values }: WordVectors): PackedVectors {
  const bytes = new Uint8Array(hashes.length * 4);
  const view = new DataView(bytes.buffer);
  hashes.forEach((hash, i) => {
    view.setInt32(i * 4, hash, true);
  });
  return {
    dims,
    hashes: encodeBase64(bytes),
    values: encodeBase64(new Uint8Array(values.buffer, values.byteOffset, values.length)),
  };
}

/**
 * Reads back what {@link packVectors} wrote.
 *
 * @throws VerbatimsError `damaged-model` for anything else
 */
export function unpackVectors({ dims, hashes, values }: PackedVectors): WordVectors {
  const bytes = decodeBase64(hashes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = Int32Array.from({ length: bytes.length >>> 2 }, (_, i) => view.getInt32(i * 4, true));
  const own = decodeBase64(values);
  if (bytes.length % 4 !== 0 || own.length !== words.length * dims)
    throw damaged(`expected ${dims} numbers for each of ${words.length} words, got ${own.length}`);
  return { dims, hashes: words, values: new Int8Array(own.buffer, own.byteOffset, own.length) };
}

/** Finds the place of a token's word among the vectors. */
export type FindWord = (tokens: Tokens, i: number) => number;

/**
 * Makes a function that finds the i-th token among the words: its place, or -1 for marks and unknown words. Words are told apart by
 * their hash alone: of a million unknown words about five are taken for a known one.
 */
export function createWordFinder({ hashes }: WordVectors): FindWord {
  let places = 1024;
  while (places < hashes.length * 2) places *= 2;
  const last = places - 1;
  /** Hash and place, plus 1, side by side. */
  const table = new Int32Array(places * 2);
  for (let word = 0; word < hashes.length; word++) {
    const hash = hashes[word] ?? 0;
    let at = hash & last;
    while (table[at * 2 + 1] !== 0 && table[at * 2] !== hash) at = (at + 1) & last;
    if (table[at * 2 + 1] !== 0) continue;
    table[at * 2] = hash;
    table[at * 2 + 1] = word + 1;
  }
  return (tokens, i) => {
    const hash = tokens.hash[i] ?? 0;
    if (hash === 0 || tokens.kind[i] === TOKEN.punctuation) return -1;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const word = table[at * 2 + 1] ?? 0;
      if (word === 0 || table[at * 2] === hash) return word - 1;
    }
  };
}
