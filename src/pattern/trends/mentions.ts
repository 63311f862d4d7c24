import { wrongOption } from "../metrics/judge.js";
import type { CalendarPeriod } from "./calendar-window.js";
import type { PeriodCounts, PeriodMention, Series } from "./series.js";

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
  if (counts === null) return 0;
  if (part !== "painPoints") return findMention(counts, part, name)?.n ?? 0;
  return counts.painPoints.find((pain) => pain.name === name && pain.within === within)?.n ?? 0;
}

/** How a period speaks of a theme, or feels at a stage; `undefined` where it does not. */
export function findMention(
  counts: PeriodCounts | null,
  part: Exclude<SeriesPart, "painPoints">,
  name: string,
): PeriodMention | undefined {
  return counts?.[part].find((mention) => mention.name === name);
}

/** @throws VerbatimsError `invalid-option` where a series does not count a part at all: that is not the same as counting none */
export function checkCounted(where: string, field: string, series: Series, part: SeriesPart): void {
  if (series.timeZone !== null || part === "themes") return;
  throw wrongOption(where, field, "themes, which are all that a series from a summary counts", part);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
