import type { MemoryUse, StartTime } from "./fresh-process.js";
import type { Pace } from "./interleave.js";
import type { StreamOverhead } from "./stream-overhead.js";

/** All that one run of the benchmark found. */
export interface SpeedReport {
  readonly date: string;
  readonly version: string;
  readonly node: string;
  readonly processor: string;
  readonly texts: string;
  readonly meanBytes: number;
  readonly rounds: number;
  readonly paces: readonly Pace[];
  readonly stream: StreamOverhead;
  readonly start: { readonly fastest: StartTime; readonly median: StartTime };
  readonly memory: MemoryUse;
}

/** Name of the peer that ratios are told against. */
const YARDSTICK = "sentiment";

/** Tells a run as Markdown. */
export function toSpeedMarkdown(report: SpeedReport): string {
  const { paces, stream, start, memory } = report;
  const yardstick = paces.find(({ name }) => name === YARDSTICK);
  const rows = paces.map(({ name, perSecond, medianPerSecond }) => {
    const ratio = yardstick === undefined ? "" : (perSecond / yardstick.perSecond).toFixed(2);
    const medianRatio = yardstick === undefined ? "" : (medianPerSecond / yardstick.medianPerSecond).toFixed(2);
    return `| ${name} | ${whole(perSecond)} | ${ratio} | ${whole(medianPerSecond)} | ${medianRatio} |`;
  });
  return `# Speed

${report.date}, verbatims ${report.version}, Node ${report.node}, one core of ${report.processor}.
Made by \`npm run bench\`. Texts: ${report.texts}, ${report.meanBytes} bytes on average. ${report.rounds} rounds in turns; other work on
the machine lowers all numbers, and moves the ratios somewhat.

## Texts a second

| | by the fastest rounds | times ${YARDSTICK} | by the median rounds | times ${YARDSTICK} |
|---|--:|--:|--:|--:|
${rows.join("\n")}

The full analysis is sentiment, clauses, themes, stage, intent, emotion, effort, touchpoints, urgency and pain points, each with its evidence; the
peers give sentiment alone.

## Streams

A plain loop reads ${whole(stream.loopPerSecond)} texts a second, \`analyzeStream\` over an asynchronous source ${whole(stream.streamPerSecond)}: ${(stream.share * 100).toFixed(1)} % more time.

## Start

From import to first analysis in a new process: ${start.fastest.totalMs.toFixed(0)} ms at best, ${start.median.totalMs.toFixed(0)} ms in the median (import ${start.median.importMs.toFixed(0)} ms, first analysis ${start.median.firstAnalysisMs.toFixed(0)} ms). Heap then: ${start.median.heapMb.toFixed(1)} MB.

## Memory

${whole(memory.rows)} rows through \`analyzeStream\` and \`summarizeStream\`: at most ${memory.peakRssMb.toFixed(0)} MB resident and ${memory.peakHeapMb.toFixed(0)} MB of heap before collection; after
collection ${memory.heapAtQuarterMb.toFixed(1)} MB at a quarter of the rows and ${memory.heapAtEndMb.toFixed(1)} MB at the end (${memory.heapSlopeMbPerMillionRows.toFixed(2)} MB a million rows). ${whole(memory.perSecond)} rows a second.
`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
