import type { Statistic } from "../../core/statistic.js";
import type { ReliabilityRules } from "../metrics/judge.js";
import type { Candidate, Obstacle } from "./design.js";
import type { Sampled } from "./estimate.js";

/**
 * The percentile interval of resamples, by nearest rank, those aside that could not be computed; `null` of fewer than two.
 *
 * Source: Efron 1979.
 */
export function percentileInterval(draws: Float64Array, level: number): readonly [low: number, high: number] | null {
  const sorted = draws.filter((draw) => !Number.isNaN(draw)).sort();
  if (sorted.length < 2) return null;
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return [at((1 - level) / 2), at((1 + level) / 2)];
}

/** A statistic that is kept back or cannot be told. */
export function toNoStatistic({ reliability, reason }: Obstacle, n: number, level: number): Statistic {
  return { value: null, low: null, high: null, level, n, reliability, reason };
}

/**
 * The statistic of a number and its resamples.
 *
 * @param n rows that it was computed from
 * @param fewest rows on the side of a driver that has fewer: those with it or those without it
 */
export function toStatistic(
  { value, draws }: Sampled,
  n: number,
  fewest: number,
  { level, small }: ReliabilityRules,
): Statistic {
  if (!Number.isFinite(value)) {
    return toNoStatistic({ reliability: "not-estimable", reason: "The rows do not determine it." }, n, level);
  }
  const [low, high] = percentileInterval(draws, level) ?? [null, null];
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
