import type { SentimentLabel } from "../core/labels.js";

/** How often each sentiment occurred. */
export type SentimentCounts = Readonly<Record<SentimentLabel, number>>;

/** What many verbatims of one kind say: whole numbers only, so that sums are exact in any order. */
export interface Tally {
  /** Verbatims counted. */
  readonly n: number;
  /** How many of them carry each sentiment; those in a language not read here carry none. */
  readonly sentiment: SentimentCounts;
  /** Verbatims by sentiment score in 21 bins: bin `i` holds scores that round to `-1 + i / 10`. */
  readonly scores: readonly number[];
  /** Verbatims by given stars, rounded: bins 1 to 5. */
  readonly rating: readonly number[];
  /** Verbatims by given NPS answer: bins 0 to 10. */
  readonly nps: readonly number[];
  /** Verbatims by given satisfaction, rounded: bins 0 to 10. */
  readonly csat: readonly number[];
  /** Verbatims by given effort score, rounded: bins 1 to 7. */
  readonly ces: readonly number[];
}

/** A tally under its name; lists of these are sorted by name in code-unit order. */
export interface NamedTally extends Tally {
  readonly name: string;
}

/** A tally under two names, such as a theme within a month; sorted by `name`, then `within`. */
export interface CrossTally extends NamedTally {
  readonly within: string;
}

/** A verbatim kept to be quoted. */
export interface Quote {
  readonly id: string;
  readonly text: string;
  readonly at: string | null;
  readonly channel: string | null;
  /** Sentiment of the theme (or of the verbatim) that it is quoted for. */
  readonly sentiment: SentimentLabel;
  /** Part of the text that is the evidence. */
  readonly span: readonly [number, number] | null;
  /** Its place in the sample: the smallest hashes stay. */
  readonly hash: string;
}

/** The sample of quotes of one theme and sentiment; sorted by theme, then sentiment. */
export interface QuoteSample {
  /** Theme, or `""` for verbatims as a whole. */
  readonly theme: string;
  readonly sentiment: SentimentLabel;
  /** At most {@link Summary.quotesKept}, by rising hash, then id. */
  readonly quotes: readonly Quote[];
}

/**
 * What many analyses say. A commutative monoid: `mergeSummaries` is associative and commutative and `emptySummary` is its
 * neutral element, so that any order and any sharding of the same analyses gives the same bytes.
 */
export interface Summary {
  readonly format: "verbatims-summary";
  readonly version: 1;
  /** Model name by language, sorted; unlike ones refuse to merge. */
  readonly models: readonly { readonly language: string; readonly model: string }[];
  /** Quotes kept per theme and sentiment. */
  readonly quotesKept: number;
  readonly all: Tally;
  readonly languages: readonly NamedTally[];
  readonly themes: readonly NamedTally[];
  readonly stages: readonly NamedTally[];
  readonly intents: readonly NamedTally[];
  readonly emotions: readonly NamedTally[];
  readonly efforts: readonly NamedTally[];
  readonly touchpoints: readonly NamedTally[];
  readonly channels: readonly NamedTally[];
  readonly segments: readonly NamedTally[];
  /** By `YYYY-MM` of the given date (its own calendar, no time zone applied). */
  readonly months: readonly NamedTally[];
  /** Themes (`name`) within stages (`within`); the theme's own sentiment is counted. */
  readonly themesByStage: readonly CrossTally[];
  /** Themes (`name`) within months (`within`); the theme's own sentiment is counted. */
  readonly themesByMonth: readonly CrossTally[];
  /** Stages (`name`) within channels (`within`). */
  readonly stagesByChannel: readonly CrossTally[];
  /** Intents (`name`) within channels (`within`): where complaints come in, and where customers say that they leave. */
  readonly intentsByChannel: readonly CrossTally[];
  /** Verbatims that need an answer within the hour. */
  readonly urgent: number;
  /** The same by channel. */
  readonly urgentByChannel: readonly NamedTally[];
  /** Verbatims of advocates: positive as a whole, and either mainly a recommendation to others or of delight. */
  readonly advocates: number;
  /** The same by channel. */
  readonly advocatesByChannel: readonly NamedTally[];
  readonly quotes: readonly QuoteSample[];
}
