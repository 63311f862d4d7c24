import { crc32 } from "../core/crc.js";
import { VerbatimsError } from "../core/error.js";
import { checkHeader, checkModel, damaged, type ModelHeader } from "./check-model.js";
import type { LinearModel } from "./linear-model.js";

/**
 * How a model lies in bytes. Numbers of several bytes begin with the lowest.
 *
 *     0   "VBTM"
 *     4   format version                    2 bytes
 *     6   0, for later use                  2 bytes
 *     8   length of the whole               4 bytes
 *     12  length of the header              4 bytes
 *     16  header: JSON, UTF-8
 *         rows: gap to the row before, less one, seven bits a byte, lowest first; the high bit says that more follow
 *         weights: one signed byte each, all of the first column, then of the second …, since like stands beside like then
 *     -4  CRC-32 of all before
 */
const MAGIC = [0x56, 0x42, 0x54, 0x4d];
const FORMAT_VERSION = 1;
const PREFIX = 16;
const CHECKSUM = 4;

/** The header as it is written: that of the model, and the number of its rows. */
interface WrittenHeader extends ModelHeader {
  readonly rows: number;
}

/**
 * Writes a model as bytes: the same bytes for the same model, on every machine. A row of weights takes about one byte and one a
 * column.
 *
 * @throws VerbatimsError `damaged-model` where the value is no model
 * @example
 * const model = await trainModel([
 *   { text: "Where is my parcel?", label: "delivery" },
 *   { text: "I was charged twice", label: "billing" },
 * ]);
 * const bytes = encodeModel(model);
 * createScorer(decodeModel(bytes)).score("Where is my parcel?").labels; // ["delivery"]
 */
export function encodeModel(model: LinearModel): Uint8Array {
  checkModel(model);
  const { rows, weights, columns } = model.table;
  const header = new TextEncoder().encode(writeHeader(toHeader(model), rows.length));
  const gaps = encodeGaps(rows);
  const length = PREFIX + header.length + gaps.length + weights.length + CHECKSUM;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  view.setUint16(4, FORMAT_VERSION, true);
  view.setUint32(8, length, true);
  view.setUint32(12, header.length, true);
  bytes.set(header, PREFIX);
  bytes.set(gaps, PREFIX + header.length);
  let at = PREFIX + header.length + gaps.length;
  for (let c = 0; c < columns; c++) {
    for (let k = c; k < weights.length; k += columns) bytes[at++] = weights[k] ?? 0;
  }
  view.setUint32(at, crc32(bytes, 0, at), true);
  return bytes;
}

/**
 * Reads a model from bytes that {@link encodeModel} wrote; `encodeModel` gives the same bytes back. Memory is bounded by a few times the
 * bytes given, whatever they say.
 *
 * @throws VerbatimsError `damaged-model` for bytes that are no model, not a whole one, or not as they were written; `newer-model`
 * where a later version of the format wrote them. Nothing else, whatever the bytes
 * @example
 * const model = decodeModel(new Uint8Array(await (await fetch("/tickets.vbtm")).arrayBuffer()));
 */
