import type { Readable } from "node:stream";
import type { IntakeOptions } from "../intake/intake-options.js";
import { type IntakeRecord, readVerbatims } from "../intake/read-verbatims.js";
import { openInput } from "./open-input.js";

/**
 * Reads the verbatims of a file (or of a stream such as `process.stdin`), gzipped or not, one by one: every record comes out once,
 * in order, as a verbatim or as a reject. The file is closed when the reader stops.
 *
 * @throws VerbatimsError `unreadable-input`, or what `readVerbatims` throws; the reason of `signal`
 * @example
 * for await (const record of readVerbatimsFile("reviews.csv.gz")) if (record.ok) console.log(record.verbatim.text);
 */
export async function* readVerbatimsFile(
  source: string | Readable,
  { signal, ...options }: IntakeOptions & { readonly signal?: AbortSignal } = {},
): AsyncGenerator<IntakeRecord, void, undefined> {
  const input = await openInput(source, signal);
  try {
    for await (const record of readVerbatims(input.chunks, { fileName: input.path, ...options })) {
      signal?.throwIfAborted();
      yield record;
    }
  } finally {
    input.close();
  }
}
