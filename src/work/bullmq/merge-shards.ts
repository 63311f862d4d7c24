import { createReadStream } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { excerpt, VerbatimsError } from "../../core/error.js";
import { openOutput } from "../open-output.js";
import type { RangeTotals } from "../ranges/score-records.js";
import { mergeFiles } from "../summarize-files.js";
import type { Locate } from "./locate.js";
import { findReceipt, type Receipt, type ShardFiles, shardFiles, writeJson } from "./receipt.js";
import type { MergeJob } from "./shard-job.js";

/** What a dump gave. */
export interface DumpResult {
  /** File of the summary, on the machine that merged. */
  readonly summary: string;
  /** Files of the analyses, in the order of the dump: one for each shard, or the joined one alone. */
  readonly scored: readonly string[];
  /** Files of the rows that could not be read, as `scored`. */
  readonly rejects: readonly string[];
  readonly totals: RangeTotals;
}

/**
 * Adds up what the shards of a dump gave: `summary.json` in the folder of the outputs, and, where it is asked for, `scored.jsonl` and
 * `rejects.jsonl` joined in the order of the dump. Done twice, it leaves the same bytes.
 *
 * @throws VerbatimsError `missing-shards` where the outputs of a shard are not there or not whole; `unwritable-output`
 */
export async function mergeShards(job: MergeJob, locate: Locate): Promise<DumpResult> {
  const folder = locate(job.out);
  const shards: { files: ShardFiles; receipt: Receipt }[] = [];
  const missing: number[] = [];
  for (const [index, key] of job.keys.entries()) {
    const files = shardFiles(folder, index, key);
    const receipt = await findReceipt(files, key);
    if (receipt === null) missing.push(index);
    else shards.push({ files, receipt });
  }
  if (missing.length > 0) {
    throw new VerbatimsError(
      "missing-shards",
      `${excerpt(folder, 200)}: expected the outputs of ${job.keys.length} shards, got none of shard ${missing.slice(0, 10).join(", ")}${missing.length > 10 ? " …" : ""}. Add the dump again: only what is missing is done.`,
    );
  }
  const summary = join(folder, "summary.json");
  await mergeFiles(
    shards.map(({ files }) => files.summary),
    { out: summary },
  );
  let [scored, rejects] = [shards.map(({ files }) => files.scored), shards.map(({ files }) => files.rejects)];
  if (job.join) {
    scored = [await joinFiles(scored, join(folder, "scored.jsonl"))];
    rejects = [await joinFiles(rejects, join(folder, "rejects.jsonl"))];
  }
  const totals = addUp(shards.map(({ receipt }) => receipt.totals));
  await writeJson(join(folder, "totals.json"), totals);
  await removeLeftovers(join(folder, "parts"));
  return { summary, scored, rejects, totals };
}

function addUp(all: readonly RangeTotals[]): RangeTotals {
  let [read, written, rejected, brokenBytes] = [0, 0, 0, 0];
  for (const totals of all) {
    read += totals.read;
    written += totals.written;
    rejected += totals.rejected;
    brokenBytes += totals.brokenBytes;
  }
  return { read, written, rejected, brokenBytes };
}

async function joinFiles(parts: readonly string[], target: string): Promise<string> {
  const out = await openOutput(target);
  try {
    for (const part of parts) {
      // A stream that reads a file gives buffers.
      for await (const chunk of createReadStream(part, { highWaterMark: 1 << 20 }))
        await out.write(chunk as Uint8Array);
    }
    await out.commit();
  } finally {
    await out.discard();
  }
  return target;
}

/** How long a temporary file is left alone after it was last written to: its writer may be at work. */
const LEFTOVER_MS = 60_000;

/** Takes away what killed workers left half written. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\.verbatims-.*\.part$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > LEFTOVER_MS) await rm(path, { force: true });
  }
}
