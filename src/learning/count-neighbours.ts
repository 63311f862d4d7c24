/** Pairs of words that stand near one another, each pair once, and how often: by rising first, then second word. */
export interface NeighbourCounts {
  /** Distinct words. */
  readonly words: number;
  readonly first: Int32Array;
  /** Never below `first`. */
  readonly second: Int32Array;
  readonly counts: Float64Array;
}

/** Number of a token that is no word: it keeps its neighbours apart and is nobody's neighbour. */
export const NO_WORD = -1;

/**
 * Counts the neighbours of each word within `window` words, those `d` words apart as 1 / d.
 *
 * Source: the weight by distance is that of GloVe (Pennington, Socher and Manning 2014).
 *
 * @param texts numbers of the words of each text, below `words`, or {@link NO_WORD}
 */
export function countNeighbours(texts: Iterable<readonly number[]>, words: number, window: number): NeighbourCounts {
  const sums = new Map<number, number>();
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const own = text[i] ?? NO_WORD;
      if (own === NO_WORD) continue;
      for (let distance = 1; distance <= window && i + distance < text.length; distance++) {
        const other = text[i + distance] ?? NO_WORD;
        if (other === NO_WORD) continue;
        const key = Math.min(own, other) * words + Math.max(own, other);
        sums.set(key, (sums.get(key) ?? 0) + 1 / distance);
      }
    }
  }
  const keys = Float64Array.from(sums.keys()).sort();
  const first = new Int32Array(keys.length);
  const second = new Int32Array(keys.length);
  const counts = new Float64Array(keys.length);
  keys.forEach((key, k) => {
    first[k] = Math.floor(key / words);
    second[k] = key % words;
    counts[k] = sums.get(key) ?? 0;
  });
  return { words, first, second, counts };
}
