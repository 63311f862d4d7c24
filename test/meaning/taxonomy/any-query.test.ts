import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../../src/core/error.js";
import type { Language } from "../../../src/core/labels.js";
import { type Analyzer, createAnalyzer } from "../../../src/meaning/analyzer.js";
import { defineTaxonomy } from "../../../src/meaning/taxonomy/define-taxonomy.js";

const pieces = [
  "late",
  "parcel",
  "kargo",
  "AND",
  "OR",
  "NOT",
  "NEAR/2",
  "NEAR/",
  "(",
  ")",
  '"',
  "*",
  "refund*",
  "sentiment:negative",
  "stage:use",
  ":",
  "😡",
  "a",
  ",",
  "Яндекс",
];
const anyQuery = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(" ")),
);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc
    .array(fc.constantFrom("late", "parcels", "kargom", ",", ".", "but", "refunded", "rude", "great", "\n", "😡"), {
      maxLength: 30,
    })
    .map((words) => words.join(" ")),
);

describe("any query and any text", () => {
  it("give an analysis, or an error of this library where the taxonomy is defined", () => {
    let defined = 0;
    fc.assert(
      fc.property(anyQuery, anyText, fc.constantFrom<Language>("en", "tr"), (query, text, language) => {
        let own: Analyzer;
        try {
          own = createAnalyzer({
            language,
            taxonomy: defineTaxonomy({ name: "any", themes: [{ name: "any", queries: { [language]: [query] } }] }),
          });
        } catch (error) {
          expect(error).toBeInstanceOf(VerbatimsError);
          return;
        }
        defined++;
        for (const { evidence } of own.analyze(text).themes) {
          expect(evidence.length).toBeGreaterThan(0);
          for (const [from, to] of evidence) expect(text.slice(from, to)).not.toBe("");
        }
      }),
      { numRuns: 250, seed: 4 },
    );
    expect(defined).toBeGreaterThan(40);
  });

  it("give an error of this library or a taxonomy, whatever a name or term is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.string({ unit: "binary", maxLength: 40 }),
        (name, term) => {
          try {
            const own = defineTaxonomy({ name: "any", themes: [{ name, terms: { en: [term], tr: [term] } }] });
            expect(own.names).toEqual([name]);
          } catch (error) {
            expect(error).toBeInstanceOf(VerbatimsError);
          }
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe("hostile queries", () => {
  const nested = `${"(".repeat(15)}late${" NEAR/100 (late OR parcel))".repeat(15)}`;
  const beginnings = Array.from({ length: 6 }, (_, i) => `${"parcel".slice(0, i + 1)}a*`);
  const cases: readonly (readonly [what: string, queries: readonly string[]])[] = [
    ["distances in distances", [nested]],
    ["many beginnings", ["pa*", "par*", "parc*", "parce*", "parcel*", ...beginnings]],
    ["phrases of one word repeated", [`"${"late ".repeat(20)}"`, `"${"late ".repeat(19)}parcel"`]],
    ["many alternatives", [Array.from({ length: 200 }, (_, i) => `(late AND NOT x${i})`).join(" OR ")]],
  ];
  /** The least of three times that an analysis of this many words takes, in milliseconds. */
  const cost = (by: Analyzer, words: string, times: number): number => {
    const text = words.repeat(times);
    let least = Infinity;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      by.analyze(text);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  };

  for (const [what, queries] of cases) {
    it(`take time linear in the text: ${what}`, () => {
      const taxonomy = defineTaxonomy({ name: "hostile", themes: [{ name: "hostile", queries: { en: queries } }] });
      const analyzer = createAnalyzer({ language: "en", taxonomy });
      for (const words of ["late parcel pa ", "late "]) {
        cost(analyzer, words, 1_000);
        // Eight times the text: quadratic time would be 64 times as long.
        expect(cost(analyzer, words, 16_000) / cost(analyzer, words, 2_000)).toBeLessThan(24);
      }
    });
  }
});
