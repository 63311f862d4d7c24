import type { Analyzer } from "../../src/meaning/analyzer.js";
import type { analyzeStream } from "../../src/stream/analyze-stream.js";

/** What streaming costs beside a plain loop over the same texts. */
export interface StreamOverhead {
  readonly loopPerSecond: number;
  readonly streamPerSecond: number;
  /** Time of the stream over time of the loop, less 1. */
  readonly share: number;
}

/** Texts read by one way before it is the other's turn. */
const BATCH = 250;

/** Reads texts by a plain loop and as an asynchronous stream in turns of one batch, and compares the fastest rounds. */
export async function measureStreamOverhead(
  analyzer: Analyzer,
  stream: typeof analyzeStream,
  texts: readonly string[],
  rounds: number,
): Promise<StreamOverhead> {
  let loopMs = 0;
  let streamMs = 0;
  let read = 0;
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    let fastestLoop = Infinity;
    let fastestStream = Infinity;
    for (let round = 0; round < rounds; round++) {
      let started = performance.now();
      for (const text of batch) if (analyzer.analyze(text).model !== "") read++;
      fastestLoop = Math.min(fastestLoop, performance.now() - started);
      started = performance.now();
      for await (const analysis of stream(asynchronous(batch), { analyzer })) if (analysis.model !== "") read++;
      fastestStream = Math.min(fastestStream, performance.now() - started);
    }
    loopMs += fastestLoop;
    streamMs += fastestStream;
  }
  if (read !== texts.length * rounds * 2) {
    throw new Error(`measureStreamOverhead: expected ${texts.length * rounds * 2} analyses, got ${read}`);
  }
  return {
    loopPerSecond: (texts.length / loopMs) * 1000,
    streamPerSecond: (texts.length / streamMs) * 1000,
    share: streamMs / loopMs - 1,
  };
}

async function* asynchronous(texts: readonly string[]): AsyncGenerator<string, void, undefined> {
  for (const text of texts) yield text;
}
