import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/language/tokenize.js";

const texts = (text: string): string[] => tokenize(text).map((token) => token.text);
const kinds = (text: string): string[] => tokenize(text).map((token) => token.kind);
const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);

describe("tokenize", () => {
  it("keeps contractions and Turkish suffixes after an apostrophe in their word", () => {
    expect(texts("Don't go to Ankara'ya yet")).toEqual(["Don't", "go", "to", "Ankara'ya", "yet"]);
  });

  it("cuts hyphenated words without a token for the hyphen", () => {
    expect(texts("a user-friendly app - really")).toEqual(["a", "user", "friendly", "app", "-", "really"]);
  });

  it("keeps times, fractions, decimals and percentages whole", () => {
    expect(kinds("9:02 4/5 1,234.50 %20 45%")).toEqual(["number", "number", "number", "number", "number"]);
  });

  it("reads a number with a currency sign or code as a price", () => {
    expect(kinds("£40.50 40₺ 250TL")).toEqual(["price", "price", "price"]);
  });

  it("reads an emoji sequence with joiners, skin tones and selectors as one token", () => {
    expect(texts("👩‍👩‍👧‍👦👍🏽🤦‍♀️🇹🇷❤️1️⃣")).toEqual(["👩‍👩‍👧‍👦", "👍🏽", "🤦‍♀️", "🇹🇷", "❤️", "1️⃣"]);
  });

  it("gives an emoji the same form in every skin tone", () => {
    expect(folded("👍🏽👍")).toEqual(["👍", "👍"]);
  });

  it("reads emoticons, and brings their variants to one form", () => {
    expect(folded("nice :-))) meh :/ aww <3")).toEqual(["nice", ":)", "meh", ":/", "aww", "<3"]);
  });

  it("does not see a face in a URL or a time", () => {
    expect(kinds("https://example.com/a at 10:30")).toEqual(["url", "word", "number"]);
  });

  it("reads hashtags, handles, URLs and e-mail addresses", () => {
    expect(kinds("#love @lumora www.example.com ayse.kaya@example.com")).toEqual(["hashtag", "handle", "url", "email"]);
  });

  it("leaves the full stop after a URL to the sentence", () => {
    expect(texts("See https://example.com/help.")).toEqual(["See", "https://example.com/help", "."]);
  });

  it("folds Turkish and English letters alike, whatever their case", () => {
    expect(folded("İYİ ıyı IYI çĞöŞü")).toEqual(["iyi", "iyi", "iyi", "cgosu"]);
  });

  it("folds decomposed letters as composed ones", () => {
    expect(folded("gu\u0308zel")).toEqual(["guzel"]);
  });

  it("shortens elongations to two letters and keeps their offsets", () => {
    expect(tokenize("soooo good")[0]).toEqual({ kind: "word", text: "soooo", start: 0, end: 5, folded: "soo" });
  });

  it("skips HTML tags", () => {
    expect(texts("line one<br />line <b>two</b>")).toEqual(["line", "one", "line", "two"]);
  });

  it("gives no tokens for an empty text or white space", () => {
    expect(tokenize(" \n\t\u00a0")).toEqual([]);
  });

  it("survives lone surrogates and NUL bytes", () => {
    expect(texts("a\ud800b \u0000 c")).toEqual(["a", "\ud800", "b", "c"]);
  });

  it("slices every token back from its offsets, in order and without overlap, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          last = token.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves only white space and marks of markup between tokens", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("great", "don't", "kargo", "9:30", "😀", ":)", "!", "ğ", "£4", "#x"), {
          maxLength: 30,
        }),
        (words) => {
          expect(texts(words.join(" "))).toEqual(words);
        },
      ),
    );
  });

  it.each([
    ["a word", "x"],
    ["angle brackets", "<a"],
    ["at signs", "a@"],
    ["dots", "www.a."],
    ["apostrophes", "a'"],
    ["emoji joiners", "👩\u200d"],
    ["combining marks", "\u0301"],
    ["colons", ":-"],
    ["digits and dots", "1."],
  ])("takes time linear in the length of %s repeated", (_, piece) => {
    const measure = (count: number): number => {
      const text = piece.repeat(count);
      const started = performance.now();
      tokenize(text);
      return performance.now() - started;
    };
    measure(20_000);
    const short = Math.min(measure(20_000), measure(20_000), measure(20_000));
    const long = measure(320_000);
    // Sixteen times the text: a quadratic scan would take 256 times as long.
    expect(long).toBeLessThan(Math.max(short, 2) * 100);
  });
});
