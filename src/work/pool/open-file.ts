import { type FileHandle, open } from "node:fs/promises";
import { unreadable } from "../open-input.js";
import { changed } from "../ranges/read-bytes.js";

/** An input that is open for reading at any place. */
export interface OpenFile {
  readonly path: string;
  readonly file: FileHandle;
  /** Bytes of the file when it was opened. */
  readonly size: number;
  /** @throws VerbatimsError `changed-input` where it is no longer what it was when it was opened */
  readonly checkUnchanged: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a file for reading at any place.
 *
 * @throws VerbatimsError `unreadable-input`
 */
export async function openFile(path: string): Promise<OpenFile> {
  try {
    const file = await open(path, "r");
    const { size, mtimeMs } = await file.stat();
    const checkUnchanged = async (): Promise<void> => {
      const now = await file.stat();
      if (now.size !== size) throw changed(path, `it had ${size} bytes, and has ${now.size}`);
      if (now.mtimeMs !== mtimeMs) throw changed(path, "somebody wrote to it");
    };
    return { path, file, size, checkUnchanged, close: () => file.close() };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Reads at most `length` bytes of a file from `offset` on. */
export async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, Math.max(0, offset));
  return buffer.subarray(0, bytesRead);
}
