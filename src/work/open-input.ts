import { open } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { excerpt, VerbatimsError } from "../core/error.js";
import { identifyFile } from "./file-identity.js";
import { ungzip } from "./ungzip.js";

/** An input that is open for reading. */
export interface OpenedInput {
  /** What to call it in messages: the path as given, or "standard input". */
  readonly name: string;
  /** The path, where there is one. */
  readonly path: string | undefined;
  /** Its bytes, unpacked where they were gzip; to be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Its length in bytes as stored; `null` where nobody knows, as of a pipe. */
  readonly size: number | null;
  /** Stored bytes read so far. */
  readonly bytesRead: () => number;
  /** What tells this file from others; `null` for a pipe. */
  readonly identity: string | null;
  /** Closes it without reading to its end. */
  readonly close: () => void;
}

/**
 * Opens a file, or takes a readable stream such as `process.stdin`, for reading piece by piece. Gzip is recognised by its first
 * bytes, whatever the name. An aborted `signal` breaks the reading off.
 *
 * @throws VerbatimsError `unreadable-input` where there is no such file, it is a directory, it may not be read, or (while
 * reading) its gzip data is broken
 * @example
 * const input = await openInput("reviews.csv.gz");
 * for await (const record of readVerbatims(input.chunks, { fileName: input.path })) console.log(record.line);
 */
export async function openInput(source: string | Readable, signal?: AbortSignal): Promise<OpenedInput> {
  const opened = typeof source === "string" ? await openFile(source) : await takeStream(source);
  const { name, stream } = opened;
  // The reader below is told of every error; without a listener one that comes before it reads would end the program.
  stream.on("error", () => undefined);
  if (signal !== undefined) addAbortSignal(signal, stream);
  let bytes = 0;
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of stream) {
        const piece: Uint8Array = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        bytes += piece.length;
        yield piece;
      }
    } catch (error) {
      signal?.throwIfAborted();
      throw unreadable(name, error);
    }
  }
  return { ...opened, chunks: ungzip(read()), bytesRead: () => bytes, close: () => stream.destroy() };
}

type Found = Pick<OpenedInput, "name" | "path" | "size" | "identity"> & { readonly stream: Readable };

async function openFile(path: string): Promise<Found> {
  const name = excerpt(path, 200);
  let stream: Readable;
  try {
    const file = await open(path, "r");
    const found = await file.stat();
    if (found.isDirectory()) {
      await file.close();
      throw new VerbatimsError("unreadable-input", `${name}: expected a file, got a directory. Name a file in it.`, {
        received: "a directory",
      });
    }
    stream = file.createReadStream({ highWaterMark: 256 * 1024 });
    const identity = found.isFile() ? `${found.dev}:${found.ino}` : null;
    return { name, path, size: found.isFile() ? found.size : null, identity, stream };
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function takeStream(stream: Readable): Promise<Found> {
  const name = "fd" in stream && stream.fd === 0 ? "standard input" : "input";
  return { name, path: undefined, size: null, identity: await identifyFile(stream), stream };
}

/** What the system's refusals mean, and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: "got none. Check the path",
  ENOTDIR: "got a path through something that is no directory. Check the path",
  EISDIR: "got a directory. Name a file in it",
  EACCES: "got one that may not be read. Change its permissions",
  EPERM: "got one that may not be read. Change its permissions",
  ENAMETOOLONG: "got a name that is too long. Check the path",
  ELOOP: "got links that lead in a circle. Check the path",
  EMFILE: "got too many open files. Close some and try again",
};

/** What an error of the system means for an input; other errors as they are. */
export function unreadable(name: string, error: unknown): unknown {
  if (error instanceof VerbatimsError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const refusal = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  const told = refusal ?? `got an error (${excerpt(error.message)}). Try again, or copy the file elsewhere`;
  return new VerbatimsError("unreadable-input", `${name}: expected a readable file, ${told}.`, { received: code });
}
