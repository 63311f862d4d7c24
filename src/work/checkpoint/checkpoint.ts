import { open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { VerbatimsError } from "../../core/error.js";
import type { RecordPlace } from "../../intake/input-shape.js";
import type { Summary } from "../../pattern/summary.js";
import { unwritable } from "../open-output.js";
import type { WorkTotals } from "../work-totals.js";
import type { RunKey } from "./run-key.js";

/** How far a run has come, as it lies on the disk. */
export interface Checkpoint {
  readonly format: "verbatims-checkpoint";
  readonly version: 1;
  readonly key: RunKey;
  /** The first row that is not written yet: number of the input, from 0, and the place in it. */
  readonly input: number;
  readonly place: RecordPlace;
  /** Bytes of the output and of the rejects that are written for good. */
  readonly outBytes: number;
  readonly rejectBytes: number;
  readonly totals: WorkTotals;
  /** Ids that are remembered, to count those that come again. */
  readonly idsKept: number;
  /** The analyses so far, added up; `null` where that was not asked for. */
  readonly summary: Summary | null;
  /** Whether all rows are written, and the files were about to get their names. */
  readonly done: boolean;
}

const NAME = "state.json";

/**
 * Reads the checkpoint in a folder; `null` where there is none.
 *
 * @throws VerbatimsError `unlike-checkpoint` where it cannot be read
 */
export async function readCheckpoint(folder: string): Promise<Checkpoint | null> {
  const path = join(folder, NAME);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw unwritable(path, error);
  }
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === "object" && found !== null && "format" in found && "version" in found) {
      // Written whole or not at all, by this file alone, so that these two tell the rest.
      if (found.format === "verbatims-checkpoint" && found.version === 1) return found as Checkpoint;
    }
  } catch {
    // Told below.
  }
  throw new VerbatimsError(
    "unlike-checkpoint",
    `${path}: expected a checkpoint of this version, got something else. Begin anew with --restart.`,
    { received: "no checkpoint" },
  );
}

/**
 * Writes a checkpoint: under another name, through to the disk, and renamed, so that at any moment there is a whole one.
 *
 * @throws VerbatimsError `unwritable-output`
 */
export async function writeCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  const path = join(folder, NAME);
  try {
    const file = await open(`${path}.new`, "w");
    try {
      await file.writeFile(`${JSON.stringify(checkpoint)}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
    await syncFolder(dirname(path));
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Makes the names in a folder last; where a system cannot, they last as it sees fit. */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, "r").catch(() => null);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}
