import type { Readable } from "node:stream";
import { excerpt, VerbatimsError } from "../core/error.js";
import { parseSummary } from "../pattern/parse-summary.js";
import type { Summary } from "../pattern/summary.js";
import { type OpenedInput, openInput } from "./open-input.js";

/** Longest summary that is read; one of a million distinct segments is shorter. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads a summary that was written as JSON.
 *
 * @throws VerbatimsError `unreadable-input`; `invalid-summary` where it is none, with the file's name in front; the reason of `signal`
 */
export async function readSummaryFile(source: string | Readable, signal?: AbortSignal): Promise<Summary> {
  return readSummary(await openInput(source, signal));
}

/** Reads the summary of an input that is open. */
export async function readSummary({ chunks, name, close }: OpenedInput): Promise<Summary> {
  const invalid = (what: string): VerbatimsError =>
    new VerbatimsError("invalid-summary", `${name}: ${what}. Make one with verbatims summarize.`);
  try {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > MOST_BYTES) throw invalid(`expected a summary of at most ${MOST_BYTES} bytes, got more`);
      parts.push(chunk);
    }
    const text = new TextDecoder().decode(Buffer.concat(parts));
    return parseSummary(parseJson(text, () => invalid(`expected the JSON of a summary, got ${excerpt(text)}`)));
  } catch (error) {
    if (!(error instanceof VerbatimsError) || error.message.startsWith(`${name}: `)) throw error;
    throw new VerbatimsError(error.code, `${name}: ${error.message}`, error.details);
  } finally {
    close();
  }
}

function parseJson(text: string, refuse: () => VerbatimsError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse();
  }
}
