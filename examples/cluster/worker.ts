/**
 * Runs one worker: `REDIS=redis://127.0.0.1:6379 npx tsx examples/cluster/worker.ts`. On SIGTERM or SIGINT it finishes its shard.
 *
 * Other settings of the environment: `QUEUE`, and `LOCK_MS`, how long a worker may be silent before its shard is given to another.
 */
import process from "node:process";
import { VerbatimsError } from "verbatims";
import { startShardWorker } from "verbatims/bullmq";

const { REDIS: redis, QUEUE: queue, LOCK_MS: lockMs } = process.env;
const say = ({ message }: { readonly message: string }): void => console.error(`worker ${process.pid}: ${message}`);

const settings = {
  redis,
  queue,
  lockMs: lockMs === undefined ? undefined : Number(lockMs),
  onConnection: say,
  onEvent: say,
};
const worker = await startShardWorker(settings).catch((error: unknown) => {
  if (!(error instanceof VerbatimsError)) throw error;
  say(error);
  process.exit(2);
});
say({ message: "ready" });

let closing = false;
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, async () => {
    if (closing) return;
    closing = true;
    say({ message: `${signal}: finishing the shard under way` });
    await worker.close();
  });
}
