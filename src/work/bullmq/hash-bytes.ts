import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { readBytes } from "../ranges/read-bytes.js";

/** SHA-256 of a range of a file, in hexadecimal. @throws VerbatimsError `changed-input` where the file ends before `end` */
export async function hashBytes(file: FileHandle, start: number, end: number, name: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of readBytes(file, start, end, name)) hash.update(piece);
  return hash.digest("hex");
}
