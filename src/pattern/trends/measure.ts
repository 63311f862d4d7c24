import type { Histogram } from "../change/histogram.js";
import { histogramOf, MEASURES, type Measure } from "../change/measures.js";
import { wrongOption } from "../metrics/judge.js";
import { openTally } from "../tally.js";
import type { CalendarPeriod } from "./calendar-window.js";
import { checkCounted, findMention, mentionsOf, type SeriesPart } from "./mentions.js";
import type { Series } from "./series.js";

/**
 * A number that each period has: `volume`, how many verbatims; a {@link Measure} of a tally; the share of verbatims, 0 to 1, that speak of a
 * theme, are of a stage, or tell a pain of a theme at a stage. With a `tone`, the share of the theme's mentions, or of the stage's verbatims,
 * that are of it.
 */
export type TrendMeasure =
  | "volume"
  | Measure
  | { readonly theme: string; readonly tone?: "negative" | "mixed" | "positive" }
  | { readonly stage: string; readonly tone?: "negative" | "mixed" | "positive" }
  | { readonly painPoint: { readonly theme: string; readonly stage: string } };

/** How something is spoken of. */
type Tone = "negative" | "mixed" | "positive";

const TONES: readonly Tone[] = ["negative", "mixed", "positive"];

/** A measure in a period. */
export interface MeasurePoint {
  readonly period: CalendarPeriod;
  readonly value: number;
  /** Answers that it comes from; of a volume 1, because each period is one observation. */
  readonly weight: number;
}

/**
 * Reads a measure of every period that has it: a volume of all, any other of those with answers.
 *
 * @throws VerbatimsError `invalid-option` where the measure is none, or the series does not count it
 */
export function readMeasure(
  where: string,
  series: Series,
  periods: readonly CalendarPeriod[],
  measure: TrendMeasure,
): readonly MeasurePoint[] {
  const read = readerOf(where, series, measure);
  return periods.flatMap((period) => {
    const { sum, weight } = read(period);
    return weight === 0 ? [] : [{ period, value: sum / weight, weight }];
  });
}

interface Total {
  readonly sum: number;
  readonly weight: number;
}

function readerOf(where: string, series: Series, measure: TrendMeasure): (period: CalendarPeriod) => Total {
  const sizeOf = ({ counts }: CalendarPeriod): number => counts?.all.n ?? 0;
  if (measure === "volume") return (period) => ({ sum: sizeOf(period), weight: 1 });
  const known = MEASURES.find((name) => name === measure);
  if (known !== undefined) return ({ counts }) => totalOf(histogramOf(counts?.all ?? NOTHING, known));
  const { part, name, within, tone } = readMention(measure);
  if (part === undefined || typeof name !== "string" || (tone !== undefined && !TONES.includes(tone)))
    throw wrongOption(where, "measure", 'a measure such as "volume" or { theme: "delivery" }', measure);
  checkCounted(where, "measure", series, part);
  if (tone === undefined || part === "painPoints")
    return (period) => ({ sum: mentionsOf(period, part, name, within), weight: sizeOf(period) });
  return ({ counts }) => {
    const mention = findMention(counts, part, name);
    return { sum: mention?.[tone] ?? 0, weight: mention?.n ?? 0 };
  };
}

interface ReadMention {
  readonly part?: SeriesPart;
  readonly name?: string;
  readonly within: string | null;
  readonly tone?: Tone | undefined;
}

/** What is mentioned; nothing where a caller without types passes something else. */
function readMention(measure: TrendMeasure): ReadMention {
  if (typeof measure !== "object" || measure === null) return { within: null };
  if ("theme" in measure) return { part: "themes", name: measure.theme, within: null, tone: measure.tone };
  if ("stage" in measure) return { part: "stages", name: measure.stage, within: null, tone: measure.tone };
  const pain = measure.painPoint;
  return typeof pain?.stage === "string"
    ? { part: "painPoints", name: pain.theme, within: pain.stage }
    : { within: null };
}

const NOTHING = openTally();

function totalOf({ counts, lowest, step }: Histogram): Total {
  return {
    sum: counts.reduce((total, count, i) => total + count * (lowest + i * step), 0),
    weight: counts.reduce((total, count) => total + count, 0),
  };
}
