import { excerpt, VerbatimsError } from "../../core/error.js";
import { LANGUAGES, type Language } from "../../core/labels.js";
import type { Statistic } from "../../core/statistic.js";
import type { Summary, Tally } from "../summary.js";
import type { AnswerOptions } from "./answer-statistics.js";
import { type ConfusionTable, estimateNumbers, toTables } from "./estimate-shares.js";
import { wrongOption } from "./judge.js";
import { STARS, toScoreClasses } from "./score-confusion.js";
import { SHIPPED_CONFUSION } from "./shipped-confusion.js";

/** How numbers are estimated from texts; each option has a default. */
export interface FromTextOptions extends AnswerOptions {
  /**
   * Language of the texts, which says whose errors are corrected. A summary of one language tells it by itself; its part in this language is
   * read otherwise.
   */
  readonly language?: Language | undefined;
  /**
   * Tables of your own, counted on your own texts; see `scoreConfusion` for NPS and stars, `evaluate` for effort.
   *
   * @defaultValue the shipped models' tables, from public texts
   */
  readonly confusion?: ConfusionTable | readonly ConfusionTable[] | undefined;
}

/** What an estimate was corrected by. */
export interface EstimateBasis {
  /** Model whose errors the tables count; `null` for tables of your own. */
  readonly model: string | null;
  /** Whether the summary was made by that model; `null` where that cannot be known. */
  readonly isSameModel: boolean | null;
  /** Sets of texts that the tables were counted on; empty for tables of your own. */
  readonly sets: readonly string[];
}

/** What every estimate from text says of itself. */
export interface TextEstimate {
  /** Always true: nobody was asked, and everything here is an estimate. */
  readonly estimate: true;
  /** Texts whose sentiment was read. */
  readonly n: number;
  readonly basis: EstimateBasis;
}

/** A Net Promoter Score that nobody was asked for. */
export interface NpsFromText extends TextEstimate {
  /** Share of texts that would come with five stars, 0 to 1. */
  readonly promoters: Statistic;
  /** Share of texts that would come with four stars, 0 to 1. */
  readonly passives: Statistic;
  /** Share of texts that would come with one to three stars, 0 to 1. */
  readonly detractors: Statistic;
  /** Promoters less detractors, in points: -100 to 100. */
  readonly score: Statistic;
}

/** Stars that nobody gave. */
export interface StarsFromText extends TextEstimate {
  /** Mean of the stars, 1 to 5. */
  readonly mean: Statistic;
  /** Share of one, two, three, four and five stars, each 0 to 1. */
  readonly shares: readonly Statistic[];
}

/** Effort that nobody was asked for. */
export interface EffortFromText extends TextEstimate {
  /** Share of texts that tell of high effort, 0 to 1. */
  readonly high: Statistic;
  /** Share of texts that tell of low effort, 0 to 1. */
  readonly low: Statistic;
  /** Share of texts that tell nothing of effort, 0 to 1. */
  readonly untold: Statistic;
}

/**
 * Estimates the Net Promoter Score of customers who wrote but were not asked, from the sentiment scores of their texts, corrected by how
 * texts with one to five stars are read. Five stars stand for a promoter, four for a passive, fewer for a detractor.
 *
 * This is no survey: customers who write are not all customers, stars are not likelihood to recommend, and the shipped tables come from
 * reviews of apps, hotels, clothes and goods. Its interval holds how much those differ, but on texts of yet another kind it misses the
 * truth more often than not (`npm run coverage -- --only transfer`), so that it is never more reliable than `small`. With a table of
 * your own (`scoreConfusion`) it keeps its level.
 *
 * Source: the correction of {@link estimateShares}.
 *
 * @param read a summary, or one of its tallies, such as a channel, together with `language`
 * @throws VerbatimsError `invalid-option` where the language cannot be told, or for tables of another shape
 * @example
 * const summary = addToSummary(emptySummary(), [analyze("Great kettle"), analyze("The lid broke")]);
 * npsFromText(summary).score.reliability; // "withheld"
 */
export function npsFromText(read: Summary | Tally, options: FromTextOptions = {}): NpsFromText {
  const { counts, tables, basis } = starsRead(read, options, "npsFromText");
  const numbers = [
    [0, 0, 0, 0, 1],
    [0, 0, 0, 1, 0],
    [1, 1, 1, 0, 0],
    [-100, -100, -100, 0, 100],
  ];
  const [promoters, passives, detractors, score] = estimateNumbers(counts, tables, numbers, "npsFromText", options);
  return {
    estimate: true,
    n: sum(counts),
    basis,
    promoters: told(promoters, basis),
    passives: told(passives, basis),
    detractors: told(detractors, basis),
    score: told(score, basis),
  };
}

/**
 * Estimates the stars that texts would come with, from their sentiment scores, corrected by how texts with one to five stars are read.
 * All that {@link npsFromText} says of its limits holds here.
 *
 * @param read a summary, or one of its tallies together with `language`
 * @throws VerbatimsError `invalid-option` where the language cannot be told, or for tables of another shape
 */
