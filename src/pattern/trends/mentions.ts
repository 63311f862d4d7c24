import type { CalendarPeriod } from "./calendar-window.js";
import type { PeriodCounts } from "./series.js";

/** What is spoken of in a series, by part. */
export type SeriesPart = "themes" | "stages" | "painPoints";

/** {@link SeriesPart} as a list. */
export const SERIES_PARTS: readonly SeriesPart[] = ["themes", "stages", "painPoints"];

/** A name that is counted: of a pain point its theme, within a stage. */
export interface CountedName {
  readonly name: string;
  /** `null` of themes and stages. */
  readonly within: string | null;
}

/** Every name of a part that the periods count, by name, then by what it is within. */
export function namesOf(periods: readonly CalendarPeriod[], part: SeriesPart): readonly CountedName[] {
  const found = new Map<string, CountedName>();
  for (const { counts } of periods) {
    for (const counted of counts?.[part] ?? []) {
      const within = "within" in counted ? counted.within : null;
      found.set(JSON.stringify([counted.name, within]), { name: counted.name, within });
    }
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.within ?? "", b.within ?? ""));
}

/** Verbatims of a period that speak of it. */
export function mentionsOf({ counts }: CalendarPeriod, part: SeriesPart, name: string, within: string | null): number {
  return counts === null ? 0 : countIn(counts, part, name, within);
}

function countIn(counts: PeriodCounts, part: SeriesPart, name: string, within: string | null): number {
  if (part !== "painPoints") return counts[part].find((mention) => mention.name === name)?.n ?? 0;
  return counts.painPoints.find((pain) => pain.name === name && pain.within === within)?.n ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
