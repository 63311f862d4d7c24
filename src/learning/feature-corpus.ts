import { scanTokens } from "../language/tokenize.js";
import { createTokens } from "../language/tokens.js";
import {
  type FeatureOptions,
  type FeatureSink,
  lengthFactor,
  PIECES_MOST,
  readFeatures,
  readPieces,
} from "./features.js";

/** The features of many texts, one after another, as training reads them. */
export interface FeatureCorpus {
  /** Texts. */
  readonly count: number;
  /** Rows of all features; those of text `d` are `[ends[d - 1] ?? 0, ends[d])`. */
  readonly rows: Uint32Array;
  /** For each feature: of how many pieces of its word it is one; 0 for words and runs of words. */
  readonly pieces: Uint16Array;
  readonly ends: Float64Array;
  /** What the features of each text count with, see `lengthFactor`. */
  readonly factors: Float64Array;
  /** How much each feature is there, such as a coordinate of a vector; all are there once where left out. */
  readonly values?: Float32Array;
}

/** Collects the features of texts. */
export interface CorpusBuilder {
  readonly addText: (text: string) => void;
  /** Adds a text by rows that were found in another way, one feature each. */
  readonly addRows: (found: readonly number[]) => void;
  readonly toCorpus: () => FeatureCorpus;
}

/** Starts an empty corpus. About 6 bytes a feature are kept, and no text. */
export function buildCorpus(options: FeatureOptions): CorpusBuilder {
  const tokens = createTokens();
  const found = new Uint32Array(PIECES_MOST);
  const ends: number[] = [];
  const factors: number[] = [];
  let rows = new Uint32Array(1 << 14);
  let pieces = new Uint16Array(1 << 14);
  let used = 0;
  let units = 0;
  const push = (row: number, ofPieces: number): void => {
    if (used === rows.length) {
      rows = grown(rows, new Uint32Array(used * 2));
      pieces = grown(pieces, new Uint16Array(used * 2));
    }
    rows[used] = row;
    pieces[used++] = ofPieces;
  };
  const sink: FeatureSink = {
    addGram: (row) => {
      push(row, 0);
      units++;
    },
    addWord: (at, i, row) => {
      push(row, 0);
      units++;
      const count = readPieces(at, i, options, found);
      if (count > 0) units++;
      for (let k = 0; k < count; k++) push(found[k] ?? 0, count);
    },
  };
  return {
    addText: (text) => {
      scanTokens(text, tokens);
      units = 0;
      readFeatures(tokens, 0, tokens.count, options, sink);
      ends.push(used);
      factors.push(lengthFactor(units));
    },
    addRows: (own) => {
      for (const row of own) push(row, 0);
      ends.push(used);
      factors.push(lengthFactor(own.length));
    },
    toCorpus: () => ({
      count: ends.length,
      rows: rows.subarray(0, used),
      pieces: pieces.subarray(0, used),
      ends: Float64Array.from(ends),
      factors: Float64Array.from(factors),
    }),
  };
}

function grown<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
