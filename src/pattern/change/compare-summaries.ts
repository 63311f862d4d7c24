import { excerpt, VerbatimsError } from "../../core/error.js";
import type { Summary } from "../summary.js";
import { type Change, type ChangeSide, listChanges, rankChanges } from "./change.js";
import { type ComparisonOptions, checkComparison } from "./compare-means.js";

/**
 * Everything that two summaries can be compared by: two periods, segments, channels, products; it does not matter which. NPS, the
 * means of CSAT, CES, stars and sentiment score, the shares of each sentiment, and of each theme, stage, intent, emotion and effort the
 * share and the mean sentiment; the shares of urgent verbatims and of advocates.
 *
 * Each with its difference (second minus first), interval, p value, and q value within its family: of the changes with q up to
 * 0.05 at most 5 % are expected to be chance. What matters comes first: clear changes by the size of their effect, then those that are not clear, then
 * those withheld. Numbers that neither summary has are left out: of two empty summaries it is `[]`.
 *
 * Both must be of different verbatims: a verbatim in both makes them look alike. CSAT answers are taken as they were given: compare
 * summaries of one scale only.
 *
 * @throws VerbatimsError `unlike-summaries` where models of one language differ, so that a change may be the model's;
 * `invalid-summary` where more verbatims are counted in a part than were read; `invalid-option` where an option is out of range
 * @example
 * const may = addToSummary(emptySummary(), Array.from({ length: 40 }, () => analyze("Great service, fast delivery")));
 * const june = addToSummary(emptySummary(), Array.from({ length: 40 }, () => analyze("The delivery was late again")));
 * const delivery = compareSummaries(may, june).find(({ name, measure }) => name === "delivery" && measure === "mean");
 * (delivery?.difference.value ?? 0) < 0; // true
 * (delivery?.q ?? 1) < 0.05; // true
 */
export function compareSummaries(before: Summary, after: Summary, options: ComparisonOptions = {}): readonly Change[] {
  const rules = checkComparison("compareSummaries", options);
  checkModels("compareSummaries", before, after);
  return rankChanges(listChanges(sideOf(before), sideOf(after), rules), rules.level);
}

/** @throws VerbatimsError `unlike-summaries` where two summaries read one language by different models */
export function checkModels(where: string, before: Summary, after: Summary): void {
  const known = new Map(before.models.map(({ language, model }) => [language, model]));
  for (const { language, model } of after.models) {
    const expected = known.get(language);
    if (expected === undefined || expected === model) continue;
    throw new VerbatimsError(
      "unlike-summaries",
      `${where} after: expected the model ${excerpt(expected)} of before, got ${excerpt(model)}. Read the texts of both with one version, or a change may be the model's.`,
      { field: `model of ${language}`, expected: excerpt(expected), received: excerpt(model) },
    );
  }
}

function sideOf(summary: Summary): ChangeSide {
  const { all, themes, stages, intents, emotions, efforts, urgent, advocates } = summary;
  return { all, readings: { themes, stages, intents, emotions, efforts }, signals: { urgent, advocates } };
}
