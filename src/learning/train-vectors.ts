import { exp, log } from "../core/math.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens, TOKEN } from "../language/tokens.js";
import { countNeighbours, type NeighbourCounts, NO_WORD } from "./count-neighbours.js";
import { factorise, type SparseMatrix } from "./factorise.js";
import type { WordVectors } from "./word-vectors.js";

/** How word vectors are learned. */
export interface VectorTraining {
  /** The most frequent words that get a vector. */
  readonly words: number;
  readonly dims: number;
  /** Words met fewer times get none. */
  readonly minCount: number;
  /** Words on either side that are neighbours. */
  readonly window: number;
  readonly seed: number;
}

/** Smoothing of the neighbours' counts. Source: Levy, Goldberg and Dagan 2015. */
const SMOOTHING = 0.75;
/** Share of all words at which a word counts half. Source: Arora, Liang and Ma 2017. */
const HALF_SHARE = 1e-3;

/**
 * Learns vectors of words from texts without labels: words get like vectors where they have like neighbours. The same texts and options give the
 * same bits.
 *
 *     texts ─▶ neighbours ─▶ pointwise mutual information above 0 ─▶ its largest directions ─▶ unit vectors, rare words counting more
 *
 * Source: positive pointwise mutual information and its factors, Levy, Goldberg and Dagan 2015; the weight a / (a + share) of a word is the
 * smooth inverse frequency of Arora, Liang and Ma 2017.
 */
export function trainVectors(texts: readonly string[], options: VectorTraining): WordVectors {
  const { ids, hashes, shares } = countWords(texts, options);
  const neighbours = countNeighbours(readIds(texts, ids), hashes.length, options.window);
  const rows = factorise(informationOf(neighbours), options.dims, options.seed);
  const { dims } = options;
  let most = 0;
  for (let word = 0; word < hashes.length; word++) {
    let square = 0;
    for (let at = word * dims; at < (word + 1) * dims; at++) square += (rows[at] ?? 0) ** 2;
    const weight = square === 0 ? 0 : HALF_SHARE / (HALF_SHARE + (shares[word] ?? 0)) / Math.sqrt(square);
    for (let at = word * dims; at < (word + 1) * dims; at++) {
      rows[at] = (rows[at] ?? 0) * weight;
      most = Math.max(most, Math.abs(rows[at] ?? 0));
    }
  }
  const step = most === 0 ? 1 : most / 127;
  return { dims, hashes, values: Int8Array.from(rows, (value) => Math.round(value / step)) };
}

/** The most frequent words: their numbers by hash, their hashes and their shares of all words. */
function countWords(
  texts: readonly string[],
  { words, minCount }: VectorTraining,
): { readonly ids: ReadonlyMap<number, number>; readonly hashes: Int32Array; readonly shares: Float64Array } {
  const counts = new Map<number, number>();
  const tokens = createTokens();
  let all = 0;
  for (const text of texts) {
    scanTokens(text, tokens);
    for (let i = 0; i < tokens.count; i++) {
      const hash = tokens.hash[i] ?? 0;
      if (hash === 0 || !TELLING.has(tokens.kind[i] ?? 0)) continue;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
      all++;
    }
  }
  const kept = [...counts]
    .filter(([, count]) => count >= minCount)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, words);
  return {
    ids: new Map(kept.map(([hash], id) => [hash, id])),
    hashes: Int32Array.from(kept, ([hash]) => hash),
    shares: Float64Array.from(kept, ([, count]) => count / all),
  };
}

/** Kinds of tokens that have vectors. */
const TELLING: ReadonlySet<number> = new Set([TOKEN.word, TOKEN.hashtag, TOKEN.emoji, TOKEN.emoticon]);

/** The words of each text by number; other tokens keep their place, so that they keep words apart. */
function* readIds(texts: readonly string[], ids: ReadonlyMap<number, number>): Generator<readonly number[]> {
  const tokens = createTokens();
  for (const text of texts) {
    scanTokens(text, tokens);
    yield Array.from({ length: tokens.count }, (_, i) =>
      TELLING.has(tokens.kind[i] ?? 0) ? (ids.get(tokens.hash[i] ?? 0) ?? NO_WORD) : NO_WORD,
    );
  }
}

/** Mutual information of neighbours where it is above 0: the mean of how each foretells the other. */
function informationOf({ words, first, second, counts }: NeighbourCounts): SparseMatrix {
  const sums = new Float64Array(words);
  counts.forEach((count, k) => {
    for (const word of [first[k] ?? 0, second[k] ?? 0]) sums[word] = (sums[word] ?? 0) + count;
  });
  const smooth = sums.map((sum) => (sum === 0 ? 0 : exp(SMOOTHING * log(sum))));
  const all = smooth.reduce((total, each) => total + each, 0);
  const kept: number[] = [];
  const values: number[] = [];
  for (let k = 0; k < counts.length; k++) {
    const a = first[k] ?? 0;
    const b = second[k] ?? 0;
    const count = (counts[k] ?? 0) * (a === b ? 2 : 1);
    const forward = log((count * all) / ((sums[a] ?? 0) * (smooth[b] ?? 0)));
    const backward = log((count * all) / ((sums[b] ?? 0) * (smooth[a] ?? 0)));
    const information = (forward + backward) / 2;
    if (information <= 0) continue;
    kept.push(k);
    values.push(information);
  }
  return {
    size: words,
    first: Int32Array.from(kept, (k) => first[k] ?? 0),
    second: Int32Array.from(kept, (k) => second[k] ?? 0),
    values: Float64Array.from(values),
  };
}
