import type { Readable, Writable } from "node:stream";
import type { WorkHooks } from "./analyze-file.js";
import { openInput } from "./open-input.js";
import { openRejects } from "./open-rejects.js";
import { type LabelledReading, type LabelledRow, readLabelledBatches } from "./read-labelled-batches.js";
import { NO_TOTALS, type WorkTotals } from "./work-totals.js";

/** How labelled rows are read, and who is told of them. */
export interface LabelledHooks extends Omit<LabelledReading, "kind">, WorkHooks {
  readonly signal?: AbortSignal | undefined;
}

/** An input of labelled rows that is open. */
export interface OpenedLabelled {
  /** Those that could be read, in order; to be read once. The others go to the rejects. */
  readonly rows: AsyncIterable<LabelledRow>;
  /** Rows up to here. */
  readonly totals: () => WorkTotals;
  /** What tells this file from others; `null` for a pipe. */
  readonly identity: string | null;
  /** Gives the file of rejects its name. */
  readonly commit: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens an input of labelled rows.
 *
 * @param out where the results go, which is no place for rejects
 * @throws VerbatimsError `unreadable-input`, `unwritable-output`
 */
export async function openLabelled(
  source: string | Readable,
  kind: LabelledReading["kind"],
  options: LabelledHooks,
  out: string | Writable | null,
): Promise<OpenedLabelled> {
  const { rejects: rejectsTarget, onReject, onProgress, signal } = options;
  const input = await openInput(source, signal);
  const rejects = await openRejects(rejectsTarget, out, input.identity).catch((error) => {
    input.close();
    throw error;
  });
  let totals = NO_TOTALS;
  async function* rows(): AsyncGenerator<LabelledRow> {
    let [read, written] = [0, 0];
    for await (const { records, brokenBytes } of readLabelledBatches(input, { ...options, kind })) {
      signal?.throwIfAborted();
      for (const record of records) {
        read++;
        if (record.ok) {
          written++;
          yield record.labelled;
        } else await rejects.take([record], onReject);
      }
      totals = { ...NO_TOTALS, read, written, rejected: read - written, brokenBytes };
      onProgress?.({ totals, bytes: input.bytesRead(), size: input.size });
    }
  }
  return {
    rows: rows(),
    totals: () => totals,
    identity: input.identity,
    commit: rejects.commit,
    close: async () => {
      input.close();
      await rejects.discard();
    },
  };
}
