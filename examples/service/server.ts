/**
 * Runs the service: `PORT=8080 HOST=127.0.0.1 npx tsx examples/service/server.ts`.
 *
 * On SIGTERM or SIGINT it takes no more requests, finishes those under way and ends with code 0; after `CLOSE_MS` (30 seconds) it
 * gives up on them and ends with code 1. `DRAIN_MS` is how long before that /health answers 503 while all else goes on.
 */
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { buildService } from "./build-service.js";
import { limitsOfEnvironment } from "./service-limits.js";

const { PORT = "8080", HOST = "127.0.0.1", DRAIN_MS = "0", CLOSE_MS = "30000" } = process.env;
const { server, drain } = buildService(limitsOfEnvironment(process.env));

// Nobody may be reading any more what is said.
process.stderr.on("error", () => undefined);

let closing = false;
const close = async (signal: string): Promise<void> => {
  if (closing) return;
  closing = true;
  console.error(`service: ${signal}: finishing the requests under way`);
  drain();
  await wait(Number(DRAIN_MS));
  setTimeout(() => {
    console.error(`service: requests were still under way after ${CLOSE_MS} ms; left them`);
    process.exit(1);
  }, Number(CLOSE_MS)).unref();
  await server.close();
  console.error("service: closed");
};
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, close);

await server.listen({ port: Number(PORT), host: HOST });
console.error(`service: listening on ${server.listeningOrigin}`);
