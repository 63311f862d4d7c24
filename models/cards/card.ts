import { SELECTION } from "../../benchmarks/accuracy/selection.js";
import type { Language } from "../../src/core/labels.js";
import { calibrationPlot } from "./calibration-plot.js";
import type { CardFacts } from "./card-facts.js";
import {
  aimTable,
  classTable,
  confusionTable,
  diacriticsTable,
  fileTable,
  heldOutSets,
  phenomenonTable,
  readingTable,
  sentimentTable,
  sourceTable,
  starTable,
  wordListTable,
} from "./card-tables.js";

/** Most that a language's files may take gzipped. */
export const SIZE_MOST_BYTES = 3_000_000;

/** Sections that are written by hand, in `card-notes.md`. */
export const NOTE_HEADINGS: readonly string[] = ["Intended use", "Known failures", "What would get further"];

const NAMES: Readonly<Record<Language, string>> = { en: "English", tr: "Turkish" };

const READS = `Sentiment (label, score, confidence, stars), of a text and of each of its clauses, is read by one trained model; themes, stage, intent, emotion, effort, urgency and
the words of the main problem by another; touchpoints, and where a theme is told, by the lexicon of words and patterns.

\`\`\`text
 words, pairs, pieces of words ─▶ word table ─▶ word scores ─┬─ sure ──────────▶ probabilities
                                                             └─ unsure ─▶ + ───▶ probabilities
                                                                          ▲
 rules, order of clauses and word classes ─▶ composition table ───────────┘
\`\`\`

The word table holds weights of hashed words, runs of words and pieces of words. Where its verdict is unsure, the composition table corrects it by what the
rules make of negation, degree and contrast, and by the order of clauses and of classes of words.

\`\`\`text
 known words ─▶ word table ─────────────────────┐
      └─▶ word vectors, added up ─┐             + ─▶ probabilities of themes, stage, intent, emotion, effort, urgency
 cues, sentiment, what is asked ──┴▶ features ──┘
 each word, its neighbours, its clause ─▶ pain table ─▶ the run of words that tells the problem most plainly
\`\`\`

[docs/learning.md](../../docs/learning.md) tells how.`;

const TRAINING = `1. The word table learns the public texts: log-count ratios, then AdaGrad on the log loss of the labels and of the steps between stars.
2. It goes on with what was kept back: the texts of this project, public sets labelled sentence by sentence, a share of the others, long texts made by joining.
3. In folds, so that no text is scored by weights that saw it, the composition table learns what the word scores lack.
4. The same scores give the temperatures, and the confidence from which words decide alone.
5. Both tables are learned once more from all folds, their weights rounded to a byte and the weakest rows left out.
6. Word vectors are learned from all these texts without their labels: which words stand near which, and the largest directions of that.
7. From the texts with every label, the heads of meaning learn from vectors, words, cues, and the sentiment as weights that had not seen a text tell it; in folds, for
   temperatures and thresholds; then from all. The pain table learns which words of them tell the problem.`;

