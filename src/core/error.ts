/** What went wrong, for code that branches on it. */
export type ErrorCode =
  | "invalid-verbatim"
  | "invalid-answer"
  | "invalid-option"
  | "invalid-record"
  | "missing-text-column"
  | "unknown-column"
  | "unreadable-input"
  | "unwritable-output"
  | "changed-input"
  | "unlike-checkpoint"
  | "too-many-rejects"
  | "worker-died"
  | "empty-input"
  | "binary-input"
  | "invalid-summary"
  | "unlike-summaries"
  | "invalid-analysis"
  | "damaged-model"
  | "newer-model"
  | "too-few-labels"
  | "too-many-labels"
  | "unknown-label"
  | "duplicate-name"
  | "invalid-taxonomy"
  | "invalid-query"
  | "unreachable-queue"
  | "invalid-job"
  | "unlike-models"
  | "missing-shards"
  | "failed-shards"
  | "unknown-dump";

/** The parts an error message is made from, for code that shows its own. */
export interface ErrorDetails {
  /** Field, option or column at fault. */
  readonly field?: string;
  /** 1-based line of the input where the faulty record starts. */
  readonly line?: number;
  /** What would have been right. */
  readonly expected?: string;
  /** What was there, at most 60 characters of it. */
  readonly received?: string;
  /** Names found where another was looked for, such as the columns of a file. */
  readonly found?: readonly string[];
}

/**
 * The one error this library throws.
 *
 * The message reads *where: expected X, got Y. What to do.* and holds at most a 60-character excerpt of customer text.
 *
 * @example
 * import { analyze, VerbatimsError } from "verbatims";
 * try {
 *   analyze({ text: "Great", rating: 11 });
 * } catch (error) {
 *   if (error instanceof VerbatimsError) error.code; // "invalid-verbatim"
 * }
 */
export class VerbatimsError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "VerbatimsError";
    this.code = code;
    this.details = details;
  }
}

/**
 * Shows a value in an error message: its type where the value says little, else at most `max` characters of it,
 * control characters made visible.
 */
export function excerpt(value: unknown, max = 60): string {
  if (value === undefined) return "nothing";
  const shown = typeof value === "string" ? value : (safeJson(value) ?? typeof value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const clean = shown.slice(0, max + 1).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "·");
  return clean.length > max ? `${clean.slice(0, max - 1).toWellFormed()}…` : clean.toWellFormed();
}

function safeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
