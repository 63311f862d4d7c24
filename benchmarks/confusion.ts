/**
 * Counts what the shipped models take for what, for `npsFromText`, `starsFromText` and `effortFromText`:
 * `npm run confusion -- [--data <folder>]`.
 *
 * Reads the texts with stars of `STAR_SETS`, which nothing shipped was trained on, and takes the effort of the gold from
 * `accuracy/shipped.json`; so run `npm run eval` before it. Writes `src/pattern/metrics/shipped-confusion.ts`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { STAR_SETS } from "./accuracy/measure-stars.js";
import { readResults, type ShippedFile } from "./accuracy/result-file.js";
import { countScores } from "./confusion/count-scores.js";
import { type ShippedTables, toSource } from "./confusion/to-source.js";

const { data: folder } = parseArgs({ options: { data: { type: "string" } } }).values;
const recorded = readResults<ShippedFile>(join(import.meta.dirname, "accuracy"), "shipped", {
  results: [],
  stars: [],
  gold: [],
});

async function tablesOf(language: "en" | "tr"): Promise<ShippedTables> {
  const stars = [];
  let model = "";
  for (const set of STAR_SETS.filter((each) => each.language === language)) {
    const counted = await countScores(set, { folder });
    model = counted.model;
    stars.push({ set: `${set.name}, ${set.split}`, table: counted.table });
    console.error(`${set.name}: ${counted.n} texts`);
  }
  const effort = recorded.gold.find((result) => result.name === "effort" && result.language === language);
  const confusion = effort?.ours?.confusion ?? null;
  if (effort === undefined || confusion === null) throw new Error(`no effort of ${language} in accuracy/shipped.json`);
  const { labels, counts } = confusion;
  const table = { labels, counts: counts.map((row) => row.slice(0, labels.length)) };
  return { model, stars, effort: { model: effort.model, set: `${effort.dataset}, ${effort.split}`, table } };
}

const path = join(import.meta.dirname, "../src/pattern/metrics/shipped-confusion.ts");
writeFileSync(path, toSource({ en: await tablesOf("en"), tr: await tablesOf("tr") }));
