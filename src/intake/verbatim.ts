import * as z from "zod";
import { excerpt, VerbatimsError } from "../core/error.js";
import { LANGUAGES } from "../core/labels.js";

const name = z.string().min(1).max(256);

/**
 * The one definition of a verbatim: what one customer wrote, with what is known about it beside the text.
 *
 * Only `text` is required. Unknown keys are refused, so that a misspelt one is found at once.
 */
export const verbatimSchema = z.strictObject({
  /** What the customer wrote, any Unicode, any length. May be empty. */
  text: z.string().describe("What the customer wrote."),
  /** Unique name of the verbatim; made from position and text where absent. */
  id: name.optional().describe("Name of this verbatim, unique within its source."),
  /** ISO 8601 date (`2026-03-02`) or date-time with or without offset. */
  at: z
    .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])
    .optional()
    .describe("When it was written: ISO 8601 date or date-time."),
  /** Where it came in: review, ticket, chat, survey … */
  channel: name.optional().describe("Where it came in, such as review, ticket, chat, survey."),
  /** Stars given with it, 1 to 5. */
  rating: z.number().min(1).max(5).optional().describe("Stars given with it, 1 to 5."),
  /** Answer to "would you recommend us", whole number 0 to 10. */
  nps: z.int().min(0).max(10).optional().describe("Likelihood to recommend, whole number 0 to 10."),
  /** Satisfaction, 0 to 10, on whatever scale the survey used. */
  csat: z.number().min(0).max(10).optional().describe("Satisfaction score on the survey's own scale, within 0 to 10."),
  /** Customer effort score, 1 to 7. */
  ces: z.number().min(1).max(7).optional().describe("Customer effort score, 1 to 7."),
  /** Language it is written in; identified from the text where absent. */
  language: z.enum(LANGUAGES).optional().describe("Language of the text; identified where absent."),
  /** Customer segment, plan or region. */
  segment: name.optional().describe("Customer segment, plan or region."),
  /** The customer's name in the user's systems. */
  customer: name.optional().describe("Key of the customer in your own systems."),
  /** What the customer is worth: revenue, plan price, lifetime value; at least 0. */
  value: z.number().min(0).optional().describe("What the customer is worth, in your own currency."),
  /** The question that the text answers. */
  question: z.string().optional().describe("The survey question that the text answers."),
});

/** What one customer wrote, with what is known about it. */
export type Verbatim = Readonly<z.infer<typeof verbatimSchema>>;

/** A verbatim, or its bare text. */
export type VerbatimInput = Verbatim | string;

/** What is known of a verbatim beside its text, name and language; only the keys that are known, always in this order. */
export type Given = Omit<Verbatim, "text" | "id" | "language">;

/** Keys of {@link Given} in their order. */
export const GIVEN_KEYS = [
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
] as const satisfies readonly (keyof Given)[];

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
  if (parsed.success) return { ok: true, verbatim: parsed.data as Verbatim };
  const first = parsed.error.issues[0];
  const unknownKey = first?.code === "unrecognized_keys" ? first.keys[0] : undefined;
  const field = unknownKey ?? first?.path.map(String).join(".") ?? "";
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
