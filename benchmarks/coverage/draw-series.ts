import { drawBinomial } from "../../src/core/draw-counts.js";
import { exp, log } from "../../src/core/math.js";
import { normalQuantile } from "../../src/core/normal.js";
import { openTally } from "../../src/pattern/tally.js";
import { namePeriod, readPeriod } from "../../src/pattern/trends/calendar.js";
import type { Series } from "../../src/pattern/trends/series.js";

/** An invented stream of verbatims, week by week. */
export interface Scene {
  readonly weeks: number;
  /** Verbatims of a week, on average; they vary evenly between 0.6 and 1.4 times that. */
  readonly verbatims: number;
  /** Themes with the share of verbatims that speak of each. */
  readonly shares: Readonly<Record<string, number>>;
  /** How much the shares go up and down from week to week by more than chance: standard deviation over mean. 0 is chance alone. */
  readonly waves: number;
  /** How many times its share a theme has in a week; 1 where nothing changes. */
  readonly times?: (theme: string, week: number) => number;
}

const FIRST_WEEK = readPeriod("2024-W01", "week") ?? 0;

/** Draws a series of weeks. The same numbers of `random` give the same series. */
export function drawSeries({ weeks, verbatims, shares, waves, times = () => 1 }: Scene, random: () => number): Series {
  const periods = Array.from({ length: weeks }, (_, week) => {
    const n = Math.round(verbatims * (0.6 + 0.8 * random()));
    const themes = Object.entries(shares).map(([name, share]) => {
      const level = Math.min(1, share * times(name, week));
      const count = drawBinomial(n, drawShare(level, waves, random), random);
      return { name, n: count, negative: 0, mixed: 0, positive: 0 };
    });
    const all = { ...openTally(), n };
    return {
      period: namePeriod(FIRST_WEEK + week, "week"),
      all,
      themes: themes.filter((theme) => theme.n > 0),
      stages: [],
      painPoints: [],
    };
  });
  const kept = periods.filter(({ all }) => all.n > 0);
  return {
    format: "verbatims-series",
    version: 1,
    unit: "week",
    timeZone: "UTC",
    models: [],
    undated: 0,
    unreadable: 0,
    periods: kept,
  };
}

/** A share of a beta distribution with this mean, and a standard deviation of `waves` times that. */
function drawShare(mean: number, waves: number, random: () => number): number {
  if (waves === 0 || mean >= 1) return mean;
  const size = (1 - mean) / (waves * waves * mean) - 1;
  const [one, other] = [drawGamma(mean * size, random), drawGamma((1 - mean) * size, random)];
  return one / (one + other);
}

/** A gamma number of a shape above 0. Source: Marsaglia and Tsang 2000; below 1 by their boost. */
function drawGamma(shape: number, random: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, random) * exp(log(1 - random()) / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normalQuantile(1 - random());
    const root = 1 + x / Math.sqrt(9 * d);
    const v = root * root * root;
    if (v > 0 && Number.isFinite(x) && log(1 - random()) < x * x * 0.5 + d - d * v + d * log(v)) return d * v;
  }
}
