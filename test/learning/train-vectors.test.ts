import { describe, expect, it } from "vitest";
import { scanTokens } from "../../src/language/tokenize.js";
import { createTokens } from "../../src/language/tokens.js";
import { trainVectors } from "../../src/learning/train-vectors.js";
import { createWordFinder, packVectors, unpackVectors, type WordVectors } from "../../src/learning/word-vectors.js";

const OPTIONS = { words: 200, dims: 8, minCount: 2, window: 3, seed: 3 };

/** Reviews in which parcels are late and shirts are tight, said in several ways. */
const TEXTS: readonly string[] = ["parcel", "package", "box"]
  .flatMap((thing) =>
    ["late", "lost", "damaged"].flatMap((state) => [
      `My ${thing} arrived ${state} at the door`,
      `the courier brought the ${thing} ${state} again`,
    ]),
  )
  .concat(
    ["shirt", "blouse", "jacket"].flatMap((thing) =>
      ["tight", "loose", "short"].flatMap((state) => [
        `This ${thing} fits ${state} around the shoulders`,
        `I wear the ${thing} ${state} with jeans`,
      ]),
    ),
  );

const vectors = trainVectors(TEXTS, OPTIONS);

/** Cosine of the vectors of two words. */
function likeness({ dims, values }: WordVectors, one: string, other: string): number {
  const tokens = createTokens();
  scanTokens(`${one} ${other}`, tokens);
  const find = createWordFinder(vectors);
  const [a, b] = [find(tokens, 0) * dims, find(tokens, 1) * dims];
  const dot = (x: number, y: number): number => {
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += (values[x + d] ?? 0) * (values[y + d] ?? 0);
    return sum;
  };
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe("word vectors", () => {
  it("point the same way for words that are used alike", () => {
    expect(likeness(vectors, "parcel", "package")).toBeGreaterThan(likeness(vectors, "parcel", "blouse") + 0.3);
    expect(likeness(vectors, "tight", "loose")).toBeGreaterThan(likeness(vectors, "tight", "damaged") + 0.3);
  });

  it("list the most frequent word first, in numbers of one byte", () => {
    const tokens = createTokens();
    scanTokens("the", tokens);
    expect(createWordFinder(vectors)(tokens, 0)).toBe(0);
    expect(Math.max(...vectors.values)).toBeLessThanOrEqual(127);
    expect(Math.max(...vectors.values.map(Math.abs))).toBe(127);
  });

  it("know no word that was met less often than asked, no mark and no number", () => {
    const tokens = createTokens();
    scanTokens("teapot , 12 parcel", tokens);
    const find = createWordFinder(vectors);
    expect([0, 1, 2].map((i) => find(tokens, i))).toEqual([-1, -1, -1]);
    expect(find(tokens, 3)).toBeGreaterThan(0);
  });

  it("are the same bits for the same texts and options", () => {
    expect(trainVectors(TEXTS, OPTIONS)).toEqual(vectors);
  });

  it("are none for no text", () => {
    expect(trainVectors([], OPTIONS).hashes.length).toBe(0);
  });

  it("come back from their packed form as they were", () => {
    expect(unpackVectors(packVectors(vectors))).toEqual(vectors);
  });

  it("are refused where words and numbers do not fit together", () => {
    const packed = packVectors(vectors);
    expect(() => unpackVectors({ ...packed, dims: 7 })).toThrow(/model: expected 7 numbers for each of/);
  });
});
