import { wrongOption } from "../metrics/judge.js";
import type { DriverKind } from "./design.js";
import type { Drivers } from "./drivers-result.js";

/**
 * What an importance-performance matrix says of something: important and done badly (`concentrate-here`), important and done well
 * (`keep-up`), neither (`low-priority`), or done well where it matters little (`possible-overkill`).
 */
export type Quadrant = "concentrate-here" | "keep-up" | "low-priority" | "possible-overkill";

/** A point of an importance-performance matrix. */
export interface ImportancePoint {
  readonly kind: DriverKind;
  readonly name: string;
  /** Share of what the drivers explain that falls to it, 0 to 1 (both tones together, where these are drivers of their own). */
  readonly importance: number;
  /** As {@link Driver.performance}. */
  readonly performance: number;
  readonly quadrant: Quadrant;
}

/** An importance-performance matrix as data, for a chart or a table. */
export interface ImportancePerformance {
  /** It is no proof that what is important here would move the outcome. */
  readonly claim: "association";
  /** Where important begins; `null` where there are no points. */
  readonly importanceSplit: number | null;
  /** Where well done begins; `null` where there are no points. */
  readonly performanceSplit: number | null;
  /** By falling importance, then kind and name. Drivers whose importance is not told are left out. */
  readonly points: readonly ImportancePoint[];
}

/** Options of {@link importancePerformance}. */
export interface ImportanceOptions {
  /**
   * What importance is: Shapley values or Johnson's relative weights.
   *
   * @defaultValue "shapley"
   */
  readonly importance?: "shapley" | "johnson";
  /**
   * Where the axes cross: at the means of the points, or at their medians. A point on a line counts as high.
   *
   * @defaultValue "mean"
   */
  readonly split?: "mean" | "median";
}

/**
 * Sets what matters beside how well it is done. Both are relative to the other drivers in the result: the axes cross in the middle of them.
 *
 * Source: Martilla and James 1977, Importance-performance analysis.
 *
 * @throws VerbatimsError `invalid-option`
 * @example
 * const rows = Array.from({ length: 64 }, (_, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1]);
 * const found = driversOf(rows, rows.map(([a = 0, b = 0]) => 3 * a + b), { names: ["speed", "price", "colour"], resamples: 0 });
 * const { points } = importancePerformance(found);
 * points.map(({ name, importance }) => [name, Math.round(importance * 100)]); // [["speed", 90], ["price", 10], ["colour", 0]]
 */
export function importancePerformance(
  { drivers }: Drivers,
  { importance = "shapley", split = "mean" }: ImportanceOptions = {},
): ImportancePerformance {
  const where = "importancePerformance";
  if (importance !== "shapley" && importance !== "johnson")
    throw wrongOption(where, "importance", "shapley or johnson", importance);
  if (split !== "mean" && split !== "median") throw wrongOption(where, "split", "mean or median", split);
  const topics = new Map<string, { kind: DriverKind; name: string; importance: number; performance: number }>();
  let explained = 0;
  for (const driver of drivers) {
    const { kind, name, performance } = driver;
    const weight = driver[importance].value;
    if (weight === null || performance === null) continue;
    explained += weight;
    const key = JSON.stringify([kind, name]);
    const known = topics.get(key)?.importance ?? 0;
    topics.set(key, { kind, name, importance: known + weight, performance });
  }
  const shares = [...topics.values()].map((topic) => ({
    ...topic,
    importance: explained > 0 ? topic.importance / explained : 0,
  }));
  const middle = split === "mean" ? meanOf : medianOf;
  const importanceSplit = middle(shares.map((each) => each.importance));
  const performanceSplit = middle(shares.map((each) => each.performance));
  const points = shares.map((each): ImportancePoint => {
    const isImportant = each.importance >= (importanceSplit ?? 0);
    const isGood = each.performance >= (performanceSplit ?? 0);
    const quadrant = isImportant
      ? isGood
        ? "keep-up"
        : "concentrate-here"
      : isGood
        ? "possible-overkill"
        : "low-priority";
    return { ...each, quadrant };
  });
  return { claim: "association", importanceSplit, performanceSplit, points: points.sort(byImportance) };
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

function byImportance(a: ImportancePoint, b: ImportancePoint): number {
  if (a.importance !== b.importance) return b.importance - a.importance;
  for (const part of ["kind", "name"] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}
