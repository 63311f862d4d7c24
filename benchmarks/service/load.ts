import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** What a load found: times from when a request was due to when its answer had come. */
export interface Load {
  readonly name: string;
  readonly requests: number;
  /** Requests answered a second. */
  readonly perSecond: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Sends one text to /analyze and waits for the end of the answer; gives whether it was a good one. */
type Ask = (text: string) => Promise<boolean>;

/** Makes the function that asks, over at most so many connections. */
function createAsk(url: string, connections: number): { ask: Ask; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = (text: string): Promise<boolean> =>
    new Promise((settle) => {
      const body = JSON.stringify({ text });
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
      const sent = request(`${url}/analyze`, { agent, method: "POST", headers }, (answer) => {
        answer.resume();
        answer.once("end", () => settle(answer.statusCode === 200));
        answer.once("error", () => settle(false));
      });
      sent.once("error", () => settle(false));
      sent.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** So many clients, each of which asks again as soon as it has its answer. */
export async function runClosedLoad(url: string, clients: number, texts: readonly string[], ms: number): Promise<Load> {
  const { ask, close } = createAsk(url, clients);
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const startMs = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - startMs < ms) {
      const askedMs = performance.now();
      if (!(await ask(texts[next++ % texts.length] ?? ""))) failed++;
      times.push(performance.now() - askedMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  close();
  return toLoad(`${clients} ${clients === 1 ? "client" : "clients"}, each as fast as it can`, times, failed, startMs);
}

/**
 * Requests at a fixed rate, whether or not the answers come: what a client waits, the queue before the service included.
 *
 * Source: measuring from the time a request was due is what keeps a slow answer from hiding the requests it holds up (Tene, "How NOT
 * to measure latency", 2013).
 */
export async function runOpenLoad(
  url: string,
  perSecond: number,
  texts: readonly string[],
  ms: number,
  name: string = `${perSecond} requests a second`,
): Promise<Load> {
  const { ask, close } = createAsk(url, 64);
  const times: number[] = [];
  const waiting: Promise<void>[] = [];
  let failed = 0;
  const startMs = performance.now();
  const total = Math.floor((perSecond * ms) / 1000);
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - startMs) * perSecond) / 1000) + 1);
    for (; sent < due; sent++) {
      const dueMs = startMs + (sent * 1000) / perSecond;
      const asked = ask(texts[sent % texts.length] ?? "").then((good) => {
        if (!good) failed++;
        times.push(performance.now() - dueMs);
      });
      waiting.push(asked);
    }
    await new Promise((wake) => setTimeout(wake, 1));
  }
  await Promise.all(waiting);
  close();
  return toLoad(name, times, failed, startMs);
}

function toLoad(name: string, times: number[], failed: number, startMs: number): Load {
  const seconds = (performance.now() - startMs) / 1000;
  times.sort((a, b) => a - b);
  const rank = (share: number): number => times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)] ?? 0;
  return {
    name,
    requests: times.length,
    perSecond: times.length / seconds,
    failed,
    p50Ms: rank(0.5),
    p95Ms: rank(0.95),
    p99Ms: rank(0.99),
    maxMs: rank(1),
  };
}
