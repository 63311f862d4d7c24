import { VerbatimsError } from "../core/error.js";
import type { Source } from "../core/iterables.js";
import { decodeText, type Encoding } from "./decode.js";
import { checkIntakeOptions, type IntakeMapping, type IntakeOptions } from "./intake-options.js";
import type { Row } from "./rows.js";
import { MAX_HEAD, type StartedReader, startReader } from "./start-reader.js";

/** Records of any kind, in the order of the input. */
export interface RecordBatch<Item> {
  /** 1 to 256 of them. */
  readonly records: readonly Item[];
  /** U+FFFD put in the place of broken bytes up to here. */
  readonly brokenBytes: number;
}

/** What the start of an input told of it. */
interface FoundStart extends Pick<IntakeMapping, "format" | "delimiter"> {
  readonly encoding: Encoding;
  /** Whether a line in front of the header names the delimiter. */
  readonly hasSeparatorLine: boolean;
}

/**
 * Says how rows become records, once the header is known.
 *
 * @param header names of the columns; `"lines"` where there are none, because every row is a line, or none of the first is an object
 */
export type ChooseReader<Item> = (header: readonly string[] | "lines", start: FoundStart) => (row: Row) => Item;

const BATCH = 256;

/** JSON lines that are looked at for the names of the keys; a key may be absent from the first object. */
const HEADER_ROWS = 100;

/**
 * Reads the rows of an input as records of any kind, in batches of at most 256. Every row comes out once, in order. Where the source
 * is cut into chunks never changes the result. Memory is bounded by the longest row; the source is closed when the reader stops.
 *
 * @throws VerbatimsError `empty-input` where there is no row; `binary-input` where there is no text; `invalid-option`;
 * `invalid-record` where the header is broken; what `choose` throws
 */
export async function* readRecordBatches<Item extends { readonly ok: boolean }>(
  source: Source<Uint8Array | string>,
  options: Omit<IntakeOptions, "onMapping">,
  choose: ChooseReader<Item>,
): AsyncGenerator<RecordBatch<Item>, void, undefined> {
  const checked = checkIntakeOptions(options);
  const { columns, fileName, onEnd } = options;
  let started: StartedReader | undefined;
  let head = "";
  let waiting: Row[] = [];
  let read: ((row: Row) => Item) | undefined;
  let batch: Item[] = [];
  let brokenBytes = 0;
  let encoding: Encoding = "utf-8";
  let accepted = 0;
  let rejected = 0;

  /** Decides the columns as soon as the header is known; until then rows wait. */
  const settle = (rows: readonly Row[], atEnd: boolean): readonly Row[] => {
    if (read !== undefined || started === undefined) return rows;
    waiting = waiting.length === 0 ? [...rows] : waiting.concat(rows);
    const header = headerOf(started, waiting, atEnd);
    if (header === undefined) return [];
    read = choose(header, { ...started, encoding });
    const settled = waiting;
    waiting = [];
    return settled;
  };

  function* take(rows: readonly Row[], atEnd: boolean): Generator<RecordBatch<Item>> {
    for (const row of settle(rows, atEnd)) {
      // settle gives rows only once there is a reader for them.
      const record = read?.(row);
      if (record === undefined) continue;
      record.ok ? accepted++ : rejected++;
      batch.push(record);
      if (batch.length === BATCH) {
        yield { records: batch, brokenBytes };
        batch = [];
      }
    }
  }

  for await (const chunk of decodeText(source, checked.encoding)) {
    brokenBytes = chunk.brokenBytes;
    encoding = chunk.encoding;
    if (started !== undefined) {
      yield* take(started.reader.push(chunk.text), false);
      continue;
    }
    head += chunk.text;
    // Without a line end nothing more can be told yet: looking at every piece again would take quadratic time.
    if (head.length < MAX_HEAD && !/[\r\n]/.test(chunk.text)) continue;
    started = startReader(head, false, checked, fileName, columns?.text);
    if (started === undefined) continue;
    head = "";
    yield* take(started.reader.push(started.text), false);
  }
  if (started === undefined) {
    started = startReader(head, true, checked, fileName, columns?.text);
    if (started === undefined) throw empty("no text at all");
    yield* take(started.reader.push(started.text), false);
  }
  yield* take(started.reader.end(), true);
  if (batch.length > 0) yield { records: batch, brokenBytes };
  if (accepted + rejected === 0) {
    throw empty(started.reader.header() === undefined ? "no record" : "a header without rows");
  }
  const { format } = started;
  onEnd?.({ records: accepted + rejected, accepted, rejected, brokenBytes, encoding, format });
}

/** The names to map: CSV has a header; of JSON lines the keys of the first objects, in the order they are met. */
function headerOf(
  started: StartedReader,
  rows: readonly Row[],
  atEnd: boolean,
): readonly string[] | "lines" | undefined {
  if (started.format === "lines") return "lines";
  if (started.format !== "jsonl") return started.reader.header();
  if (!atEnd && rows.length < HEADER_ROWS) return undefined;
  const names = new Set<string>();
  let objects = 0;
  for (const { value } of rows.slice(0, HEADER_ROWS)) {
    if (typeof value !== "object" || value === null) continue;
    objects++;
    for (const name of Object.keys(value)) names.add(name);
  }
  // Where no row is an object, there is nothing to map and every row is refused for its own reason.
  return objects === 0 ? "lines" : [...names];
}

function empty(got: string): VerbatimsError {
  return new VerbatimsError(
    "empty-input",
    `input: expected at least one record, got ${got}. Check that the file is the right one and was written to its end.`,
    { received: got },
  );
}
