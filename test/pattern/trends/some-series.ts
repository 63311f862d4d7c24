import { openTally } from "../../../src/pattern/tally.js";
import { namePeriod, type PeriodUnit, readPeriod } from "../../../src/pattern/trends/calendar.js";
import type { PeriodMention, Series } from "../../../src/pattern/trends/series.js";

/** What one period of a made-up series holds. */
export interface MadePeriod {
  readonly n: number;
  /** Negative verbatims; the others are neutral. */
  readonly negative?: number;
  /** Mentions by theme. */
  readonly themes?: Readonly<Record<string, number>>;
  /** Of those, the negative ones; none where absent. */
  readonly badThemes?: Readonly<Record<string, number>>;
  /** Pain points by stage, all of delivery. */
  readonly pains?: Readonly<Record<string, number>>;
}

/** First periods of made-up series: a Monday, its week, its month. */
const FIRST: Readonly<Record<PeriodUnit, string>> = { day: "2024-01-01", week: "2024-W01", month: "2024-01" };

/** A series of following periods; those with no verbatims are left out, as in a counted one. */
export function seriesOf(unit: PeriodUnit, periods: readonly MadePeriod[]): Series {
  const first = readPeriod(FIRST[unit], unit) ?? Number.NaN;
  const made = periods.map(({ n, negative = 0, themes = {}, badThemes = {}, pains = {} }, i) => ({
    period: namePeriod(first + i, unit),
    all: { ...openTally(), n, sentiment: { negative, neutral: n - negative, mixed: 0, positive: 0 } },
    themes: Object.entries(themes).map(
      ([name, count]): PeriodMention => ({ name, n: count, negative: badThemes[name] ?? 0, mixed: 0, positive: 0 }),
    ),
    stages: [],
    painPoints: Object.entries(pains).map(([within, count]) => ({ name: "delivery", within, n: count })),
  }));
  return {
    format: "verbatims-series",
    version: 1,
    unit,
    timeZone: "UTC",
    models: [],
    undated: 0,
    unreadable: 0,
    periods: made.filter(({ all }) => all.n > 0),
  };
}
