import { excerpt, VerbatimsError } from "../../core/error.js";
import type { SentimentLabel } from "../../core/labels.js";
import type { Analysis } from "../../meaning/analysis.js";
import { addTally, copyTally, countVerbatim, type OpenTally, openTally } from "../tally.js";
import { namePeriod, type PeriodUnit, periodOfDay, readPeriod } from "./calendar.js";
import { createDayReader } from "./day-reader.js";
import type { PeriodCounts, PeriodMention, PeriodPain, Series } from "./series.js";

type OpenMention = { -readonly [Key in Exclude<keyof PeriodMention, "name">]: PeriodMention[Key] };

/** A period while it is being counted. */
interface OpenPeriod {
  readonly all: OpenTally;
  readonly themes: Map<string, OpenMention>;
  readonly stages: Map<string, OpenMention>;
  /** By theme, then stage. */
  readonly painPoints: Map<string, Map<string, number>>;
}

/** Adds analyses and series up in place: what `addToSeries` and `mergeSeries` are made of. */
export interface SeriesAccumulator {
  readonly addAnalysis: (analysis: Analysis) => void;
  /** @throws VerbatimsError `unlike-summaries` where unit, time zone or models differ */
  readonly addSeries: (series: Series) => void;
  /** The sum so far, as a value of its own. */
  readonly toSeries: () => Series;
}

/** Starts an accumulator. Its memory grows with the periods and the names met in each, not with the analyses. */
export function createSeriesAccumulator(unit: PeriodUnit, timeZone: string | null): SeriesAccumulator {
  const models = new Map<string, string>();
  const periods = new Map<number, OpenPeriod>();
  let undated = 0;
  let unreadable = 0;
  let readDay: ((at: string) => number | null) | undefined;

  const openAt = (period: number): OpenPeriod => {
    let open = periods.get(period);
    if (open === undefined) {
      open = { all: openTally(), themes: new Map(), stages: new Map(), painPoints: new Map() };
      periods.set(period, open);
    }
    return open;
  };
  const noteModel = (language: string, model: string): void => {
    const known = models.get(language);
    if (known === undefined) models.set(language, model);
    else if (known !== model) throw unlike(`model of ${language}`, known, model);
  };

  const addAnalysis = (analysis: Analysis): void => {
    if (timeZone === null) throw unlike("time zone", "a series of its own", "a series from a summary");
    noteModel(analysis.model.split("-", 1)[0] ?? "", analysis.model);
    const { at } = analysis.given;
    if (at === undefined) {
      undated++;
      return;
    }
    readDay ??= createDayReader(timeZone);
    const day = readDay(at);
    if (day === null) {
      unreadable++;
      return;
    }
    const open = openAt(periodOfDay(day, unit));
    countVerbatim(open.all, analysis.sentiment, analysis.given);
    for (const { theme, sentiment } of analysis.themes) countMention(open.themes, theme, sentiment.label);
    if (analysis.stage !== null) countMention(open.stages, analysis.stage.stage, analysis.sentiment?.label ?? null);
    const told = new Set<string>();
    for (const { theme, stage } of analysis.painPoints) {
      // A text that tells the same pain twice is one text.
      const key = JSON.stringify([theme, stage]);
      if (!told.has(key)) addPain(open.painPoints, theme ?? "", stage ?? "", 1);
      told.add(key);
    }
  };

  const addSeries = (series: Series): void => {
    if (series.unit !== unit) throw unlike("unit", unit, series.unit);
    if (series.timeZone !== timeZone) throw unlike("time zone", timeZone, series.timeZone);
    for (const { language, model } of series.models) noteModel(language, model);
    undated += series.undated;
    unreadable += series.unreadable;
    for (const { period, all, themes, stages, painPoints } of series.periods) {
      const number = readPeriod(period, unit);
      if (number === null) throw unlike("period", `a ${unit}`, period);
      const open = openAt(number);
      addTally(open.all, all);
      for (const mention of themes) addMention(open.themes, mention);
      for (const mention of stages) addMention(open.stages, mention);
      for (const { name, within, n } of painPoints) addPain(open.painPoints, name, within, n);
    }
  };

  const toSeries = (): Series => ({
    format: "verbatims-series",
    version: 1,
    unit,
    timeZone,
    models: byName(models).map(([language, model]) => ({ language, model })),
    undated,
    unreadable,
    periods: [...periods]
      .sort(([a], [b]) => a - b)
      .map(
        ([number, { all, themes, stages, painPoints }]): PeriodCounts => ({
          period: namePeriod(number, unit),
          all: copyTally(all),
          themes: byName(themes).map(([name, mention]) => ({ name, ...mention })),
          stages: byName(stages).map(([name, mention]) => ({ name, ...mention })),
          painPoints: byName(painPoints).flatMap(([name, byStage]) =>
            byName(byStage).map(([within, n]): PeriodPain => ({ name, within, n })),
          ),
        }),
      ),
  });

  return { addAnalysis, addSeries, toSeries };
}

function countMention(mentions: Map<string, OpenMention>, name: string, label: SentimentLabel | null): void {
  const mention = openMention(mentions, name);
  mention.n++;
  if (label !== null && label !== "neutral") mention[label]++;
}

function addMention(mentions: Map<string, OpenMention>, from: PeriodMention): void {
  const mention = openMention(mentions, from.name);
  for (const key of ["n", "negative", "mixed", "positive"] as const) mention[key] += from[key];
}

function openMention(mentions: Map<string, OpenMention>, name: string): OpenMention {
  let mention = mentions.get(name);
  if (mention === undefined) {
    mention = { n: 0, negative: 0, mixed: 0, positive: 0 };
    mentions.set(name, mention);
  }
  return mention;
}

function addPain(painPoints: Map<string, Map<string, number>>, theme: string, stage: string, n: number): void {
  const byStage = painPoints.get(theme) ?? new Map<string, number>();
  byStage.set(stage, (byStage.get(stage) ?? 0) + n);
  painPoints.set(theme, byStage);
}

function byName<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

function unlike(what: string, ours: unknown, theirs: unknown): VerbatimsError {
  return new VerbatimsError(
    "unlike-summaries",
    `series ${what}: expected ${excerpt(ours)}, got ${excerpt(theirs)}. Count all analyses with the same version, unit and time zone before merging.`,
    { field: what, expected: excerpt(ours), received: excerpt(theirs) },
  );
}
