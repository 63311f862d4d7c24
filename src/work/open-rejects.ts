import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { VerbatimsError } from "../core/error.js";
import type { LocatedReject } from "../intake/read-range.js";
import type { RejectedRecord } from "../intake/read-verbatims.js";
import { openOutput } from "./open-output.js";

/** Takes the rows that could not be read. */
export interface OpenedRejects {
  readonly take: <Reject extends RejectedRecord>(
    rejects: readonly Reject[],
    tell?: ((reject: Reject) => void) | undefined,
  ) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/**
 * Opens the file of rejects, one `{ line, offset, row, field, reason, raw }` a line; without a target they are told of alone. Where there
 * was nothing to reject the file is there and empty.
 *
 * @throws VerbatimsError `unwritable-output`, also where it would be the output or the input
 */
export async function openRejects(
  target: string | Writable | undefined,
  out: string | Writable | null,
  input: string | null,
): Promise<OpenedRejects> {
  if (target !== undefined) refuseSamePlace(placeOf(target), placeOf(out));
  const file = target === undefined ? null : await openOutput(target, [input]);
  return {
    take: async (rejects, tell) => {
      if (tell !== undefined) for (const reject of rejects) tell(reject);
      if (file === null || rejects.length === 0) return;
      await file.write(rejects.map((reject) => rejectLine(reject)).join(""));
    },
    commit: async () => file?.commit(),
    discard: async () => file?.discard(),
  };
}

/** The line of a reject in such a file; `file` where there are several inputs. */
export function rejectLine(reject: RejectedRecord & Partial<LocatedReject>, file?: string): string {
  const { line, offset, row, field, reason, raw } = reject;
  return `${JSON.stringify({ file, line, offset, row, field, reason, raw })}\n`;
}

/**
 * Refuses rejects that would be written where the output is.
 *
 * @throws VerbatimsError `unwritable-output`
 */
export function refuseSamePlace(rejects: string | Writable | null, out: string | Writable | null): void {
  if (rejects !== out) return;
  throw new VerbatimsError(
    "unwritable-output",
    "rejects: expected a file of its own, got that of the output. Name another file.",
    { field: "rejects" },
  );
}

/** The place that an output has, whatever it is called. */
export function placeOf(target: string | Writable | null): string | Writable | null {
  return typeof target === "string" ? resolve(target) : target;
}
