import type { Effort, Emotion, Intent, SentimentLabel, Stage, Touchpoint } from "../core/labels.js";
import type { Given } from "../intake/verbatim.js";

/** `[start, end)` in UTF-16 code units of the original text: `text.slice(start, end)` is the evidence. */
export type Span = readonly [start: number, end: number];

/** A sentiment without its evidence: of a clause or of a theme. */
export interface Polarity {
  readonly label: SentimentLabel;
  /** From -1 (all bad) to 1 (all good). */
  readonly score: number;
  /** Probability that the label is right, 0 to 1. */
  readonly confidence: number;
}

/** Sentiment of a whole verbatim, without its evidence. */
export interface SentimentScore extends Polarity {
  /** The rating this text would come with, 1 to 5. */
  readonly stars: number;
}

/** Sentiment of a whole verbatim. */
export interface Sentiment extends SentimentScore {
  /** The characters that carry it, in text order, never overlapping. */
  readonly evidence: readonly Span[];
}

/** A stretch of text that says one thing; clauses follow one another and never overlap. */
export interface ClauseReading<Theme extends string = string> {
  readonly span: Span;
  readonly sentiment: Polarity;
  readonly themes: readonly Theme[];
  readonly stage: Stage | null;
}

/** A theme that a verbatim speaks of, and how it speaks of it. */
export interface ThemeReading<Theme extends string = string> {
  /** Name in the taxonomy; nested names are joined by "/". */
  readonly theme: Theme;
  readonly confidence: number;
  readonly sentiment: Polarity;
  readonly evidence: readonly Span[];
}

/** The stage of the customer journey that a verbatim tells of. */
export interface StageReading {
  /** The stage that the experience told of belongs to; `null` where it cannot be told. */
  readonly stage: Stage;
  readonly confidence: number;
  /** Another stage told of. */
  readonly second: Stage | null;
  readonly evidence: readonly Span[];
}

/** The words that tell a problem. */
export interface PainPointReading<Theme extends string = string> {
  readonly span: Span;
  readonly theme: Theme | null;
  readonly stage: Stage | null;
  /** How much it hurts, 0 to 1. */
  readonly severity: number;
}

/**
 * What was read in one verbatim. Plain JSON: the same keys in the same order for every text and every option; what is not
 * known is `null` or `[]`. `Theme` is the names of a taxonomy of one's own.
 */
export interface Analysis<Theme extends string = string> {
  readonly id: string;
  /** The original text; `null` where it was left out on request. */
  readonly text: string | null;
  /** What was known of the verbatim beside its text. */
  readonly given: Given;
  /** Identified or given language; `"other"` is a language not read here, `null` cannot be told. */
  readonly language: "en" | "tr" | "other" | null;
  /** `null` for a language that is not read here. */
  readonly sentiment: Sentiment | null;
  readonly clauses: readonly ClauseReading<Theme>[];
  /** Most confident first, then by name. */
  readonly themes: readonly ThemeReading<Theme>[];
  readonly stage: StageReading | null;
  readonly intent: { readonly intent: Intent; readonly confidence: number } | null;
  readonly emotion: { readonly emotion: Emotion; readonly confidence: number } | null;
  readonly effort: { readonly effort: Effort; readonly evidence: readonly Span[] } | null;
  readonly touchpoints: readonly { readonly touchpoint: Touchpoint; readonly evidence: readonly Span[] }[];
  /** Whether a company should answer within the hour. */
  readonly urgent: boolean;
  readonly painPoints: readonly PainPointReading<Theme>[];
  /** Language, version and fingerprint of the model and taxonomy that made this analysis. */
  readonly model: string;
}
