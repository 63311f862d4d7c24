import type { Writable } from "node:stream";
import type { WorkProgress } from "./analyze-file.js";

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

const EVERY_MS = 200;

/** Makes the progress line of a stream; where that is no terminal, it shows nothing. */
export function createProgressLine(stream: MaybeTerminal, nowMs: () => number = Date.now): ProgressLine {
  if (stream.isTTY !== true) return { show: () => undefined, showWords: () => undefined, clear: () => undefined };
  const startMs = nowMs();
  let shownMs = startMs;
  let shown = false;
  const write = (words: () => string): void => {
    const now = nowMs();
    if (now - shownMs < EVERY_MS) return;
    shownMs = now;
    shown = true;
    stream.write(`\r${words().slice(0, (stream.columns || 80) - 1)}\u001b[K`);
  };
  return {
    show: (progress) => write(() => writeProgress(progress, nowMs() - startMs)),
    showWords: (words) => write(() => words),
    clear: () => {
      if (shown) stream.write("\r\u001b[K");
      shown = false;
    },
  };
}

/** Says a progress: `12,800 rows · 6,400 rows/s · 42% · 0:03 left`; without share and time where the size is not known. */
export function writeProgress({ totals, bytes, size }: WorkProgress, elapsedMs: number): string {
  const parts = [
    `${group(totals.read)} rows`,
    `${group(Math.round((totals.read * 1000) / Math.max(1, elapsedMs)))} rows/s`,
  ];
  if (size !== null && size > 0) {
    const share = Math.min(1, bytes / size);
    parts.push(`${Math.floor(share * 100)}%`);
    if (share > 0 && share < 1) parts.push(`${clock((elapsedMs * (1 - share)) / share / 1000)} left`);
  }
  return parts.join(" · ");
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Writes a whole number with a comma before each three digits. */
function group(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
