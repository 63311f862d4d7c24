import { VerbatimsError } from "verbatims";

/** What a client is told of an error, and the status that goes with it. */
export interface ErrorAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Field at fault, where there is one. */
  readonly field?: string;
}

const TOO_LONG = "at most";

/**
 * Refuses a text that is longer than the service takes.
 *
 * @throws VerbatimsError `invalid-verbatim`, which {@link toAnswer} tells as 413
 */
export function checkLength(verbatim: unknown, most: number): void {
  const text = typeof verbatim === "object" && verbatim !== null && "text" in verbatim ? verbatim.text : verbatim;
  if (typeof text !== "string" || text.length <= most) return;
  throw new VerbatimsError(
    "invalid-verbatim",
    `verbatim.text: expected ${TOO_LONG} ${most} characters, got ${text.length}. Send a part of it.`,
    { field: "text", expected: `${TOO_LONG} ${most} characters`, received: `${text.length} characters` },
  );
}

/**
 * Tells an error to a client: 413 for what is too long, 400 for any other `VerbatimsError`, the status that Fastify chose for its
 * own (a broken JSON body: 400), and 500 without a word of the cause for all else.
 */
export function toAnswer(error: unknown): ErrorAnswer {
  if (error instanceof VerbatimsError) {
    const { code, message, details } = error;
    const status = details.expected?.startsWith(TOO_LONG) === true ? 413 : 400;
    return { status, code, message, ...(details.field === undefined ? {} : { field: details.field }) };
  }
  if (error instanceof Error && "statusCode" in error && "code" in error) {
    const status = Number(error.statusCode);
    if (status >= 400 && status < 500) return { status, code: String(error.code), message: error.message };
  }
  return { status: 500, code: "fault", message: "The service failed at this request. Try again; tell its operators." };
}
