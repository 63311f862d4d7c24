import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import type { AnalyzeFileOptions } from "../../../src/work/analyze-file.js";
import { scoreFiles } from "../../../src/work/pool/score-files.js";
import { watchRejects } from "../../../src/work/reject-limit.js";
import { builtUrl, runBuilt } from "../built-command.js";
import { readLines, run, useFolder } from "../command-run.js";
import { csvReviews, jsonReviews } from "../many-reviews.js";

const folder = useFolder();

/** Output, rejects and summary of the command with so many workers and such ranges. */
async function outputsOf(inputs: readonly string[], workers: number, rangeBytes: number): Promise<readonly string[]> {
  const [out, rejects, summary] = ["out.jsonl", "rejects.jsonl", "summary.json"].map(folder.path);
  const words = ["--workers", String(workers), "--range-bytes", String(rangeBytes)];
  const files = ["--out", out ?? "", "--rejects", rejects ?? "", "--summary", summary ?? ""];
  const { code, last } = await runBuilt(["analyze", ...inputs, ...words, ...files]);
  const contents = [out, rejects, summary].map((path) => readFileSync(path ?? "", "utf8"));
  return [String(code), last, ...contents];
}

const REVIEWS: readonly (readonly [what: string, name: string, bytes: () => string | Uint8Array])[] = [
  ["CSV with quoted line ends", "a.csv", () => csvReviews(3000)],
  ["JSON lines", "a.jsonl", () => jsonReviews(3000)],
  ["gzip", "a.csv.gz", () => gzipSync(csvReviews(3000))],
];

describe("any number of workers and any size of ranges", () => {
  it.each(REVIEWS)("write the same bytes of %s", async (_what, name, bytes) => {
    const file = folder.write(name, bytes());
    const one = await outputsOf([file], 1, 1_000_000);
    expect(one.slice(0, 2)).toEqual(["1", "verbatims: rows: 3000 read, 2940 written, 60 rejected"]);
    expect(await outputsOf([file], 2, 20_000)).toEqual(one);
    expect(await outputsOf([file], 3, 7_001)).toEqual(one);
  });

  it("write the same bytes of several inputs, in the order they are named", async () => {
    const files = [
      folder.write("b.csv.gz", gzipSync(csvReviews(500))),
      folder.write("a.csv", csvReviews(500)),
      folder.write("c.jsonl", jsonReviews(500)),
    ];
    const one = await outputsOf(files, 1, 1_000_000);
    expect(await outputsOf(files, 2, 5_000)).toEqual(one);
    const rejects = readLines(one[3] ?? "");
    expect(new Set(rejects.map(({ file }) => file))).toEqual(new Set(files));
  });

  it("write what one input after the other gives", async () => {
    const files = [folder.write("a.csv", csvReviews(200)), folder.write("b.csv", csvReviews(100))];
    const apart = await Promise.all(files.map(async (file) => (await run(["analyze", file])).out));
    const [, , together] = await outputsOf(files, 2, 4_000);
    expect(together).toBe(apart.join(""));
  });

  it("write to standard output what they write to a file", async () => {
    const file = folder.write("a.csv", csvReviews(1000));
    const [, , out] = await outputsOf([file], 1, 1_000_000);
    const piped = await runBuilt(["analyze", file, "--workers", "2", "--range-bytes", "5000"]);
    expect(piped.out.toString()).toBe(out);
  });

  it("sum up on the way what verbatims summarize makes of the output", async () => {
    const [, , , , summary] = await outputsOf([folder.write("a.csv", csvReviews(1000))], 2, 9_000);
    expect((await run(["summarize", folder.path("out.jsonl")])).out).toBe(summary);
  });

  it("tell repeated ids as a single worker does", async () => {
    const file = folder.write("a.csv", csvReviews(2500));
    const { err } = await runBuilt([
      "analyze",
      file,
      "--workers",
      "2",
      "--range-bytes",
      "5000",
      "-o",
      folder.path("o"),
    ]);
    // 1,000 ids, of which every 50th row was rejected.
    expect(err).toContain("1470 rows have ids that came before; kept");
  });
});

