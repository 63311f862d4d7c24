import { VerbatimsError } from "../../core/error.js";
import { rejectLine } from "../open-rejects.js";
import { createHeldPieces } from "./held-pieces.js";
import type { EngineSettings, RangeEngine, RangeTask, ScoredPiece } from "./range-engine.js";

/** Keeps account of the workers that died, and of what they were busy with. */
export interface LostRanges {
  /** Takes note of a death; what the worker was busy with is tried once more. @throws VerbatimsError `worker-died` where there is no use in it */
  readonly note: (why: string, task: RangeTask | null) => void;
  /** A piece that rejects all rows of a task at which two workers died; `null` for other tasks. */
  readonly replace: (task: RangeTask) => { readonly piece: ScoredPiece; readonly holder: PieceHolder } | null;
}

/** What gives a piece out of its hands. */
export type PieceHolder = Pick<RangeEngine, "write" | "take">;

/** Deaths at most that no range is to blame for. */
const MOST_UNBLAMED = 2;

/** Starts the account. */
export function countLostRanges(settings: EngineSettings): LostRanges {
  const deaths = new Map<string, number>();
  const held = createHeldPieces(settings.out, settings.rejects);
  const holder: PieceHolder = {
    write: async (id, outAt, rejectsAt) => {
      held.write(id, outAt, rejectsAt);
      held.close();
    },
    take: async (id) => held.take(id),
  };
  let last = "";
  const keyOf = ({ input, from }: RangeTask): string => `${input}:${from.offset}:${from.row}`;
  return {
    note: (why, task) => {
      last = why;
      const key = task === null ? "none" : keyOf(task);
      const count = (deaths.get(key) ?? 0) + 1;
      deaths.set(key, count);
      if (count < 2 || (task !== null && task.kind !== "stream")) return;
      if (task === null && count <= MOST_UNBLAMED) return;
      const place = task === null ? "" : ` at row ${task.from.row + 1} of ${settings.inputs[task.input]}`;
      throw new VerbatimsError(
        "worker-died",
        `workers: expected them to live on, got two that died${place} (${why}). Run again with --workers 1 to see why.`,
        { received: why },
      );
    },
    replace: (task) => {
      if ((deaths.get(keyOf(task)) ?? 0) < 2) return null;
      const { from, to, input } = task;
      const rows = to.row - from.row;
      const reject = {
        ok: false as const,
        line: from.line,
        offset: from.offset,
        row: from.row + 1,
        field: "range",
        reason: `two workers died (${last}) while they read bytes ${from.offset} to ${to.offset}, rows ${from.row + 1} to ${to.row}`,
        raw: "",
      };
      const name = settings.inputs.length > 1 ? settings.inputs[input] : undefined;
      const line = Buffer.from(rejectLine(reject, name));
      held.hold(0, [], [line]);
      const totals = { read: rows, written: 0, rejected: rows, brokenBytes: 0 };
      const piece: ScoredPiece = {
        id: 0,
        to,
        totals,
        outBytes: 0,
        rejectBytes: settings.rejects === null ? 0 : line.length,
        told: [reject],
        idHashes: new Float64Array(),
        summary: null,
        stored: to.offset,
      };
      return { piece, holder };
    },
  };
}
