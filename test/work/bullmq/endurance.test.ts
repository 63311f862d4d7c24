import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDump, type DumpResult, startShardWorker, waitForDump } from "../../../src/work/bullmq/index.js";
import { analyzeFile, summarizeFiles } from "../../../src/work/index.js";
import { makeDump, readIds } from "./dump.js";
import { HAS_REDIS, type RedisServer, startRedis } from "./redis-server.js";

const WORKER = resolve(import.meta.dirname, "../../../examples/cluster/worker.ts");
const DYING = resolve(import.meta.dirname, "dying-worker.ts");
const folder = mkdtempSync(join(tmpdir(), "verbatims-endurance-"));
const path = (name: string): string => join(folder, name);
const COPIES = 8;
const ROWS = 618 * COPIES;

let server: RedisServer;
let running: ChildProcess[] = [];
beforeAll(async () => {
  if (!HAS_REDIS) return;
  server = await startRedis({ keepsLog: true });
  writeFileSync(path("dump.csv"), makeDump(COPIES));
  await analyzeFile(path("dump.csv"), { out: path("one.jsonl") });
  await summarizeFiles([path("one.jsonl")], { out: path("one.json") });
}, 120_000);
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running = [];
});
afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker as a process of its own, as the example runs it, and what it has said. */
function startWorker(script = WORKER): { child: ChildProcess; said: () => string; done: () => number } {
  let text = "";
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script], {
    env: { ...process.env, REDIS: server.url, LOCK_MS: "1500" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  running.push(child);
  return { child, said: () => text, done: () => text.split(" rows read").length - 1 };
}

const add = (out: string): ReturnType<typeof addDump> =>
  addDump(path("dump.csv"), { redis: server.url, out: path(out), shardBytes: 25_000, join: true });

/** No row lost, none doubled, none in another place: the bytes of an undisturbed run. */
function expectWhole({ scored, summary, totals }: DumpResult): void {
  const text = readFileSync(scored[0] ?? "", "utf8");
  const ids = readIds(text);
  expect([ids.length, new Set(ids).size, totals.written]).toEqual([ROWS, ROWS, ROWS]);
  expect(text === readFileSync(path("one.jsonl"), "utf8")).toBe(true);
  expect(readFileSync(summary, "utf8")).toBe(readFileSync(path("one.json"), "utf8"));
}

describe.skipIf(!HAS_REDIS)("a dump scored by two worker processes", () => {
  it("loses and doubles no row where both are killed and started anew, again and again", async () => {
    const { id, shards } = await add("killed");
    expect(shards).toBeGreaterThan(25);
    let finished = false;
    let kills = 0;
    /** Kills a worker in the midst of its third shard, twice over, and leaves the third alone. */
    const haunt = async (): Promise<void> => {
      for (let life = 0; life < 3; life++) {
        const { child, done } = startWorker();
        while (life < 2 && !finished && done() < 2) await wait(10);
        if (life === 2 || finished) return;
        child.kill("SIGKILL");
        kills++;
      }
    };
    const haunted = Promise.all([haunt(), haunt()]);
    const result = await waitForDump(id, { redis: server.url });
    finished = true;
    await haunted;
    expect(kills).toBe(4);
    expectWhole(result);
  }, 180_000);

  it("counts a shard that its workers die of as failed, and says which bytes it was", async () => {
    writeFileSync(path("deadly.csv"), "id,text\n1,The kettle leaks\n");
    const { id } = await addDump(path("deadly.csv"), { redis: server.url, out: path("deadly") });
    for (let death = 0; death < 2; death++) await once(startWorker(DYING).child, "exit");
    const alive = await startShardWorker({ redis: server.url, lockMs: 500, mostStalls: 1 });
    const failure = await waitForDump(id, { redis: server.url }).catch((error) => error);
    await alive.close();
    expect(failure.message).toMatch(/^dump: expected 1 shards, got 0: shard 0 \(bytes 0 to 27\): .*stalled/);
  }, 60_000);

  it("loses and doubles no row where Redis goes away for ten seconds, and says so", async () => {
    const { id } = await add("gone");
    const told: string[] = [];
    const waiting = waitForDump(id, { redis: server.url, onConnection: ({ state }) => told.push(state) });
    const workers = [startWorker(), startWorker()];
    while (workers.some(({ done }) => done() < 2)) await wait(10);
    await server.stop();
    await wait(10_000);
    const before = workers.map(({ done }) => done());
    await server.start();
    expectWhole(await waiting);
    expect(told).toEqual(["lost", "back"]);
    for (const [place, { said, done }] of workers.entries()) {
      expect(said()).toMatch(/Redis has gone\. Work under way goes on; .*[\s\S]*Redis is back after \d+\.\d s/);
      expect(done()).toBeGreaterThan(before[place] ?? 0);
    }
  }, 180_000);
});
