import { FlowProducer, type Job, Queue, UnrecoverableError, Worker } from "bullmq";
import { excerpt } from "../../core/error.js";
import type { OpenedRedis } from "./open-redis.js";

/** A flow: jobs that can be done in any order, and one that is done when all of them are. */
interface Flow {
  readonly id: string;
  readonly last: object;
  readonly parts: readonly { readonly id: string; readonly job: object }[];
  /** How often a part is tried before it counts as failed. */
  readonly attempts: number;
}

/** How far a flow is. */
export interface FlowState {
  readonly state: "waiting" | "active" | "completed" | "failed";
  readonly parts: number;
  readonly done: number;
  /** Parts that will not be tried again, and why. */
  readonly failed: readonly { readonly id: string; readonly job: unknown; readonly reason: string }[];
  /** What the last job gave; `null` before it is done. */
  readonly result: unknown;
  /** Why the last job failed. */
  readonly reason: string;
}

/** A queue of flows. */
export interface OpenedQueue {
  /** Adds a flow as a whole or not at all; what is there already by its id is left as it is. */
  readonly add: (flow: Flow) => Promise<void>;
  /** How far a flow is; `null` where there is none of this id. */
  readonly find: (id: string) => Promise<FlowState | null>;
  /** Lets the parts of a flow that have failed be tried again; gives how many. */
  readonly retry: (id: string) => Promise<number>;
  /** Forgets a flow that has come to its end. */
  readonly remove: (id: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const SECONDS_KEPT = 30 * 24 * 3600;

/** Opens a queue by its name. */
export function openQueue({ client }: OpenedRedis, name: string): OpenedQueue {
  const queue = new Queue(name, { connection: client });
  const flows = new FlowProducer({ connection: client });
  // The connection tells of its own troubles.
  queue.on("error", () => undefined);
  flows.on("error", () => undefined);
  const kept = { removeOnComplete: { age: SECONDS_KEPT }, backoff: { type: "exponential", delay: 1000 } } as const;

  const failedParts = async (id: string): Promise<Job[]> => {
    const { failed = 0 } = await queue.getJobCounts("failed");
    if (failed === 0) return [];
    const jobs = await queue.getFailed();
    return jobs.filter((job) => job.parent?.id === id);
  };
  const find = async (id: string): Promise<FlowState | null> => {
    const job = await queue.getJob(id);
    if (job === undefined) return null;
    const state = await job.getState();
    const { processed = 0, unprocessed = 0 } = await job.getDependenciesCount({ processed: true, unprocessed: true });
    const failed = await failedParts(id);
    return {
      state: state === "completed" || state === "failed" || state === "active" ? state : "waiting",
      parts: processed + unprocessed,
      done: processed,
      failed: failed.map((part) => ({ id: part.id ?? "", job: part.data, reason: part.failedReason ?? "" })),
      result: job.returnvalue ?? null,
      reason: job.failedReason ?? "",
    };
  };
  return {
    add: async ({ id, last, parts, attempts }) => {
      const opts = { ...kept, attempts };
      const children = parts.map((part) => ({
        name: "shard",
        queueName: name,
        data: part.job,
        opts: { ...opts, jobId: part.id },
      }));
      await flows.add({ name: "merge", queueName: name, data: last, opts: { ...opts, jobId: id }, children });
    },
    find,
    retry: async (id) => {
      const failed = await failedParts(id);
      for (const job of failed) await job.retry("failed", { resetAttemptsMade: true });
      return failed.length;
    },
    remove: async (id) => {
      await (await queue.getJob(id))?.remove({ removeChildren: true });
    },
    close: async () => {
      await flows.close();
      await queue.close();
    },
  };
}

/** What is to be done with a job; `tell` says how far it is to whoever watches the queue. */
export type DoJob = (job: unknown, tell: (progress: object) => Promise<void>) => Promise<object>;

/** How a queue is worked on. */
export interface WorkOptions {
  /** Jobs at a time. */
  readonly concurrency: number;
  /** How long a worker may be silent, in milliseconds, before its job is given to another. */
  readonly lockMs: number;
  /** How often a job may be given to another before it counts as failed. */
  readonly mostStalls: number;
  /** Whether trying again could not help. */
  readonly isFinal: (error: unknown) => boolean;
  readonly onDone: (job: unknown, result: unknown) => void;
  readonly onFailed: (job: unknown, error: Error, again: boolean) => void;
  readonly onStalled: (id: string) => void;
}

/** Works on a queue until it is closed; `close` waits for the jobs under way. */
export function openWorker(
  { client }: OpenedRedis,
  name: string,
  doJob: DoJob,
  options: WorkOptions,
): { readonly close: () => Promise<void> } {
  const { concurrency, lockMs, mostStalls, isFinal } = options;
  const work = async (job: Job): Promise<object> => {
    try {
      return await doJob(job.data, (progress) => job.updateProgress(progress));
    } catch (error) {
      if (!isFinal(error)) throw error;
      throw new UnrecoverableError(error instanceof Error ? error.message : excerpt(error));
    }
  };
  const worker = new Worker(name, work, {
    connection: client,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount: mostStalls,
  });
  // The connection tells of its own troubles, and a job that fails of its own.
  worker.on("error", () => undefined);
  worker.on("completed", (job, result) => options.onDone(job.data, result));
  worker.on("failed", (job, error) => {
    const again =
      job !== undefined && !(error instanceof UnrecoverableError) && job.attemptsMade < (job.opts.attempts ?? 1);
    options.onFailed(job?.data, error, again);
  });
  worker.on("stalled", (id) => options.onStalled(id));
  return { close: () => worker.close() };
}
