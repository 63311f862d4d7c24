/**
 * Measures what 500 queries of a customer's own taxonomy cost beside the default themes: `npm run queries-bench`.
 *
 * The queries are made of the very words of the texts, so that many of them are asked. Prints the ratio; writes nothing.
 */

import { createAnalyzer } from "../src/meaning/analyzer.js";
import { defineTaxonomy } from "../src/meaning/taxonomy/define-taxonomy.js";
import { measureInTurns } from "./speed/interleave.js";
import { readReviewTexts } from "./speed/review-texts.js";

const QUERIES = 500;
const ROUNDS = 6;

const { texts, source } = await readReviewTexts(800);
const words = [
  ...new Set(
    texts
      .join(" ")
      .toLowerCase()
      .match(/[a-z]{4,}/g),
  ),
];
const wordAt = (k: number): string => words[(k * 7919) % words.length] ?? "";
const themes = Array.from({ length: QUERIES }, (_, i) => {
  const [a, b, c] = [wordAt(i), wordAt(i + 1), wordAt(i + 2)];
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
const found = texts.reduce((sum, text) => sum + asked.analyze(text).themes.length, 0);
const [plain, own] = measureInTurns(
  [
    { name: "default themes", read: without.analyze },
    { name: `${QUERIES} queries`, read: asked.analyze },
  ],
  texts,
  ROUNDS,
);
console.log(`${source}: ${(found / texts.length).toFixed(1)} themes found a text by ${QUERIES} queries.`);
for (const { name, perSecond } of [plain, own].filter((pace) => pace !== undefined))
  console.log(`${name}: ${Math.round(perSecond)} texts a second`);
console.log(`${QUERIES} queries take ${((plain?.perSecond ?? 0) / (own?.perSecond ?? 1)).toFixed(2)} times as long.`);
