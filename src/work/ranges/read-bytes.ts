import type { FileHandle } from "node:fs/promises";
import { VerbatimsError } from "../../core/error.js";

const PIECE = 256 * 1024;

/**
 * Reads the bytes of a file from `start` to `end`, piece by piece.
 *
 * @throws VerbatimsError `changed-input` where the file ends before `end`
 */
export async function* readBytes(
  file: FileHandle,
  start: number,
  end: number,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = start; at < end; ) {
    // The pieces are kept for as long as their lines may be asked for, so that each has memory of its own.
    const buffer = Buffer.allocUnsafeSlow(Math.min(PIECE, end - at));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) throw changed(name, `${end} bytes or more, got ${at}`);
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The error of an input that is no longer what it was when its reading began. */
export function changed(name: string, what: string): VerbatimsError {
  return new VerbatimsError(
    "changed-input",
    `${name}: expected a file that stays as it is while it is read: ${what}. Wait until nobody writes to it, and run again with --restart.`,
    { received: what },
  );
}
