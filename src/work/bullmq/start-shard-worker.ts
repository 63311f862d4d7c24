import { VerbatimsError } from "../../core/error.js";
import { QUEUE } from "./add-dump.js";
import { type Locate, locateFile } from "./locate.js";
import { mergeShards } from "./merge-shards.js";
import { type DoJob, openWorker } from "./open-queue.js";
import { openRedis, type RedisOptions } from "./open-redis.js";
import { scoreShard } from "./score-shard.js";
import { parseJob } from "./shard-job.js";

/** How a worker works, and who is told. */
export interface ShardWorkerOptions extends RedisOptions {
  /** @defaultValue "verbatims" */
  readonly queue?: string | undefined;
  /**
   * Shards at a time. Analysing is synchronous, so that a second one in the same process only hides the waiting for slow disks; run
   * one process a core.
   *
   * @defaultValue 1
   */
  readonly concurrency?: number | undefined;
  /**
   * How long the worker may be silent before its shard is given to another, in milliseconds.
   *
   * @defaultValue 30_000
   */
  readonly lockMs?: number | undefined;
  /**
   * How often a shard may be taken from a worker that died before it counts as failed: it may be what kills them.
   *
   * @defaultValue 3
   */
  readonly mostStalls?: number | undefined;
  /** Where the files of a URI lie on this machine. @defaultValue where the `file:` URI says */
  readonly locate?: Locate | undefined;
  /** Told what becomes of the shards. */
  readonly onEvent?: ((event: ShardEvent) => void) | undefined;
}

/** What became of a shard, or of the merging of a dump. */
export interface ShardEvent {
  readonly kind: "done" | "reused" | "merged" | "retried" | "failed" | "stalled";
  /** What to tell a person. */
  readonly message: string;
}

/** A worker at work. */
export interface ShardWorker {
  /** Takes no more shards, and resolves when the one under way is done. */
  readonly close: () => Promise<void>;
}

/** How often a shard tells the queue how far it is, in milliseconds. */
const TELL_MS = 1000;

/** Errors that stay the same however often a shard is tried. */
const FINAL: readonly string[] = ["changed-input", "invalid-job", "invalid-option", "missing-shards"];

/**
 * Starts a worker: it takes shards from the queue, one after the other, on this or any machine that sees the files. Where a worker
 * dies, its shard is given to another after `lockMs`; where Redis goes away, the shard under way is finished and the worker waits.
 * While it works on a shard it tells the queue every second what the shard has come to, which the `progress` events of BullMQ carry on.
 *
 * @throws VerbatimsError `unreachable-queue`
 * @example
 * const worker = await startShardWorker({ onEvent: ({ message }) => console.log(message) });
 * process.once("SIGTERM", () => worker.close());
 */
export async function startShardWorker(options: ShardWorkerOptions = {}): Promise<ShardWorker> {
  const { queue = QUEUE, concurrency = 1, lockMs = 30_000, mostStalls = 3, locate = locateFile, onEvent } = options;
  const opened = await openRedis(options);
  const doJob: DoJob = async (data, tell) => {
    const job = parseJob(data);
    if (job.format === "verbatims-merge") return await mergeShards(job, locate);
    let toldMs = Date.now();
    return await scoreShard(job, locate, (totals) => {
      if (Date.now() - toldMs < TELL_MS) return;
      toldMs = Date.now();
      // Nothing is lost where Redis is not there to be told.
      tell(totals).catch(() => undefined);
    });
  };
  const worker = openWorker(opened, queue, doJob, {
    concurrency,
    lockMs,
    mostStalls,
    isFinal: (error) => error instanceof VerbatimsError && FINAL.includes(error.code),
    onDone: (job, result) => onEvent?.(tellDone(job, result)),
    onFailed: (job, { message }, again) => {
      const then = again ? "It is tried again." : "It has failed.";
      onEvent?.({ kind: again ? "retried" : "failed", message: `${nameJob(job)}: ${message} ${then}` });
    },
    onStalled: (id) => onEvent?.({ kind: "stalled", message: `${id}: its worker is silent; it is given to another.` }),
  });
  return {
    close: async () => {
      await worker.close();
      await opened.close();
    },
  };
}

function tellDone(job: unknown, result: unknown): ShardEvent {
  // The result is what `scoreShard` or `mergeShards` gave.
  const { totals, reused } = result as {
    totals: { read: number; written: number; rejected: number };
    reused?: boolean;
  };
  const rows = `${totals.read} rows read, ${totals.written} written, ${totals.rejected} rejected`;
  if (reused === undefined) return { kind: "merged", message: `${nameJob(job)}: ${rows}` };
  const kind = reused ? "reused" : "done";
  return { kind, message: `${nameJob(job)}: ${reused ? "there already, " : ""}${rows}` };
}

function nameJob(data: unknown): string {
  const job = parseJob(data);
  if (job.format === "verbatims-merge") return `merge of ${job.keys.length} shards`;
  return `shard ${job.index} (bytes ${job.start.offset} to ${job.end})`;
}
