import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether there is a Redis to test against; where there is none, this is said once. */
export const HAS_REDIS: boolean = spawnSync("redis-server", ["--version"]).status === 0;
if (!HAS_REDIS)
  console.warn("skipped: the tests of verbatims/bullmq need redis-server (Debian: apt-get install redis-server)");

/** A Redis of the test's own. */
export interface RedisServer {
  readonly url: string;
  /** Ends it; what was in it comes back at the next start where it keeps a log. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it and takes its files away. */
  readonly remove: () => Promise<void>;
}

/** Starts a Redis on a free port, without persistence, or with a log of all commands, which outlives the process. */
export async function startRedis({ keepsLog = false } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "verbatims-redis-"));
  const port = await freePort();
  const log = keepsLog ? ["--appendonly", "yes", "--appendfsync", "everysec"] : [];
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const words = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...log];
    const child = spawn("redis-server", words, { stdio: ["ignore", "pipe", "ignore"] });
    server = child;
    await new Promise<void>((settle, fail) => {
      child.stdout.on("data", (chunk) => {
        if (String(chunk).includes("Ready to accept connections")) settle();
      });
      child.once("exit", (code) => fail(new Error(`redis-server ended with code ${code}`)));
    });
  };
  const stop = async (): Promise<void> => {
    const child = server;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((settle) => child.once("exit", settle));
    child.kill("SIGKILL");
    await gone;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  return await new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
