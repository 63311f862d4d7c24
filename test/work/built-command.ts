import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The built library, which threads are started from; `npm test` builds it first. */
const BUILT: string = resolve(import.meta.dirname, "../../dist");

/** A module of the built library. */
export const builtUrl = (path: string): string => pathToFileURL(resolve(BUILT, path)).href;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: Buffer;
  readonly err: string;
  /** The last line on stderr. */
  readonly last: string;
}

/** Starts the built command as a process of its own. */
export function startBuilt(
  words: readonly string[],
  options: { readonly cwd?: string } = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  return startProcess(process.execPath, [resolve(BUILT, "cli.js"), ...words], options);
}

/** Starts any process. */
function startProcess(
  program: string,
  words: readonly string[],
  options: { readonly cwd?: string } = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(program, words, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  const ended = new Promise<Ended>((settle) => {
    child.on("close", (code, signal) => {
      const said = Buffer.concat(err).toString();
      settle({ code, signal, out: Buffer.concat(out), err: said, last: said.trimEnd().split("\n").at(-1) ?? "" });
    });
  });
  return { child, ended };
}

/** Runs the built command to its end. */
export async function runBuilt(words: readonly string[], options: { readonly cwd?: string } = {}): Promise<Ended> {
  return await startBuilt(words, options).ended;
}
