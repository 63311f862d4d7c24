import type { DriverOutcome } from "./outcome.js";

/** How something was spoken of: badly, well, or otherwise (neutrally, or both badly and well). */
export type Tone = "negative" | "positive" | "other";

/** A theme or a stage that was spoken of, and how. */
export type Mention = readonly [name: string, tone: Tone];

/** Verbatims that speak of the same themes in the same way at the same stage, counted by outcome. */
export interface DriverPattern {
  /** By theme; each theme once, with its own tone. */
  readonly themes: readonly Mention[];
  /** The stage told of, with the tone of the verbatim as a whole; `null` where none is told. */
  readonly stage: Mention | null;
  /** How many verbatims (`n`, above 0) have which outcome, in whole steps of {@link DriverTable.outcome}, rising. */
  readonly outcomes: readonly (readonly [steps: number, n: number])[];
}

/**
 * Rows counted by what is spoken of and outcome: all that drivers can be computed from, in whole numbers. Rows are needed because how
 * often themes are spoken of *together* decides how the outcome is shared out, which no list of themes tells; this keeps just that.
 *
 * A commutative monoid for each outcome: `mergeDriverTables` is associative and commutative and the empty table is its neutral element,
 * so that any order and any sharding of the same analyses gives the same bytes. Its size grows with the distinct combinations, which soon
 * repeat, and never faster than the rows.
 */
export interface DriverTable {
  readonly format: "verbatims-driver-table";
  readonly version: 1;
  /** What is to be explained. Steps are points of NPS, hundredths of a score (csat, ces, rating), thousandths of sentiment. */
  readonly outcome: DriverOutcome;
  /** Model name by language, sorted; unlike ones refuse to merge. */
  readonly models: readonly { readonly language: string; readonly model: string }[];
  /** Analyses without the outcome: not in the patterns. */
  readonly unanswered: number;
  /** Analyses with the outcome, of texts in a language that is not read: what they speak of is not known, so they are not in the patterns. */
  readonly unread: number;
  /** In the order of their JSON. */
  readonly patterns: readonly DriverPattern[];
}
