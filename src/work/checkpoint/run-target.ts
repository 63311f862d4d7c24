import type { Writable } from "node:stream";
import type { PieceContent } from "../pool/range-engine.js";
import type { RunProgress, RunState } from "./run-progress.js";

/** Where the pieces of a run go. */
export interface RunTarget {
  /** Files that pieces are written into; `null` where they are taken. */
  readonly out: string | null;
  readonly rejects: string | null;
  readonly take: ((content: PieceContent) => Promise<void>) | null;
  /** What was done by a run that was broken off; `null` for nothing. */
  readonly before: { readonly state: RunState; readonly ids: Float64Array; readonly done: boolean } | null;
  /** Saves how far the run is, if the last time is long ago. */
  readonly save: (progress: RunProgress) => void;
  /** Ends the run well: the files get their names. */
  readonly commit: (progress: RunProgress) => Promise<void>;
  /** Ends the run before its end, so that it can go on later where that is possible; says whether it is. */
  readonly leave: (progress: RunProgress) => Promise<boolean>;
}

/** Where a run is to write. */
export interface TargetChoice {
  readonly out: string | Writable;
  readonly rejects: string | Writable | undefined;
}
