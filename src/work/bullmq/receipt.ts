import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { openOutput } from "../open-output.js";
import type { RangeTotals } from "../ranges/score-records.js";

/** Files of one shard in the folder of the outputs. */
export interface ShardFiles {
  /** Analyses, one a line. */
  readonly scored: string;
  readonly rejects: string;
  readonly summary: string;
  /** Written last: says that the others are whole. */
  readonly receipt: string;
}

/** What a shard gave, kept beside its outputs. */
export interface Receipt {
  readonly format: "verbatims-receipt";
  readonly version: 1;
  readonly key: string;
  readonly totals: RangeTotals;
  /** Bytes of the analyses and of the rejects. */
  readonly scoredBytes: number;
  readonly rejectBytes: number;
}

/** Names the files of a shard. In the order of their names they are in the order of the dump. */
export function shardFiles(folder: string, index: number, key: string): ShardFiles {
  const stem = join(folder, "parts", `${String(index).padStart(6, "0")}-${key}`);
  return {
    scored: `${stem}.jsonl`,
    rejects: `${stem}.rejects.jsonl`,
    summary: `${stem}.summary.json`,
    receipt: `${stem}.receipt.json`,
  };
}

/** The receipt of a shard whose outputs are all there and whole; `null` where it is to be done, or done again. */
export async function findReceipt(files: ShardFiles, key: string): Promise<Receipt | null> {
  try {
    const receipt: Receipt = JSON.parse(await readFile(files.receipt, "utf8"));
    if (receipt.format !== "verbatims-receipt" || receipt.version !== 1 || receipt.key !== key) return null;
    const [scored, rejects] = await Promise.all([stat(files.scored), stat(files.rejects), stat(files.summary)]);
    return scored.size === receipt.scoredBytes && rejects.size === receipt.rejectBytes ? receipt : null;
  } catch {
    return null;
  }
}

/** Writes plain JSON under a temporary name and gives it its own when it is whole. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const out = await openOutput(path);
  try {
    await out.write(`${JSON.stringify(value)}\n`);
    await out.commit();
  } finally {
    await out.discard();
  }
}
