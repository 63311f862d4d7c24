import { mkdir, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { excerpt, VerbatimsError } from "../../core/error.js";
import { type InputShape, readInputShape } from "../../intake/input-shape.js";
import { unreadable } from "../open-input.js";
import { unwritable } from "../open-output.js";
import { readBytes } from "../ranges/read-bytes.js";
import { scoreRange } from "../ranges/score-range.js";
import type { RangeTotals } from "../ranges/score-records.js";
import { hashBytes } from "./hash-bytes.js";
import type { Locate } from "./locate.js";
import { modelNames } from "./model-names.js";
import { findReceipt, shardFiles, writeJson } from "./receipt.js";
import { type ShardJob, shardKey } from "./shard-job.js";

/** What a shard gave. */
export interface ShardResult {
  readonly key: string;
  readonly totals: RangeTotals;
  /** Whether its outputs were there already, so that nothing was done. */
  readonly reused: boolean;
}

/**
 * Does one shard. Its outputs are named by its key and get their names when they are whole, the receipt last: done twice, at once or
 * one after the other, it leaves the same bytes under the same names.
 *
 * @throws VerbatimsError `changed-input` where the file holds other bytes than when the dump was added; `unlike-models` where the
 * models here are not those of the dump; `unreadable-input`, `unwritable-output`
 */
export async function scoreShard(
  job: ShardJob,
  locate: Locate,
  onProgress?: (totals: RangeTotals) => void,
): Promise<ShardResult> {
  const [path, folder] = [locate(job.uri), locate(job.out)];
  const name = excerpt(path, 200);
  const files = shardFiles(folder, job.index, job.key);
  const found = await findReceipt(files, job.key);
  if (found !== null) return { key: job.key, totals: found.totals, reused: true };
  refuseOtherModels(job);
  const shape = await checkInput(path, name, job);
  await mkdir(dirname(files.receipt), { recursive: true }).catch((error) => {
    throw unwritable(excerpt(folder, 200), error);
  });
  const { totals, summary, end } = await scoreRange(
    path,
    { start: job.start.offset, end: job.end },
    { ...job.reading, shape, from: job.start, out: files.scored, rejects: files.rejects, onProgress },
  );
  // A row that was the last of the file may have been gone on with.
  if (end.offset !== job.end) throw changedShard(name, job);
  await writeJson(files.summary, summary);
  const [scored, rejects] = await Promise.all([stat(files.scored), stat(files.rejects)]);
  const sizes = { scoredBytes: scored.size, rejectBytes: rejects.size };
  await writeJson(files.receipt, { format: "verbatims-receipt", version: 1, key: job.key, totals, ...sizes });
  return { key: job.key, totals, reused: false };
}

function refuseOtherModels({ models }: ShardJob): void {
  const here = modelNames();
  if (models.join() === here.join()) return;
  throw new VerbatimsError(
    "unlike-models",
    `worker: expected the models ${models.join(", ")}, got ${here.join(", ")}. Run the version on the workers that adds the dumps.`,
    { expected: models.join(", "), received: here.join(", ") },
  );
}

/** Tells the shape of the file, and refuses one whose start or whose bytes of this shard have changed. */
async function checkInput(path: string, name: string, job: ShardJob): Promise<InputShape> {
  const file = await open(path, "r").catch((error) => {
    throw unreadable(name, error);
  });
  try {
    const { size } = await file.stat();
    const shape = await readInputShape(readBytes(file, 0, size, name), { ...job.reading, fileName: path });
    const sha256 = await hashBytes(file, job.start.offset, job.end, name);
    if (sha256 === job.sha256 && shardKey(job, shape) === job.key) return shape;
  } finally {
    await file.close();
  }
  throw changedShard(name, job);
}

function changedShard(name: string, job: ShardJob): VerbatimsError {
  return new VerbatimsError(
    "changed-input",
    `${name}: expected in bytes ${job.start.offset} to ${job.end} what was there when the dump was added, got something else. Add the dump again: only what has changed is done.`,
    { received: "other bytes" },
  );
}
