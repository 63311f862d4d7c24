import { excerpt, VerbatimsError } from "../core/error.js";
import { EFFORTS, EMOTIONS, INTENTS, LANGUAGES, SENTIMENTS, STAGES, TOUCHPOINTS } from "../core/labels.js";
import type { Analysis } from "./analysis.js";

/** Checks one part of an analysis; throws where it is wrong. */
type Check = (value: unknown, where: string) => void;

const text: Check = (value, where) => {
  if (typeof value !== "string") throw wrong(where, "text", value);
};

const flag: Check = (value, where) => {
  if (typeof value !== "boolean") throw wrong(where, "true or false", value);
};

const month: Check = (value, where) => {
  if (typeof value !== "string" || !/^\d{4}-\d{2}/.test(value)) throw wrong(where, "a date such as 2026-03-02", value);
};

const span: Check = (value, where) => {
  const [start, end] = Array.isArray(value) && value.length === 2 ? value : [];
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw wrong(where, "[start, end]", value);
  }
};

function within(least: number, most: number): Check {
  return (value, where) => {
    if (typeof value !== "number" || !(value >= least && value <= most))
      throw wrong(where, `a number from ${least} to ${most}`, value);
  };
}

const wholeAnswer: Check = (value, where) => {
  within(0, 10)(value, where);
  if (!Number.isInteger(value)) throw wrong(where, "a whole number from 0 to 10", value);
};

function oneOf(labels: readonly string[]): Check {
  return (value, where) => {
    if (typeof value !== "string" || !labels.includes(value)) throw wrong(where, `one of ${labels.join(", ")}`, value);
  };
}

function orNull(check: Check): Check {
  return (value, where) => {
    if (value !== null) check(value, where);
  };
}

function listOf(check: Check): Check {
  return (value, where) => {
    if (!Array.isArray(value)) throw wrong(where, "a list", value);
    value.forEach((item, i) => {
      check(item, `${where}[${i}]`);
    });
  };
}

/** An object whose `needed` keys are all there; those of `known` are checked where they are, others are let be. */
function objectOf(needed: Readonly<Record<string, Check>>, known: Readonly<Record<string, Check>> = {}): Check {
  const [neededKeys, knownKeys] = [Object.entries(needed), Object.entries(known)];
  return (value, where) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(where, "an object", value);
    // Any object that is no array may be read by key.
    const record = value as Readonly<Record<string, unknown>>;
    const inside = where === WHOLE ? "" : `${where}.`;
    for (const [key, check] of neededKeys) {
      check(Object.hasOwn(record, key) ? record[key] : undefined, `${inside}${key}`);
    }
    for (const [key, check] of knownKeys) if (Object.hasOwn(record, key)) check(record[key], `${inside}${key}`);
  };
}

/** Name of the analysis itself in an error. */
const WHOLE = "analysis";

const share: Check = within(0, 1);
const evidence: Check = listOf(span);
const polarity: Readonly<Record<string, Check>> = {
  label: oneOf(SENTIMENTS),
  score: within(-1, 1),
  confidence: share,
};
const stageName: Check = oneOf(STAGES);

const check: Check = objectOf({
  id: text,
  text: orNull(text),
  given: objectOf(
    {},
    {
      at: month,
      channel: text,
      rating: within(1, 5),
      nps: wholeAnswer,
      csat: within(0, 10),
      ces: within(1, 7),
      segment: text,
      customer: text,
      value: within(0, Number.MAX_VALUE),
      question: text,
      repliedAt: month,
    },
  ),
  language: orNull(oneOf([...LANGUAGES, "other"])),
  sentiment: orNull(objectOf({ ...polarity, stars: within(1, 5), evidence })),
  clauses: listOf(objectOf({ span, sentiment: objectOf(polarity), themes: listOf(text), stage: orNull(stageName) })),
  themes: listOf(objectOf({ theme: text, confidence: share, sentiment: objectOf(polarity), evidence })),
  stage: orNull(objectOf({ stage: stageName, confidence: share, second: orNull(stageName), evidence })),
  intent: orNull(objectOf({ intent: oneOf(INTENTS), confidence: share })),
  emotion: orNull(objectOf({ emotion: oneOf(EMOTIONS), confidence: share })),
  effort: orNull(objectOf({ effort: oneOf(EFFORTS), evidence })),
  touchpoints: listOf(objectOf({ touchpoint: oneOf(TOUCHPOINTS), evidence })),
  urgent: flag,
  painPoints: listOf(objectOf({ span, theme: orNull(text), stage: orNull(stageName), severity: share })),
  model: text,
});

/**
 * Checks that a value, such as a line of JSON, is an analysis: every key is there and every value within its range. Keys that
 * this version does not know are let be.
 *
 * @throws VerbatimsError `invalid-analysis` naming the first part that is wrong
 * @example
 * const line = JSON.stringify(analyze("The lid broke."));
 * const analysis = parseAnalysis(JSON.parse(line));
 * analysis.sentiment?.label; // "negative"
 */
export function parseAnalysis(value: unknown): Analysis {
  check(value, WHOLE);
  // Every part has been checked above.
  return value as Analysis;
}

function wrong(field: string, expected: string, value: unknown): VerbatimsError {
  const received = excerpt(value);
  return new VerbatimsError(
    "invalid-analysis",
    `${field}: expected ${expected}, got ${received}. Make the analyses again with this version.`,
    { field, expected, received },
  );
}
