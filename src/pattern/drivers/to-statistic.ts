import type { Statistic } from "../../core/statistic.js";
import type { ReliabilityRules } from "../metrics/judge.js";
import type { Candidate, Obstacle } from "./design.js";
import type { Sampled } from "./estimate.js";

/**
 * The percentile interval of resamples, by nearest rank, those aside that could not be computed; `null` of fewer than two.
 *
 * Source: Efron 1979.
 */
function percentileInterval(draws: Float64Array, level: number): readonly [low: number, high: number] | null {
  const sorted = draws.filter((draw) => !Number.isNaN(draw)).sort();
  if (sorted.length < 2) return null;
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return [at((1 - level) / 2), at((1 + level) / 2)];
}

/**
 * The interval of a share of variance, within 0 to 1: percentiles less what resamples exceed the sample by on average. Shares of variance
 * cannot be negative, so that chance adds to them, and resampling adds it a second time: plain percentiles miss the true number of a driver
 * without effect almost always, these seldom (`npm run drivers-coverage`).
 *
 * Source: the bootstrap estimate of bias, Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 10.
 */
function shareInterval({ value, draws }: Sampled, level: number): readonly [low: number, high: number] | null {
  const percentiles = percentileInterval(draws, level);
  if (percentiles === null) return null;
  const known = draws.filter((draw) => !Number.isNaN(draw));
  const bias = known.reduce((sum, draw) => sum + draw, 0) / known.length - value;
  const within = (bound: number): number => Math.max(0, Math.min(1, bound - bias));
  return [within(percentiles[0]), within(percentiles[1])];
}

/** A statistic that is kept back or cannot be told. */
export function toNoStatistic({ reliability, reason }: Obstacle, n: number, level: number): Statistic {
  return { value: null, low: null, high: null, level, n, reliability, reason };
}

/**
 * The statistic of a number and its resamples.
 *
 * @param kind whether it is a share of variance, or any number
 * @param n rows that it was computed from
 * @param fewest rows on the side of a driver that has fewer: those with it or those without it
 */
export function toStatistic(
  sampled: Sampled,
  kind: "share" | "number",
  n: number,
  fewest: number,
  { level, small }: ReliabilityRules,
): Statistic {
  const { value, draws } = sampled;
  if (!Number.isFinite(value)) {
    return toNoStatistic({ reliability: "not-estimable", reason: "The rows do not determine it." }, n, level);
  }
  const interval = kind === "share" ? shareInterval(sampled, level) : percentileInterval(draws, level);
  const [low, high] = interval ?? [null, null];
  const isSmall = fewest < small;
  return {
    // Adding 0 makes of -0 the 0 that JSON knows.
    value: value + 0,
    low: low === null ? null : low + 0,
    high: high === null ? null : high + 0,
    level,
    n,
    reliability: isSmall ? "small" : "usual",
    reason: isSmall ? `Only ${fewest} rows to tell it from: to be read with care.` : null,
  };
}

/** Rows on the side of a driver that has fewer. */
export function fewestOf({ n, isIndicator }: Candidate, rows: number): number {
  return isIndicator ? Math.min(n, rows - n) : rows;
}
