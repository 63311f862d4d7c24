import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createJsonProgress } from "../../src/work/json-progress.js";
import { createProgressLine } from "../../src/work/progress-line.js";
import { NO_TOTALS } from "../../src/work/work-totals.js";
import { rateProgress, writeProgress } from "../../src/work/write-progress.js";

const none = { totals: NO_TOTALS, bytes: 0, size: 1000 };
const half = { totals: { ...NO_TOTALS, read: 12_800, written: 12_790, rejected: 10 }, bytes: 500, size: 1000 };

/** A terminal, and what has been written to it. */
function screen(): { terminal: Writable & { isTTY: boolean; columns: number }; written: () => string } {
  let written = "";
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written += chunk;
      done();
    },
  });
  return { terminal: Object.assign(stream, { isTTY: true, columns: 79 }), written: () => written };
}

describe("a progress in words", () => {
  const write = (progress: typeof half | (Omit<typeof half, "size"> & { size: null }), elapsedMs: number): string =>
    writeProgress(progress, rateProgress(progress, elapsedMs));

  it("says rows, rate, share done and time left", () => {
    expect(write(half, 2000)).toBe("12,800 rows · 6,400 rows/s · 50% · 0:02 left");
  });

  it("says hours where it takes them", () => {
    expect(write({ ...half, bytes: 1 }, 8000)).toMatch(/ · 0% · 2:13:12 left$/);
  });

  it("says neither share nor time where nobody knows the size", () => {
    expect(write({ ...half, size: null }, 2000)).toBe("12,800 rows · 6,400 rows/s");
  });

  it("counts for rate and time only what this run has done", () => {
    const rates = rateProgress(half, 1000, { rows: 12_000, bytes: 400 });
    expect(rates).toEqual({ rowsPerSecond: 800, share: 0.5, secondsLeft: 5 });
  });
});

describe("the progress line", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is drawn on a terminal with a bar, and taken away", () => {
    const { terminal, written } = screen();
    const line = createProgressLine(terminal);
    line.show(none);
    vi.advanceTimersByTime(2000);
    line.show(half);
    vi.advanceTimersByTime(1000);
    line.clear();
    expect(written()).toContain("━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌ 12,800 rows · 6,400 rows/s · 50% · 0:02 left");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is told by
    expect(written()).toMatch(/\u001b\[1G\u001b\[2K$/);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is drawn five times a second at most", () => {
    const { terminal, written } = screen();
    const line = createProgressLine(terminal);
    for (let rows = 0; rows < 100; rows++) {
      line.show({ ...half, totals: { ...half.totals, read: rows } });
      vi.advanceTimersByTime(10);
    }
    line.clear();
    expect(written().split("rows/s").length - 1).toBeLessThanOrEqual(7);
  });

  it("is cut to the width of the terminal", () => {
    const { terminal, written } = screen();
    terminal.columns = 30;
    const line = createProgressLine(terminal);
    line.showWords("learning from all rows: pass 3 of at most 20");
    line.clear();
    expect(written()).toContain("learning from all rows: pass 3");
    expect(written()).not.toContain("pass 3 of");
  });

  it("shows nothing where there is no terminal", () => {
    const pipe = new Writable({ write: () => expect.fail("wrote into a pipe") });
    createProgressLine(pipe).show(half);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("progress for machines", () => {
  it("is one JSON object a line, each second at most, and the last at the end", () => {
    const { terminal, written } = screen();
    let now = 0;
    const progress = createJsonProgress(terminal, () => now);
    progress.show(none);
    for (now = 100; now <= 2000; now += 100) progress.show({ ...half, totals: { ...half.totals, read: now } });
    progress.show(half);
    progress.end();
    progress.end();
    const lines = written()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ rows }) => rows)).toEqual([1000, 2000, 12_800]);
    expect(lines[2]).toEqual({
      rows: 12_800,
      rejected: 10,
      rowsPerSecond: 6095,
      bytes: 500,
      size: 1000,
      share: 0.5,
      secondsLeft: 2.1,
    });
  });
});
