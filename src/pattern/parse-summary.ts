import { createStoredChecks } from "./stored-checks.js";
import type { Summary } from "./summary.js";

const NAMED = [
  "languages",
  "themes",
  "stages",
  "intents",
  "emotions",
  "efforts",
  "touchpoints",
  "channels",
  "segments",
  "months",
  "urgentByChannel",
  "advocatesByChannel",
] as const;
const CROSSED = ["themesByStage", "themesByMonth", "stagesByChannel", "intentsByChannel"] as const;

const { wrong, record, list, text, count, tally, models } = createStoredChecks("summary");

/**
 * Checks that a value, such as a file's JSON, is a summary of a version that this library reads.
 *
 * @throws VerbatimsError `invalid-summary` naming the first part that is wrong
 */
export function parseSummary(value: unknown): Summary {
  const summary = record(value, "summary");
  if (summary.format !== "verbatims-summary") throw wrong("format", '"verbatims-summary"', summary.format);
  if (summary.version !== 1) throw wrong("version", "1", summary.version);
  for (const part of ["quotesKept", "urgent", "advocates"] as const) count(summary[part], part);
  tally(summary.all, "all");
  for (const part of [...NAMED, ...CROSSED]) {
    list(summary[part], part).forEach((named, i) => {
      tally(named, `${part}[${i}]`);
      text(record(named, part).name, `${part}[${i}].name`);
    });
  }
  for (const part of CROSSED)
    list(summary[part], part).forEach((crossed, i) => {
      text(record(crossed, part).within, `${part}[${i}].within`);
    });
  models(summary.models);
  list(summary.quotes, "quotes").forEach((sample, i) => {
    const { theme, sentiment, quotes } = record(sample, `quotes[${i}]`);
    if (typeof theme !== "string" || typeof sentiment !== "string")
      throw wrong(`quotes[${i}]`, "theme and sentiment", sample);
    list(quotes, `quotes[${i}].quotes`).forEach((quote, k) => {
      const { id, text: words, hash } = record(quote, `quotes[${i}].quotes[${k}]`);
      if (![id, words, hash].every((part) => typeof part === "string"))
        throw wrong(`quotes[${i}].quotes[${k}]`, "id, text and hash", quote);
    });
  });
  // Every part that this library reads has been checked above.
  return value as Summary;
}
