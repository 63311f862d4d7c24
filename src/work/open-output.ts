import { randomUUID } from "node:crypto";
import { access, constants, type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { excerpt, VerbatimsError } from "../core/error.js";
import { identifyFile } from "./file-identity.js";

/** An output that is open for writing. */
export interface OpenedOutput {
  /** What to call it in messages. */
  readonly name: string;
  /** Writes bytes, or text as UTF-8; resolves when they may be forgotten, so that waiting for it is back-pressure. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** Ends the output well: a file gets its name now. */
  readonly commit: () => Promise<void>;
  /** Ends the output without a result: what was at the path before is still there. Does nothing after `commit`. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens a file, or takes a writable stream such as `process.stdout`. A file is written under a temporary name beside its place and
 * renamed on `commit`, so that nobody ever finds half of it. Pipes and devices are written to directly.
 *
 * @param taken identities of the inputs and of the other outputs (see `identifyFile`)
 * @throws VerbatimsError `unwritable-output` where the place may not be written to, or is one of those taken; with
 * `details.received` `"EPIPE"` where the reader of a pipe has gone
 */
export async function openOutput(
  target: string | Writable,
  taken: readonly (string | null)[] = [],
): Promise<OpenedOutput> {
  const identity = await identifyFile(target);
  const name = typeof target === "string" ? excerpt(target, 200) : "standard output";
  if (identity !== null && taken.includes(identity)) {
    throw new VerbatimsError(
      "unwritable-output",
      `${name}: expected a file of its own, got one that is read or written already. Name another file.`,
      { received: "the same file" },
    );
  }
  if (typeof target !== "string") return writeStream(target, name);
  try {
    return await writeFile(target, name);
  } catch (error) {
    throw unwritable(name, error);
  }
}

function writeStream(stream: Writable, name: string): OpenedOutput {
  // Each write tells of its own error; without a listener the stream would end the program.
  const ignore = (): void => undefined;
  stream.on("error", ignore);
  const write = (content: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(content, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(unwritable(name, error));
      });
    });
  return { name, write, commit: async () => undefined, discard: async () => undefined };
}

async function writeFile(path: string, name: string): Promise<OpenedOutput> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory() === true) throw Object.assign(new Error("a directory"), { code: "EISDIR" });
  const direct = there !== null && !there.isFile();
  if (there !== null) await access(path, constants.W_OK);
  const place = there === null || direct ? path : await realpath(path);
  const temporary = direct ? path : join(dirname(place), `.verbatims-${randomUUID()}.part`);
  const file: FileHandle = await open(temporary, direct ? "w" : "wx", there === null ? 0o666 : there.mode & 0o777);
  let isOpen = true;
  const guard = async (step: () => Promise<unknown>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      throw unwritable(name, error);
    }
  };
  const discard = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await file.close().catch(() => undefined);
    if (!direct) await rm(temporary, { force: true });
  };
  const commit = async (): Promise<void> => {
    try {
      if (!direct) await guard(() => file.sync());
      await guard(() => file.close());
      if (!direct) await guard(() => rename(temporary, place));
      isOpen = false;
    } catch (error) {
      await discard();
      throw error;
    }
  };
  return { name, write: (content) => guard(() => file.writeFile(content)), commit, discard };
}

/** What the system's refusals mean, and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: "got a folder that is not there. Create it, or check the path",
  ENOTDIR: "got a path through something that is no directory. Check the path",
  EISDIR: "got a directory. Name a file in it",
  EACCES: "got one that may not be written to. Change its permissions, or name another place",
  EPERM: "got one that may not be written to. Change its permissions, or name another place",
  EROFS: "got a file system for reading only. Name another place",
  ENOSPC: "got a full disk. Make room, or name another place",
  ENAMETOOLONG: "got a name that is too long. Name a shorter one",
  EPIPE: "got a pipe that nobody reads any more. Check the command that reads it",
};

/** What an error of the system means for an output; other errors as they are. */
export function unwritable(name: string, error: unknown): unknown {
  if (error instanceof VerbatimsError || !(error instanceof Error)) return error;
  const written = "code" in error ? String(error.code) : "";
  // A stream whose pipe has broken is destroyed; later writes tell only of that.
  const code = written === "ERR_STREAM_DESTROYED" ? "EPIPE" : written;
  const refusal = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  const told = refusal ?? `got an error (${excerpt(error.message)}). Name another place`;
  return new VerbatimsError("unwritable-output", `${name}: expected a writable file, ${told}.`, { received: code });
}
