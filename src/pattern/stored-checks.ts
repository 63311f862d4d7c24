import { excerpt, VerbatimsError } from "../core/error.js";

/** Length of each list of counts in a tally. */
const BINS = { scores: 21, rating: 5, nps: 11, csat: 11, ces: 7 } as const;

/** Checks of the parts of a stored value; each throws `invalid-summary` naming the part where it is wrong. */
export interface StoredChecks {
  readonly wrong: (field: string, expected: string, received: unknown) => VerbatimsError;
  readonly record: (value: unknown, where: string) => Readonly<Record<string, unknown>>;
  readonly list: (value: unknown, where: string) => readonly unknown[];
  readonly text: (value: unknown, where: string) => string;
  readonly count: (value: unknown, where: string) => number;
  readonly tally: (value: unknown, where: string) => void;
  /** The list of models that made the analyses. */
  readonly models: (value: unknown) => void;
}

/** Makes the checks of one kind of stored value, called `what` in messages. */
export function createStoredChecks(what: "summary" | "series" | "driver table"): StoredChecks {
  const wrong: StoredChecks["wrong"] = (field, expected, received) =>
    new VerbatimsError(
      "invalid-summary",
      `${what} ${field}: expected ${expected}, got ${excerpt(received)}. Make the ${what} again from its analyses.`,
      { field, expected, received: excerpt(received) },
    );
  const record: StoredChecks["record"] = (value, where) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(where, "an object", value);
    // Any object that is no array may be read by key.
    return value as Readonly<Record<string, unknown>>;
  };
  const list: StoredChecks["list"] = (value, where) => {
    if (!Array.isArray(value)) throw wrong(where, "a list", value);
    return value;
  };
  const text: StoredChecks["text"] = (value, where) => {
    if (typeof value !== "string") throw wrong(where, "text", value);
    return value;
  };
  const count: StoredChecks["count"] = (value, where) => {
    if (!isCount(value)) throw wrong(where, "a whole number", value);
    return value;
  };
  const tally: StoredChecks["tally"] = (value, where) => {
    const parts = record(value, where);
    count(parts.n, `${where}.n`);
    const sentiment = record(parts.sentiment, `${where}.sentiment`);
    for (const label of ["negative", "neutral", "mixed", "positive"])
      count(sentiment[label], `${where}.sentiment.${label}`);
    for (const [name, length] of Object.entries(BINS)) {
      const bins = list(parts[name], `${where}.${name}`);
      if (bins.length !== length || !bins.every(isCount))
        throw wrong(`${where}.${name}`, `${length} whole numbers`, bins);
    }
  };
  const models: StoredChecks["models"] = (value) => {
    list(value, "models").forEach((model, i) => {
      const { language, model: name } = record(model, `models[${i}]`);
      if (typeof language !== "string" || typeof name !== "string")
        throw wrong(`models[${i}]`, "language and model", model);
    });
  };
  return { wrong, record, list, text, count, tally, models };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
