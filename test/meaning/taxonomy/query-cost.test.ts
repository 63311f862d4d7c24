import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readVerbatims } from "../../../src/intake/read-verbatims.js";
import { createAnalyzer } from "../../../src/meaning/analyzer.js";
import { defineTaxonomy } from "../../../src/meaning/taxonomy/define-taxonomy.js";

/** English texts of the demo. */
async function readDemoTexts(): Promise<string[]> {
  const texts: string[] = [];
  for await (const record of readVerbatims([readFileSync(join(import.meta.dirname, "../../../datasets/demo.csv"))])) {
    if (record.ok && record.verbatim.language === "en") texts.push(record.verbatim.text);
  }
  return texts;
}

it("500 queries made of the very words of the texts at most double the time of an analysis", async () => {
  const texts = await readDemoTexts();
  const words = [
    ...new Set(
      texts
        .join(" ")
        .toLowerCase()
        .match(/[a-z]{4,}/g),
    ),
  ];
  expect(words.length).toBeGreaterThan(200);
  const word = (k: number): string => words[(k * 7919) % words.length] ?? "";
  const themes = Array.from({ length: 500 }, (_, i) => {
    const [a, b, c] = [word(i), word(i + 1), word(i + 2)];
    const forms = [
      `${a} AND NOT ${b}`,
      `(${a} OR ${b}) NEAR/5 ${c}`,
      `${a} AND sentiment:negative`,
      `"${a} ${b}" OR ${c.slice(0, 4)}*`,
    ];
    return { name: `theme ${i}`, queries: { en: [forms[i % forms.length] ?? a] } };
  });
  const without = createAnalyzer({ language: "en" });
  const asked = createAnalyzer({ language: "en", taxonomy: defineTaxonomy({ name: "many", themes }) });
  const least = [Infinity, Infinity];
  let found = 0;
  for (let round = 0; round < 12; round++) {
    for (const [k, analyzer] of [without, asked].entries()) {
      const start = performance.now();
      for (const text of texts) found += analyzer.analyze(text).themes.length * k;
      least[k] = Math.min(least[k] ?? Infinity, performance.now() - start);
    }
  }
  expect(found / 12 / texts.length).toBeGreaterThan(1);
  expect((least[1] ?? 0) / (least[0] ?? 1)).toBeLessThan(2);
});
