/** `verbatims/bullmq`: a dump scored by workers on any number of machines, through a queue in Redis. Needs `bullmq` and `ioredis`. */
export { type AddDumpOptions, type AddedDump, addDump } from "./add-dump.js";
export type { Locate } from "./locate.js";
export type { DumpResult } from "./merge-shards.js";
export type { ConnectionEvent, RedisOptions } from "./open-redis.js";
export type { PlanOptions } from "./plan-dump.js";
export type { ShardReading } from "./shard-job.js";
export { type ShardEvent, type ShardWorker, type ShardWorkerOptions, startShardWorker } from "./start-shard-worker.js";
export { type DumpProgress, type WaitOptions, waitForDump } from "./wait-for-dump.js";
