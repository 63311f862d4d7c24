import { SAMPLE_ROWS } from "../peers/all-peers.js";
import type { Anchor } from "./anchors.js";
import { aimOf, beside, decimal, interval, MEASURES, PEERS, percent, table } from "./cells.js";
import type { LearnerResult } from "./measure-learner.js";
import type { ShippedFile } from "./result-file.js";
import { SELECTION } from "./selection.js";

const LEGEND = `All numbers are per cent (calibration error aside, which is 0 to 1). In brackets: 95 % of 1,000 bootstrap resamples. Every row says when
and by which version it was measured; per-class scores, confusions and the rest are in the JSON file beside this one.
"†": run on a fixed sample of ${SAMPLE_ROWS.toLocaleString("en")} rows, because the library is slow. "Majority" always says the most frequent label.`;

const VIEWS_LEGEND = `Nothing that is shipped was trained on these splits, but for one UCI sentence that also stands in a learned set; of sets whose licence
allows it (tier A in datasets/), the training split may have been learned.

${SELECTION}

A set's labels are read from a sentiment the same way for every library: *binary*, positive where the score is above 0, else
negative; *three-way*, the label, \`mixed\` as \`neutral\`; *four-way*, the label; *complaint*, what is read as negative.`;

const GOLD_LEGEND = `Customer texts, annotated twice by language models working by docs/labels.md, differences settled by a third. What is not told
counts as a value of its own. Of pain points: word F1 of the first one against the best of the acceptable spans, over the texts that tell
a problem. ECE is of the labels that were said with a confidence.`;

const LEARNER_CHOICES = `**How the recipe was chosen:** features, rates and passes on sst2 dev, on the dev splits of tweeteval_sentiment and tweeteval_emotion, and on parts of the
training splits of imdb and banking77. So sst2 and sst5 (the same sentences) are measured on rows that were also chosen by. Balanced classes had helped on tweeteval_sentiment dev,
and were taken for all tasks after the first run of this table had shown tweeteval_sentiment test far below its floor without them. Priors (\`languagePriors\`) were chosen on tweets of
semeval2017_t4a dev, on tweeteval_emotion dev and by cross-validation; that they are left out where they don't help was built after semeval14 categories had fallen by them, on test first and then in
cross-validation. Tasks whose training split the shipped models learned from start from the lexicon alone.`;

