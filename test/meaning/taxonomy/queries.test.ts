import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../src/core/labels.js";
import { createAnalyzer } from "../../../src/meaning/analyzer.js";
import { defineTaxonomy } from "../../../src/meaning/taxonomy/define-taxonomy.js";

const rows = readFileSync(join(import.meta.dirname, "queries.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [language, query = "", text = "", matches] = line.split("\t");
    return { language, query, text, matches };
  });

/** Whether a query of a taxonomy of its own is found in a text. */
function isFound(query: string, text: string, language: Language): boolean {
  const taxonomy = defineTaxonomy({ name: "one", themes: [{ name: "asked", queries: { [language]: [query] } }] });
  return createAnalyzer({ taxonomy, language }).analyze(text).themes.length > 0;
}

describe("a query", () => {
  it("is looked at in both languages, where it matches and where not", () => {
    for (const language of LANGUAGES) {
      for (const matches of ["yes", "no"]) {
        expect(rows.filter((row) => row.language === language && row.matches === matches).length).toBeGreaterThan(8);
      }
    }
    expect(rows.length).toBeGreaterThanOrEqual(60);
  });

  for (const { language: name, query, text, matches } of rows) {
    const language = LANGUAGES.find((known) => known === name) ?? "en";
    it(`${query} is ${matches === "yes" ? "" : "not "}found in: ${text}`, () => {
      expect(isFound(query, text, language)).toBe(matches === "yes");
    });
  }
});
