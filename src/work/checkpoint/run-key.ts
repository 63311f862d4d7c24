import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { excerpt } from "../../core/error.js";
import { unreadable } from "../open-input.js";

/** What tells an input from others, and from what it was before. */
export interface InputIdentity {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Hash of its first and last 64 kB. */
  readonly hash: string;
}

/** What a run depends on: two runs with the same key write the same bytes. Plain JSON. */
export interface RunKey {
  /** Version of the library. */
  readonly version: string;
  readonly inputs: readonly InputIdentity[];
  /** The options that change what is written, by name. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Fingerprints of the models. */
  readonly models: readonly string[];
}

const EDGE = 65_536;

/**
 * Identifies an input.
 *
 * @throws VerbatimsError `unreadable-input`
 */
export async function identifyInput(path: string): Promise<InputIdentity> {
  try {
    const file = await open(path, "r");
    try {
      const { size, mtimeMs } = await file.stat();
      const hash = createHash("sha256");
      for (const at of new Set([0, Math.max(0, size - EDGE)])) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(EDGE), 0, EDGE, at);
        hash.update(buffer.subarray(0, bytesRead));
      }
      return { path: resolve(path), size, mtimeMs, hash: hash.digest("hex").slice(0, 32) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** What differs between the key of a run that was broken off and that of the one that would go on; `null` for nothing. */
export function tellDifference(before: RunKey, now: RunKey): string | null {
  if (before.version !== now.version) return `it was made by version ${before.version}, and this is ${now.version}`;
  for (const name of new Set([...Object.keys(before.options), ...Object.keys(now.options)])) {
    const [was, is] = [before.options[name], now.options[name]].map((value) => JSON.stringify(value ?? null));
    if (was !== is) return `${name} was ${excerpt(was)}, and is ${excerpt(is)} now`;
  }
  if (before.models.join() !== now.models.join()) {
    return `it was scored with the models ${before.models.join(", ")}, and there are ${now.models.join(", ")} now`;
  }
  if (before.inputs.length !== now.inputs.length) {
    return `it had ${before.inputs.length} inputs, and there are ${now.inputs.length} now`;
  }
  for (const [i, was] of before.inputs.entries()) {
    const is = now.inputs[i];
    if (is === undefined || was.path !== is.path) return `input ${i + 1} was ${was.path}, and is ${is?.path} now`;
    if (was.size !== is.size) return `${is.path} had ${was.size} bytes, and has ${is.size} now`;
    if (was.hash !== is.hash) return `${is.path} begins or ends differently`;
    if (was.mtimeMs !== is.mtimeMs) return `${is.path} was written to in between`;
  }
  return null;
}
