import type { Language } from "../../core/labels.js";
import type { InputShape, RecordPlace } from "../../intake/input-shape.js";
import type { IntakeOptions } from "../../intake/intake-options.js";
import type { LocatedReject } from "../../intake/read-range.js";

import type { Summary } from "../../pattern/summary.js";
import type { RangeTotals } from "../ranges/score-records.js";

/** How the ranges of a run are scored; plain values, which can be sent to a thread. */
export interface EngineSettings {
  /** Paths of the inputs, in their order; regular files. */
  readonly inputs: readonly string[];
  readonly reading: Omit<IntakeOptions, "fileName" | "onMapping" | "onEnd">;
  readonly language: Language | "auto";
  readonly keepText: boolean;
  /** Whether an input without records is no fault. */
  readonly allowEmpty: boolean;
  /** Whether each piece is to be summed up. */
  readonly withSummary: boolean;
  /** Bytes of input that are scored at once. */
  readonly rangeBytes: number;
  /** Files that pieces are written into; `null` where they are taken. */
  readonly out: string | null;
  readonly rejects: string | null;
  /** Rejects that each piece tells of. */
  readonly rejectsTold: number;
}

/**
 * How an input can be read: `bytes` from any place, `stream` from its start alone (gzip), `rows` in groups of rows (Parquet).
 */
type InputKind = "bytes" | "stream" | "rows";

/** What the start of an input told of it. */
export interface InspectedInput {
  readonly shape: InputShape;
  readonly kind: InputKind;
  /** Where it ends, as offsets of places count. */
  readonly end: number;
}

/** A part of an input that one engine scores. */
export interface RangeTask extends InspectedInput {
  readonly input: number;
  readonly from: RecordPlace;
  readonly to: RecordPlace;
}

/** A part of a task that is scored and held until it is known where it is to be written. */
export interface ScoredPiece {
  readonly id: number;
  /** Where the next piece begins. */
  readonly to: RecordPlace;
  readonly totals: RangeTotals;
  readonly outBytes: number;
  readonly rejectBytes: number;
  /** The first rejects, as many as are to be told. */
  readonly told: readonly LocatedReject[];
  readonly idHashes: Float64Array;
  readonly summary: Summary | null;
  /** Stored bytes of the input up to the end of the piece. */
  readonly stored: number;
}

/** The lines of a piece. */
export interface PieceContent {
  readonly out: Uint8Array;
  readonly rejects: Uint8Array;
}

/** Scores ranges, in this thread or another; it does one thing at a time but for `write` and `take`. */
export interface RangeEngine {
  /** `null` for an input without records, where that is allowed. */
  readonly inspect: (input: number) => Promise<InspectedInput | null>;
  /** Where the next ranges from a place on end: at most `count`, fewer at the end of the input. */
  readonly cut: (input: number, inspected: InspectedInput, from: RecordPlace, count: number) => Promise<RecordPlace[]>;
  /** Scores a task; goes on after a piece when the promise of `onPiece` says so. */
  readonly score: (task: RangeTask, onPiece: (piece: ScoredPiece) => Promise<void>) => Promise<void>;
  /** Writes a piece into the files, and forgets it. */
  readonly write: (id: number, outAt: number, rejectsAt: number) => Promise<void>;
  /** Hands a piece over, and forgets it. */
  readonly take: (id: number) => Promise<PieceContent>;
  /** The fingerprints of the models that it scores with. */
  readonly models: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}
