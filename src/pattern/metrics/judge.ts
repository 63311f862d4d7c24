import { excerpt, VerbatimsError } from "../../core/error.js";
import type { Interval } from "../../core/intervals.js";
import type { Statistic } from "../../core/statistic.js";

/** When a number is told, marked or kept back, and how sure its interval is; each option has a default. */
export interface ReliabilityOptions {
  /**
   * Level of intervals, above 0 and below 1.
   *
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * A number computed from fewer answers is marked `small`, a whole number from 0; weighted answers count by their effective number.
   *
   * @defaultValue 30
   */
  readonly small?: number | undefined;
  /**
   * A number computed from fewer answers is `withheld`, a whole number from 0.
   *
   * @defaultValue 10
   */
  readonly withhold?: number | undefined;
}

/** {@link ReliabilityOptions} that have been checked. */
export interface ReliabilityRules {
  readonly level: number;
  readonly small: number;
  readonly withhold: number;
}

/**
 * Checks that options were given at all, where some of them are required.
 *
 * @throws VerbatimsError `invalid-option`
 */
export function checkGiven(where: string, options: object | null | undefined): void {
  if (typeof options !== "object" || options === null) throw wrongOption(where, "options", "an object", options);
}

/** @throws VerbatimsError `invalid-option` */
export function checkReliability(
  { level = 0.95, small = 30, withhold = 10 }: ReliabilityOptions,
  where: string,
): ReliabilityRules {
  if (!(typeof level === "number" && level > 0 && level < 1)) {
    throw wrongOption(where, "level", "a number above 0 and below 1, such as 0.95", level);
  }
  if (!(Number.isSafeInteger(small) && small >= 0)) throw wrongOption(where, "small", "a whole number from 0", small);
  if (!(Number.isSafeInteger(withhold) && withhold >= 0)) {
    throw wrongOption(where, "withhold", "a whole number from 0", withhold);
  }
  return { level, small, withhold };
}

/** The error of a wrong option. */
export function wrongOption(where: string, field: string, expected: string, value: unknown): VerbatimsError {
  const received = typeof value === "number" ? String(value) : excerpt(value);
  return new VerbatimsError(
    "invalid-option",
    `${where} ${field}: expected ${expected}, got ${received}. Correct it or leave it out.`,
    { field, expected, received },
  );
}

/** What was computed, before it is judged: a number and its interval, or a sentence that says why there is none. */
export type Computed = { readonly value: number; readonly interval: Interval | string } | string;

/**
 * The statistic of what was computed from `n` answers: withheld, marked or plain by the rules.
 *
 * @param effectiveN how many equally weighted answers these tell as much as
 * @param compute called where the number is to be told at all; a sentence in place of an interval, or of all, says why there is none
 */
export function judgeStatistic(
  n: number,
  effectiveN: number,
  { level, small, withhold }: ReliabilityRules,
  compute: () => Computed,
): Statistic {
  const none = { value: null, low: null, high: null, level, n };
  if (n === 0) return { ...none, reliability: "not-estimable", reason: "There are no answers." };
  if (n < withhold) {
    return { ...none, reliability: "withheld", reason: `Fewer than ${withhold} answers (${n}): kept back.` };
  }
  const computed = compute();
  if (typeof computed === "string") return { ...none, reliability: "not-estimable", reason: computed };
  const { value, interval } = computed;
  const told = { value, level, n };
  if (typeof interval === "string") return { ...told, low: null, high: null, reliability: "small", reason: interval };
  const { low, high } = interval;
  if (effectiveN >= small) return { ...told, low, high, reliability: "usual", reason: null };
  const weighed = effectiveN < n ? ` as good as ${Math.floor(effectiveN * 10) / 10} of equal weight` : "";
  const count = `${n} ${n === 1 ? "answer" : "answers"}${weighed}`;
  return { ...told, low, high, reliability: "small", reason: `Only ${count}: to be read with care.` };
}
