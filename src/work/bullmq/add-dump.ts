import { stat } from "node:fs/promises";
import type { DumpResult } from "./merge-shards.js";
import { openQueue } from "./open-queue.js";
import { openRedis, type RedisOptions } from "./open-redis.js";
import { type DumpPlan, type PlanOptions, planDump } from "./plan-dump.js";

/** Name of the queue where none is given. */
export const QUEUE = "verbatims";

/** Where a dump is added, how it is cut and read, and where its outputs go. */
export interface AddDumpOptions extends PlanOptions, RedisOptions {
  /**
   * Name of the queue, which is for verbatims alone.
   *
   * @defaultValue "verbatims"
   */
  readonly queue?: string | undefined;
  /**
   * How often a shard is tried before it counts as failed, with pauses of 1, 2, 4 … seconds.
   *
   * @defaultValue 5
   */
  readonly attempts?: number | undefined;
}

/** A dump that is in the queue. */
export interface AddedDump {
  /** Made of the file, its content, how it is read and where the outputs go. */
  readonly id: string;
  readonly shards: number;
  /** Whether it was added now, was known already and left alone, or had failed (or lost its outputs) and is tried again. */
  readonly state: "added" | "known" | "again";
}

/**
 * Cuts a dump into shards and adds them to the queue, as one flow: workers score the shards, and the last of them adds up the summary.
 * Adding the same dump twice does nothing twice; adding one that has failed tries again what has failed.
 *
 * @throws VerbatimsError `unreachable-queue`; `invalid-option`; `unreadable-input`, also for a gzipped file, which has no parts; what
 * reading verbatims throws
 * @example
 * const { id, shards } = await addDump("reviews.csv", { out: "out", join: true });
 */
export async function addDump(path: string, options: AddDumpOptions): Promise<AddedDump> {
  const { redis, connectMs, onConnection, queue: name = QUEUE, attempts = 5, ...planning } = options;
  const plan: DumpPlan = await planDump(path, planning);
  const { id, merge, shards } = plan;
  const opened = await openRedis({ redis, connectMs, onConnection });
  const queue = openQueue(opened, name);
  try {
    const found = await queue.find(id);
    const lost = found?.state === "failed" || (found?.state === "completed" && !(await isThere(found.result)));
    if (found !== null && !lost) {
      const retried = await queue.retry(id);
      return { id, shards: shards.length, state: retried > 0 ? "again" : "known" };
    }
    // Whatever is whole on the disk is found there by the workers.
    if (lost) await queue.remove(id);
    await queue.add({ id, last: merge, parts: shards, attempts });
    return { id, shards: shards.length, state: lost ? "again" : "added" };
  } finally {
    await queue.close();
    await opened.close();
  }
}

/** Whether the outputs of a dump that is done are still where they were written. */
async function isThere(result: unknown): Promise<boolean> {
  // The result is what `mergeShards` gave.
  const { summary, scored } = result as DumpResult;
  const sizes = await Promise.all([summary, ...scored].map((path) => stat(path).catch(() => null)));
  return sizes.every((found) => found?.isFile() === true);
}
