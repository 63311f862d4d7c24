import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the built library lies, as a URL for `import`. */
export const BUILT = new URL("../../dist/index.js", import.meta.url).href;

/** Time from the first import to the first analysis in a new process, in milliseconds. */
export interface StartTime {
  readonly importMs: number;
  readonly firstAnalysisMs: number;
  readonly totalMs: number;
  readonly heapMb: number;
}

const START = `
const started = performance.now();
const { createAnalyzer } = await import(process.argv[1]);
const imported = performance.now();
createAnalyzer({ language: "en" }).analyze("Easy to use, but the invoice was charged twice.");
const analyzed = performance.now();
gc();
console.log(JSON.stringify({ importMs: imported - started, firstAnalysisMs: analyzed - imported,
  totalMs: analyzed - started, heapMb: process.memoryUsage().heapUsed / 1e6 }));`;

/** Starts new processes and tells the fastest start and the median, by total time. */
export function measureStart(times: number): { readonly fastest: StartTime; readonly median: StartTime } {
  const starts = Array.from({ length: times }, () => runFresh<StartTime>(START, [BUILT])).sort(
    (a, b) => a.totalMs - b.totalMs,
  );
  const fastest = starts[0];
  const median = starts[starts.length >> 1];
  if (fastest === undefined || median === undefined) throw new Error("measureStart: expected one start or more");
  return { fastest, median };
}

/** Memory while a stream is analysed and summarised. */
export interface MemoryUse {
  readonly rows: number;
  readonly perSecond: number;
  readonly peakRssMb: number;
  readonly peakHeapMb: number;
  /** Heap in use after a collection, at a quarter of the rows and at the end, and how it grew between the two. */
  readonly heapAtQuarterMb: number;
  readonly heapAtEndMb: number;
  readonly heapSlopeMbPerMillionRows: number;
}

const MEMORY = `
const { createAnalyzer, analyzeStream, summarizeStream } = await import(process.argv[1]);
const { readFileSync } = await import("node:fs");
const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
const rows = Number(process.argv[3]);
let peakRss = 0, peakHeap = 0, atQuarter = 0;
function look() {
  const { rss, heapUsed } = process.memoryUsage();
  peakRss = Math.max(peakRss, rss);
  peakHeap = Math.max(peakHeap, heapUsed);
}
function collected() { gc(); return process.memoryUsage().heapUsed; }
function* source() {
  for (let i = 0; i < rows; i++) {
    if (i % 2000 === 0) look();
    if (i === rows >> 2) atQuarter = collected();
    yield { id: "r" + i, text: texts[i % texts.length], channel: "review", at: "2026-0" + (1 + i % 9) + "-01", rating: 1 + i % 5 };
  }
}
const started = performance.now();
const summary = await summarizeStream(analyzeStream(source(), { analyzer: createAnalyzer({ language: "en" }) }));
const seconds = (performance.now() - started) / 1000;
const atEnd = collected();
if (summary.all.n !== rows) throw new Error("rows in: " + rows + ", rows out: " + summary.all.n);
console.log(JSON.stringify({ rows, perSecond: rows / seconds, peakRssMb: peakRss / 1e6, peakHeapMb: peakHeap / 1e6,
  heapAtQuarterMb: atQuarter / 1e6, heapAtEndMb: atEnd / 1e6,
  heapSlopeMbPerMillionRows: (atEnd - atQuarter) / (rows * 0.75) }));`;

/** Analyses and summarises rows made by repeating texts, in a new process, and tells what memory it took. */
export function measureMemory(texts: readonly string[], rows: number): MemoryUse {
  const folder = mkdtempSync(join(tmpdir(), "verbatims-speed-"));
  try {
    const file = join(folder, "texts.json");
    writeFileSync(file, JSON.stringify(texts));
    return runFresh<MemoryUse>(MEMORY, [BUILT, file, String(rows)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a program in a new process of this Node, without any loader, and reads the JSON it prints. */
function runFresh<Result>(program: string, parameters: readonly string[]): Result {
  const output = execFileSync(
    process.execPath,
    ["--expose-gc", "--input-type=module", "--eval", program, ...parameters],
    {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    },
  );
  // The programs are those above.
  return JSON.parse(output) as Result;
}
