import { VerbatimsError } from "../../core/error.js";
import { type RecordPlace, readInputShape } from "../../intake/input-shape.js";
import { readRange } from "../../intake/read-range.js";
import { createAnalyzer } from "../../meaning/analyzer.js";
import { nameInput } from "../name-input.js";
import { openInput } from "../open-input.js";
import { createPlaceFinder } from "../ranges/find-place.js";
import { readBytes } from "../ranges/read-bytes.js";
import { scoreRecords } from "../ranges/score-records.js";
import { openPiece } from "./gather-piece.js";
import { createHeldPieces } from "./held-pieces.js";
import { nameModels } from "./name-models.js";
import { type OpenFile, openFile } from "./open-file.js";
import type { EngineSettings, InspectedInput, RangeEngine, RangeTask, ScoredPiece } from "./range-engine.js";
import { skipBytes } from "./skip-bytes.js";

type TellPiece = (piece: ScoredPiece) => Promise<void>;

/** Makes the engine that scores ranges in this thread. */
export function createLocalEngine(settings: EngineSettings): RangeEngine {
  const { inputs, reading, language, keepText, rangeBytes } = settings;
  const analyzer = createAnalyzer({ language, keepText });
  const held = createHeldPieces(settings.out, settings.rejects);
  let opened: (OpenFile & { readonly input: number }) | null = null;
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

  const inspect = async (input: number): Promise<InspectedInput | null> => {
    const { path, size, file } = await fileOf(input);
    const magic = (await file.read(Buffer.alloc(2), 0, 2, 0)).buffer;
    const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
    const source = isGzip ? await openInput(path) : null;
    try {
      const shape = await readInputShape(source?.chunks ?? readBytes(file, 0, size, path), {
        ...reading,
        fileName: path,
      });
      return { shape, kind: isGzip ? "stream" : "bytes", end: isGzip ? Number.MAX_SAFE_INTEGER : size };
    } catch (error) {
      if (settings.allowEmpty && error instanceof VerbatimsError && error.code === "empty-input") return null;
      throw error;
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

  /** Scores an input that can be read from its start alone, as many pieces. */
  const scoreStream = async ({ input, shape, from, end }: RangeTask, tell: TellPiece): Promise<void> => {
    const { path, size, checkUnchanged } = await fileOf(input);
    const source = await openInput(path);
    const unpacked = skipBytes(source.chunks, from.offset);
    try {
      let piece = openPiece(settings, input);
      let start = from.offset;
      for await (const rows of scoreRecords(readRange(unpacked.chunks, shape, from), shape, analyzer)) {
        if (unpacked.offset() - start >= rangeBytes) {
          await checkUnchanged();
          await tell(piece.close(pieces++, rows.place(), Math.min(size, source.bytesRead()), held));
          piece = openPiece(settings, input);
          start = unpacked.offset();
        }
        piece.add(rows);
      }
      await checkUnchanged();
      await tell(piece.close(pieces++, { ...from, offset: end }, size, held));
    } finally {
      source.close();
    }
  };

  return {
    inspect: (input) => named(input, () => inspect(input)),
    cut: (input, ...rest) => named(input, () => cut(input, ...rest)),
    score: (task, tell) =>
      named(task.input, () => (task.kind === "stream" ? scoreStream(task, tell) : scoreBytes(task, task.to, tell))),
    write: async (id, outAt, rejectsAt) => held.write(id, outAt, rejectsAt),
    take: async (id) => held.take(id),
    models: async () => nameModels(),
    close: async () => {
      held.close();
      await opened?.close();
    },
  };
}
