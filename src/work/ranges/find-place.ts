import type { FileHandle } from "node:fs/promises";
import { createCsvFramer } from "../../intake/frame-csv.js";
import type { InputShape, RecordPlace } from "../../intake/input-shape.js";
import { createLineOffsets } from "../../intake/line-offsets.js";
import { createRecordScanner, isScannable } from "../../intake/scan-records.js";

/** Finds places between records of a file; made by {@link createPlaceFinder}. */
export interface PlaceFinder {
  /** The first place at or after the byte `target`, looked for from a place before it; the end of the file where there is none. */
  readonly find: (from: RecordPlace, target: number) => Promise<RecordPlace>;
}

const WINDOW = 1 << 20;
const PIECE = 1 << 18;

/**
 * Makes what cuts a file between its records. Looking from any place that it gave finds the same places. They are such that what lies
 * between two of them is read the same alone as within the whole file: a cut is never put after a quote that is not closed before
 * it is known that it is not. A file that cannot be scanned (see `isScannable`) has no places but its start and its end.
 *
 * @param size bytes of the file that are looked at
 */
export function createPlaceFinder(file: FileHandle, size: number, shape: InputShape): PlaceFinder {
  const scan = createRecordScanner(shape);
  const isCsv = shape.header.length > 0;
  const read = async (offset: number, length: number): Promise<Buffer> => {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };

  const find = async (from: RecordPlace, target: number): Promise<RecordPlace> => {
    let place = from;
    let window = WINDOW;
    while (isScannable(shape) && place.offset < size && (place.offset < target || place.row < 0)) {
      const bytes = await read(place.offset, window);
      // The file has become shorter; whoever reads it will find that out.
      if (bytes.length === 0) break;
      const found = scan(bytes, place, place.offset + bytes.length >= size, target);
      if (found.place.offset > place.offset) {
        place = found.place;
        window = WINDOW;
      } else if (found.open && bytes.length > shape.maxRecordChars) {
        place = isCsv ? await passRecord(read, shape, place) : await passLine(read, place);
      } else if (found.open && place.offset + bytes.length >= size) {
        place = await passRecord(read, shape, place);
      } else window = Math.min(window * 4, shape.maxRecordChars + WINDOW);
    }
    if (place.offset >= target && place.row >= 0) return place;
    return { ...place, offset: size, row: Math.max(0, place.row) };
  };
  return { find };
}

type Read = (offset: number, length: number) => Promise<Buffer>;

/** Passes the line that begins at a place, which is longer than a record may be and a row of its own. */
async function passLine(read: Read, { offset, line, row }: RecordPlace): Promise<RecordPlace> {
  for (let at = offset; ; ) {
    const bytes = await read(at, PIECE);
    if (bytes.length === 0) return { offset: at, line, row: row + 1 };
    const [lf, cr] = [bytes.indexOf(10), bytes.indexOf(13)];
    const end = lf === -1 ? cr : cr === -1 ? lf : Math.min(lf, cr);
    if (end === -1) {
      at += bytes.length;
      continue;
    }
    const isPair = bytes[end] === 13 && (await read(at + end + 1, 1))[0] === 10;
    return { offset: at + end + (isPair ? 2 : 1), line: line + 1, row: row + 1 };
  }
}

/**
 * Passes a record of CSV that is too long, or whose quote is not closed, by framing it as the reader does: to the first record that
 * begins after all that had to be looked at to know those before.
 */
async function passRecord(read: Read, shape: InputShape, from: RecordPlace): Promise<RecordPlace> {
  const { mapping, maxRecordChars, quotes, encoding } = shape;
  const framer = createCsvFramer(mapping.delimiter ?? ",", maxRecordChars, quotes, from.line);
  const decoder = new TextDecoder(encoding, { ignoreBOM: from.offset > 0 });
  const offsets = createLineOffsets(encoding, from.offset, from.line);
  let at = from.offset;
  let row = from.offset === 0 ? 0 - shape.headerRecords : from.row;
  let line = from.line;
  let known = at;
  for (;;) {
    const bytes = await read(at, PIECE);
    offsets.push(bytes);
    at += bytes.length;
    const text = decoder.decode(bytes, { stream: bytes.length > 0 });
    const frames = bytes.length > 0 ? framer.push(text) : [...framer.push(text), ...framer.end()];
    for (const frame of frames) {
      const offset = offsets.offsetOf(frame.line);
      if (row >= 0 && offset > from.offset && offset >= known) return { offset, line: frame.line, row };
      row++;
      line = frame.line;
      known = at;
    }
    if (bytes.length === 0) return { offset: at, line, row };
  }
}
