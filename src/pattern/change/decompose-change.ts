import type { Statistic } from "../../core/statistic.js";
import { checkGiven } from "../metrics/judge.js";
import type { Summary } from "../summary.js";
import { type ComparisonOptions, checkComparison } from "./compare-means.js";
import { compareMeasure } from "./compare-measure.js";
import { checkModels } from "./compare-summaries.js";
import { type ComparedSide, wrongArgument } from "./comparison.js";
import { decomposeHistograms, type GroupEffect } from "./decompose-histograms.js";
import { histogramOf, MEASURES, type Measure } from "./measures.js";
import { PARTITIONS, type Partition, partitionBoth } from "./partition.js";

/** What changed, and among which groups the change is looked for. */
export interface DecompositionOptions extends ComparisonOptions {
  /** The list of both summaries that divides their verbatims: languages, stages, intents, emotions, efforts, channels or segments. */
  readonly by: Partition;
  /** @defaultValue "nps" */
  readonly measure?: Measure | undefined;
}

/** A change taken apart by groups: `change` = `rate` + `mix`, and each of these is the sum over the groups. */
export interface Decomposition {
  readonly measure: Measure;
  readonly by: Partition;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** After minus before, in the unit of the measure. */
  readonly change: Statistic;
  /** Two-sided p value of the whole change; `null` where it is withheld or not estimable. */
  readonly p: number | null;
  /** As much of it as the groups answer otherwise than before. */
  readonly rate: Statistic;
  /** As much of it as other groups answer than before. */
  readonly mix: Statistic;
  /** By falling size of rate and mix together, then name, what is not told last; groups without answers are left out. */
  readonly groups: readonly GroupEffect[];
}

/**
 * Takes the change of a number between two summaries apart: how much of it comes of groups that answer otherwise than before (*rate*),
 * and how much of other groups answering than before (*mix*): "NPS fell by 6: 4 because delivery got worse, 2 because more new customers answered".
 *
 * With a group's share of the answers w and its value m, before (1) and after (2), and the average of both totals M:
 *
 * ```text
 *  rate = (m2 - m1) (w1 + w2) / 2          mix = (w2 - w1) ((m1 + m2) / 2 - M)
 * ```
 *
 * Both sums add up to the whole change exactly. Changes are weighed at the middle of both sides, so that there is no interaction left
 * over that belongs to no one, and swapping the sides negates every number. A group without answers on a side has no change of its own: all that it
 * does is mix. Verbatims of which no group is told are a group of their own, named `null`.
 *
 * Intervals are by the delta method: both sides are random samples of their answers, and the shares of the groups vary as the
 * answers do. Rates have Student's t with Welch's degrees of freedom. They are too short for groups whose few answers are all alike.
 * A group is withheld by its own answers; totals count it. Set `withhold: 0` for groups that visibly add up.
 *
 * Source: Kitagawa 1955, Components of a difference between two rates; the same as the Marshall-Edgeworth decomposition of price indices.
 *
 * @throws VerbatimsError `invalid-option` where `by` does not divide the verbatims (themes overlap) or another option is out of range;
 * `unlike-summaries` where models of one language differ; `invalid-summary` where groups hold more answers than all
 * @example
 * const answers = (segment: string, ...nps: number[]) => nps.map((score) => analyze({ text: "ok", segment, nps: score }));
 * const before = addToSummary(emptySummary(), [...answers("new", 6, 8, 9, 9), ...answers("old", 9, 9, 9, 10, 10, 10, 8, 8)]);
 * const after = addToSummary(emptySummary(), [...answers("new", 5, 6, 6, 9, 8, 8, 10, 9), ...answers("old", 9, 9, 10, 8)]);
 * const { change, rate, mix } = decomposeChange(before, after, { by: "segments" });
 * change.value?.toFixed(4); // "-33.3333"
 * rate.value?.toFixed(4); // "-12.5000"
 * mix.value?.toFixed(4); // "-20.8333"
 */
export function decomposeChange(before: Summary, after: Summary, options: DecompositionOptions): Decomposition {
  checkGiven("decomposeChange", options);
  const rules = checkComparison("decomposeChange", options);
  const { by, measure = "nps" } = options;
  if (!PARTITIONS.includes(by)) {
    const mend =
      "Groups must not overlap, and a verbatim may have several themes or touchpoints: take compareSummaries for these";
    throw wrongArgument("decomposeChange", "by", `one of ${PARTITIONS.join(", ")}`, by, mend);
  }
  if (!MEASURES.includes(measure))
    throw wrongArgument("decomposeChange", "measure", `one of ${MEASURES.join(", ")}`, measure, "Leave it out for nps");
  checkModels("decomposeChange", before, after);
  const groups = partitionBoth(before, after, by).map(([name, one, two]) => ({
    name,
    before: histogramOf(one, measure),
    after: histogramOf(two, measure),
  }));
  const whole = compareMeasure(before.all, after.all, measure, rules);
  const { rate, mix, groups: effects } = decomposeHistograms(groups, rules);
  return {
    measure,
    by,
    before: whole.before,
    after: whole.after,
    change: whole.difference,
    p: whole.p,
    rate,
    mix,
    groups: effects,
  };
}
