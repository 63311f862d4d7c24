import { excerpt, VerbatimsError } from "../../core/error.js";
import { createRandom } from "../../core/random.js";
import type { Statistic } from "../../core/statistic.js";
import { checkGiven } from "../metrics/judge.js";
import type { NamedTally, Summary } from "../summary.js";
import type { Sampled } from "./estimate.js";
import {
  checkDriverOptions,
  checkTopics,
  type DriverRules,
  type ResamplingOptions,
  type TopicOptions,
} from "./options.js";
import { checkOutcome, npsContribution } from "./outcome.js";
import { createResampler } from "./resample.js";
import { toNoStatistic, toStatistic } from "./to-statistic.js";

const OUTCOMES = ["nps", "csat", "ces", "rating"] as const;
/** Scores whose answers a summary counts by theme and stage. */
export type ImpactOutcome = (typeof OUTCOMES)[number];

/** Score that the first bin of a tally holds. */
const FIRST = { nps: 0, csat: 0, ces: 1, rating: 1 } as const;

/** What the outcome would be without the verbatims that mention a theme or stage. */
export interface Impact {
  readonly kind: "theme" | "stage";
  readonly name: string;
  /** Verbatims with the outcome that mention it. */
  readonly n: number;
  /** As {@link Driver.impact}. */
  readonly impact: Statistic;
}

/** Leave-one-out impacts from a summary. */
export interface Impacts {
  /** It is no proof that one makes the other. */
  readonly claim: "association";
  readonly outcome: ImpactOutcome;
  /** Verbatims with the outcome whose text is read. */
  readonly n: number;
  /** Mean outcome of these, in its unit; `null` of none, or where withheld. */
  readonly mean: number | null;
  /** By falling impact: what costs most first; those without one last; then by kind and name. */
  readonly impacts: readonly Impact[];
}

/** Options of {@link impacts}. */
export interface ImpactOptions extends ResamplingOptions, TopicOptions {
  readonly outcome: ImpactOutcome;
}

/**
 * Leave-one-out impact of each theme and stage, from a mergeable summary: "NPS would be 3.2 higher without the verbatims that mention
 * delivery". Exact, for a summary holds the answers of all and of each theme; of csat, ces and ratings as it holds them, rounded to whole
 * scores. The interval is that of a bootstrap of the verbatims, drawn as counts. It is association, not cause. What of the outcome falls to
 * each of several themes that are spoken of together needs rows: see {@link drivers}, whose impacts are the same numbers.
 *
 * @throws VerbatimsError `invalid-option`; `invalid-summary` where a theme has more answers than there are
 * @example
 * const rows = Array.from({ length: 40 }, (_, i) =>
 *   i % 2 === 0 ? { text: "Delivery took three weeks.", nps: 3 } : { text: "Great kettle, well made.", nps: 9 },
 * );
 * const summary = addToSummary(emptySummary(), rows.map((row) => analyze(row)));
 * const found = impacts(summary, { outcome: "nps", stages: [] });
 * [found.mean, found.impacts[0]?.name, found.impacts[0]?.impact.value]; // [0, "delivery", 100]
 */
export function impacts(summary: Summary, options: ImpactOptions): Impacts {
  checkGiven("impacts", options);
  const { outcome } = options;
  checkOutcome(outcome, "impacts", OUTCOMES);
  checkTopics(options, "impacts");
  const rules = checkDriverOptions(options, "impacts");
  // What an unread text speaks of is not known, so that it is on neither side.
  const unread = summary.languages.find(({ name }) => name === "other");
  const all = minus(summary.all[outcome], unread?.[outcome] ?? [], "languages");
  const values = all.map((_, bin) => toOutcome(FIRST[outcome] + bin, outcome));
  const n = countOf(all);
  const one = (kind: Impact["kind"], name: string, tally: NamedTally | undefined): Impact => {
    const mentions = tally?.[outcome] ?? all.map(() => 0);
    const without = minus(all, mentions, `${kind}s ${excerpt(name)}`);
    const count = countOf(mentions);
    return { kind, name, n: count, impact: toImpact(mentions, without, values, rules) };
  };
  const found = (["theme", "stage"] as const).flatMap((kind) => {
    const tallies = summary[`${kind}s`];
    const names = new Set(options[`${kind}s`] ?? tallies.map(({ name }) => name));
    return [...names].map((name) =>
      one(
        kind,
        name,
        tallies.find((tally) => tally.name === name),
      ),
    );
  });
  return {
    claim: "association",
    outcome,
    n,
    mean: n === 0 || n < rules.withhold ? null : meanOf(all, values) + 0,
    impacts: found.sort(byImpact),
  };
}

function toOutcome(score: number, outcome: ImpactOutcome): number {
  return outcome === "nps" ? npsContribution(score) : score;
}

function toImpact(
  mentions: readonly number[],
  without: readonly number[],
  values: readonly number[],
  rules: DriverRules,
): Statistic {
  const [n, rest] = [countOf(mentions), countOf(without)];
  const total = n + rest;
  const none = (reliability: "withheld" | "not-estimable", reason: string): Statistic =>
    toNoStatistic({ reliability, reason }, total, rules.level);
  if (n === 0) return none("not-estimable", "No verbatim with the outcome mentions it.");
  if (rest === 0)
    return none("not-estimable", "Every verbatim with the outcome mentions it: there are none without it.");
  const [fewest, side] = n < rest ? [n, "mention it"] : [rest, "do not mention it"];
  if (fewest < rules.withhold)
    return none("withheld", `Fewer than ${rules.withhold} verbatims ${side} (${fewest}): kept back.`);
  const bins = values.length;
  const impactOf = (counts: ArrayLike<number>): number => {
    const [left, all] = [new Float64Array(bins), new Float64Array(bins)];
    for (let bin = 0; bin < bins; bin++) {
      left[bin] = counts[bins + bin] ?? 0;
      all[bin] = (counts[bin] ?? 0) + (left[bin] ?? 0);
    }
    return meanOf(left, values) - meanOf(all, values);
  };
  const cells = [...mentions, ...without];
  const draw = createResampler(cells);
  const random = createRandom(rules.seed);
  const draws = Float64Array.from({ length: rules.resamples }, () => impactOf(draw(random)));
  const sampled: Sampled = { value: impactOf(cells), draws };
  return toStatistic(sampled, "number", total, fewest, rules);
}

function minus(all: readonly number[], some: readonly number[], where: string): number[] {
  const left = all.map((count, bin) => count - (some[bin] ?? 0));
  if (left.every((count) => count >= 0)) return left;
  throw new VerbatimsError(
    "invalid-summary",
    `summary ${where}: expected at most the answers of all, got more. Make the summary again from its analyses.`,
    { field: where },
  );
}

function countOf(bins: readonly number[]): number {
  return bins.reduce((sum, count) => sum + count, 0);
}

/** The mean of counted values; NaN of none. */
function meanOf(counts: ArrayLike<number>, values: readonly number[]): number {
  let sum = 0;
  let n = 0;
  values.forEach((value, bin) => {
    n += counts[bin] ?? 0;
    sum += (counts[bin] ?? 0) * value;
  });
  return sum / n;
}

function byImpact(a: Impact, b: Impact): number {
  const [first, second] = [a.impact.value ?? -Infinity, b.impact.value ?? -Infinity];
  if (first !== second) return second - first;
  for (const part of ["kind", "name"] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}
