import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { locateFile } from "../../../src/work/bullmq/locate.js";
import { mergeShards } from "../../../src/work/bullmq/merge-shards.js";
import { type DumpPlan, type PlanOptions, planDump } from "../../../src/work/bullmq/plan-dump.js";
import { scoreShard } from "../../../src/work/bullmq/score-shard.js";
import { parseJob, type ShardJob } from "../../../src/work/bullmq/shard-job.js";
import { useFolder } from "../command-run.js";

const folder = useFolder();
const REVIEWS = 'id,text\n1,The kettle leaks\n2,"Two\nlines"\n3,Great kettle\n4,The lid broke\n';

const plan = (file: string, options: Partial<PlanOptions> = {}): Promise<DumpPlan> =>
  planDump(file, { out: folder.path("out"), shardBytes: 20, ...options });
const keysOf = ({ shards }: DumpPlan): string[] => shards.map(({ job }) => job.key);
const lastOf = ({ shards }: DumpPlan): ShardJob => {
  const last = shards.at(-1)?.job;
  if (last === undefined) throw new Error("expected a shard");
  return last;
};

describe("the plan of a dump", () => {
  it("cuts it between its records into parts that are all of it", async () => {
    const { shards } = await plan(folder.write("a.csv", REVIEWS));
    const ranges = shards.map(({ job }) => [job.start.offset, job.end]);
    expect(ranges.length).toBeGreaterThan(2);
    expect(ranges.flat()).toEqual([0, ...ranges.slice(1).flatMap(([start = 0]) => [start, start]), REVIEWS.length]);
    for (const [start = 0] of ranges.slice(1)) expect(REVIEWS.slice(start)).toMatch(/^\d,/);
  });

  it("names outputs by content and reading, wherever the file lies and whenever it was written", async () => {
    const one = await plan(folder.write("a.csv", REVIEWS));
    const other = await plan(folder.write("b.csv", REVIEWS));
    expect([keysOf(other), other.id === one.id]).toEqual([keysOf(one), false]);
    const turkish = await plan(folder.path("a.csv"), { language: "tr" });
    expect(keysOf(turkish).filter((key) => keysOf(one).includes(key))).toEqual([]);
  });

  it("names anew only the parts that have changed", async () => {
    const before = keysOf(await plan(folder.write("a.csv", REVIEWS)));
    const after = keysOf(await plan(folder.write("a.csv", REVIEWS.replace("lid", "LID"))));
    expect(after.filter((key) => !before.includes(key))).toHaveLength(1);
  });

  it.each([
    ["a gzipped file", gzipSync(REVIEWS), {}, { code: "unreadable-input", message: /gzip\. Unpack it first/ }],
    [
      "parts of no size",
      REVIEWS,
      { shardBytes: 0 },
      { code: "invalid-option", message: /^shardBytes: expected a whole/ },
    ],
    [
      "a column that is not there",
      REVIEWS,
      { columns: { text: "body" } },
      { code: "unknown-column", message: /"body"|body/ },
    ],
  ])("refuses %s", async (_, content, options, { code, message }) => {
    const error = await plan(folder.write("a.csv", content), options).catch((thrown) => thrown);
    expect([error.code, message.test(error.message)]).toEqual([code, true]);
  });
});

describe("a shard", () => {
  it("done by two at once leaves one set of outputs, whole", async () => {
    const job = lastOf(await plan(folder.write("a.csv", REVIEWS), { shardBytes: 1000 }));
    const [one, two] = await Promise.all([scoreShard(job, locateFile), scoreShard(job, locateFile)]);
    expect([one.totals, two.totals]).toEqual(Array(2).fill({ read: 4, written: 4, rejected: 0, brokenBytes: 0 }));
    const names = readdirSync(folder.path("out/parts")).map((name) => name.replace(job.key, "key"));
    const endings = [".jsonl", ".receipt.json", ".rejects.jsonl", ".summary.json"];
    expect(names.sort()).toEqual(endings.map((ending) => `000000-key${ending}`));
    expect((await scoreShard(job, locateFile)).reused).toBe(true);
  });

  it("is done again where an output is not what its receipt says", async () => {
    const job = lastOf(await plan(folder.write("a.csv", REVIEWS), { shardBytes: 1000 }));
    await scoreShard(job, locateFile);
    const scored = folder.path(`out/parts/000000-${job.key}.jsonl`);
    const whole = readFileSync(scored, "utf8");
    writeFileSync(scored, whole.slice(0, 100));
    expect((await scoreShard(job, locateFile)).reused).toBe(false);
    expect(readFileSync(scored, "utf8")).toBe(whole);
  });

  it("is refused where its last row was gone on with, though its own bytes are as they were", async () => {
    const file = folder.write("a.csv", "id,text\n1,The kettle leaks");
    const job = lastOf(await plan(file));
    appendFileSync(file, " from the bottom\n");
    await expect(scoreShard(job, locateFile)).rejects.toMatchObject({ code: "changed-input" });
    expect(readdirSync(folder.path("out/parts")).filter((name) => name.includes("receipt"))).toEqual([]);
  });

  it("is refused by a worker that has other models", async () => {
    const job = lastOf(await plan(folder.write("a.csv", REVIEWS)));
    const error = await scoreShard({ ...job, models: ["en-0.0.1-00000000"] }, locateFile).catch((thrown) => thrown);
    expect([error.code, /expected the models en-0.0.1-00000000, got en-/.test(error.message)]).toEqual([
      "unlike-models",
      true,
    ]);
  });

  it("lies where the worker's own function says", async () => {
    const job = lastOf(await plan(folder.write("a.csv", REVIEWS)));
    mkdirSync(folder.path("here"));
    const moved = { ...job, uri: "dumps:a.csv", out: "dumps:here" };
    const { totals } = await scoreShard(moved, (uri) => folder.path(uri.replace("dumps:", "")));
    expect([totals.written > 0, readdirSync(folder.path("here"))]).toEqual([true, ["parts"]]);
    expect(() => locateFile("s3://bucket/a.csv")).toThrow(/^job: expected a file: URI, got s3:/);
    expect(locateFile(pathToFileURL("/tmp/a b.csv").href)).toBe("/tmp/a b.csv");
  });
});

describe("the merging of a dump", () => {
  it("is refused as long as a shard is missing, and says which", async () => {
    const { merge, shards } = await plan(folder.write("a.csv", REVIEWS));
    for (const { job } of shards.slice(1)) await scoreShard(job, locateFile);
    await expect(mergeShards(merge, locateFile)).rejects.toThrow(
      /of \d shards, got none of shard 0\. Add the dump again/,
    );
  });
});

describe("a job that is none of this library", () => {
  it.each([null, "text", {}, { format: "verbatims-shard", version: 2 }])("is refused: %j", (job) => {
    expect(() => parseJob(job)).toThrow(/^job: expected one that addDump of this version added/);
  });
});
