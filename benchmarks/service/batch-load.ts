import { request } from "node:http";
import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";

/** What one streaming batch found. */
export interface BatchLoad {
  readonly rows: number;
  readonly perSecond: number;
}

/** Rows that are written at a time. */
const PIECE = 64;

/** Streams so many texts through /analyze-batch and counts the lines of the answer. */
export async function runBatch(url: string, texts: readonly string[], rows: number): Promise<BatchLoad> {
  const lineOf = (row: number): string => `${JSON.stringify({ text: texts[row % texts.length] })}\n`;
  async function* body(): AsyncGenerator<string> {
    for (let row = 0; row < rows; row += PIECE) {
      yield Array.from({ length: Math.min(PIECE, rows - row) }, (_, at) => lineOf(row + at)).join("");
      // Other clients of this process get their turn.
      await nextTurn();
    }
  }
  const startMs = performance.now();
  let lines = 0;
  const answered = new Promise<void>((settle, fail) => {
    const headers = { "content-type": "application/x-ndjson" };
    const sent = request(`${url}/analyze-batch`, { method: "POST", headers }, (answer) => {
      answer.on("data", (chunk: Buffer) => {
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
      });
      answer.once("end", settle);
      answer.once("error", fail);
    });
    pipeline(Readable.from(body()), sent).catch(fail);
  });
  await answered;
  if (lines !== rows) throw new Error(`batch: expected ${rows} lines, got ${lines}. See what the service says.`);
  return { rows, perSecond: (rows * 1000) / (performance.now() - startMs) };
}
