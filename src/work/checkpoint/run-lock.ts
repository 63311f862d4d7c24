import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { VerbatimsError } from "../../core/error.js";

/** Keeps other runs away from the files of this one. */
export interface RunLock {
  readonly release: () => Promise<void>;
}

/**
 * Locks a folder for this process. The lock of a process that has ended, in whatever way, counts as none.
 *
 * @param name what the message calls the output
 * @throws VerbatimsError `unwritable-output` where another run that is still alive has it
 */
export async function lockRun(folder: string, name: string): Promise<RunLock> {
  const path = join(folder, "lock");
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (let tries = 0; ; tries++) {
    try {
      await writeFile(path, mine, { flag: "wx" });
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!taken || tries === 3) throw error;
      const theirs = await readFile(path, "utf8").catch(() => "");
      if (theirs !== mine && isAlive(theirs)) {
        const pid = theirs.split(" ", 1)[0] ?? "";
        throw new VerbatimsError(
          "unwritable-output",
          `${name}: expected no other run that writes it, got process ${pid}. Wait until it ends, or name another file.`,
          { received: `process ${pid}` },
        );
      }
      await rm(path, { force: true });
    }
  }
}

/** Whether the process that wrote a lock is still the one of that number. */
function isAlive(lock: string): boolean {
  const [pid = "", start = ""] = lock.split(" ");
  if (!/^\d{1,10}$/.test(pid) || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return startOf(Number(pid)) === start;
}

/** When a process was started, as Linux counts it; `?` where nobody tells. Numbers of processes are used again. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name in brackets, which may hold anything; the start is field 22.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "?";
  } catch {
    return "?";
  }
}
