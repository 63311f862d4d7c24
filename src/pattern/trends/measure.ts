import type { Histogram } from "../change/histogram.js";
import { histogramOf, MEASURES, type Measure } from "../change/measures.js";
import { wrongOption } from "../metrics/judge.js";
import { openTally } from "../tally.js";
import type { CalendarPeriod } from "./calendar-window.js";
import { mentionsOf } from "./mentions.js";

/**
 * A number that each period has: `volume`, how many verbatims; a {@link Measure} of a tally; the share of verbatims, 0 to 1, that speak of a
 * theme, are of a stage, or tell a pain of a theme at a stage.
 */
export type TrendMeasure =
  | "volume"
  | Measure
  | { readonly theme: string }
  | { readonly stage: string }
  | { readonly painPoint: { readonly theme: string; readonly stage: string } };

/** A measure in a period. */
export interface MeasurePoint {
  readonly period: CalendarPeriod;
  readonly value: number;
  /** Answers that it comes from; of a volume 1, because each period is one observation. */
  readonly weight: number;
}

/** Reads a measure of every period that has it: a volume of all, any other of those with answers. */
export function readMeasure(
  where: string,
  periods: readonly CalendarPeriod[],
  measure: TrendMeasure,
): readonly MeasurePoint[] {
  const read = readerOf(where, measure);
  return periods.flatMap((period) => {
    const { sum, weight } = read(period);
    return weight === 0 ? [] : [{ period, value: sum / weight, weight }];
  });
}

interface Total {
  readonly sum: number;
  readonly weight: number;
}

function readerOf(where: string, measure: TrendMeasure): (period: CalendarPeriod) => Total {
  const sizeOf = ({ counts }: CalendarPeriod): number => counts?.all.n ?? 0;
  const shareOf = (count: (period: CalendarPeriod) => number) => (period: CalendarPeriod) => ({
    sum: count(period),
    weight: sizeOf(period),
  });
  if (measure === "volume") return (period) => ({ sum: sizeOf(period), weight: 1 });
  const known = MEASURES.find((name) => name === measure);
  if (known !== undefined) return ({ counts }) => totalOf(histogramOf(counts?.all ?? NOTHING, known));
  // A caller without types may pass anything.
  if (typeof measure === "object" && measure !== null) {
    if ("theme" in measure) return shareOf((period) => mentionsOf(period, "themes", measure.theme, null));
    if ("stage" in measure) return shareOf((period) => mentionsOf(period, "stages", measure.stage, null));
    if ("painPoint" in measure) {
      const { theme, stage } = measure.painPoint;
      return shareOf((period) => mentionsOf(period, "painPoints", theme, stage));
    }
  }
  throw wrongOption(where, "measure", 'a measure such as "volume" or { theme: "delivery" }', measure);
}

const NOTHING = openTally();

function totalOf({ counts, lowest, step }: Histogram): Total {
  return {
    sum: counts.reduce((total, count, i) => total + count * (lowest + i * step), 0),
    weight: counts.reduce((total, count) => total + count, 0),
  };
}
