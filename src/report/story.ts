import { STAGES, type Stage } from "../core/labels.js";
import type { CrossTally, NamedTally, Summary } from "../pattern/summary.js";
import { findChanges, type MonthChanges } from "./find-changes.js";
import { listMonths } from "./format-date.js";
import { pickQuotes, type QuoteGroup } from "./pick-quotes.js";
import { listScoresGiven, type ScoreGiven } from "./score-given.js";
import { type Share, type Split, shareOf, splitBySentiment } from "./share.js";

/** A group of verbatims under its name. */
export interface NamedSplit extends Split {
  readonly name: string;
}

/** The largest groups of a kind, and how many were left out. */
export interface TopSplits {
  readonly shown: readonly NamedSplit[];
  readonly moreNames: number;
  readonly moreVerbatims: number;
}

/** How often something was read, of all verbatims. */
export interface NamedShare extends Share {
  readonly name: string;
}

/** One stage of the journey. */
export interface StageStory extends Split {
  readonly stage: Stage;
  /** At most two themes with the most negative verbatims at this stage. */
  readonly hurtsMost: readonly NamedSplit[];
}

/** What a report tells, as plain values that know neither language nor format. */
export interface Story {
  readonly all: Split;
  /** First and last month with verbatims, `YYYY-MM`; `null` where no dates were given. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly urgent: number;
  readonly scores: readonly ScoreGiven[];
  /** All six stages in their order. */
  readonly journey: readonly StageStory[];
  /** Verbatims that tell of no stage. */
  readonly unplaced: number;
  /** Most negative verbatims first, then by name. */
  readonly themes: readonly NamedSplit[];
  /** Every calendar month of the period, at most the last 36; months without verbatims are there with 0. */
  readonly months: readonly NamedSplit[];
  readonly changes: MonthChanges | null;
  readonly channels: TopSplits;
  readonly segments: TopSplits;
  readonly languages: TopSplits;
  readonly touchpoints: TopSplits;
  readonly intents: readonly NamedShare[];
  readonly emotions: readonly NamedShare[];
  readonly efforts: readonly NamedShare[];
  readonly pains: readonly QuoteGroup[];
  readonly delights: readonly QuoteGroup[];
  readonly models: Summary["models"];
  readonly quotesKept: number;
}

/** Groups shown of each kind before "and N more". */
const GROUPS_SHOWN = 12;
const MONTHS_SHOWN = 36;
const THEMES_PER_STAGE = 2;

/** Computes once what every kind of report tells. A summary of nothing gives a story of nothing. */
export function tellStory(summary: Summary): Story {
  const { all } = summary;
  const months = summary.months.toSorted(byName);
  const first = months[0];
  const last = months.at(-1);
  const placed = summary.stages.reduce((sum, stage) => sum + stage.n, 0);
  return {
    all: splitBySentiment(all),
    period: first === undefined || last === undefined ? null : { from: first.name, to: last.name },
    urgent: summary.urgent,
    scores: listScoresGiven(all),
    journey: STAGES.map((stage) => tellStage(stage, summary)),
    unplaced: Math.max(0, all.n - placed),
    themes: summary.themes.toSorted(byPain).map(toNamedSplit),
    months: fillMonths(months),
    changes: findChanges(months, summary.themesByMonth),
    channels: topSplits(summary.channels),
    segments: topSplits(summary.segments),
    languages: topSplits(summary.languages),
    touchpoints: topSplits(summary.touchpoints),
    intents: toShares(summary.intents, all.n),
    emotions: toShares(summary.emotions, all.n),
    efforts: toShares(summary.efforts, all.n),
    pains: pickQuotes(summary, "negative"),
    delights: pickQuotes(summary, "positive"),
    models: summary.models,
    quotesKept: summary.quotesKept,
  };
}

const NO_SENTIMENT = { negative: 0, neutral: 0, mixed: 0, positive: 0 } as const;

function tellStage(stage: Stage, summary: Summary): StageStory {
  const tally = summary.stages.find(({ name }) => name === stage) ?? { n: 0, sentiment: NO_SENTIMENT };
  const themes = summary.themesByStage
    .filter(({ within, sentiment }) => within === stage && sentiment.negative > 0)
    .toSorted(byPain);
  return {
    stage,
    ...splitBySentiment(tally),
    hurtsMost: themes.slice(0, THEMES_PER_STAGE).map(toNamedSplit),
  };
}

function fillMonths(months: readonly NamedTally[]): readonly NamedSplit[] {
  const known = new Map(months.map((month) => [month.name, month]));
  const names = listMonths(months[0]?.name ?? "", months.at(-1)?.name ?? "", MONTHS_SHOWN);
  return names.map((name) => toNamedSplit(known.get(name) ?? { name, n: 0, sentiment: NO_SENTIMENT }));
}

function topSplits(tallies: readonly NamedTally[]): TopSplits {
  const sorted = tallies.toSorted((a, b) => b.n - a.n || byName(a, b));
  const more = sorted.slice(GROUPS_SHOWN);
  return {
    shown: sorted.slice(0, GROUPS_SHOWN).map(toNamedSplit),
    moreNames: more.length,
    moreVerbatims: more.reduce((sum, { n }) => sum + n, 0),
  };
}

function toShares(tallies: readonly NamedTally[], of: number): readonly NamedShare[] {
  return tallies.toSorted((a, b) => b.n - a.n || byName(a, b)).map(({ name, n }) => ({ name, ...shareOf(n, of) }));
}

function toNamedSplit(tally: Pick<NamedTally, "name" | "n" | "sentiment">): NamedSplit {
  return { name: tally.name, ...splitBySentiment(tally) };
}

function byPain(a: NamedTally | CrossTally, b: NamedTally | CrossTally): number {
  return b.sentiment.negative - a.sentiment.negative || byName(a, b);
}

/** By code units: the same order on every machine. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
