import type { Summary } from "../summary.js";
import { readPeriod } from "./calendar.js";
import type { PeriodCounts, Series } from "./series.js";

/**
 * The months of a summary as a series, for trends where only the summary is at hand. Each date counts in the month it is written in, whatever
 * its offset, so `timeZone` is `null`; stages and pain points are not counted by month in a summary, so there are none.
 * The series of a merged summary is the merger of the series.
 */
export function seriesFromSummary(summary: Summary): Series {
  const themes = new Map<string, PeriodCounts["themes"][number][]>();
  for (const { name, within, n, sentiment } of summary.themesByMonth) {
    const { negative, mixed, positive } = sentiment;
    const mentions = themes.get(within) ?? [];
    mentions.push({ name, n, negative, mixed, positive });
    themes.set(within, mentions);
  }
  const dated = summary.months.reduce((sum, { n }) => sum + n, 0);
  const months = summary.months.filter(({ name }) => readPeriod(name, "month") !== null);
  return {
    format: "verbatims-series",
    version: 1,
    unit: "month",
    timeZone: null,
    models: summary.models,
    undated: summary.all.n - dated,
    unreadable: dated - months.reduce((sum, { n }) => sum + n, 0),
    periods: months.map(({ name: period, ...all }) => ({
      period,
      all,
      themes: themes.get(period) ?? [],
      stages: [],
      painPoints: [],
    })),
  };
}
