import { VerbatimsError } from "../core/error.js";
import type { Source } from "../core/iterables.js";
import { decodeText } from "../intake/decode.js";
import { createJsonlReader } from "../intake/lines.js";
import type { RejectedRecord } from "../intake/read-verbatims.js";
import type { Row } from "../intake/rows.js";
import type { Analysis } from "../meaning/analysis.js";
import { parseAnalysis } from "../meaning/parse-analysis.js";

/** One line of a file of analyses: an analysis, or why there is none. */
export type AnalysisRecord = { readonly ok: true; readonly line: number; readonly analysis: Analysis } | RejectedRecord;

/** Longest line, in UTF-16 code units; the analysis of a text is several times as long as the text. */
const MAX_LINE = 200_000_000;
const MAX_RAW = 10_000;

/**
 * Reads analyses that were written one a line, in their order. Every line that is not blank comes out once, as an analysis
 * or as a reject with its line and reason. Memory is bounded by the longest line.
 *
 * @throws VerbatimsError `empty-input` where there is nothing, `binary-input` where there is no text
 * @example
 * const lines = [`${JSON.stringify(analyze("The lid broke."))}\n`];
 * for await (const record of readAnalyses(lines)) {
 *   if (record.ok) record.analysis.sentiment?.label; // "negative"
 * }
 */
export async function* readAnalyses(
  source: Source<Uint8Array | string>,
): AsyncGenerator<AnalysisRecord, void, undefined> {
  const reader = createJsonlReader(MAX_LINE);
  for await (const { text } of decodeText(source)) for (const row of reader.push(text)) yield readRow(row);
  for (const row of reader.end()) yield readRow(row);
}

function readRow({ line, raw, value, fault }: Row): AnalysisRecord {
  if (fault !== undefined) return { ok: false, line, field: "record", reason: fault, raw: cutRaw(raw) };
  try {
    return { ok: true, line, analysis: parseAnalysis(value) };
  } catch (error) {
    if (!(error instanceof VerbatimsError)) throw error;
    const { field = "record", expected, received } = error.details;
    return { ok: false, line, field, reason: `expected ${expected}, got ${received}`, raw: cutRaw(raw) };
  }
}

function cutRaw(raw: string): string {
  return raw.length <= MAX_RAW ? raw : `${raw.slice(0, MAX_RAW)}… (${raw.length - MAX_RAW} characters more)`;
}
