import * as z from "zod";
import { excerpt, VerbatimsError } from "../core/error.js";
import { LANGUAGES, type Language } from "../core/labels.js";

const name: z.ZodString = z.string().min(1).max(256);
const moment: z.ZodType<string> = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

/** What one customer wrote, with what is known about it. */
export interface Verbatim {
  /** What the customer wrote, any Unicode, any length. May be empty. */
  readonly text: string;
  /** Name of this verbatim, unique within its source; made from place and text where absent. 1 to 256 characters. */
  readonly id?: string | undefined;
  /** When it was written: ISO 8601 date (`2026-03-02`) or date-time, with or without offset. */
  readonly at?: string | undefined;
  /** Where it came in: review, ticket, chat, survey … */
  readonly channel?: string | undefined;
  /** Stars given with it, 1 to 5. */
  readonly rating?: number | undefined;
  /** Likelihood to recommend, whole number 0 to 10. */
  readonly nps?: number | undefined;
  /** Satisfaction on the survey's own scale, within 0 to 10. */
  readonly csat?: number | undefined;
  /** Customer effort score, 1 to 7. */
  readonly ces?: number | undefined;
  /** Language it is written in; identified from the text where absent. */
  readonly language?: Language | undefined;
  /** Customer segment, plan or region. */
  readonly segment?: string | undefined;
  /** Key of the customer in the user's own systems. */
  readonly customer?: string | undefined;
  /** What the customer is worth (revenue, plan price, lifetime value), at least 0, in the user's own currency. */
  readonly value?: number | undefined;
  /** The survey question that the text answers. */
  readonly question?: string | undefined;
  /** When the company first replied: ISO 8601 date or date-time, as `at`; a time makes the time to reply known. */
  readonly repliedAt?: string | undefined;
}

/**
 * The one definition of a verbatim, checked at the border. Unknown keys are refused, so that a misspelt one is found at
 * once; the compiler holds it against {@link Verbatim}.
 */
export const verbatimSchema: z.ZodType<Verbatim> = z.strictObject({
  text: z.string().describe("What the customer wrote."),
  id: name.optional().describe("Name of this verbatim, unique within its source."),
  at: moment.optional().describe("When it was written: ISO 8601 date or date-time."),
  channel: name.optional().describe("Where it came in, such as review, ticket, chat, survey."),
  rating: z.number().min(1).max(5).optional().describe("Stars given with it, 1 to 5."),
  nps: z.int().min(0).max(10).optional().describe("Likelihood to recommend, whole number 0 to 10."),
  csat: z.number().min(0).max(10).optional().describe("Satisfaction on the survey's own scale, within 0 to 10."),
  ces: z.number().min(1).max(7).optional().describe("Customer effort score, 1 to 7."),
  language: z.enum(LANGUAGES).optional().describe("Language of the text; identified where absent."),
  segment: name.optional().describe("Customer segment, plan or region."),
  customer: name.optional().describe("Key of the customer in your own systems."),
  value: z.number().min(0).optional().describe("What the customer is worth, in your own currency."),
  question: z.string().optional().describe("The survey question that the text answers."),
  repliedAt: moment.optional().describe("When the company first replied: ISO 8601 date or date-time."),
});

/** A verbatim, or its bare text. */
export type VerbatimInput = Verbatim | string;

/** What is known of a verbatim beside its text, name and language; only the keys that are known, always in this order. */
export type Given = Omit<Verbatim, "text" | "id" | "language">;

/** Keys of {@link Given} in their order. */
export const GIVEN_KEYS: readonly (keyof Given)[] = [
  "at",
  "channel",
  "rating",
  "nps",
  "csat",
  "ces",
  "segment",
  "customer",
  "value",
  "question",
  "repliedAt",
];

/** JSON Schema (draft 2020-12) of a verbatim, made from the same definition that checks it. */
export function verbatimJsonSchema(): object {
  return z.toJSONSchema(verbatimSchema);
}

/** One thing wrong with a record: which field, and what would be right. */
export interface Issue {
  readonly field: string;
  readonly reason: string;
}

/** Result of {@link checkVerbatim}: the verbatim, or what is wrong with it. */
export type Checked =
  | { readonly ok: true; readonly verbatim: Verbatim }
  | { readonly ok: false; readonly issue: Issue };

/** Checks a value against the schema without throwing; the first fault found is told. */
export function checkVerbatim(value: unknown): Checked {
  const parsed = verbatimSchema.safeParse(value);
  if (parsed.success) return { ok: true, verbatim: parsed.data };
  const first = parsed.error.issues[0];
  const unknownKey = first?.code === "unrecognized_keys" ? first.keys[0] : undefined;
  const field = unknownKey ?? first?.path.map(String).join(".") ?? "";
  // The key was just found in the object.
  const received =
    field !== "" && typeof value === "object" && value !== null && Object.hasOwn(value, field)
      ? excerpt((value as Readonly<Record<string, unknown>>)[field])
      : excerpt(value);
  const expected = unknownKey === undefined ? (first?.message ?? "not a verbatim") : "unknown field";
  return { ok: false, issue: { field: field === "" ? "verbatim" : field, reason: `${expected}, got ${received}` } };
}

/**
 * Reads a verbatim, or a bare text, and checks it.
 *
 * @throws VerbatimsError `invalid-verbatim` naming the field, what was expected and what was there.
 */
export function parseVerbatim(input: VerbatimInput): Verbatim {
  if (typeof input === "string") return { text: input };
  const checked = checkVerbatim(input);
  if (checked.ok) return checked.verbatim;
  const { field, reason } = checked.issue;
  throw new VerbatimsError("invalid-verbatim", `verbatim.${field}: ${reason}. Correct the field or leave it out.`, {
    field,
  });
}
