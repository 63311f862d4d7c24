import { VerbatimsError } from "../../core/error.js";
import { type RecordPlace, readInputShape } from "../../intake/input-shape.js";
import { type RangeBatch, readRange } from "../../intake/read-range.js";
import { createAnalyzer } from "../../meaning/analyzer.js";
import { nameInput } from "../name-input.js";
import { openInput } from "../open-input.js";
import { createPlaceFinder } from "../ranges/find-place.js";
import { readBytes } from "../ranges/read-bytes.js";
import { scoreRecords } from "../ranges/score-records.js";
import { openPiece } from "./gather-piece.js";
import { createHeldPieces } from "./held-pieces.js";
import { nameModels } from "./name-models.js";
import { type OpenFile, openFile, readAt } from "./open-file.js";
import { isParquet, openParquet, type ParquetInput } from "./parquet-input.js";
import type { EngineSettings, InspectedInput, RangeEngine, RangeTask, ScoredPiece } from "./range-engine.js";
import { skipBytes } from "./skip-bytes.js";

/** Bytes of analyses to a byte of input, about: pieces of what cannot be cut are as long as those of ranges. */
const OUT_PER_IN = 8;

type TellPiece = (piece: ScoredPiece) => Promise<void>;

/** Makes the engine that scores ranges in this thread. */
export function createLocalEngine(settings: EngineSettings): RangeEngine {
  const { inputs, reading, language, keepText, rangeBytes } = settings;
  const analyzer = createAnalyzer({ language, keepText });
  const held = createHeldPieces(settings.out, settings.rejects);
  let opened: (OpenFile & { readonly input: number }) | null = null;
  let parquet: { readonly input: number; readonly file: Promise<ParquetInput> } | null = null;
  let pieces = 0;

  /** The file of an input; one is open at a time. */
  const fileOf = async (input: number): Promise<OpenFile> => {
    if (opened?.input === input) return opened;
    await opened?.close();
    opened = null;
    opened = { ...(await openFile(inputs[input] ?? "")), input };
    return opened;
  };

  /** Puts the name of the input in front of what is wrong with it. */
  const named = async <T>(input: number, step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      throw nameInput(error, inputs[input] ?? "");
    }
  };

  const parquetOf = async (input: number): Promise<ParquetInput> => {
    const { path, size } = await fileOf(input);
    if (parquet?.input !== input) parquet = { input, file: openParquet(path, size) };
    return await parquet.file;
  };

  const inspect = async (input: number): Promise<InspectedInput | null> => {
    const { path, size, file } = await fileOf(input);
    const magic = await readAt(file, 0, 4);
    if (isParquet(magic, await readAt(file, size - 4, 4))) return (await parquetOf(input)).inspect(reading);
    const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
    const source = isGzip ? await openInput(path) : null;
    try {
      const bytes = source?.chunks ?? readBytes(file, 0, size, path);
      const shape = await readInputShape(bytes, { ...reading, fileName: path });
      return { shape, kind: isGzip ? "stream" : "bytes", end: isGzip ? Number.MAX_SAFE_INTEGER : size };
    } finally {
      source?.close();
    }
  };

  const cut = async (
    input: number,
    { shape, kind, end }: InspectedInput,
    from: RecordPlace,
    count: number,
  ): Promise<RecordPlace[]> => {
    if (kind === "stream") return [{ ...from, offset: end }];
    if (kind === "rows") return (await parquetOf(input)).cut(from, count);
    const finder = createPlaceFinder((await fileOf(input)).file, end, shape);
    const places: RecordPlace[] = [];
    for (let last = from; places.length < count && last.offset < end; places.push(last)) {
      last = await finder.find(last, last.offset + rangeBytes);
    }
    return places;
  };

  const scoreBytes = async ({ input, shape, from }: RangeTask, to: RecordPlace, tell: TellPiece): Promise<void> => {
    const { file, path, checkUnchanged } = await fileOf(input);
    const piece = openPiece(settings, input);
    const records = readRange(readBytes(file, from.offset, to.offset, path), shape, from);
    for await (const rows of scoreRecords(records, shape, analyzer)) piece.add(rows);
    await checkUnchanged();
    await tell(piece.close(pieces++, to, to.offset, held));
  };

  /** Scores what cannot be cut beforehand, as many pieces; `stored` tells the bytes of the input that are done. */
  const scorePieces = async (
    { input, shape }: RangeTask,
    batches: AsyncIterable<RangeBatch>,
    to: RecordPlace,
    stored: (place: RecordPlace) => number,
    tell: TellPiece,
  ): Promise<void> => {
    const { checkUnchanged } = await fileOf(input);
    let piece = openPiece(settings, input);
    for await (const rows of scoreRecords(batches, shape, analyzer)) {
      if (piece.bytes() >= OUT_PER_IN * rangeBytes) {
        const place = rows.place();
        await checkUnchanged();
        await tell(piece.close(pieces++, place, stored(place), held));
        piece = openPiece(settings, input);
      }
      piece.add(rows);
    }
    await checkUnchanged();
    await tell(piece.close(pieces++, to, stored(to), held));
  };

  const score = async (task: RangeTask, tell: TellPiece): Promise<void> => {
    const { input, shape, kind, from, to } = task;
    if (kind === "bytes") return await scoreBytes(task, to, tell);
    const { path, size } = await fileOf(input);
    if (kind === "rows") {
      const file = await parquetOf(input);
      return await scorePieces(task, file.read(shape, from, to), to, ({ offset }) => offset, tell);
    }
    const source = await openInput(path);
    try {
      const batches = readRange(skipBytes(source.chunks, from.offset), shape, from);
      await scorePieces(task, batches, to, () => Math.min(size, source.bytesRead()), tell);
    } finally {
      source.close();
    }
  };

  return {
    inspect: async (input) => {
      try {
        return await named(input, () => inspect(input));
      } catch (error) {
        if (settings.allowEmpty && error instanceof VerbatimsError && error.code === "empty-input") return null;
        throw error;
      }
    },
    cut: (input, ...rest) => named(input, () => cut(input, ...rest)),
    score: (task, tell) => named(task.input, () => score(task, tell)),
    write: async (id, outAt, rejectsAt) => held.write(id, outAt, rejectsAt),
    take: async (id) => held.take(id),
    models: async () => nameModels(),
    close: async () => {
      held.close();
      await opened?.close();
    },
  };
}
