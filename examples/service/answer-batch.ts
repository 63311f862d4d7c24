import { setImmediate as nextTurn } from "node:timers/promises";
import type { Analyzer } from "verbatims";
import { type BodyLine, readLines } from "./read-lines.js";
import { checkLength, toAnswer } from "./service-errors.js";
import type { ServiceLimits } from "./service-limits.js";

/** Lines that are answered before other requests get their turn. */
const TURN = 16;

/**
 * Answers a body of verbatims, one a line, with one line each, in order: the analysis, or `{ line, error }`. Reads on only when its
 * answers are taken. A body longer than allowed ends with an error line of its own.
 */
export async function* answerBatch(
  body: AsyncIterable<Uint8Array>,
  analyzer: Analyzer,
  limits: ServiceLimits,
): AsyncGenerator<string, void, undefined> {
  const tooLarge = new Error("too large");
  async function* counted(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > limits.batchBytes) throw tooLarge;
      yield chunk;
    }
  }
  try {
    for await (const lines of readLines(counted(), limits.lineBytes)) {
      for (let from = 0; from < lines.length; from += TURN) {
        const turn = lines.slice(from, from + TURN);
        yield turn.map((line) => answerLine(line, analyzer, limits)).join("");
        await nextTurn();
      }
    }
  } catch (error) {
    if (error !== tooLarge) throw error;
    const message = `body: expected at most ${limits.batchBytes} bytes, got more; the rest was not read. Send it in parts.`;
    yield `${JSON.stringify({ line: null, error: { code: "too-large", message } })}\n`;
  }
}

function answerLine({ line, text }: BodyLine, analyzer: Analyzer, { lineBytes, textChars }: ServiceLimits): string {
  const refuse = (code: string, message: string, field?: string): string =>
    `${JSON.stringify({ line, error: { code, message, field } })}\n`;
  if (text === null) {
    return refuse("too-large", `line: expected at most ${lineBytes} bytes, got more. Send a part of it.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("invalid-record", "line: expected JSON, got something else. Send one JSON object a line.");
  }
  try {
    checkLength(value, textChars);
    // Anything that is no verbatim is refused by the analyzer itself.
    return `${JSON.stringify(analyzer.analyze(value as string))}\n`;
  } catch (error) {
    const { code, message, field } = toAnswer(error);
    return refuse(code, message, field);
  }
}
