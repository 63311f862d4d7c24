import type { Tally } from "../summary.js";
import type { PeriodUnit } from "./calendar.js";

/** How often something was spoken of in a period, and how. */
export interface PeriodMention {
  readonly name: string;
  /** Verbatims that speak of it. */
  readonly n: number;
  readonly negative: number;
  readonly mixed: number;
  /** The rest of `n` speaks neutrally, or in a language that is not read. */
  readonly positive: number;
}

/** How many verbatims of a period tell a pain of one theme (`name`) at one stage (`within`); `""` where either is not told. */
export interface PeriodPain {
  readonly name: string;
  readonly within: string;
  readonly n: number;
}

/**
 * What the verbatims of one period say. All of them are told by a full tally, which scores need; themes, stages and pain points by four
 * numbers or one: all that trends ask of them, and a fraction of the bytes, of which there is a copy for every day and theme.
 */
export interface PeriodCounts {
  /** `2026-03-02`, `2026-W10` or `2026-03`. */
  readonly period: string;
  readonly all: Tally;
  /** By name; the theme's own sentiment is counted. */
  readonly themes: readonly PeriodMention[];
  /** By name; the verbatim's sentiment is counted. */
  readonly stages: readonly PeriodMention[];
  /** By name, then by what it is within. */
  readonly painPoints: readonly PeriodPain[];
}

/**
 * Analyses counted by period. A commutative monoid as a summary is: `mergeSeries` is associative and commutative and the empty series of
 * the same unit and time zone is its neutral element, so that any order and any sharding of the same analyses gives the same bytes.
 */
export interface Series {
  readonly format: "verbatims-series";
  readonly version: 1;
  readonly unit: PeriodUnit;
  /** IANA name of the time zone whose days are counted; `null` in a series from a summary, where each date counts in its own calendar. */
  readonly timeZone: string | null;
  /** Model name by language, sorted; unlike ones refuse to merge. */
  readonly models: readonly { readonly language: string; readonly model: string }[];
  /** Verbatims without a date, which are in no period. */
  readonly undated: number;
  /** Verbatims whose date is none, which are in no period either. */
  readonly unreadable: number;
  /** Periods that have verbatims, by time; those between them that have none are not stored. */
  readonly periods: readonly PeriodCounts[];
}
