import { excerpt, VerbatimsError } from "../core/error.js";
import type { Summary } from "./summary.js";

const LISTS = [
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
  "themesByStage",
  "themesByMonth",
  "stagesByChannel",
  "intentsByChannel",
  "urgentByChannel",
  "advocatesByChannel",
] as const;

/** Length of each list of counts in a tally. */
const BINS = { scores: 21, rating: 5, nps: 11, csat: 11, ces: 7 } as const;

/**
 * Checks that a value, such as a file's JSON, is a summary of a version that this library reads.
 *
 * @throws VerbatimsError `invalid-summary` naming the first part that is wrong
 */
export function parseSummary(value: unknown): Summary {
  const summary = asRecord(value, "summary");
  if (summary.format !== "verbatims-summary") throw wrong("format", '"verbatims-summary"', summary.format);
  if (summary.version !== 1) throw wrong("version", "1", summary.version);
  if (!isCount(summary.quotesKept)) throw wrong("quotesKept", "a whole number", summary.quotesKept);
  if (!isCount(summary.urgent)) throw wrong("urgent", "a whole number", summary.urgent);
  if (!isCount(summary.advocates)) throw wrong("advocates", "a whole number", summary.advocates);
  checkTally(summary.all, "all");
  for (const list of LISTS) {
    asList(summary[list], list).forEach((tally, i) => {
      const where = `${list}[${i}]`;
      checkTally(tally, where);
      if (typeof asRecord(tally, where).name !== "string")
        throw wrong(`${where}.name`, "text", asRecord(tally, where).name);
    });
  }
  asList(summary.models, "models").forEach((model, i) => {
    const { language, model: name } = asRecord(model, `models[${i}]`);
    if (typeof language !== "string" || typeof name !== "string")
      throw wrong(`models[${i}]`, "language and model", model);
  });
  asList(summary.quotes, "quotes").forEach((sample, i) => {
    const { theme, sentiment, quotes } = asRecord(sample, `quotes[${i}]`);
    if (typeof theme !== "string" || typeof sentiment !== "string")
      throw wrong(`quotes[${i}]`, "theme and sentiment", sample);
    asList(quotes, `quotes[${i}].quotes`).forEach((quote, k) => {
      const { id, text, hash } = asRecord(quote, `quotes[${i}].quotes[${k}]`);
      if (![id, text, hash].every((part) => typeof part === "string"))
        throw wrong(`quotes[${i}].quotes[${k}]`, "id, text and hash", quote);
    });
  });
  // Every part that this library reads has been checked above.
  return value as Summary;
}

function checkTally(value: unknown, where: string): void {
  const tally = asRecord(value, where);
  if (!isCount(tally.n)) throw wrong(`${where}.n`, "a whole number", tally.n);
  const sentiment = asRecord(tally.sentiment, `${where}.sentiment`);
  for (const label of ["negative", "neutral", "mixed", "positive"]) {
    if (!isCount(sentiment[label])) throw wrong(`${where}.sentiment.${label}`, "a whole number", sentiment[label]);
  }
  for (const [name, length] of Object.entries(BINS)) {
    const bins = asList(tally[name], `${where}.${name}`);
    if (bins.length !== length || !bins.every(isCount))
      throw wrong(`${where}.${name}`, `${length} whole numbers`, bins);
  }
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function asRecord(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(where, "an object", value);
  // Any object that is no array may be read by key.
  return value as Readonly<Record<string, unknown>>;
}

function asList(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(where, "a list", value);
  return value;
}

function wrong(field: string, expected: string, received: unknown): VerbatimsError {
  return new VerbatimsError(
    "invalid-summary",
    `summary ${field}: expected ${expected}, got ${excerpt(received)}. Make the summary again from its analyses.`,
    { field, expected, received: excerpt(received) },
  );
}
