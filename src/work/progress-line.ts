import type { Writable } from "node:stream";
import cliProgress from "cli-progress";
import type { WorkProgress } from "./analyze-file.js";
import { rateProgress, writeProgress } from "./write-progress.js";

/** A line on a terminal that says how far the work is. */
export interface ProgressLine {
  readonly show: (progress: WorkProgress) => void;
  /** Shows words of one's own in its place. */
  readonly showWords: (words: string) => void;
  /** Takes the line away, so that something else can be written. */
  readonly clear: () => void;
}

/** A stream that may be a terminal, as `process.stderr` is. */
export interface MaybeTerminal extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const TIMES_PER_SECOND = 5;
const BAR = 20;

/** Makes the progress line of a stream; where that is no terminal, it shows nothing. */
export function createProgressLine(stream: MaybeTerminal, nowMs: () => number = Date.now): ProgressLine {
  if (stream.isTTY !== true) return { show: () => undefined, showWords: () => undefined, clear: () => undefined };
  const startMs = nowMs();
  let start: { rows: number; bytes: number } | undefined;
  let bar: cliProgress.SingleBar | null = null;
  const draw = (words: string, share: number | null): void => {
    if (bar === null) {
      bar = new cliProgress.SingleBar({
        stream,
        fps: TIMES_PER_SECOND,
        barsize: BAR,
        barCompleteChar: "━",
        barIncompleteChar: "╌",
        linewrap: true,
        clearOnComplete: true,
        // The command itself looks after signals.
        gracefulExit: false,
        format: (options, { progress }, { words: shown, hasShare }) =>
          hasShare === true ? `${cliProgress.Format.BarFormat(progress, options)} ${shown}` : String(shown),
      });
      bar.start(1, share ?? 0, { words, hasShare: share !== null });
    } else bar.update(share ?? 0, { words, hasShare: share !== null });
  };
  return {
    show: (progress) => {
      // What was done before this run began counts for no rate.
      start ??= { rows: progress.totals.read, bytes: progress.bytes };
      const rates = rateProgress(progress, nowMs() - startMs, start);
      draw(writeProgress(progress, rates), rates.share);
    },
    showWords: (words) => draw(words, null),
    clear: () => {
      bar?.stop();
      bar = null;
    },
  };
}
