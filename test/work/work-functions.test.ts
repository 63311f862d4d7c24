import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  analyzeFile,
  DEMO_FILE,
  mergeFiles,
  openInput,
  readSummaryFile,
  readVerbatimsFile,
  reportFile,
  summarizeFiles,
  type WorkProgress,
} from "../../src/work/index.js";
import { createRepeatedIds } from "../../src/work/repeated-ids.js";
import { readLines, useFolder } from "./command-run.js";

const folder = useFolder();
const totals = { read: 0, written: 0, rejected: 0, repeatedIds: 0, repeatedIdsWhole: true, brokenBytes: 0 };

/** Rows without end, that count how many were taken. */
function endlessRows(): { source: Readable; taken: () => number } {
  let taken = 0;
  function* rows(): Generator<Buffer> {
    yield Buffer.from("text\n");
    for (;;) {
      taken += 100;
      yield Buffer.from("The courier was late\n".repeat(100));
    }
  }
  return { source: Readable.from(rows(), { objectMode: false }), taken: () => taken };
}

describe("readVerbatimsFile", () => {
  it("reads a gzipped file record by record", async () => {
    const file = folder.write("a.csv.gz", gzipSync("text,stars\nFine,5\nBad,9\n"));
    const oks: boolean[] = [];
    for await (const record of readVerbatimsFile(file)) oks.push(record.ok);
    expect(oks).toEqual([true, false]);
  });

  it("closes its source when the loop is left", async () => {
    const { source } = endlessRows();
    for await (const _ of readVerbatimsFile(source)) break;
    expect(source.destroyed).toBe(true);
  });
});

describe("openInput", () => {
  it("tells the stored size, and how much of it has been read", async () => {
    const packed = gzipSync("text\nFine\n");
    const input = await openInput(folder.write("a.csv", packed));
    const pieces: Uint8Array[] = [];
    for await (const piece of input.chunks) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe("text\nFine\n");
    expect([input.size, input.bytesRead()]).toEqual([packed.length, packed.length]);
  });

  it("knows no size of a stream", async () => {
    expect((await openInput(Readable.from([]))).size).toBeNull();
  });
});

describe("analyzeFile", () => {
  it("waits for a slow output instead of reading on", async () => {
    const { source, taken } = endlessRows();
    let stick: (() => void) | undefined;
    const stuck = new Promise<void>((resolve) => {
      stick = resolve;
    });
    // Takes the first batch and never says that it is done with it.
    const out = new Writable({ write: () => stick?.() });
    const done = analyzeFile(source, { out });
    await Promise.race([stuck, done]);
    done.catch(() => undefined);
    const before = taken();
    await new Promise((wake) => setTimeout(wake, 50));
    // The stream itself may fill its buffer, of some thousand rows.
    expect(before).toBeGreaterThan(0);
    expect(taken() - before).toBeLessThan(10_000);
    source.destroy();
  });

  it("rejects with the reason of an abort, and takes its files away", async () => {
    const stop = new AbortController();
    const { source } = endlessRows();
    const done = analyzeFile(source, {
      out: folder.path("out.jsonl"),
      rejects: folder.path("rejects.jsonl"),
      signal: stop.signal,
      onProgress: () => stop.abort("enough"),
    });
    await expect(done).rejects.toBe("enough");
    expect(source.destroyed).toBe(true);
    expect(readdirSync(folder.path("."))).toEqual([]);
  });

  it("rejects at once where the signal was aborted before", async () => {
    const done = analyzeFile(DEMO_FILE, { out: folder.path("out.jsonl"), signal: AbortSignal.abort("too late") });
    await expect(done).rejects.toBe("too late");
    expect(existsSync(folder.path("out.jsonl"))).toBe(false);
  });

  it("is not woken by a source that says nothing when it is aborted", async () => {
    const stop = new AbortController();
    const silent = new Readable({ read: () => undefined });
    const done = analyzeFile(silent, { out: folder.path("out.jsonl"), signal: stop.signal });
    setTimeout(() => stop.abort("bored"), 20);
    await expect(done).rejects.toBe("bored");
  });

  it("gives the totals, and tells of progress and rejects on the way", async () => {
    const seen: WorkProgress[] = [];
    const lines: number[] = [];
    const file = folder.write("a.csv", `id,text,stars\n1,Fine,5\n1,Slow,9\n1,Late,2\n`);
    const given = await analyzeFile(file, {
      out: folder.path("out.jsonl"),
      onProgress: (progress) => seen.push(progress),
      onReject: ({ line }) => lines.push(line),
    });
    expect(given).toEqual({ ...totals, read: 3, written: 2, rejected: 1, repeatedIds: 1 });
    expect([seen.at(-1)?.totals, lines]).toEqual([given, [3]]);
  });
});

describe("summarizeFiles, mergeFiles, reportFile", () => {
  it("make from the demo what can be read back", async () => {
    const [scored, summed, merged] = [folder.path("a.jsonl"), folder.path("a.json"), folder.path("b.json")];
    await analyzeFile(DEMO_FILE, { out: scored });
    const { summary } = await summarizeFiles([scored], { out: summed });
    expect(summary.all.n).toBe(readLines(readFileSync(scored, "utf8")).length);
    await mergeFiles([summed, summed], { out: merged });
    expect((await readSummaryFile(merged)).all.n).toBe(2 * summary.all.n);
    const reported = await reportFile(DEMO_FILE, { out: folder.path("r.html"), title: "Demo" });
    expect([reported.content, reported.summary]).toEqual(["verbatims", summary]);
  });

  it("add up nothing to the summary of nothing", async () => {
    expect((await summarizeFiles([])).summary.all.n).toBe(0);
  });
});

describe("the counter of repeated ids", () => {
  it("counts every id that came before", () => {
    const ids = createRepeatedIds();
    for (let i = 0; i < 30_000; i++) ids.add(`order-${i % 20_000}`);
    expect([ids.count(), ids.isWhole()]).toEqual([10_000, true]);
  });

  it("beyond its memory counts the least it can be, and says so", () => {
    const ids = createRepeatedIds(64);
    for (let i = 0; i < 200; i++) ids.add(`order-${i % 100}`);
    expect([ids.count(), ids.isWhole()]).toEqual([32, false]);
  });
});
