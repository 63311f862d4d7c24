// A thread of the pool that dies when it is to score a range that holds a row, as often as it is told to.
import process from "node:process";
import { parentPort, workerData } from "node:worker_threads";

const { deadlyRow, deaths, thread } = workerData;
// First the thread itself, or what is sent before would be lost to it.
await import(thread);
parentPort.on("message", ({ method, args }) => {
  if (method !== "score") return;
  const [{ from, to, kind }] = args;
  // Of a stream nobody knows beforehand which rows it holds.
  if (kind === "bytes" && (from.row > deadlyRow || to.row <= deadlyRow)) return;
  if (Atomics.sub(deaths, 0, 1) > 0) process.exit(7);
});
