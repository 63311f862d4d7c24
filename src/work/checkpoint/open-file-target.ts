import { appendFile, readFile, rm, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { excerpt, VerbatimsError } from "../../core/error.js";
import { unwritable } from "../open-output.js";
import { type Checkpoint, readCheckpoint, writeCheckpoint } from "./checkpoint.js";
import { openRunFiles, type RunFiles } from "./run-files.js";
import { type RunKey, tellDifference } from "./run-key.js";
import { lockRun } from "./run-lock.js";
import type { RunProgress } from "./run-progress.js";
import type { RunTarget } from "./run-target.js";

/** How often a run that goes on saves how far it is. */
const EVERY_MS = 500;

/**
 * Opens the files of a run that can be broken off at any moment. Output, rejects, remembered ids and checkpoint are made to last in this
 * order, so that a checkpoint never tells of what is not there; what is there beyond it is written once more.
 *
 * @param taken identities of the inputs
 * @throws VerbatimsError `unwritable-output`; `unlike-checkpoint` where a run was broken off that had another key
 */
export async function openFileTarget(
  choice: { readonly out: string; readonly rejects: string | undefined },
  taken: readonly (string | null)[],
  run: Omit<RunKey, "models"> & { readonly models: () => Promise<readonly string[]> },
  restart: boolean,
): Promise<RunTarget> {
  const files = await openRunFiles(choice.out, choice.rejects, taken);
  const lock = await lockRun(files.folder, excerpt(choice.out, 200));
  let key: RunKey | undefined;
  // The models are asked for as late as may be: naming them loads them.
  const keyOf = async (): Promise<RunKey> => {
    key ??= { ...run, models: await run.models() };
    return key;
  };
  const idsFile = join(files.folder, "ids");
  try {
    if (restart) await startAnew(files, idsFile);
    const found = await readCheckpoint(files.folder);
    if (found !== null) await refuseUnlike(found, await keyOf(), choice.out, files);
    else await startAnew(files, idsFile);
    const ids = await readIds(idsFile, found?.idsKept ?? 0);
    if (found?.done !== true) await files.truncate(found?.outBytes ?? 0, found?.rejectBytes ?? 0);
    let [saved, savedMs] = [found !== null, Date.now()];
    let saving: Promise<void> = Promise.resolve();
    let failure: unknown = null;

    const write = async (progress: RunProgress, done: boolean): Promise<void> => {
      const state = progress.toState();
      const known = await keyOf();
      const hashes = Float64Array.from(progress.takeIds());
      await files.sync();
      try {
        if (hashes.length > 0) await appendFile(idsFile, Buffer.from(hashes.buffer), { flush: true });
      } catch (error) {
        throw unwritable(idsFile, error);
      }
      await writeCheckpoint(files.folder, { format: "verbatims-checkpoint", version: 1, key: known, ...state, done });
      saved = true;
    };

    return {
      out: files.outPart,
      rejects: files.rejectsPart,
      take: null,
      before: found === null ? null : { state: found, ids, done: found.done },
      save: (progress) => {
        if (failure !== null) throw failure;
        if (Date.now() - savedMs < EVERY_MS) return;
        savedMs = Number.POSITIVE_INFINITY;
        saving = write(progress, false).then(
          () => {
            savedMs = Date.now();
          },
          (error) => {
            failure = error;
          },
        );
      },
      commit: async (progress) => {
        await saving;
        if (found?.done !== true) {
          const { outBytes, rejectBytes } = progress.toState();
          await files.truncate(outBytes, rejectBytes);
          await write(progress, true);
        }
        await files.rename();
        await files.remove();
      },
      leave: async (progress) => {
        await saving;
        // After a failure to save, what was saved before it stands.
        if (failure === null && progress.totals().read > 0) await write(progress, false).catch(() => undefined);
        if (!saved) await files.remove();
        await files.close();
        await lock.release();
        return saved;
      },
    };
  } catch (error) {
    await files.close();
    await lock.release();
    throw error;
  }
}

async function startAnew(files: RunFiles, idsFile: string): Promise<void> {
  await rm(join(files.folder, "state.json"), { force: true });
  await rm(idsFile, { force: true });
}

async function refuseUnlike(found: Checkpoint, key: RunKey, out: string, files: RunFiles): Promise<void> {
  const lost = found.done ? null : await tellLoss(found, files);
  const why = tellDifference(found.key, key) ?? lost;
  if (why === null) return;
  throw new VerbatimsError(
    "unlike-checkpoint",
    `${excerpt(out, 200)}: expected the run that was broken off to go on, but ${why}. Make it as it was, or begin anew with --restart.`,
    { expected: "the same inputs and options", received: why },
  );
}

/** What is gone of the files of a run; `null` for nothing. */
async function tellLoss(found: Checkpoint, { outPart, rejectsPart }: RunFiles): Promise<string | null> {
  const parts: readonly (readonly [string | null, number])[] = [
    [outPart, found.outBytes],
    [rejectsPart, found.rejectBytes],
  ];
  for (const [path, bytes] of parts) {
    if (path === null) continue;
    const { size } = (await stat(path).catch(() => null)) ?? { size: 0 };
    if (size < bytes) return `${path} has ${size} bytes of ${bytes}`;
  }
  return null;
}

async function readIds(path: string, count: number): Promise<Float64Array> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  // What was appended after the checkpoint is appended again.
  if (bytes.length > count * 8) await truncate(path, count * 8);
  const kept = bytes.subarray(0, count * 8);
  return new Float64Array(kept.buffer.slice(kept.byteOffset, kept.byteOffset + kept.length));
}
