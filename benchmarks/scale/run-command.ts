import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const CLI = join(import.meta.dirname, "../../dist/cli.js");

/** How a run of the built command went. */
export interface CommandRun {
  readonly code: number | null;
  readonly seconds: number;
  /** Processor time of the whole process, and of its main thread, in seconds; 0 where the system does not tell. */
  readonly cpuSeconds: number;
  readonly mainSeconds: number;
  /** Memory (RSS) in MB, four times a second. */
  readonly rssMb: readonly number[];
  readonly err: string;
}

/** Starts the built command. */
export function startCommand(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...words], { stdio: ["ignore", "ignore", "pipe"] });
}

/** Runs the built command to its end and watches it by /proc. */
export async function watchCommand(words: readonly string[]): Promise<CommandRun> {
  const started = performance.now();
  const child = startCommand(words);
  let err = "";
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const rssMb: number[] = [];
  let [cpuSeconds, mainSeconds] = [0, 0];
  const ended = new Promise<number | null>((settle) => child.on("close", settle));
  let code: number | null | undefined;
  void ended.then((value) => {
    code = value;
  });
  while (code === undefined) {
    const { pid } = child;
    cpuSeconds = Math.max(cpuSeconds, secondsOf(`/proc/${pid}/stat`));
    // The main thread of a process has its number.
    mainSeconds = Math.max(mainSeconds, secondsOf(`/proc/${pid}/task/${pid}/stat`));
    const rss = rssOf(pid);
    if (rss > 0) rssMb.push(rss);
    await sleep(250);
  }
  return { code, seconds: (performance.now() - started) / 1000, cpuSeconds, mainSeconds, rssMb, err };
}

/** Processor time in seconds, in user and system mode, as a stat file of Linux tells it in hundredths. */
function secondsOf(path: string): number {
  try {
    const text = readFileSync(path, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function rssOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