describe("Parquet", () => {
  const rows = Array.from({ length: 600 }, (_, i) => i);
  const table = (): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "review_id", data: rows.map((i) => `p-${i}`), type: "STRING" },
          { name: "text", data: rows.map((i) => (i === 7 ? "" : `Kargo ${i} gün geç geldi 😡`)), type: "STRING" },
          { name: "stars", data: rows.map((i) => BigInt((i % 6) + 1)), type: "INT64" },
          { name: "date", data: rows.map((i) => new Date(Date.UTC(2026, 0, 1 + (i % 28)))), type: "TIMESTAMP" },
        ],
        rowGroupSize: 100,
      }),
    );

  it("is read by groups of rows, with any number of workers", async () => {
    const file = folder.write("a.parquet", table());
    const one = await outputsOf([file], 1, 1_000_000);
    const lines = readLines(one[2] ?? "");
    expect(lines[1]).toMatchObject({ id: "p-1", language: "tr", given: { at: "2026-01-02", rating: 2 } });
    expect(lines.length).toBe(600 - 100 - 1);
    expect(await outputsOf([file], 2, 2_000)).toEqual(one);
  });

  it("gives rejects with the number of the row and its values", async () => {
    const [, , , rejects] = await outputsOf([folder.write("a.parquet", table())], 1, 1_000_000);
    expect(readLines(rejects ?? "")[1]).toMatchObject({ row: 8, field: "text", raw: expect.stringContaining('"p-7"') });
  });

  it("that is damaged is refused in one line", async () => {
    const bytes = table().slice();
    bytes.fill(0xff, 200, 1200);
    const { code, last } = await runBuilt(["analyze", folder.write("a.parquet", bytes), "-o", folder.path("o")]);
    expect([code, last]).toEqual([2, expect.stringMatching(/a\.parquet: expected whole Parquet data/)]);
  });
});

describe("a worker that dies", () => {
  /** Scores with threads that die as often as told when they come to a row. */
  async function scoreWithDeaths(file: string, deaths: number, options: Partial<AnalyzeFileOptions>): Promise<object> {
    const counter = new Int32Array(new SharedArrayBuffer(4)).fill(deaths);
    const start = (settings: object): Worker =>
      new Worker(new URL("./dying-thread.mjs", import.meta.url), {
        workerData: {
          ...settings,
          deadlyRow: 500,
          deaths: counter,
          thread: builtUrl("score-thread.js"),
        },
      });
    const wanted = {
      out: folder.path("out.jsonl"),
      rejects: folder.path("rejects.jsonl"),
      workers: 2,
      rangeBytes: 5000,
    };
    return await scoreFiles([file], { ...wanted, ...options }, watchRejects(undefined), start);
  }

  it("once is replaced, and nothing is lost or doubled", async () => {
    const file = folder.write("a.csv", csvReviews(2000));
    const [, , undisturbed] = await outputsOf([file], 1, 1_000_000);
    await scoreWithDeaths(file, 1, {});
    expect(readFileSync(folder.path("out.jsonl"), "utf8")).toBe(undisturbed);
  });

  it("twice over the same range costs that range, which is rejected with its bytes and rows", async () => {
    const file = folder.write("a.csv", csvReviews(2000));
    const totals = await scoreWithDeaths(file, 2, {});
    const lost = readLines(readFileSync(folder.path("rejects.jsonl"), "utf8")).filter(({ field }) => field === "range");
    expect(lost).toMatchObject([
      { reason: expect.stringMatching(/^two workers died .* bytes \d+ to \d+, rows \d+ to \d+$/) },
    ]);
    const [, from = 0, to = 0] = (/rows (\d+) to (\d+)/.exec(String(lost[0]?.reason)) ?? []).map(Number);
    const written = readLines(readFileSync(folder.path("out.jsonl"), "utf8"));
    const rejected = readLines(readFileSync(folder.path("rejects.jsonl"), "utf8")).length - 1 + (to - from + 1);
    expect(totals).toMatchObject({ read: 2000, written: written.length, rejected });
    expect(from <= 501 && to >= 501).toBe(true);
  });

  it("and dies again and again ends the work where the input is one stream", async () => {
    const file = folder.write("a.csv.gz", gzipSync(csvReviews(1000)));
    await expect(scoreWithDeaths(file, 9, { workers: 2, rangeBytes: 100 })).rejects.toMatchObject({
      code: "worker-died",
    });
  });
});
