import { excerpt, VerbatimsError } from "../core/error.js";
import { LANGUAGES, type Language } from "../core/labels.js";
import type { Summary } from "../pattern/summary.js";

/** What a report says beside what the summary holds. */
export interface ReportOptions {
  /** Heading of the report. @defaultValue "What customers say", in the report's language */
  readonly title?: string | undefined;
  /** Language of the report's own words and numbers. @defaultValue "en" */
  readonly language?: Language | undefined;
  /** Where the verbatims came from, such as the name of a file. */
  readonly source?: string | undefined;
  /** Rows that could not be read, 0 or more. @defaultValue 0 */
  readonly rejected?: number | undefined;
  /** When the report was made, shown as it is: a report reads no clock. */
  readonly generatedAt?: string | undefined;
}

/** {@link ReportOptions} with every value known. */
export interface ReadOptions {
  readonly title: string | null;
  readonly language: Language;
  readonly source: string | null;
  readonly rejected: number;
  readonly generatedAt: string | null;
}

/**
 * Checks summary and options of a report.
 *
 * @throws VerbatimsError `invalid-option` where an option has another value than listed, `invalid-summary` where the
 * summary is none that this version reads
 */
export function readReportOptions(where: string, summary: Summary, options: ReportOptions): ReadOptions {
  if (summary?.format !== "verbatims-summary" || summary.version !== 1) {
    throw new VerbatimsError(
      "invalid-summary",
      `${where} summary: expected a summary of version 1, got ${excerpt(summary)}. Make one with emptySummary and addToSummary.`,
      { field: "summary", received: excerpt(summary) },
    );
  }
  const { title, language = "en", source, rejected = 0, generatedAt } = options;
  if (!LANGUAGES.includes(language)) throw invalidOption(where, "language", LANGUAGES.join(" or "), language);
  if (!Number.isSafeInteger(rejected) || rejected < 0) {
    throw invalidOption(where, "rejected", "a whole number of 0 or more", rejected);
  }
  for (const [name, value] of [
    ["title", title],
    ["source", source],
    ["generatedAt", generatedAt],
  ] as const) {
    if (value !== undefined && typeof value !== "string") throw invalidOption(where, name, "text", value);
  }
  return { title: title ?? null, language, source: source ?? null, rejected, generatedAt: generatedAt ?? null };
}

/** The error of an option with a value it may not have. */
export function invalidOption(where: string, field: string, expected: string, value: unknown): VerbatimsError {
  const received = excerpt(value);
  return new VerbatimsError(
    "invalid-option",
    `${where} ${field}: expected ${expected}, got ${received}. Correct it or leave it out.`,
    { field, expected, received },
  );
}
