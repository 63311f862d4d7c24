/**
 * Measures speed, start and memory: `npm run bench -- [--texts 1500] [--rounds 8] [--rows 1000000]`.
 *
 * Prints the result and writes it to benchmarks/speed/ as JSON and Markdown. `--rows 20000` shortens the longest part.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type * as Library from "../src/index.js";
import { createAfinnPeer } from "./peers/afinn.js";
import { createVaderPeer } from "./peers/vader.js";
import { createWinkPeer } from "./peers/wink.js";
import { BUILT, measureMemory, measureStart } from "./speed/fresh-process.js";
import { type Contestant, measureInTurns } from "./speed/interleave.js";
import { readReviewTexts } from "./speed/review-texts.js";
import { type SpeedReport, toSpeedMarkdown } from "./speed/speed-report.js";
import { measureStreamOverhead } from "./speed/stream-overhead.js";

const { values } = parseArgs({
  options: {
    texts: { type: "string", default: "1500" },
    rounds: { type: "string", default: "8" },
    rows: { type: "string", default: "1000000" },
    starts: { type: "string", default: "7" },
  },
});
const rounds = Number(values.rounds);

// The built files, as users run them; `npm run bench` builds them first.
const { VERSION, analyzeStream, createAnalyzer } = (await import(BUILT)) as typeof Library;
const analyzer = createAnalyzer({ language: "en" });

const contestants: readonly Contestant[] = [
  { name: "verbatims, sentiment alone", read: analyzer.scoreSentiment },
  { name: "verbatims, full analysis", read: analyzer.analyze },
  ...[createAfinnPeer(), createVaderPeer(), createWinkPeer()].map(({ name, score }) => ({ name, read: score })),
];

const { texts, source, meanBytes } = await readReviewTexts(Number(values.texts));
const start = measureStart(Number(values.starts));
const paces = measureInTurns(contestants, texts, rounds);
const stream = await measureStreamOverhead(analyzer, analyzeStream, texts, rounds);
const report: SpeedReport = {
  date: new Date().toISOString().slice(0, 10),
  version: VERSION,
  node: process.version,
  processor: cpus()[0]?.model ?? "an unknown processor",
  texts: source,
  meanBytes,
  rounds,
  paces,
  stream,
  start,
  memory: measureMemory(texts, Number(values.rows)),
};
const markdown = toSpeedMarkdown(report);
const folder = join(import.meta.dirname, "speed");
writeFileSync(join(folder, "speed.json"), `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(join(folder, "speed.md"), markdown);
console.log(markdown);
