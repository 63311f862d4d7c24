import type { Source } from "../core/iterables.js";
import { toAsyncIterable } from "../core/iterables.js";
import { createReaderAt, type InputShape, type RecordPlace } from "./input-shape.js";
import { createLineOffsets } from "./line-offsets.js";
import { type AcceptedRecord, createRecordReader, type RejectedRecord } from "./read-verbatims.js";
import type { Row } from "./rows.js";

/** A record that cannot be read, and where in the input it stands. */
export interface LocatedReject extends RejectedRecord {
  /** Byte at which the record begins. */
  readonly offset: number;
  /** 1-based number of the row. */
  readonly row: number;
}

/** 1 to 256 records from within an input, in its order. */
export interface RangeBatch {
  readonly records: readonly (AcceptedRecord | LocatedReject)[];
  /** U+FFFD in the records of this batch. */
  readonly brokenBytes: number;
  /** Where the first record begins; to be asked before the next batch is read. */
  readonly place: () => RecordPlace;
}

const BATCH = 256;

/**
 * Reads verbatims from a place within an input on, to the end of what `source` gives. Every record comes out once, in order, as a
 * verbatim or as a reject, with the line, offset and number it has in the whole input. Memory is bounded by the longest record.
 *
 * @param source the bytes from `place.offset` on
 */
export async function* readRange(
  source: Source<Uint8Array>,
  shape: InputShape,
  place: RecordPlace,
): AsyncGenerator<RangeBatch, void, undefined> {
  // Within an input U+FEFF is a character like others.
  const decoder = new TextDecoder(shape.encoding, { ignoreBOM: place.offset > 0 });
  const offsets = createLineOffsets(shape.encoding, place.offset, place.line);
  const rows = createReaderAt(shape, place);
  const read = createRecordReader(shape.byLine ? null : shape.mapping, shape.dateOrder ?? undefined, place.row);
  let row = place.row;

  function* toBatches(found: readonly Row[]): Generator<RangeBatch> {
    for (let from = 0; from < found.length; from += BATCH) {
      const before = row;
      let brokenBytes = 0;
      const some = found.slice(from, from + BATCH);
      const line = some[0]?.line ?? place.line;
      offsets.forget(line);
      const records = some.map((each) => {
        row++;
        brokenBytes += countBroken(each.raw);
        const record = read(each);
        return record.ok ? record : { ...record, offset: offsets.offsetOf(record.line), row };
      });
      yield { records, brokenBytes, place: () => ({ offset: offsets.offsetOf(line), line, row: before }) };
    }
  }

  for await (const bytes of toAsyncIterable(source)) {
    offsets.push(bytes);
    yield* toBatches(rows.push(decoder.decode(bytes, { stream: true })));
  }
  yield* toBatches(rows.push(decoder.decode()));
  yield* toBatches(rows.end());
}

function countBroken(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count++;
  return count;
}
