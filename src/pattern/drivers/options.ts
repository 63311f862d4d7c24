import type { ReliabilityOptions, ReliabilityRules } from "../metrics/judge.js";
import { checkReliability, wrongOption } from "../metrics/judge.js";

/** How intervals are made, and when a number is marked or kept back; each option has a default. */
export interface ResamplingOptions extends ReliabilityOptions {
  /**
   * How often the rows are drawn again for the intervals, a whole number from 0 to 100,000; 0 gives no intervals. Time grows with it.
   *
   * @defaultValue 500
   */
  readonly resamples?: number | undefined;
  /**
   * Seed of everything drawn by chance: any number, of which the lowest 32 bits count. The same seed gives the same bytes.
   *
   * @defaultValue 1
   */
  readonly seed?: number | undefined;
}

/** Options of {@link drivers} and {@link driversOf}. */
export interface DriverOptions extends ResamplingOptions {
  /**
   * Pairs of orders that Shapley values are averaged over where there are too many drivers to run through all sets of them, a whole
   * number from 1 to 100,000. Of no effect for fewer drivers.
   *
   * @defaultValue 100
   */
  readonly orderPairs?: number | undefined;
}

/** Which mentions of verbatims are drivers. */
export interface MentionOptions {
  /**
   * What makes a driver: `mentioned`, one for each theme and stage, is 1 where a verbatim speaks of it at all; `polarity`, two for each,
   * where it speaks badly of it, and where it speaks well of it (a stage takes the tone of the whole verbatim). Polarity explains more
   * but answers another question: it tells what it costs to do it badly, not what it matters that people speak of it. With the outcome
   * `sentiment` it is true by construction, as both are read from the same words.
   *
   * @defaultValue "mentioned"
   */
  readonly indicators?: "mentioned" | "polarity" | undefined;
}

/** Which themes and stages are looked at. */
export interface TopicOptions {
  /**
   * Themes to be looked at, by name; `[]` for none.
   *
   * @defaultValue all that occur
   */
  readonly themes?: readonly string[] | undefined;
  /**
   * Stages to be looked at, by name; `[]` for none.
   *
   * @defaultValue all that occur
   */
  readonly stages?: readonly string[] | undefined;
}

/** Options that have been checked. */
export interface DriverRules extends ReliabilityRules {
  readonly resamples: number;
  readonly seed: number;
  readonly orderPairs: number;
}

/** @throws VerbatimsError `invalid-option` where one is out of its range */
export function checkDriverOptions(options: DriverOptions, where: string): DriverRules {
  const { resamples = 500, seed = 1, orderPairs = 100 } = options;
  checkWhole(resamples, 0, 100_000, where, "resamples");
  checkWhole(orderPairs, 1, 100_000, where, "orderPairs");
  if (!Number.isFinite(seed)) throw wrongOption(where, "seed", "a number", seed);
  return { ...checkReliability(options, where), resamples, seed, orderPairs };
}

function checkWhole(value: unknown, least: number, most: number, where: string, field: string): void {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return;
  throw wrongOption(where, field, `a whole number from ${least} to ${most}`, value);
}

/** @throws VerbatimsError `invalid-option` where a choice of topics is no list of names, or the indicators are none */
export function checkTopics(options: TopicOptions & MentionOptions, where: string): void {
  for (const field of ["themes", "stages"] as const) {
    const names: unknown = options[field];
    if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === "string")))
      throw wrongOption(where, field, "a list of names", names);
  }
  const { indicators = "mentioned" } = options;
  if (indicators !== "mentioned" && indicators !== "polarity")
    throw wrongOption(where, "indicators", "mentioned or polarity", indicators);
}
