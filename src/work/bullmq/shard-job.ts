import { createHash } from "node:crypto";
import { excerpt, VerbatimsError } from "../../core/error.js";
import type { RecordPlace } from "../../intake/input-shape.js";
import type { IntakeOptions } from "../../intake/intake-options.js";
import type { AnalyzerOptions } from "../../meaning/analyzer.js";

/** How the rows of a dump are read; plain JSON, sent with each job. */
export interface ShardReading
  extends Omit<IntakeOptions, "fileName" | "onMapping" | "onEnd" | "maxRecordChars">,
    AnalyzerOptions {}

/** A piece of work: which bytes of which file are to be read how, and where the analyses go. References, never text. */
export interface ShardJob {
  readonly format: "verbatims-shard";
  readonly version: 1;
  /** The file, as a `file:` URI. */
  readonly uri: string;
  /** Place of the shard in its dump, from 0. */
  readonly index: number;
  /** Where its first row begins, and the byte before which its last one ends. */
  readonly start: RecordPlace;
  readonly end: number;
  /** SHA-256 of these bytes, in hexadecimal. */
  readonly sha256: string;
  readonly reading: ShardReading;
  /** The models that the analyses are to be made with; see `modelNames`. */
  readonly models: readonly string[];
  /** Folder of the outputs, as a `file:` URI. */
  readonly out: string;
  /** Names the outputs: what is read, how, and with which models. The same key means the same bytes of output. */
  readonly key: string;
}

/** The last piece of work of a dump: adding up what its shards gave. */
export interface MergeJob {
  readonly format: "verbatims-merge";
  readonly version: 1;
  readonly uri: string;
  readonly out: string;
  /** The keys of its shards, in the order of the file. */
  readonly keys: readonly string[];
  /** Whether the analyses are also written as one file. */
  readonly join: boolean;
}

/** Hashes plain JSON to 32 hexadecimal digits. */
export function hashJson(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** The key of a shard, made of all that its output depends on. */
export function shardKey(job: Omit<ShardJob, "key" | "uri" | "index" | "out">, shape: unknown): string {
  const { format, version, start, end, sha256, reading, models } = job;
  return hashJson(format, version, start, end, sha256, reading, models, shape);
}

/**
 * Reads a job that came from a queue.
 *
 * @throws VerbatimsError `invalid-job` where it is none, or one of a newer version
 */
export function parseJob(value: unknown): ShardJob | MergeJob {
  if (typeof value === "object" && value !== null && "format" in value && "version" in value && value.version === 1) {
    // A queue is written by this library alone; what the fields hold is checked where they are used.
    if (value.format === "verbatims-shard") return value as ShardJob;
    if (value.format === "verbatims-merge") return value as MergeJob;
  }
  throw new VerbatimsError(
    "invalid-job",
    `job: expected one that addDump of this version added, got ${excerpt(value)}. Give verbatims a queue of its own, and the same version everywhere.`,
  );
}
