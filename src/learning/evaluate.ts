import { type BootstrapOptions, bootstrap } from "../core/bootstrap.js";
import { excerpt, VerbatimsError } from "../core/error.js";
import { type Source, toAsyncIterable } from "../core/iterables.js";
import { accuracyOf, classScores, countClasses, macroF1, macroRecall, microF1 } from "./class-scores.js";
import { countConfusion, ordinalError } from "./confusion.js";
import type { Evaluation } from "./evaluation.js";
import { checkLabelledText, type LabelledText } from "./labelled-text.js";
import { createOutcomeList } from "./outcomes.js";
import { createReliability } from "./reliability.js";
import type { Scorer, Verdict } from "./scorer.js";

/** How a scorer is measured; each option has a default. */
export interface EvaluateOptions extends BootstrapOptions {
  /**
   * What to do with a true label that the scorer does not know: stop with an error, or count its rows as wrong.
   *
   * @defaultValue "reject"
   */
  readonly unknownLabels?: "reject" | "count-wrong";
  /** Stops between two rows: the promise rejects with the signal's reason, and the source is closed. */
  readonly signal?: AbortSignal;
}

/**
 * Measures how well a scorer reads labelled texts: accuracy, F1, recall, each with a 95 % bootstrap interval; scores of each
 * label; what was taken for what; whether confidence can be trusted.
 *
 * The texts are read one at a time and not kept; memory grows by about 8 bytes a row. The order of the rows moves the
 * intervals by a hair, and nothing else. The same rows, options and scorer give the same numbers.
 *
 * @param labelled rows with `text` and `label` (`single`, `ordinal`) or `labels` (`multi`)
 * @throws VerbatimsError `empty-input` without rows, since nothing can be said of a scorer that read nothing; `invalid-record`
 * for a row without text or label; `unknown-label` for a label that the scorer does not know; `invalid-option` for an option
 * or a verdict of the scorer that breaks its contract; `duplicate-name` for a scorer with one label twice. Whatever the source or the scorer throws; the reason of `signal`
 * @example
 * const scorer = createSentimentScorer(createAnalyzer({ language: "en" }));
 * const { accuracy } = await evaluate(scorer, [{ text: "The lid broke.", label: "negative" }]);
 * accuracy.value; // 1
 */
export async function evaluate(
  scorer: Scorer,
  labelled: Source<LabelledText>,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  checkOptions(options);
  const { unknownLabels = "reject", signal } = options;
  const { kind } = scorer;
  const labels = [...scorer.labels];
  const places = new Map(labels.map((label, at) => [label, at]));
  const known = labels.length;
  if (places.size !== known) {
    throw new VerbatimsError(
      "duplicate-name",
      `evaluate scorer: expected labels that differ, got one twice among ${excerpt(labels.join(", "))}. Correct the scorer.`,
      { field: "scorer", found: labels },
    );
  }
  const outcomes = createOutcomeList();
  const reliability = createReliability();
  let row = 0;
  let answered = 0;
  let answeredRight = 0;
  let squares = 0;

  for await (const item of toAsyncIterable(labelled)) {
    signal?.throwIfAborted();
    row++;
    const { text, labels: told } = checkLabelledText(item, kind, "evaluate", row);
    const gold = told.map((label) => {
      const place = places.get(label);
      if (place !== undefined) return place;
      if (unknownLabels === "reject") throw unknownLabel(label, row, scorer.labels);
      places.set(label, labels.length);
      return labels.push(label) - 1;
    });
    const verdict = scorer.score(text);
    const said = placesSaid(verdict, scorer, places);
    outcomes.add(gold, said);
    if (said.length > 0) {
      answered++;
      if (said.length === gold.length && said.every((place) => gold.includes(place))) answeredRight++;
    }
    squares += squaredDistance(verdict.probabilities, gold);
    if (kind === "multi") {
      verdict.probabilities.forEach((probability, place) => {
        reliability.add(probability, gold.includes(place));
      });
    } else {
      const place = said[0] ?? mostProbable(verdict.probabilities);
      reliability.add(verdict.probabilities[place] ?? 0, gold[0] === place);
    }
  }
  if (row === 0) {
    throw new VerbatimsError(
      "empty-input",
      "evaluate labelled: expected at least one row, got none. Check the file, or the filter, that the rows come from.",
      { field: "labelled" },
    );
  }

  const made = outcomes.toOutcomes();
  const [accuracy, f1, recall, micro] = bootstrap(
    row,
    (picks) => {
      const counts = countClasses(made, labels.length, picks);
      return [accuracyOf(counts), macroF1(counts), macroRecall(counts), microF1(counts)] as const;
    },
    options,
  );
  const confusion = kind === "multi" ? null : countConfusion(labels, made);
  return {
    kind,
    labels,
    n: row,
    accuracy,
    macroF1: f1,
    macroRecall: recall,
    microF1: micro,
    classes: classScores(labels, countClasses(made, labels.length)),
    confusion,
    coverage: answered / row,
    answeredAccuracy: answered === 0 ? null : answeredRight / answered,
    calibration: reliability.toReliability(),
    brier: squares / (kind === "multi" ? row * Math.max(1, known) : row),
    ordinal: kind === "ordinal" && confusion !== null ? ordinalError(confusion, known) : null,
  };
}

