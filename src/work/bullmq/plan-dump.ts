import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { excerpt, VerbatimsError } from "../../core/error.js";
import { unreadable } from "../open-input.js";
import { cutFile } from "../ranges/score-range.js";
import { hashBytes } from "./hash-bytes.js";
import { modelNames } from "./model-names.js";
import { hashJson, type MergeJob, type ShardJob, type ShardReading, shardKey } from "./shard-job.js";

/** Where a dump goes, how it is cut and how it is read. */
export interface PlanOptions extends ShardReading {
  /** Folder of the outputs, which every worker can write to. It is made where it is not there. */
  readonly out: string;
  /**
   * Bytes of a shard, about; at least 1.
   *
   * @defaultValue 32 MiB, some seconds of work
   */
  readonly shardBytes?: number | undefined;
  /**
   * Whether the analyses are also written as one file, in the order of the dump, and the rejects as another.
   *
   * @defaultValue false
   */
  readonly join?: boolean | undefined;
}

/** A dump that was cut: its jobs, and their names in the queue. */
export interface DumpPlan {
  /** Made of the file, its content, how it is read and where the outputs go: the same dump has the same id. */
  readonly id: string;
  readonly merge: MergeJob;
  readonly shards: readonly { readonly id: string; readonly job: ShardJob }[];
}

const SHARD_BYTES = 32 * 1024 * 1024;

/**
 * Cuts a file between its records and names each part by its content. Reads the file twice from end to end, at the pace of the disk.
 *
 * @throws VerbatimsError `invalid-option`; `unreadable-input`, also for a gzipped file, which has no parts; what reading verbatims throws
 */
export async function planDump(path: string, options: PlanOptions): Promise<DumpPlan> {
  const { out, shardBytes = SHARD_BYTES, join = false, ...reading } = options;
  if (!Number.isSafeInteger(shardBytes) || shardBytes < 1) {
    throw new VerbatimsError(
      "invalid-option",
      `shardBytes: expected a whole number above 0, got ${excerpt(shardBytes)}. Leave it out for ${SHARD_BYTES}.`,
      { field: "shardBytes", received: excerpt(shardBytes) },
    );
  }
  const name = excerpt(path, 200);
  const file = await open(path, "r").catch((error) => {
    throw unreadable(name, error);
  });
  try {
    refuseGzip(name, (await file.read(Buffer.alloc(2), 0, 2, 0)).buffer);
    const { shape, size, places } = await cutFile(path, shardBytes, reading);
    const [uri, folder] = [pathToFileURL(resolve(path)).href, pathToFileURL(resolve(out)).href];
    const models = modelNames();
    const jobs: ShardJob[] = [];
    for (const [index, start] of places.entries()) {
      const end = places[index + 1]?.offset ?? size;
      const sha256 = await hashBytes(file, start.offset, end, name);
      const core = { format: "verbatims-shard", version: 1, start, end, sha256, reading, models } as const;
      const key = shardKey(core, shape);
      jobs.push({ ...core, uri, index, out: folder, key });
    }
    const keys = jobs.map(({ key }) => key);
    const merge = { format: "verbatims-merge", version: 1, uri, out: folder, keys, join } as const;
    const id = `dump-${hashJson(merge)}`;
    // A shard belongs to one dump, so that none waits for the work of another; outputs are shared by their key.
    return { id, merge, shards: jobs.map((job) => ({ id: `shard-${hashJson(id, job.index, job.key)}`, job })) };
  } finally {
    await file.close();
  }
}

function refuseGzip(name: string, head: Uint8Array): void {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return;
  throw new VerbatimsError(
    "unreadable-input",
    `${name}: expected a file that can be cut between its rows, got gzip. Unpack it first, or score it on one machine.`,
    { received: "gzip" },
  );
}
