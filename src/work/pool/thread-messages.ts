import { type ErrorCode, type ErrorDetails, VerbatimsError } from "../../core/error.js";
import type { RangeEngine, ScoredPiece } from "./range-engine.js";

/** What an engine can be asked for in another thread. */
export type EngineMethod = Exclude<keyof RangeEngine, "close">;

/** To the thread: a call, or the word that scoring may go on after a piece. */
export type ToThread =
  | { readonly call: number; readonly method: EngineMethod; readonly args: readonly unknown[] }
  | { readonly goOn: number };

/** From the thread: a piece that a call scored, or how the call ended. */
export type FromThread =
  | { readonly call: number; readonly piece: ScoredPiece }
  | { readonly call: number; readonly result: unknown }
  | { readonly call: number; readonly error: SentError };

/** An error as it is sent between threads, which keep no classes. */
export interface SentError {
  readonly message: string;
  /** `null` for errors that are not of this library. */
  readonly code: ErrorCode | null;
  readonly details: ErrorDetails;
}

/** Makes an error fit to be sent. */
export function packError(error: unknown): SentError {
  if (error instanceof VerbatimsError) return { message: error.message, code: error.code, details: error.details };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error), code: null, details: {} };
}

/** The error that was sent. */
export function unpackError({ message, code, details }: SentError): Error {
  return code === null ? new Error(message) : new VerbatimsError(code, message, details);
}