/** Writes a model card as Markdown: the same facts give the same bytes. */
export function toCard(facts: CardFacts): string {
  const { language, model, training, shipped } = facts;
  const note = (heading: string): string => facts.notes.get(heading) ?? "";
  const isTurkish = language === "tr";
  const lists = wordListTable(facts);
  const held = heldOutSets(facts);
  const parts = [
    `# Model card: ${NAMES[language]}`,
    `Written by \`npm run cards\`, which \`npm run eval\` runs too; do not edit. What is written by hand is in card-notes.md.`,
    `Model: \`${model}\`. Fingerprints of all that its trainings read: \`${training.fingerprint}\`, \`${training.meaning.fingerprint}\`. SHA-256 of training.json: \`${facts.trainingSha256}\`.`,
    "## What it reads, and how",
    READS,
    "## Intended use",
    note("Intended use"),
    "## Data",
    `Public sets of tier A, whose licence lets shipped weights learn from them, and texts of this project ("own"). Licences are of the compilations, as their
publishers state them, not of the customers' words; no text of a public set is in this repository. Where a licence is "to be
verified", its publisher's own statement was not seen. Rows without a rating or a clear sentiment are not counted.`,
    sourceTable(training.examples),
    `Word vectors were learned from ${training.meaning.texts.toLocaleString("en")} texts. The texts with every label are ${Object.entries(
      training.meaning.labelled,
    )
      .map(([source, count]) => `${count.toLocaleString("en")} of ${source}`)
      .join(", ")}.`,
    `Who annotated \`gold\` and who wrote the texts of this project were language models working by [docs/labels.md](../../docs/labels.md), not people. The annotated texts
were drawn from:`,
    sourceTable(facts.annotated),
    ...(lists === "" ? [] : ["Word lists in the lexicon, beside those of this project in source/ (MIT):", lists]),
    ...(lists === "" ? ["All word lists of the lexicon are of this project: source/ (MIT)."] : []),
    "## Training",
    TRAINING,
    "What the training said, measured in folds on texts that the weights had not seen:",
    `\`\`\`text\n${[...training.crossValidation, ...training.meaning.crossValidation].join("\n")}\n\`\`\``,
    "## Size and budgets",
    fileTable(facts.files),
    budgets(facts),
    "## Sentiment, beside others on the same rows",
    measuredWith(facts),
    sentimentTable(facts),
    held.length === 0
      ? ""
      : `‡ Measured on a held-out split of a set whose training split was learned (${held.join(", ")}): the texts were never seen, their kind was. Of the
other sets no split was learned; but datasets/contrast was written for the phenomena that the contrast suite has.`,
    "The labels of `gold` are those of language models, like those that the model learned from: agreement with people may be lower.",
    "### By label",
    classTable(shipped),
    "### Calibration",
    'A line for each tenth of confidence: mean confidence, share of right verdicts, verdicts. The bar shows the share of right ones; "|" is where it would end if\nconfidence were honest.',
    `\`\`\`text\n${shipped.results.map(({ name, ours }) => calibrationPlot(name, ours)).join("\n\n")}\n\`\`\``,
    ...(isTurkish ? ["### Typed without diacritics", diacriticsTable(shipped)] : []),
    "### Stars",
    "The rating of an analysis, rounded to whole stars. MAE: mean absolute error, in stars. Kappa: quadratically weighted.",
    starTable(shipped),
    "## Other readings, on the gold",
    "What is not told counts as a value of its own. ECE is of the labels that were said with a confidence.",
    readingTable(shipped),
    "## Known failures",
    note("Known failures"),
    "Utterances of the contrast suite by phenomenon, hardest first (three values of polarity, `mixed` as `neutral`):",
    phenomenonTable(facts.phenomena),
    ...shipped.results
      .filter(({ dataset }) => dataset.startsWith("contrast"))
      .map(({ name, ours }) => confusionTable(name, ours)),
    ...shipped.gold
      .filter(({ name }) => name === "sentiment")
      .map(({ dataset, ours }) => confusionTable(dataset, ours)),
    "## What was wanted, and what would get further",
    aimTable(shipped),
    note("What would get further"),
    "## How to train it again",
    `\`\`\`sh
npm run train -- --data <folder> --language ${language}
npm run eval -- --data <folder> --table shipped
\`\`\``,
    "The same data gives the same bytes. The data is checked by the checksums in datasets/; where it comes from stands there too.",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Says by which models the numbers were measured, and aloud where one is not the model that is shipped. */
function measuredWith({ model, shipped: { results, stars, gold } }: CardFacts): string {
  const all = [...results, ...stars, ...gold];
  const days = [...new Set(all.map(({ date }) => date))].sort();
  const others = [...new Set(all.map((result) => result.model))].filter((name) => name !== model);
  const warning =
    others.length === 0
      ? ""
      : ` **Some numbers below are of an earlier model (${others.map((name) => `\`${name}\``).join(", ")}):** run \`npm run eval\` anew.`;
  return `Per cent, in brackets 95 % of bootstrap resamples, measured on ${days.join(", ")}.${warning} ECE, the expected calibration error, is from 0 to 1. "†": on a fixed sample of rows, because the library is slow.
How a sentiment is read as the labels of a set, and published results: [benchmarks/accuracy](../../benchmarks/accuracy/shipped.md).

${SELECTION}`;
}

function budgets({ files, training, speed }: CardFacts): string {
  const bytes = files.reduce((sum, { gzippedBytes }) => sum + gzippedBytes, 0);
  const { words, composition } = training.rows;
  const { rows } = training.meaning;
  const size = `The sentiment model has ${words.toLocaleString("en")} rows of words and ${composition.toLocaleString("en")} of composition; the meaning model ${rows.vectors.toLocaleString("en")} word vectors, ${rows.words.toLocaleString("en")} rows of words, ${rows.features.toLocaleString("en")} of features and ${rows.pain.toLocaleString("en")} of pain. All files together take ${megabytes(bytes)} gzipped, of ${megabytes(SIZE_MOST_BYTES)} at most.`;
  if (speed === null) return size;
  const { median } = speed.start;
  return `${size} From import to the first analysis in a new process, in English: ${median.totalMs.toFixed(0)} ms in the median, of 100 at most, and ${median.heapMb.toFixed(0)} MB of heap, of 64 at most (\`npm run bench\` on ${speed.date}).`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}
