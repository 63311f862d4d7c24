import { setTimeout as wait } from "node:timers/promises";
import { VerbatimsError } from "../../core/error.js";
import { QUEUE } from "./add-dump.js";
import type { DumpResult } from "./merge-shards.js";
import { type FlowState, openQueue } from "./open-queue.js";
import { openRedis, type RedisOptions } from "./open-redis.js";
import { parseJob } from "./shard-job.js";

/** How far a dump is. */
export interface DumpProgress {
  readonly shards: number;
  readonly done: number;
  /** Shards that have failed for good; the others go on. */
  readonly failed: number;
}

/** Which queue is watched, and who is told. */
export interface WaitOptions extends RedisOptions {
  /** @defaultValue "verbatims" */
  readonly queue?: string | undefined;
  /** Told whenever there is something new. */
  readonly onProgress?: ((progress: DumpProgress) => void) | undefined;
  /**
   * Milliseconds between two looks.
   *
   * @defaultValue 500
   */
  readonly everyMs?: number | undefined;
  /** Ends the waiting, not the work. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until a dump is done. Where Redis goes away meanwhile, the waiting goes on until it is back.
 *
 * @throws VerbatimsError `unknown-dump` where the queue has none of this id; `failed-shards` where shards have failed for good and no
 * other is left, or the merging failed; `unreachable-queue`; the reason of `signal`
 * @example
 * const { totals, summary } = await waitForDump(id, { onProgress: ({ done, shards }) => console.log(`${done} of ${shards}`) });
 */
export async function waitForDump(id: string, options: WaitOptions = {}): Promise<DumpResult> {
  const { queue: name = QUEUE, onProgress, everyMs = 500, signal } = options;
  const opened = await openRedis(options);
  const queue = openQueue(opened, name);
  try {
    for (let told = ""; ; await wait(everyMs, undefined, { signal })) {
      signal?.throwIfAborted();
      const flow = await queue.find(id);
      if (flow === null) throw unknown(id, name);
      const progress = { shards: flow.parts, done: flow.done, failed: flow.failed.length };
      const news = JSON.stringify(progress);
      if (news !== told) onProgress?.(progress);
      told = news;
      // What a merging gives is a DumpResult.
      if (flow.state === "completed") return flow.result as DumpResult;
      if (flow.state === "failed") throw failed(`merge: ${flow.reason}`);
      if (flow.failed.length > 0 && flow.done + flow.failed.length === flow.parts) throw failed(tellFailed(flow));
    }
  } finally {
    await queue.close();
    await opened.close();
  }
}

const FAILED_TOLD = 3;

function tellFailed({ failed: shards, parts }: FlowState): string {
  const told = shards
    .flatMap(({ job, reason }) => {
      const shard = parseJob(job);
      return shard.format === "verbatims-shard" ? [{ ...shard, reason }] : [];
    })
    .sort((a, b) => a.index - b.index)
    .slice(0, FAILED_TOLD)
    .map(({ index, start, end, reason }) => `shard ${index} (bytes ${start.offset} to ${end}): ${reason}`);
  return `expected ${parts} shards, got ${parts - shards.length}: ${told.join(" · ")}`;
}

function failed(what: string): VerbatimsError {
  return new VerbatimsError("failed-shards", `dump: ${what} When the cause is gone, add the dump again.`, {});
}

function unknown(id: string, name: string): VerbatimsError {
  return new VerbatimsError(
    "unknown-dump",
    `dump: expected one in the queue ${name}, got none of the id ${id}. Add it (again, where Redis has forgotten it: what is done is not done twice).`,
  );
}