export function starsFromText(read: Summary | Tally, options: FromTextOptions = {}): StarsFromText {
  const { counts, tables, basis } = starsRead(read, options, "starsFromText");
  const numbers = [STARS.map((_, i) => i + 1), ...STARS.map((_, i) => STARS.map((_, j) => Number(i === j)))];
  const [mean, ...shares] = estimateNumbers(counts, tables, numbers, "starsFromText", options);
  return {
    estimate: true,
    n: sum(counts),
    basis,
    mean: told(mean, basis),
    shares: shares.map((share) => told(share, basis)),
  };
}

/**
 * Estimates how many texts tell of high and of low effort, from how many were read so, corrected by how often effort is missed and
 * imagined on texts annotated by people.
 *
 * @param read a summary of texts in one language, since summaries do not count effort by language
 * @throws VerbatimsError `invalid-option` where the summary holds several languages, or for a table of another shape than high, low, none
 */
export function effortFromText(read: Summary, options: FromTextOptions = {}): EffortFromText {
  const where = "effortFromText";
  const { language, isSameModel } = languageOf(read, options, where);
  const others = read.languages.filter(({ name }) => name !== language && LANGUAGES.some((each) => each === name));
  if (others.length > 0 && options.confusion === undefined) {
    const received = [language, ...others.map(({ name }) => name)].join(" and ");
    throw new VerbatimsError(
      "invalid-option",
      `${where} summary: expected texts in one language, got ${received}. Summarise each language apart, or give a confusion table of your own.`,
      { field: "summary", received },
    );
  }
  const shipped = SHIPPED_CONFUSION[language];
  const tables = toTables(options.confusion ?? shipped.effort.table, where);
  checkShape(tables, where, 3, "high, low and none");
  const of = (effort: string): number => read.efforts.find(({ name }) => name === effort)?.n ?? 0;
  const n = sum(read.all.scores);
  const counts = [of("high"), of("low"), Math.max(0, n - of("high") - of("low"))];
  const each = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const [high, low, untold] = estimateNumbers(counts, tables, each, where, options);
  const basis = basisOf(options, shipped.effort.model, [shipped.effort.set], isSameModel(shipped.effort.model));
  return { estimate: true, n, basis, high: told(high, basis), low: told(low, basis), untold: told(untold, basis) };
}

function starsRead(
  read: Summary | Tally,
  options: FromTextOptions,
  where: string,
): { readonly counts: readonly number[]; readonly tables: readonly ConfusionTable[]; readonly basis: EstimateBasis } {
  const { language, tally, isSameModel } = languageOf(read, options, where);
  const { model, stars } = SHIPPED_CONFUSION[language];
  const tables = toTables(options.confusion ?? stars.map(({ table }) => table), where);
  checkShape(tables, where, STARS.length, "one to five stars");
  const basis = basisOf(
    options,
    model,
    stars.map(({ set }) => set),
    isSameModel(model),
  );
  return { counts: toScoreClasses(tally.scores), tables, basis };
}

function languageOf(
  read: Summary | Tally,
  { language }: FromTextOptions,
  where: string,
): { readonly language: Language; readonly tally: Tally; readonly isSameModel: (model: string) => boolean | null } {
  const isSummary = "languages" in read;
  const found = isSummary ? LANGUAGES.filter((each) => read.languages.some(({ name }) => name === each)) : [];
  const chosen =
    language ?? (isSummary && found.length === 0 ? LANGUAGES[0] : found.length === 1 ? found[0] : undefined);
  if (chosen === undefined || !LANGUAGES.includes(chosen)) {
    throw wrongOption(where, "language", LANGUAGES.map((each) => `"${each}"`).join(" or "), language);
  }
  if (!isSummary) return { language: chosen, tally: read, isSameModel: () => null };
  const models = read.models.filter((each) => each.language === chosen);
  return {
    language: chosen,
    tally: read.languages.find(({ name }) => name === chosen) ?? read.all,
    isSameModel: (model) => (models.length === 0 ? null : models.every((each) => each.model === model)),
  };
}

function basisOf(
  { confusion }: FromTextOptions,
  model: string,
  sets: readonly string[],
  isSameModel: boolean | null,
): EstimateBasis {
  return confusion === undefined ? { model, isSameModel, sets } : { model: null, isSameModel: null, sets: [] };
}

function checkShape(tables: readonly ConfusionTable[], where: string, rows: number, meaning: string): void {
  if (tables.every(({ labels }) => labels.length === rows)) return;
  const received = excerpt(tables[0]?.labels);
  throw new VerbatimsError(
    "invalid-option",
    `${where} confusion: expected ${rows} rows for ${meaning}, got ${received}. Count such a table, or use estimateShares.`,
    { field: "confusion", received },
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** A number that was asked for, and so is there; never more than `small` where the tables are of other people's texts. */
function told(statistic: Statistic | undefined, { sets }: EstimateBasis): Statistic {
  if (statistic === undefined) throw new TypeError("a number was asked for and not computed");
  if (statistic.reliability !== "usual" || sets.length === 0) return statistic;
  const reason = `Corrected by how other texts were read (${sets.join("; ")}), which need not be how yours are: count a table of your own.`;
  return { ...statistic, reliability: "small", reason };
}
