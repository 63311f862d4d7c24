import { FIRST_PLACE, type RecordPlace } from "../../intake/input-shape.js";
import { createAccumulator } from "../../pattern/accumulate.js";
import type { Summary } from "../../pattern/summary.js";
import type { ScoredPiece } from "../pool/range-engine.js";
import { createRepeatedIds } from "../repeated-ids.js";
import { NO_TOTALS, type WorkTotals } from "../work-totals.js";
import type { Checkpoint } from "./checkpoint.js";

/** How far a run is, as its checkpoint tells it but for what does not change. */
export type RunState = Omit<Checkpoint, "format" | "version" | "key" | "done">;

/** Adds up the pieces of a run in their order. */
export interface RunProgress {
  readonly add: (input: number, piece: ScoredPiece) => void;
  readonly totals: () => WorkTotals;
  /** The sum so far; its summary is made anew, which takes a while. */
  readonly toState: () => RunState;
  /** Hashes of ids that are remembered since it was last asked. */
  readonly takeIds: () => number[];
  readonly toSummary: () => Summary;
}

/**
 * Starts a run, or goes on with one.
 *
 * @param before where it goes on, and the ids that were remembered up to there
 */
export function startProgress(
  before: { readonly state: RunState; readonly ids: Float64Array } | null,
  withSummary: boolean,
): RunProgress {
  let fresh: number[] = [];
  let idsKept = 0;
  const ids = createRepeatedIds(undefined, (hash) => {
    fresh.push(hash);
    idsKept++;
  });
  for (const hash of before?.ids ?? []) ids.addHash(hash);
  fresh = [];
  const sum = createAccumulator();
  if (before?.state.summary != null) sum.addSummary(before.state.summary);
  const start = before?.state.totals ?? NO_TOTALS;
  let { read, written, brokenBytes } = start;
  let input = before?.state.input ?? 0;
  let place: RecordPlace = before?.state.place ?? FIRST_PLACE;
  let outBytes = before?.state.outBytes ?? 0;
  let rejectBytes = before?.state.rejectBytes ?? 0;
  const totals = (): WorkTotals => ({
    read,
    written,
    rejected: read - written,
    repeatedIds: start.repeatedIds + ids.count(),
    repeatedIdsWhole: start.repeatedIdsWhole && ids.isWhole(),
    brokenBytes,
  });
  return {
    add: (from, piece) => {
      input = from;
      place = piece.to;
      read += piece.totals.read;
      written += piece.totals.written;
      brokenBytes += piece.totals.brokenBytes;
      outBytes += piece.outBytes;
      rejectBytes += piece.rejectBytes;
      for (const hash of piece.idHashes) ids.addHash(hash);
      if (piece.summary !== null) sum.addSummary(piece.summary);
    },
    totals,
    toState: () => ({
      input,
      place,
      outBytes,
      rejectBytes,
      totals: totals(),
      idsKept,
      summary: withSummary ? sum.toSummary() : null,
    }),
    takeIds: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    toSummary: sum.toSummary,
  };
}
