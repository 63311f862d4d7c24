import { describe, expect, it } from "vitest";
import { countNeighbours, NO_WORD } from "../../src/learning/count-neighbours.js";

/** `[first, second, count]` of every pair. */
function pairsOf(texts: readonly (readonly number[])[], window: number): number[][] {
  const { first, second, counts } = countNeighbours(texts, 10, window);
  return Array.from(counts, (count, k) => [first[k] ?? -1, second[k] ?? -1, count]);
}

describe("the neighbours of words", () => {
  it("count as one over their distance, each pair once, the smaller number first", () => {
    expect(pairsOf([[3, 1, 2]], 4)).toEqual([
      [1, 2, 1],
      [1, 3, 1],
      [2, 3, 1 / 2],
    ]);
  });

  it("add up over texts and stand no further apart than the window", () => {
    expect(
      pairsOf(
        [
          [1, 2, 3],
          [2, 1],
        ],
        1,
      ),
    ).toEqual([
      [1, 2, 2],
      [2, 3, 1],
    ]);
  });

  it("may be a word itself", () => {
    expect(pairsOf([[5, 5]], 2)).toEqual([[5, 5, 1]]);
  });

  it("are kept apart by what is no word", () => {
    expect(pairsOf([[1, NO_WORD, 2]], 1)).toEqual([]);
    expect(pairsOf([[1, NO_WORD, 2]], 2)).toEqual([[1, 2, 1 / 2]]);
  });
});
