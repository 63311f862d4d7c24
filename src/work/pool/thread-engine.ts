import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { EngineSettings, RangeEngine, ScoredPiece } from "./range-engine.js";
import { type EngineMethod, type FromThread, type ToThread, unpackError } from "./thread-messages.js";

/** Starts a thread that scores ranges. */
export type StartThread = (settings: EngineSettings) => Worker;

const THREAD = new URL("./score-thread.js", import.meta.url);

/**
 * Heap of a thread. It lets garbage lie until the heap is about so many times as large as what is alive, the fewer the lower its
 * limit: with Node's own limits two threads took 430 MB for what takes 300 MB with these, in the same time. A row of 10 million
 * characters, the longest there may be, takes about 900 MB while it is analysed.
 */
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 16 };

/** How threads are started; `null` where that cannot be, because the library runs from its source, which threads do not read. */
export const startThread: StartThread | null = existsSync(fileURLToPath(THREAD))
  ? (settings) => new Worker(THREAD, { workerData: settings, resourceLimits: LIMITS })
  : null;

/** What a call to a thread ends with when the thread dies. */
export class ThreadDeath extends Error {}

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onPiece: ((piece: ScoredPiece) => Promise<void>) | undefined;
}

/** Makes an engine that scores in a thread of its own. Where the thread dies, what it was asked for ends with a {@link ThreadDeath}. */
export function createThreadEngine(settings: EngineSettings, start: StartThread): RangeEngine {
  const thread = start(settings);
  const calls = new Map<number, Call>();
  let next = 0;
  let death: Error | null = null;
  const die = (why: string): void => {
    death ??= new ThreadDeath(why);
    for (const { reject } of calls.values()) reject(death);
    calls.clear();
  };
  thread.on("error", (error) => die(error instanceof Error ? error.message : String(error)));
  thread.on("exit", (code) => die(`the worker ended with code ${code}`));
  thread.on("message", (message: FromThread) => {
    const call = calls.get(message.call);
    if (call === undefined) return;
    if ("piece" in message) {
      const { id } = message.piece;
      call.onPiece?.(message.piece).then(() => post({ goOn: id }), call.reject);
      return;
    }
    calls.delete(message.call);
    if ("error" in message) call.reject(unpackError(message.error));
    else call.resolve(message.result);
  });
  const post = (message: ToThread): void => thread.postMessage(message);

  const ask = (method: EngineMethod, args: readonly unknown[], onPiece?: Call["onPiece"]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (death !== null) {
        reject(death);
        return;
      }
      const call = next++;
      calls.set(call, { resolve, reject, onPiece });
      post({ call, method, args });
    });

  // Each answer is what the method of the same name gives in the thread.
  return {
    inspect: (input) => ask("inspect", [input]) as ReturnType<RangeEngine["inspect"]>,
    cut: (...args) => ask("cut", args) as ReturnType<RangeEngine["cut"]>,
    score: async (task, onPiece) => {
      await ask("score", [task], onPiece);
    },
    write: async (...args) => {
      await ask("write", args);
    },
    take: (id) => ask("take", [id]) as ReturnType<RangeEngine["take"]>,
    models: () => ask("models", []) as ReturnType<RangeEngine["models"]>,
    close: async () => {
      await thread.terminate();
    },
  };
}
