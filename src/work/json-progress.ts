import type { Writable } from "node:stream";
import type { WorkProgress } from "./analyze-file.js";
import { rateProgress } from "./write-progress.js";

/** Says for machines how far the work is. */
export interface JsonProgress {
  readonly show: (progress: WorkProgress) => void;
  /** Says the last progress, if it was not said. */
  readonly end: () => void;
}

const EVERY_MS = 1000;

/**
 * Makes what writes progress as one JSON object a line, each second at most and at the end: `rows`, `rejected`, `rowsPerSecond`,
 * `bytes`, `size`, `share` and `secondsLeft`, the last three `null` where nobody knows the size of the input.
 */
export function createJsonProgress(stream: Writable, nowMs: () => number = Date.now): JsonProgress {
  const startMs = nowMs();
  let start: { rows: number; bytes: number } | undefined;
  let writtenMs = startMs;
  let waiting: WorkProgress | null = null;
  const write = (progress: WorkProgress): void => {
    const { totals, bytes, size } = progress;
    const { rowsPerSecond, share, secondsLeft } = rateProgress(progress, nowMs() - startMs, start);
    const round = (value: number | null, digits: number): number | null =>
      value === null ? null : Number(value.toFixed(digits));
    const line = {
      rows: totals.read,
      rejected: totals.rejected,
      rowsPerSecond: Math.round(rowsPerSecond),
      bytes,
      size,
      share: round(share, 4),
      secondsLeft: round(secondsLeft, 1),
    };
    stream.write(`${JSON.stringify(line)}\n`);
    waiting = null;
    writtenMs = nowMs();
  };
  return {
    show: (progress) => {
      start ??= { rows: progress.totals.read, bytes: progress.bytes };
      waiting = progress;
      if (nowMs() - writtenMs >= EVERY_MS) write(progress);
    },
    end: () => {
      if (waiting !== null) write(waiting);
    },
  };
}
