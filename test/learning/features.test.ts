import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanTokens } from "../../src/language/tokenize.js";
import { createTokens } from "../../src/language/tokens.js";
import { buildCorpus } from "../../src/learning/feature-corpus.js";
import { type FeatureOptions, PIECES_MOST, readFeatures, readPieces } from "../../src/learning/features.js";

const ALL: FeatureOptions = { wordGrams: 3, charGrams: [4, 4], negation: true, bits: 20 };
const WORDS: FeatureOptions = { wordGrams: 1, charGrams: [0, 0], negation: false, bits: 20 };

/** The features of a text: what each stands for as written, its row, and the rows of its pieces. */
function featuresOf(text: string, options: FeatureOptions): { shown: string; row: number; pieces: number[] }[] {
  const tokens = createTokens();
  scanTokens(text, tokens);
  const found: { shown: string; row: number; pieces: number[] }[] = [];
  const show = (from: number, to: number): string => text.slice(tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0);
  readFeatures(tokens, 0, tokens.count, options, {
    addGram: (row, from, to) => found.push({ shown: show(from, to), row, pieces: [] }),
    addWord: (_, i, row) => {
      const pieces = new Uint32Array(PIECES_MOST);
      const count = readPieces(tokens, i, options, pieces);
      found.push({ shown: show(i, i + 1), row, pieces: [...pieces.subarray(0, count)] });
    },
  });
  return found;
}

const shownOf = (text: string, options: FeatureOptions): string[] =>
  featuresOf(text, options).map(({ shown }) => shown);
const rowsOf = (text: string, options: FeatureOptions): number[] => featuresOf(text, options).map(({ row }) => row);

describe("the features of a text", () => {
  // Models are lists of such rows: another row for a word makes every model that was kept worthless.
  it.each([
    [
      "Not good!",
      [
        "Not 44622 712851,375312",
        "good 140237 207397,436818,1047941",
        "Not good 967501",
        "good 602793",
        "! 414428",
        "good! 358034",
        "Not good! 179983",
      ],
    ],
    ["kargo 12", ["kargo 316527 136379,871469,132942,723216", "12 131347", "kargo 12 34944"]],
    ["Gelmedi :(", ["Gelmedi 239956 970043,56243,253398,514884,267818,498089", ":( 481083", "Gelmedi :( 91339"]],
    ["a@b.com", ["a@b.com 950625"]],
  ])("stay in their rows: %s", (text, wanted) => {
    const written = featuresOf(text, ALL).map(({ shown, row, pieces }) => `${shown} ${row} ${pieces.join()}`.trim());
    expect(written).toEqual(wanted);
  });

  it("are words alone where that is asked for", () => {
    expect(shownOf("my late parcel", WORDS)).toEqual(["my", "late", "parcel"]);
  });

  it("are words and pairs, or words, pairs and triples", () => {
    expect(shownOf("my late parcel", { ...WORDS, wordGrams: 2 })).toEqual([
      "my",
      "late",
      "my late",
      "parcel",
      "late parcel",
    ]);
    expect(shownOf("my late parcel", { ...WORDS, wordGrams: 3 })).toContain("my late parcel");
  });

  it("know a pair from its mirror image", () => {
    const pair = (text: string): number | undefined => rowsOf(text, { ...WORDS, wordGrams: 2 })[2];
    expect(pair("late parcel")).not.toBe(pair("parcel late"));
  });

  it("do not know upper case, diacritics and letters without end", () => {
    expect(rowsOf("LATE kargom GECİKTİİİİİ", WORDS)).toEqual(rowsOf("late Kargom geciktii", WORDS));
  });

  it("know of a number its length alone, of an address that it is one", () => {
    expect(rowsOf("order 1234 of ada@example.com", WORDS)).toEqual(rowsOf("order 9876 of bob@example.org", WORDS));
    expect(rowsOf("12", WORDS)).not.toEqual(rowsOf("123", WORDS));
  });

  it("have up to four words after a negator a second time, until a mark ends it", () => {
    const negated = (text: string): string[] => {
      const all = featuresOf(text, { ...WORDS, negation: true });
      const plain = new Set(rowsOf(text, WORDS));
      return all.filter(({ row }) => !plain.has(row)).map(({ shown }) => shown);
    };
    expect(negated("not so very good a kettle")).toEqual(["so", "very", "good", "a"]);
    expect(negated("not good, cheap")).toEqual(["good"]);
    expect(negated("hiç memnun kalmadım")).toEqual(["memnun", "kalmadım"]);
    expect(negated("a good kettle")).toEqual([]);
  });

  it("of a piece depend on the place in the word: its start and end are not its middle", () => {
    const pieces = (word: string): number[] => featuresOf(word, { ...WORDS, charGrams: [4, 4] })[0]?.pieces ?? [];
    const shared = pieces("unhappy").filter((row) => pieces("happy").includes(row));
    // "happ", "appy" and "ppy>"; not "<hap".
    expect(shared).toHaveLength(3);
  });

  it("have at most the pieces that there is room for, and rows within the bits, whatever the text", () => {
    const options = fc.record({
      wordGrams: fc.integer({ min: 1, max: 3 }),
      charGrams: fc.constantFrom([0, 0] as const, [1, 8] as const, [3, 5] as const, [8, 8] as const),
      negation: fc.boolean(),
      bits: fc.integer({ min: 10, max: 22 }),
    });
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constant("çok".repeat(300)));
    fc.assert(
      fc.property(text, options, (given, chosen) => {
        for (const { row, pieces } of featuresOf(given, chosen)) {
          expect(pieces.length).toBeLessThanOrEqual(PIECES_MOST);
          for (const each of [row, ...pieces]) expect(each).toBeLessThan(2 ** chosen.bits);
        }
      }),
    );
  });
});

describe("the features of many texts", () => {
  it("lie one text after another, as each has them alone", () => {
    const texts = ["Not good!", "", "kargo 12", "a long review without end ".repeat(900)];
    const builder = buildCorpus(ALL);
    for (const text of texts) builder.addText(text);
    const { count, rows, ends, factors } = builder.toCorpus();
    expect(count).toBe(4);
    texts.forEach((text, n) => {
      const own = featuresOf(text, ALL);
      const wanted = own.flatMap(({ row, pieces }) => [row, ...pieces]);
      expect([...rows.subarray(n === 0 ? 0 : ends[n - 1], ends[n])]).toEqual(wanted);
      const units = own.reduce((sum, { pieces }) => sum + (pieces.length > 0 ? 2 : 1), 0);
      expect(factors[n]).toBe(units === 0 ? 0 : 1 / Math.sqrt(units));
    });
  });
});
