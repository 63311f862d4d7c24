import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRandom } from "../../src/core/random.js";
import { startCommand } from "./run-command.js";

/** What killing at random moments did. */
export interface KillRounds {
  readonly rounds: number;
  /** Rounds that ended with the bytes of an undisturbed run. */
  readonly identical: number;
  /** Times that a process was killed in all of them. */
  readonly kills: number;
}

/** Runs the command so many times, kills it (kill -9) at random moments until it comes through, and compares the bytes. */
export async function runKillRounds(
  words: readonly string[],
  outputs: readonly string[],
  rounds: number,
  undisturbedMs: number,
  seed: number,
): Promise<KillRounds> {
  const wanted = outputs.map(hashOf);
  const random = createRandom(seed);
  let [identical, kills] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    for (const output of outputs) rmSync(output);
    // The first kill of a round comes at any moment of a whole run; the later ones let the work come on.
    let [code, tries]: [number | null, number] = [null, 0];
    while (code === null) {
      const waitMs = tries++ < 8 ? random() * undisturbedMs : Number.POSITIVE_INFINITY;
      code = await runAndKill(words, waitMs);
      if (code === null) kills++;
    }
    if (outputs.every((output, i) => existsSync(output) && hashOf(output) === wanted[i])) identical++;
  }
  return { rounds, identical, kills };
}

function runAndKill(words: readonly string[], waitMs: number): Promise<number | null> {
  const child = startCommand(words);
  child.stderr?.resume();
  const timer = Number.isFinite(waitMs) ? setTimeout(() => child.kill("SIGKILL"), waitMs) : undefined;
  return new Promise((settle) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      settle(code);
    });
  });
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
