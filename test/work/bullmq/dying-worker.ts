/** A worker that dies of every job, as one whose memory is too small for a shard. */
import process from "node:process";
import { openWorker } from "../../../src/work/bullmq/open-queue.js";
import { openRedis } from "../../../src/work/bullmq/open-redis.js";

const die = async (): Promise<object> => {
  process.kill(process.pid, "SIGKILL");
  return {};
};
openWorker(await openRedis({ redis: process.env.REDIS }), "verbatims", die, {
  concurrency: 1,
  lockMs: 500,
  mostStalls: 1,
  isFinal: () => false,
  onDone: () => undefined,
  onFailed: () => undefined,
  onStalled: () => undefined,
});