/** The shipped models on sets that they never saw. Holds numbers and names only, no text of the sets. */
export function shippedMarkdown({ results, stars, gold }: ShippedFile): string {
  const header = ["set", "split", "n", "measure", "verbatims", ...PEERS, "majority", "floor / goal", "ECE", "model"];
  const rows = results.map((result) => [
    result.name,
    result.split,
    String(result.n),
    `${MEASURES[result.measure]}, ${result.view}`,
    interval(result.ours[result.measure]),
    ...PEERS.map((peer) => beside(result.peers[peer], result.measure, result.n)),
    percent(result.majority[result.measure].value),
    aimOf(result.aim),
    String(result.ours.calibrationError),
    result.model,
  ]);
  const turkish = results.flatMap(({ name, measure, ours, withoutDiacritics }) => {
    if (withoutDiacritics === null) return [];
    const loss = ours[measure].value - withoutDiacritics[measure].value;
    return [[name, percent(ours[measure].value), percent(withoutDiacritics[measure].value), percent(loss)]];
  });
  const ratings = stars.map(({ name, split, n, ours, majority, model }) => [
    name,
    split,
    String(n),
    interval(ours.accuracy),
    percent(majority.accuracy.value),
    decimal(ours.ordinal?.meanAbsoluteError),
    decimal(majority.ordinal?.meanAbsoluteError),
    decimal(ours.ordinal?.weightedKappa),
    model,
  ]);
  const readings = gold.map((result) => [
    result.name,
    result.language,
    String(result.n),
    MEASURES[result.measure],
    interval(result.value),
    ...PEERS.map((peer) => beside(result.peers[peer], "accuracy", result.n)),
    result.majority === null || result.measure === "wordF1" ? "–" : percent(result.majority[result.measure].value),
    result.ours?.calibrationError === null || result.ours === null ? "–" : String(result.ours.calibrationError),
    result.model,
  ]);
  return [
    "# Accuracy: the shipped models",
    `Made by \`npm run eval\`; do not edit. ${measuredOn([...results, ...stars, ...gold])}`,
    VIEWS_LEGEND,
    LEGEND,
    table(header, rows),
    notesOf(results),
    ...section(
      "## Turkish typed without diacritics",
      table(["set", "as written", "without diacritics", "loss"], turkish),
      turkish.length > 0,
    ),
    ...section(
      "## Stars",
      `The rating of an analysis, rounded to whole stars. MAE: mean absolute error, in stars. Kappa: quadratically weighted.\n\n${table(
        ["set", "split", "n", "accuracy", "majority", "MAE", "majority's MAE", "kappa", "model"],
        ratings,
      )}`,
      ratings.length > 0,
    ),
    ...section(
      "## Every reading, on the gold",
      `${GOLD_LEGEND}\n\n${table(["reading", "", "n", "measure", "verbatims", ...PEERS, "majority", "ECE", "model"], readings)}`,
      readings.length > 0,
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** The learner, trained in-domain by one recipe. Holds numbers and names only, no text of the sets. */
export function learnerMarkdown(results: readonly LearnerResult[]): string {
  const header = [
    "task",
    "train",
    "test",
    "n",
    "measure",
    "verbatims",
    ...PEERS,
    "majority",
    "floor / goal",
    "ECE",
    "s",
  ];
  const rows = results.map((result) => [
    result.name,
    `${result.train.dataset} ${result.train.split}, ${result.train.examples}`,
    `${result.test.dataset} ${result.test.split}`,
    String(result.n),
    MEASURES[result.measure],
    interval(result.ours[result.measure]),
    ...PEERS.map((peer) => beside(result.peers[peer], result.measure, result.n)),
    percent(result.majority[result.measure].value),
    aimOf(result.aim),
    String(result.ours.calibrationError),
    String(result.trainSeconds),
  ]);
  const ordinal = results.flatMap(({ name, ours }) =>
    ours.ordinal === null ? [] : [[name, decimal(ours.ordinal.meanAbsoluteError), decimal(ours.ordinal.weightedKappa)]],
  );
  return [
    "# Accuracy: the learner",
    `Made by \`npm run eval\`; do not edit. ${measuredOn(results)}`,
    '`trainModel` with `classWeights: "balanced"`, the priors of the language and else its default options on the official training split of each task, one recipe for all; the peers are not trained. "s" is the\ntime of reading and training, in seconds, on the machine that measured.',
    LEARNER_CHOICES,
    LEGEND,
    table(header, rows),
    notesOf(results),
    ...section("## Stars", table(["task", "mean absolute error", "quadratic kappa"], ordinal), ordinal.length > 0),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** A heading and what stands under it, where there is something to show. */
function section(heading: string, body: string, shown: boolean): readonly string[] {
  return shown ? [heading, body] : [];
}

interface Noted {
  readonly name: string;
  readonly note: string;
  readonly anchors: readonly Anchor[];
}

/** Notes and published results, a line a set that has any. */
function notesOf(results: readonly Noted[]): string {
  const lines = results.flatMap(({ name, note, anchors }) => {
    const published = anchors.map(({ name: who, value, source }) => `${who} ${value} (${source})`).join(", ");
    const said = [note, published === "" ? "" : `published: ${published}`].filter((part) => part !== "").join("; ");
    return said === "" ? [] : [`- **${name}**: ${said}`];
  });
  return lines.length === 0 ? "" : `Notes and published results, for orientation:\n\n${lines.join("\n")}`;
}

function measuredOn(results: readonly { readonly date: string; readonly version: string }[]): string {
  const runs = [...new Set(results.map(({ date, version }) => `${date} (version ${version})`))].sort();
  return `Measured on ${runs.join(", ")}.`;
}