function checkOptions({ resamples = 1000, seed = 1, unknownLabels = "reject" }: EvaluateOptions): void {
  const refuse = (field: string, expected: string, received: unknown): VerbatimsError =>
    new VerbatimsError(
      "invalid-option",
      `evaluate ${field}: expected ${expected}, got ${excerpt(received)}. Correct it or leave it out.`,
      { field, expected, received: excerpt(received) },
    );
  if (!Number.isInteger(resamples) || resamples < 0 || resamples > 100_000) {
    throw refuse("resamples", "a whole number from 0 to 100000", resamples);
  }
  if (!Number.isInteger(seed)) throw refuse("seed", "a whole number", seed);
  if (unknownLabels !== "reject" && unknownLabels !== "count-wrong") {
    throw refuse("unknownLabels", '"reject" or "count-wrong"', unknownLabels);
  }
}

function unknownLabel(label: string, row: number, known: readonly string[]): VerbatimsError {
  const listed = known.slice(0, 20).map((each) => excerpt(each));
  const more = known.length > listed.length ? ` and ${known.length - listed.length} more` : "";
  return new VerbatimsError(
    "unknown-label",
    `evaluate row ${row}, label: expected one of ${listed.join(", ")}${more}, got ${excerpt(label)}. Correct the label, or count such rows as wrong by unknownLabels: "count-wrong".`,
    { field: "label", line: row, received: excerpt(label), found: known },
  );
}

/** Places of the labels said; at most one where the task has one label a text. A verdict that breaks the contract would falsify every number. */
function placesSaid(
  { labels, probabilities }: Verdict,
  scorer: Scorer,
  places: ReadonlyMap<string, number>,
): readonly number[] {
  const known = scorer.labels.length;
  const broken = (expected: string, received: unknown): VerbatimsError =>
    new VerbatimsError(
      "invalid-option",
      `evaluate scorer: expected ${expected}, got ${excerpt(received)}. Correct the scorer.`,
      { field: "scorer", expected, received: excerpt(received) },
    );
  if (probabilities.length !== known) throw broken(`${known} probabilities, one a label`, probabilities.length);
  const wild = probabilities.find((probability) => !(probability >= 0 && probability <= 1.000001));
  if (wild !== undefined) throw broken("probabilities from 0 to 1", String(wild));
  const said = [...new Set(labels)].map((label) => {
    const place = places.get(label);
    if (place === undefined || place >= known) throw broken("verdicts of its own labels", label);
    return place;
  });
  return scorer.kind === "multi" ? said : said.slice(0, 1);
}

/** Sum over the labels of the squared distance to the truth; true labels that are not known count 1 each. */
function squaredDistance(probabilities: readonly number[], gold: readonly number[]): number {
  let sum = 0;
  probabilities.forEach((probability, place) => {
    sum += (probability - (gold.includes(place) ? 1 : 0)) ** 2;
  });
  for (const place of gold) if (place >= probabilities.length) sum++;
  return sum;
}

function mostProbable(probabilities: readonly number[]): number {
  let best = 0;
  probabilities.forEach((probability, place) => {
    if (probability > (probabilities[best] ?? 0)) best = place;
  });
  return best;
}
