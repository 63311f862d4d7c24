import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/core/labels.js";
import { createRuleReader } from "../../src/meaning/read-rules.js";
import { labelMass } from "../../src/meaning/sentiment.js";

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
  // What the rules say before the trained model weighs it.
  const rules = createRuleReader(language);
  const lines = readLines(language);

  it("are held by golden lines", () => expect(lines.length).toBeGreaterThan(40));

  it.each(lines)("$rule: $text → $label", ({ label, text }) => {
    expect(labelMass(rules.read(text).whole)).toBe(label);
  });
});