export function decodeModel(bytes: Uint8Array): LinearModel {
  if (!(bytes instanceof Uint8Array)) throw damaged(`expected a Uint8Array, got ${typeof bytes}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = checkFrame(bytes, view);
  const written = readHeader(bytes.subarray(PREFIX, headerEnd));
  const { rows: count, columns, scales, bias, ...rest } = written;
  const end = bytes.length - CHECKSUM;
  // Each row takes a byte for its gap at least, so that no count can ask for more room than the bytes that are there.
  if (!Number.isInteger(count) || count < 0 || count * (1 + columns) > end - headerEnd) {
    throw damaged(`expected at most ${Math.floor((end - headerEnd) / (1 + columns))} rows in its bytes, got ${count}`);
  }
  const rows = new Uint32Array(count);
  const gapsEnd = decodeGaps(bytes.subarray(0, end), headerEnd, rows, 2 ** rest.features.bits);
  if (end - gapsEnd !== count * columns) {
    throw damaged(`expected ${count * columns} weights of ${count} rows, got ${end - gapsEnd}`);
  }
  const weights = new Int8Array(count * columns);
  let at = gapsEnd;
  for (let c = 0; c < columns; c++) {
    for (let k = c; k < weights.length; k += columns) weights[k] = bytes[at++] ?? 0;
  }
  const { kind, labels, features, temperature, thresholds, fingerprint } = rest;
  const table = { columns, rows, weights, scales, bias };
  return { kind, labels, features, table, temperature, thresholds, fingerprint };
}

/** Checks what stands around the header and the weights; returns where the header ends. */
function checkFrame(bytes: Uint8Array, view: DataView): number {
  const { length } = bytes;
  if (length === 0) throw damaged("expected a model, got no bytes");
  if (!MAGIC.every((sign, i) => bytes[i] === sign)) {
    const cut = MAGIC.slice(0, length).every((sign, i) => bytes[i] === sign);
    throw damaged(cut ? `expected a whole model, got its first ${length} bytes` : "expected a model, got other bytes");
  }
  const version = length < 6 ? FORMAT_VERSION : view.getUint16(4, true);
  if (version > FORMAT_VERSION) {
    throw new VerbatimsError(
      "newer-model",
      `model: expected format ${FORMAT_VERSION} or an earlier one, got ${version}. Update verbatims, or train the model with this version.`,
      { field: "model", expected: String(FORMAT_VERSION), received: String(version) },
    );
  }
  if (version === 0) throw damaged(`expected format 1 to ${FORMAT_VERSION}, got 0`);
  const told = length < PREFIX ? Number.NaN : view.getUint32(8, true);
  if (Number.isNaN(told) || length < told) {
    const whole = Number.isNaN(told) ? "a whole model" : `${told} bytes`;
    throw damaged(`expected ${whole}, got the first ${length} bytes: it was cut off`);
  }
  if (length > told) throw damaged(`expected ${told} bytes, got ${length}`);
  const headerEnd = PREFIX + view.getUint32(12, true);
  if (headerEnd + CHECKSUM > length) throw damaged("expected its header within its bytes, got a longer one");
  const sum = view.getUint32(length - CHECKSUM, true);
  const found = crc32(bytes, 0, length - CHECKSUM);
  if (sum !== found) {
    throw damaged(
      `expected the checksum ${sum.toString(16)}, got ${found.toString(16)}: some bytes are not as they were written`,
    );
  }
  if (view.getUint16(6, true) !== 0) throw damaged("expected 0 where nothing is written yet, got another number");
  return headerEnd;
}

function readHeader(bytes: Uint8Array): WrittenHeader {
  let text = "";
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw damaged("expected the header to be JSON, got other text");
  }
  checkHeader(value);
  // checkHeader looked at every part but the number of rows, which the caller holds against the bytes that are there.
  const header = value as WrittenHeader;
  if (writeHeader(header, header.rows) !== text)
    throw damaged("expected a header as encodeModel writes it, got another");
  return header;
}

/** The header's JSON, its keys always in this order. */
function writeHeader(header: ModelHeader, rows: number): string {
  const { kind, labels, features, columns, scales, bias, temperature, thresholds, fingerprint } = header;
  const { wordGrams, charGrams, negation, bits } = features;
  return JSON.stringify({
    kind,
    labels,
    features: { wordGrams, charGrams, negation, bits },
    columns,
    scales,
    bias,
    temperature,
    thresholds,
    fingerprint,
    rows,
  });
}

function toHeader({ table, ...rest }: LinearModel): ModelHeader {
  return { ...rest, columns: table.columns, scales: table.scales, bias: table.bias };
}

function encodeGaps(rows: Uint32Array): Uint8Array {
  // A row number has at most 22 bits: four groups of seven.
  const bytes = new Uint8Array(rows.length * 4);
  let used = 0;
  let before = -1;
  for (const row of rows) {
    let gap = row - before - 1;
    for (; gap > 127; gap >>>= 7) bytes[used++] = (gap & 127) | 128;
    bytes[used++] = gap;
    before = row;
  }
  return bytes.subarray(0, used);
}

/** Fills `rows` from the gaps that begin at `from`; returns where they end. */
function decodeGaps(bytes: Uint8Array, from: number, rows: Uint32Array, most: number): number {
  let at = from;
  let before = -1;
  for (let k = 0; k < rows.length; k++) {
    let gap = 0;
    let shift = 0;
    let byte = 128;
    for (; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (shift > 21) throw damaged("expected gaps between rows of at most four bytes, got a longer one");
    }
    if (byte === 0 && shift > 7) throw damaged("expected gaps between rows as short as they can be, got a longer one");
    before += gap + 1;
    if (before >= most) throw damaged(`expected rows below ${most}, got ${before}`);
    rows[k] = before;
  }
  if (at > bytes.length) throw damaged("expected its rows within its bytes, got their start");
  return at;
}
