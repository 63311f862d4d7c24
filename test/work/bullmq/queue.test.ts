import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addDump,
  type DumpProgress,
  type ShardEvent,
  type ShardWorker,
  startShardWorker,
  waitForDump,
} from "../../../src/work/bullmq/index.js";
import { analyzeFile, summarizeFiles } from "../../../src/work/index.js";
import { useFolder } from "../command-run.js";
import { makeDump } from "./dump.js";
import { HAS_REDIS, type RedisServer, startRedis } from "./redis-server.js";

const folder = useFolder();
let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(async () => {
  await server?.remove();
});

/** Three rows that cannot be read, and a text that goes over lines. */
const AWKWARD = 'a-1,2026-03-01,review,en,9,,,,,Fine\na-2,2026-03-01,review,en,5,,,,,"Two\nlines, one ""text"""\n';

describe.skipIf(!HAS_REDIS)("a dump in the queue", () => {
  let workers: ShardWorker[] = [];
  let events: ShardEvent[] = [];
  beforeEach(() => {
    events = [];
  });
  afterEach(async () => {
    for (const worker of workers) await worker.close();
    workers = [];
    const redis = new Redis(server.url);
    await redis.flushall();
    redis.disconnect();
  });

  const at = (): { redis: string } => ({ redis: server.url });
  const work = async (): Promise<void> => {
    workers.push(await startShardWorker({ ...at(), onEvent: (event) => events.push(event) }));
  };
  const kinds = (): string[] => events.map(({ kind }) => kind).sort();
  const add = (file: string, attempts = 1): ReturnType<typeof addDump> =>
    addDump(file, { ...at(), out: folder.path("out"), shardBytes: 20_000, join: true, attempts });
  const wait = (id: string): ReturnType<typeof waitForDump> => waitForDump(id, { ...at(), everyMs: 50 });
  const jobsOf = async (): Promise<unknown[]> => {
    const connection = new Redis(server.url, { maxRetriesPerRequest: null });
    const queue = new Queue("verbatims", { connection });
    const jobs = (await queue.getJobs()).map(({ data }) => data);
    await queue.close();
    connection.disconnect();
    return jobs;
  };

  it("gives, joined, the bytes of a run on one machine: analyses, rejects and summary", async () => {
    const file = folder.write("dump.csv", makeDump(1) + AWKWARD.repeat(200));
    const [scored, summed, rejects] = [folder.path("one.jsonl"), folder.path("one.json"), folder.path("rejects.jsonl")];
    await analyzeFile(file, { out: scored, rejects });
    await summarizeFiles([scored], { out: summed });
    await work();
    await work();
    const { id, shards } = await add(file);
    const result = await wait(id);
    expect(shards).toBeGreaterThan(4);
    expect(readFileSync(result.scored[0] ?? "", "utf8")).toBe(readFileSync(scored, "utf8"));
    expect(readFileSync(result.summary, "utf8")).toBe(readFileSync(summed, "utf8"));
    const lines = (path: string): unknown[] =>
      readFileSync(path, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).line);
    expect(lines(result.rejects[0] ?? "")).toEqual(lines(rejects));
    expect(result.totals).toMatchObject({ read: 1018, written: 818, rejected: 200 });
  });

  it("is added once, however often it is added", async () => {
    const file = folder.write("dump.csv", makeDump(1));
    const [first, second] = [await add(file), await add(file)];
    expect([first.state, second]).toEqual(["added", { ...first, state: "known" }]);
    expect((await jobsOf()).length).toBe(first.shards + 1);
    await work();
    await wait(first.id);
    expect((await add(file)).state).toBe("known");
    expect(kinds()).toEqual([...Array(first.shards).fill("done"), "merged"]);
  });

  it("is added once by two who add it at the same time", async () => {
    const file = folder.write("dump.csv", makeDump(1));
    const [first] = await Promise.all([add(file), add(file)]);
    expect((await jobsOf()).length).toBe(first.shards + 1);
    await work();
    expect((await wait(first.id)).totals.written).toBe(618);
  });

  it("is told in the queue by references, without a word of its texts", async () => {
    const file = folder.write("dump.csv", "id,text\n1,The kettle leaks\n2,The lid broke\n");
    await add(file);
    const jobs = JSON.stringify(await jobsOf());
    expect(jobs).toContain("dump.csv");
    expect(jobs).not.toMatch(/kettle|lid/);
  });

  it("tells how far it is", async () => {
    const seen: DumpProgress[] = [];
    const { id, shards } = await add(folder.write("dump.csv", makeDump(1)));
    const done = waitForDump(id, { ...at(), everyMs: 20, onProgress: (progress) => seen.push(progress) });
    await expect.poll(() => seen[0]).toEqual({ shards, done: 0, failed: 0 });
    await work();
    await done;
    expect(seen.at(-1)).toEqual({ shards, done: shards, failed: 0 });
  });

  it("is not done again where Redis has forgotten it, when it is added again", async () => {
    const file = folder.write("dump.csv", makeDump(1));
    await work();
    const before = await wait((await add(file)).id);
    const redis = new Redis(server.url);
    await redis.flushall();
    redis.disconnect();
    events = [];
    const { id, shards, state } = await add(file);
    expect([state, await wait(id)]).toEqual(["added", before]);
    expect(kinds()).toEqual(["merged", ...Array(shards).fill("reused")].sort());
  });

  it("is made whole again where some of its outputs have vanished, when it is added again", async () => {
    const file = folder.write("dump.csv", makeDump(1));
    await work();
    const { id, shards } = await add(file);
    await wait(id);
    const parts = folder.path("out/parts");
    for (const name of readdirSync(parts)) if (name.startsWith("000001-")) rmSync(`${parts}/${name}`);
    rmSync(folder.path("out/scored.jsonl"));
    events = [];
    expect((await add(file)).state).toBe("again");
    expect((await wait(id)).totals.written).toBe(618);
    expect(kinds()).toEqual(["done", "merged", ...Array(shards - 1).fill("reused")].sort());
  });

  it("says which shards have failed and why, and goes on with them when it is added again", async () => {
    const file = folder.write("dump.csv", makeDump(1));
    mkdirSync(folder.path("out"));
    writeFileSync(folder.path("out/parts"), "a file where a folder should be");
    await work();
    const { id, shards } = await add(file);
    await expect(wait(id)).rejects.toThrow(/^dump: expected 5 shards, got 0: shard 0 \(bytes 0 to \d+\): .*out/);
    expect(kinds()).toEqual(Array(shards).fill("failed"));
    events = [];
    rmSync(folder.path("out/parts"));
    expect((await add(file)).state).toBe("again");
    expect((await wait(id)).totals.written).toBe(618);
  });

  it("is refused, shard by shard, where the file has changed since; added again, only those are done that have changed", async () => {
    const file = folder.write("dump.csv", makeDump(1));
    const { id, shards } = await add(file);
    const text = readFileSync(file, "utf8");
    const last = text.lastIndexOf("v-0-618");
    writeFileSync(file, `${text.slice(0, last)}v-0-xyz${text.slice(last + 7)}`);
    await work();
    await expect(wait(id)).rejects.toMatchObject({
      code: "failed-shards",
      message: expect.stringMatching(/dump.csv: expected in bytes/),
    });
    events = [];
    expect((await wait((await add(file)).id)).totals.written).toBe(618);
    expect(kinds()).toEqual(["done", "merged", ...Array(shards - 1).fill("reused")].sort());
  });
});

describe.skipIf(!HAS_REDIS)("a dump that nobody has added", () => {
  it("is not waited for", async () => {
    await expect(waitForDump("dump-none", { redis: server.url })).rejects.toMatchObject({ code: "unknown-dump" });
  });
});

describe("a Redis that does not answer", () => {
  it("is told of with its address, without the password", async () => {
    const file = folder.write("dump.csv", "text\nFine\n");
    const options = { redis: "redis://me:secret@127.0.0.1:1/0", connectMs: 300, out: folder.path("out") };
    const error = await addDump(file, options).catch((thrown) => thrown);
    expect(error.code).toBe("unreachable-queue");
    expect(error.message).toMatch(
      /^redis:\/\/127\.0\.0\.1:1\/0: expected a Redis that answers within 300 ms, got .*ECONNREFUSED/,
    );
  });
});
