import type { Readable } from "node:stream";
import { excerpt, VerbatimsError } from "../core/error.js";
import { createAccumulator, type SummaryAccumulator } from "../pattern/accumulate.js";
import { parseSummary } from "../pattern/parse-summary.js";
import type { Summary } from "../pattern/summary.js";
import { type OpenedInput, openInput } from "./open-input.js";

/** Longest summary that is read; one of a million distinct segments is shorter. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads a summary that was written as JSON. Where there are several, one a line, it is what they add up to.
 *
 * @throws VerbatimsError `unreadable-input`; `invalid-summary` where it is none, with the file's name in front; `unlike-summaries`;
 * the reason of `signal`
 */
export async function readSummaryFile(source: string | Readable, signal?: AbortSignal): Promise<Summary> {
  return readSummary(await openInput(source, signal));
}

/** Reads the summary of an input that is open. */
export async function readSummary({ chunks, name, close }: OpenedInput): Promise<Summary> {
  let first: Summary | undefined;
  let sum: SummaryAccumulator | undefined;
  try {
    for await (const value of readValues(chunks)) {
      const summary = parseSummary(value);
      if (first === undefined) first = summary;
      else {
        if (sum === undefined) {
          sum = createAccumulator(first.quotesKept);
          sum.addSummary(first);
        }
        sum.addSummary(summary);
      }
    }
    if (first === undefined) throw invalid("expected the JSON of a summary, got nothing");
    return sum?.toSummary() ?? first;
  } catch (error) {
    if (!(error instanceof VerbatimsError) || error.message.startsWith(`${name}: `)) throw error;
    throw new VerbatimsError(error.code, `${name}: ${error.message}`, error.details);
  } finally {
    close();
  }
}

const LINE_FEED = 0x0a;

/** Reads JSON: one value a line, or, where the first line is not a whole one, a single value that was printed over many. */
async function* readValues(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<unknown, void, undefined> {
  let pending: Uint8Array[] = [];
  let length = 0;
  /** Whether there is one value a line; else whether there is one alone. Both are `false` until the first line has told. */
  let [byLine, alone] = [false, false];
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > MOST_BYTES) throw invalid(`expected a summary of at most ${MOST_BYTES} bytes, got more`);
    pending.push(piece);
  };
  /** The value of what is pending, which is forgotten then; `undefined` where it is blank, or the start of a longer one. */
  const close = (): unknown => {
    const text = new TextDecoder().decode(Buffer.concat(pending));
    const value = text.trim() === "" ? undefined : parseJson(text);
    if (value === BROKEN) {
      if (byLine) throw invalid(`expected the JSON of a summary, got ${excerpt(text)}`);
      alone = true;
      return undefined;
    }
    if (value !== undefined) byLine = true;
    pending = [];
    length = 0;
    return value;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1 && !alone; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end + 1));
      const value = close();
      if (value !== undefined) yield value;
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  byLine = true;
  const value = close();
  if (value !== undefined) yield value;
}

/** Stands for text that is no JSON. */
const BROKEN: unique symbol = Symbol("no JSON");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return BROKEN;
  }
}

function invalid(what: string): VerbatimsError {
  return new VerbatimsError("invalid-summary", `${what}. Make one with verbatims summarize.`);
}
