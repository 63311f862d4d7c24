import { Redis } from "ioredis";
import { excerpt, VerbatimsError } from "../../core/error.js";

/** Where Redis is, and who is told of the connection. */
export interface RedisOptions {
  /**
   * Address of Redis, such as `redis://queue.example:6379/0`, with user and password where it wants them.
   *
   * @defaultValue "redis://127.0.0.1:6379"
   */
  readonly redis?: string | undefined;
  /**
   * How long Redis may take to answer at the start, in milliseconds. Once it has answered, it is waited for without an end.
   *
   * @defaultValue 10_000
   */
  readonly connectMs?: number | undefined;
  /** Told when the connection is lost, and when it is back. */
  readonly onConnection?: ((event: ConnectionEvent) => void) | undefined;
}

/** What became of the connection to Redis. */
export interface ConnectionEvent {
  readonly state: "lost" | "back";
  /** What to tell a person. */
  readonly message: string;
}

/** A connection to Redis that mends itself. */
export interface OpenedRedis {
  readonly client: Redis;
  readonly close: () => Promise<void>;
}

const LONGEST_PAUSE_MS = 1000;

/**
 * Connects to Redis. A connection that is lost later is tried again every second, and commands wait until it is back.
 *
 * @throws VerbatimsError `unreachable-queue` where Redis does not answer in time
 */
export async function openRedis(options: RedisOptions): Promise<OpenedRedis> {
  const { redis = "redis://127.0.0.1:6379", connectMs = 10_000, onConnection } = options;
  const name = nameAddress(redis);
  const client = new Redis(redis, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(100 * times, LONGEST_PAUSE_MS),
  });
  let trouble = "no answer";
  let lostMs: number | null = null;
  let ready = false;
  client.on("error", (error) => {
    trouble = excerpt(error.message);
  });
  client.on("close", () => {
    if (!ready || lostMs !== null) return;
    lostMs = Date.now();
    const message = `${name}: Redis has gone. Work under way goes on; the rest waits until it is back.`;
    onConnection?.({ state: "lost", message });
  });
  client.on("ready", () => {
    ready = true;
    if (lostMs === null) return;
    const seconds = ((Date.now() - lostMs) / 1000).toFixed(1);
    lostMs = null;
    onConnection?.({ state: "back", message: `${name}: Redis is back after ${seconds} s.` });
  });
  const close = async (): Promise<void> => {
    ready = false;
    client.disconnect();
  };
  try {
    await answerWithin(client, connectMs);
    return { client, close };
  } catch {
    await close();
    throw new VerbatimsError(
      "unreachable-queue",
      `${name}: expected a Redis that answers within ${connectMs} ms, got ${trouble}. Start it, or check the address.`,
      { received: trouble },
    );
  }
}

/** Connects and asks for a sign of life; a refusal is tried again until the time is over. */
async function answerWithin(client: Redis, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms);
  });
  // A connection that is refused at first is tried again by the client; the ping waits for it.
  client.connect().catch(() => undefined);
  const alive = client.ping();
  alive.catch(() => undefined);
  try {
    await Promise.race([alive, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The address without user and password. */
function nameAddress(address: string): string {
  return excerpt(address.replace(/\/\/[^@/]*@/, "//"), 200);
}
