/**
 * Scores a dump with two worker processes on this machine:
 * `REDIS=redis://127.0.0.1:6379 npx tsx examples/cluster/run.ts reviews.csv out/`. Without a file it takes the demo verbatims.
 *
 * Settings of the environment: `REDIS`, `QUEUE`, `SHARD_BYTES`, and those of worker.ts.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { VerbatimsError } from "verbatims";
import { addDump, waitForDump } from "verbatims/bullmq";
import { DEMO_FILE } from "verbatims/work";

const { REDIS: redis, QUEUE: queue, SHARD_BYTES } = process.env;
const [file = DEMO_FILE, out = "out"] = process.argv.slice(2);
const say = (message: string): void => console.error(`run: ${message}`);
const onConnection = ({ message }: { readonly message: string }): void => say(message);

try {
  const shardBytes = SHARD_BYTES === undefined ? undefined : Number(SHARD_BYTES);
  const { id, shards, state } = await addDump(file, { redis, queue, out, shardBytes, join: true });
  say(`${id}: ${shards} shards, ${state}`);
  const words = ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "worker.ts")];
  const workers = [1, 2].map(() => spawn(process.execPath, words, { stdio: "inherit" }));
  try {
    const onProgress = ({ done, failed }: { readonly done: number; readonly failed: number }): void =>
      say(`${done} of ${shards} shards done, ${failed} failed`);
    const { totals, summary, scored } = await waitForDump(id, { redis, queue, onConnection, onProgress });
    say(`${totals.read} rows read, ${totals.written} written, ${totals.rejected} rejected`);
    say(`the summary is in ${summary}, the analyses are in ${scored.join(", ")}`);
  } finally {
    const ended = workers.map((worker) => (worker.exitCode === null ? once(worker, "exit") : null));
    for (const worker of workers) worker.kill("SIGTERM");
    await Promise.all(ended);
  }
} catch (error) {
  if (!(error instanceof VerbatimsError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
