import { closeSync, openSync, writeSync } from "node:fs";
import { unwritable } from "../open-output.js";
import type { PieceContent } from "./range-engine.js";

/** Pieces that are scored and not written yet. */
export interface HeldPieces {
  readonly hold: (id: number, out: readonly Uint8Array[], rejects: readonly Uint8Array[]) => void;
  readonly write: (id: number, outAt: number, rejectsAt: number) => void;
  readonly take: (id: number) => PieceContent;
  readonly close: () => void;
}

/**
 * Holds pieces until their place in the files is known: the length of every piece before them. They are then written right there, so
 * that nothing has to be joined afterwards.
 *
 * @throws VerbatimsError `unwritable-output` (when writing)
 */
export function createHeldPieces(out: string | null, rejects: string | null): HeldPieces {
  const pieces = new Map<number, { out: readonly Uint8Array[]; rejects: readonly Uint8Array[] }>();
  const opened = new Map<string, number>();
  const pull = (id: number): { out: readonly Uint8Array[]; rejects: readonly Uint8Array[] } => {
    const piece = pieces.get(id);
    pieces.delete(id);
    return piece ?? { out: [], rejects: [] };
  };
  const writeAt = (path: string | null, buffers: readonly Uint8Array[], at: number): void => {
    if (path === null || buffers.length === 0) return;
    try {
      const file = opened.get(path) ?? openSync(path, "r+");
      opened.set(path, file);
      let place = at;
      for (const buffer of buffers) {
        for (let done = 0; done < buffer.length; ) {
          const count = writeSync(file, buffer, done, buffer.length - done, place);
          done += count;
          place += count;
        }
      }
    } catch (error) {
      throw unwritable(path, error);
    }
  };
  return {
    hold: (id, lines, rejectLines) => pieces.set(id, { out: lines, rejects: rejectLines }),
    write: (id, outAt, rejectsAt) => {
      const piece = pull(id);
      writeAt(out, piece.out, outAt);
      writeAt(rejects, piece.rejects, rejectsAt);
    },
    take: (id) => {
      const piece = pull(id);
      return { out: join(piece.out), rejects: join(piece.rejects) };
    },
    close: () => {
      for (const file of opened.values()) closeSync(file);
      opened.clear();
    },
  };
}

/** Joins buffers in memory of its own, which can be handed to another thread. */
function join(buffers: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(buffers.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const buffer of buffers) {
    joined.set(buffer, at);
    at += buffer.length;
  }
  return joined;
}
