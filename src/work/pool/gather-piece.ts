import type { RecordPlace } from "../../intake/input-shape.js";
import type { LocatedReject } from "../../intake/read-range.js";
import { createAccumulator } from "../../pattern/accumulate.js";
import { rejectLine } from "../open-rejects.js";
import type { ScoredRows } from "../ranges/score-records.js";
import type { HeldPieces } from "./held-pieces.js";
import type { EngineSettings, ScoredPiece } from "./range-engine.js";

/** A piece that rows are being added to. */
export interface OpenPiece {
  readonly add: (rows: ScoredRows) => void;
  /** Bytes that its lines take so far. */
  readonly bytes: () => number;
  /** Ends the piece and has it held. `to`: where the next one begins; `stored`: bytes of the input up to there. */
  readonly close: (id: number, to: RecordPlace, stored: number, held: HeldPieces) => ScoredPiece;
}

/** Starts a piece of an input. */
export function openPiece({ inputs, rejectsTold, withSummary }: EngineSettings, input: number): OpenPiece {
  const [out, rejects, hashes]: [Uint8Array[], Uint8Array[], number[]] = [[], [], []];
  const told: LocatedReject[] = [];
  const summary = withSummary ? createAccumulator() : undefined;
  const name = inputs.length > 1 ? inputs[input] : undefined;
  let [read, written, brokenBytes] = [0, 0, 0];
  return {
    add: (rows) => {
      if (summary !== undefined) for (const analysis of rows.analyses) summary.addAnalysis(analysis);
      if (rows.lines !== "") out.push(Buffer.from(rows.lines));
      for (const reject of rows.rejects) {
        if (told.length < rejectsTold) told.push(reject);
        rejects.push(Buffer.from(rejectLine(reject, name)));
      }
      for (const hash of rows.idHashes) hashes.push(hash);
      read += rows.totals.read;
      written += rows.totals.written;
      brokenBytes += rows.totals.brokenBytes;
    },
    bytes: () => lengthOf(out) + lengthOf(rejects),
    close: (id, to, stored, held) => {
      held.hold(id, out, rejects);
      return {
        id,
        to,
        totals: { read, written, rejected: read - written, brokenBytes },
        outBytes: lengthOf(out),
        rejectBytes: lengthOf(rejects),
        told,
        idHashes: Float64Array.from(hashes),
        summary: summary?.toSummary() ?? null,
        stored,
      };
    },
  };
}

function lengthOf(buffers: readonly Uint8Array[]): number {
  return buffers.reduce((sum, { length }) => sum + length, 0);
}
