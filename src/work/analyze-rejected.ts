import { excerpt, VerbatimsError } from "../core/error.js";
import { createReaderAt, type InputShape, readInputShape } from "../intake/input-shape.js";
import { createJsonlReader } from "../intake/lines.js";
import { type RangeBatch, readRange } from "../intake/read-range.js";
import { createRecordReader, isCutRaw } from "../intake/read-verbatims.js";
import { createAnalyzer } from "../meaning/analyzer.js";
import type { AnalyzeFileOptions } from "./analyze-file.js";
import { identifyFile } from "./file-identity.js";
import { nameInput } from "./name-input.js";
import { openInput } from "./open-input.js";
import { openOutput } from "./open-output.js";
import { openRejects } from "./open-rejects.js";
import { skipBytes } from "./pool/skip-bytes.js";
import { scoreRecords } from "./ranges/score-records.js";
import type { RejectWatch } from "./reject-limit.js";
import { NO_TOTALS, type WorkTotals } from "./work-totals.js";

/** A line of a file of rejects. */
interface RejectLine {
  readonly line: number;
  readonly offset: number;
  readonly row: number;
  readonly raw: string;
  readonly field: string;
  readonly reason: string;
}

type Records = RangeBatch["records"];

/**
 * Analyses the rows of a file of rejects once more, as rows of the input that they were rejected from: as they stand there, corrected or
 * not. Rows that are cut off there, and ranges that workers died at, are read from the input again.
 */
export async function analyzeRejected(
  path: string,
  rejectedPath: string,
  options: AnalyzeFileOptions,
  watch: RejectWatch,
): Promise<WorkTotals> {
  const { language = "auto", keepText = true, onReject, onProgress, signal } = options;
  const shape = await readShape(path, options);
  options.onMapping?.(shape.mapping);
  const taken = await Promise.all([identifyFile(path), identifyFile(rejectedPath)]);
  const out = await openOutput(options.out, taken);
  const rejects = await openRejects(options.rejects, options.out, taken[1] ?? null).catch(async (error) => {
    await out.discard();
    throw error;
  });
  try {
    const analyzer = createAnalyzer({ language, keepText });
    let { read, written, brokenBytes } = NO_TOTALS;
    const totals = (): WorkTotals => ({ ...NO_TOTALS, read, written, rejected: read - written, brokenBytes });
    for await (const rows of scoreRecords(readRejected(path, rejectedPath, shape), shape, analyzer)) {
      signal?.throwIfAborted();
      if (rows.lines !== "") await out.write(rows.lines);
      await rejects.take(rows.rejects, onReject);
      read += rows.totals.read;
      written += rows.totals.written;
      brokenBytes += rows.totals.brokenBytes;
      watch.note(rows.rejects);
      watch.check(totals(), false);
      onProgress?.({ totals: totals(), bytes: 0, size: null });
    }
    watch.check(totals(), true);
    await out.commit();
    await rejects.commit();
    return totals();
  } finally {
    await out.discard();
    await rejects.discard();
  }
}

async function readShape(path: string, options: AnalyzeFileOptions): Promise<InputShape> {
  const input = await openInput(path, options.signal);
  try {
    return await readInputShape(input.chunks, { ...options, fileName: path, onMapping: undefined, onEnd: undefined });
  } catch (error) {
    throw nameInput(error, input.name);
  } finally {
    input.close();
  }
}

async function* readRejected(path: string, rejectedPath: string, shape: InputShape): AsyncGenerator<RangeBatch> {
  const input = await openInput(rejectedPath);
  const lines = createJsonlReader(10 * shape.maxRecordChars);
  const decoder = new TextDecoder();
  try {
    for await (const bytes of input.chunks) yield* batchesOf(lines.push(decoder.decode(bytes, { stream: true })));
    yield* batchesOf([...lines.push(decoder.decode()), ...lines.end()]);
  } finally {
    input.close();
  }

  async function* batchesOf(rows: ReturnType<typeof lines.push>): AsyncGenerator<RangeBatch> {
    for (const { line, value } of rows) {
      const reject = toRejectLine(value, line, input.name);
      const [last] = /(?<= rows \d{1,15} to )\d{1,15}$/.exec(reject.reason) ?? [];
      const place = { offset: reject.offset, line: reject.line, row: reject.row - 1 };
      if (reject.field === "range" && last !== undefined) yield* readAgain(path, shape, place, Number(last));
      else if (isCutRaw(reject.raw)) yield* readAgain(path, shape, place, reject.row);
      else yield { records: readRaw(reject, shape), brokenBytes: 0, place: () => place };
    }
  }
}

/** Reads rows of the input again: from a place to the row of a number. */
async function* readAgain(
  path: string,
  shape: InputShape,
  place: { readonly offset: number; readonly line: number; readonly row: number },
  lastRow: number,
): AsyncGenerator<RangeBatch> {
  const input = await openInput(path);
  try {
    let left = lastRow - place.row;
    for await (const batch of readRange(skipBytes(input.chunks, place.offset), shape, place)) {
      const records = batch.records.slice(0, left);
      left -= records.length;
      yield { ...batch, records };
      if (left <= 0) return;
    }
  } finally {
    input.close();
  }
}

/** Reads a row as it stands among the rejects. */
function readRaw({ line, offset, row, raw }: RejectLine, shape: InputShape): Records {
  const reader = createReaderAt(shape, { offset: Math.max(1, offset), line, row: row - 1 });
  const rows = [...reader.push(raw), ...reader.end()];
  const read = createRecordReader(shape.byLine ? null : shape.mapping, shape.dateOrder ?? undefined, row - 1);
  const [first] = rows;
  const fault = `expected one row, got ${rows.length}`;
  const record = read(first === undefined || rows.length > 1 ? { line, raw, fault } : first);
  return [record.ok ? record : { ...record, offset, row }];
}

function toRejectLine(value: unknown, line: number, name: string): RejectLine {
  const found = typeof value === "object" && value !== null ? value : {};
  // Each key is looked at before it is taken for what it should be.
  const of = (key: string): unknown =>
    Object.hasOwn(found, key) ? (found as Record<string, unknown>)[key] : undefined;
  const [offset, at, row, raw, field, reason] = ["offset", "line", "row", "raw", "field", "reason"].map(of);
  const numbers = [offset, at, row].every((number) => Number.isSafeInteger(number));
  if (!numbers || typeof raw !== "string" || typeof field !== "string" || typeof reason !== "string") {
    throw new VerbatimsError(
      "invalid-record",
      `${name}: line ${line}: expected a reject with line, offset, row, field, reason and raw, got ${excerpt(value)}. Give a file that --rejects made.`,
      { line },
    );
  }
  return { line: Number(at), offset: Number(offset), row: Number(row), raw, field, reason };
}
