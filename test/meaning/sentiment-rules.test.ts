import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/core/labels.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";

interface Line {
  readonly rule: string;
  readonly label: string;
  readonly text: string;
}

function readLines(language: Language): Line[] {
  const file = new URL(`../golden/sentiment-rules.${language}.tsv`, import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [rule = "", label = "", text = ""] = line.split("\t");
      return { rule, label, text };
    });
}

describe.each(["en", "tr"] as const)("sentiment rules (%s)", (language) => {
  const analyzer = createAnalyzer({ language });
  const lines = readLines(language);

  it("are held by golden lines", () => expect(lines.length).toBeGreaterThan(40));

  it.each(lines)("$rule: $text → $label", ({ label, text }) => {
    expect(analyzer.analyze(text).sentiment?.label).toBe(label);
  });
});
