import { excerpt, VerbatimsError } from "../core/error.js";
import { hashText } from "../core/hash.js";
import { type Source, toAsyncIterable } from "../core/iterables.js";
import { fitAbstention, fitLabelThresholds, fitTemperature, logLoss, type ScoredTexts } from "./calibrate.js";
import { buildCorpus, type FeatureCorpus } from "./feature-corpus.js";
import { findFeatureFault, isWhole } from "./feature-fault.js";
import type { FeatureOptions } from "./features.js";
import { checkLabelledText, type LabelledText } from "./labelled-text.js";
import { type LinearModel, roundWeights } from "./linear-model.js";
import { columnsOf, groupsOf, toProbabilities } from "./probabilities.js";
import { scoreCorpusText } from "./score-corpus.js";
import { TASK_KINDS, type TaskKind } from "./scorer.js";
import { type LinearTargets, type LinearWeights, tooManyLabels, trainLinear } from "./train-linear.js";

/** What is told while a model is trained. */
export interface TrainingProgress {
  /** `fit` finds out how many passes are best; `refit` learns from all examples. */
  readonly phase: "fit" | "refit";
  /** Passes done in this phase, from 1. */
  readonly epoch: number;
  readonly epochsMost: number;
  /** Mean log loss on the examples held out, in nats; `null` in `refit` or where none are held out. */
  readonly loss: number | null;
}

/** What a model learns and from which features; each option has a default. */
export interface TrainOptions<Label extends string = string> {
  /** How labels exclude one another. @defaultValue "single" */
  readonly kind?: TaskKind;
  /**
   * The labels. In their order for `ordinal`, where they must be given; else those found in the examples, sorted.
   * An example with another label is an error.
   */
  readonly labels?: readonly Label[];
  /** Changes the order in which examples are learned, and which are held out. @defaultValue 1 */
  readonly seed?: number;
  /** Which features are read; see {@link FeatureOptions}. @defaultValue words to triples, pieces of 3 to 5 letters, negation, 2^20 rows */
  readonly features?: Partial<FeatureOptions>;
  /** `balanced`: rare labels of `single` count more, as much as if all were equally frequent. @defaultValue "none" */
  readonly classWeights?: "none" | "balanced";
  /** Most passes over the examples, 1 to 100. @defaultValue 12 */
  readonly epochsMost?: number;
  /** Rows of weights that are kept, 1 or more; each costs about 3 bytes and one byte a label. @defaultValue 300_000 */
  readonly rowsMost?: number;
  /**
   * For `single` and `ordinal`: how often verdicts should be right, 0 to 1; less sure verdicts are left out. 0 leaves out none.
   * @defaultValue 0
   */
  readonly accuracyWanted?: number;
  /** Called after each pass. */
  readonly onProgress?: (progress: TrainingProgress) => void;
  /** Stops the training: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

const DEFAULT_FEATURES: FeatureOptions = { wordGrams: 3, charGrams: [3, 5], negation: true, bits: 20 };

/** Steps of the trainer; chosen on development rows of public sets of 3,000 to 25,000 rows. */
const RATE = 0.3;
const DECAY = 1e-5;

/** One example in this many is held out to choose the number of passes and to calibrate. */
const HELD_OUT = 10;
/** With fewer examples held out than this, the default number of passes is used and nothing is calibrated. */
const HELD_OUT_LEAST = 20;
const EPOCHS_UNTOLD = 8;
/** Passes without a better loss after which the search ends. */
const PATIENCE = 2;
/** Labels times examples at most: 2 GB of memory. */
const TRUTHS_MOST = 2 ** 29;
/** Below this many examples features met once are kept. */
const FEW = 5000;

/**
 * Trains a model on labelled texts, from a few to millions. Reads the source once and keeps hashed features, not texts.
 *
 * A tenth of the examples, chosen by a hash of their text, is held out to choose the number of passes, the temperature and the
 * thresholds; then the weights are learned anew from all. Same examples in the same order, same options: the same model, bit for bit.
 *
 * @throws VerbatimsError `invalid-record` for a row that is no labelled text; `unknown-label` for a label that is not among `labels`;
 * `too-few-labels` where there are not two labels with examples; `too-many-labels` where they would take more than about 4 GB of
 * memory, as where every row has a label of its own; `invalid-option`
 * @example
 * const model = await trainModel([
 *   { text: "Where is my parcel?", label: "delivery" },
 *   { text: "I was charged twice", label: "billing" },
 * ]);
 * model.labels; // ["billing", "delivery"]
 */
export async function trainModel<const Label extends string>(
  examples: Source<LabelledText<Label>>,
  options: TrainOptions<Label> = {},
): Promise<LinearModel<Label>> {
  const { kind = "single", seed = 1, rowsMost = 300_000, accuracyWanted = 0, epochsMost = 12, signal } = options;
  const features = { ...DEFAULT_FEATURES, ...options.features };
  checkOptions(options, features);
  const read = await readExamples(examples, kind, options.labels, features, seed, signal);
  const { labels, truths, heldOut, corpus } = read;
  const targets = toTargets(read, kind, options.classWeights ?? "none");
  const training = { rate: RATE, decay: DECAY, ratios: true, minCount: corpus.count < FEW ? 1 : 2, seed };

  const scoredBy = (weights: LinearWeights): ScoredTexts => ({
    kind,
    labels: labels.length,
    scores: heldOut.map((text) => scoreCorpusText(corpus, weights, text)),
    truths: heldOut.map((text) => truths[text] ?? []),
  });
  let epochs = Math.min(EPOCHS_UNTOLD, epochsMost);
  let temperature = 1;
  let thresholds: readonly number[] = labels.map(() => (kind === "multi" ? 0.5 : 0));
  if (heldOut.length >= HELD_OUT_LEAST) {
    let best = Infinity;
    let bestScores: ScoredTexts | undefined;
    const learned = { ...targets, weights: targets.weights.slice() };
    for (const text of heldOut) learned.weights[text] = 0;
    let epoch = 0;
    for (const weights of trainLinear(corpus, learned, { ...training, epochs: epochsMost })) {
      epoch++;
      const scored = scoredBy(weights);
      const loss = logLoss(scored, fitTemperature(scored));
      options.onProgress?.({ phase: "fit", epoch, epochsMost, loss });
      if (loss < best - 1e-4) {
        best = loss;
        epochs = epoch;
        bestScores = scored;
      } else if (epoch - epochs >= PATIENCE) break;
      await nextTurn(signal);
    }
    if (bestScores !== undefined) {
      temperature = fitTemperature(bestScores);
      const probabilities = bestScores.scores.map((row) => toProbabilities(kind, row, labels.length, temperature));
      thresholds =
        kind === "multi"
          ? fitLabelThresholds(probabilities, bestScores.truths, labels.length)
          : labels.map(() =>
              accuracyWanted === 0 ? 0 : fitAbstention(probabilities, bestScores.truths, accuracyWanted),
            );
    }
  }
  let final: LinearWeights | undefined;
  let epoch = 0;
  for (const weights of trainLinear(corpus, targets, { ...training, epochs })) {
    options.onProgress?.({ phase: "refit", epoch: ++epoch, epochsMost: epochs, loss: null });
    final = weights;
    await nextTurn(signal);
  }
  if (final === undefined) throw new Error("a training has at least one pass");
  const fingerprint = hashText(
    `${read.fingerprint} ${JSON.stringify({ kind, labels, seed, features, rowsMost, accuracyWanted, epochsMost, weights: options.classWeights })}`,
  );
  return { kind, labels, features, table: roundWeights(final, rowsMost), temperature, thresholds, fingerprint };
}

/** Lets other work and aborts come in. */
async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}

interface ReadExamples<Label extends string> {
  readonly labels: readonly Label[];
  readonly corpus: FeatureCorpus;
  /** Places of the labels of each text. */
  readonly truths: readonly (readonly number[])[];
  /** Texts that are held out. */
  readonly heldOut: readonly number[];
  readonly fingerprint: string;
}

/** Examples between two looks at the signal. */
const BATCH = 1024;

async function readExamples<Label extends string>(
  examples: Source<LabelledText<Label>>,
  kind: TaskKind,
  given: readonly Label[] | undefined,
  features: FeatureOptions,
  seed: number,
  signal: AbortSignal | undefined,
): Promise<ReadExamples<Label>> {
  const builder = buildCorpus(features);
  const found: (readonly Label[])[] = [];
  const heldOut: number[] = [];
  let fingerprint = "";
  for await (const example of toAsyncIterable(examples)) {
    const row = found.length + 1;
    const { text, labels: own } = checkLabelledText(example, kind, "trainModel", row);
    const unknown = given === undefined ? undefined : own.find((label) => !given.includes(label));
    if (unknown !== undefined) {
      throw new VerbatimsError(
        "unknown-label",
        `example ${row}, label: expected one of ${given?.join(", ")}, got ${excerpt(unknown)}. Correct the label or add it to labels.`,
        { field: "label", line: row, received: excerpt(unknown), found: given ?? [] },
      );
    }
    builder.addText(text);
    const hash = hashText(text, seed);
    if (Number.parseInt(hash.slice(-4), 16) % HELD_OUT === 0) heldOut.push(found.length);
    fingerprint = hashText(`${fingerprint}${hash}${own.join("\u0000")}`);
    found.push(own);
    if (row % BATCH === 0) signal?.throwIfAborted();
  }
  const labels = given ?? [...new Set(found.flat())].sort();
  const used = new Set(found.flat());
  if (used.size < 2 && !(kind === "multi" && used.size === 1)) {
    throw new VerbatimsError(
      "too-few-labels",
      `trainModel examples: expected at least two labels with examples, got ${used.size === 0 ? "none" : excerpt([...used].join(", "))}. Add examples of another label.`,
      { field: "examples", found: [...used] },
    );
  }
  const places = new Map(labels.map((label, at) => [label, at]));
  const truths = found.map((own) => own.map((label) => places.get(label) ?? 0));
  return { labels, corpus: builder.toCorpus(), truths, heldOut, fingerprint };
}

function toTargets<Label extends string>(
  { labels, truths }: ReadExamples<Label>,
  kind: TaskKind,
  classWeights: "none" | "balanced",
): LinearTargets {
  const columns = columnsOf(kind, labels.length);
  if (truths.length * columns > TRUTHS_MOST) {
    throw tooManyLabels(labels.length, TRUTHS_MOST, truths.length, "examples");
  }
  const values = new Float32Array(truths.length * columns);
  const counts = labels.map(() => 0);
  truths.forEach((own, text) => {
    for (const label of own) {
      counts[label] = (counts[label] ?? 0) + 1;
      if (kind === "ordinal") values.fill(1, text * columns, text * columns + label);
      else values[text * columns + label] = 1;
    }
  });
  const used = counts.filter((count) => count > 0).length;
  const weights = Float32Array.from(truths, (own) => {
    const count = counts[own[0] ?? -1] ?? 0;
    return classWeights === "balanced" && kind === "single" ? truths.length / (used * count) : 1;
  });
  return { columns, groups: groupsOf(kind, labels.length), values, weights };
}

function checkOptions<Label extends string>(options: TrainOptions<Label>, features: FeatureOptions): void {
  const { kind = "single", labels, epochsMost = 12, rowsMost = 1, accuracyWanted = 0, classWeights = "none" } = options;
  const faults: (readonly [boolean, string, string, unknown])[] = [
    [!TASK_KINDS.includes(kind), "kind", "single, multi or ordinal", kind],
    [kind === "ordinal" && labels === undefined, "labels", "the labels in their order for ordinal", labels],
    [labels !== undefined && new Set(labels).size !== labels.length, "labels", "labels that differ", labels],
    [labels !== undefined && labels.length < (kind === "multi" ? 1 : 2), "labels", "at least two labels", labels],
    [!isWhole(epochsMost, 1, 100), "epochsMost", "a whole number from 1 to 100", epochsMost],
    [!isWhole(rowsMost, 1, 2 ** 22), "rowsMost", "a whole number from 1 to 4194304", rowsMost],
    [!(accuracyWanted >= 0 && accuracyWanted <= 1), "accuracyWanted", "a number from 0 to 1", accuracyWanted],
    [!["none", "balanced"].includes(classWeights), "classWeights", "none or balanced", classWeights],
  ];
  const wrongFeature = findFeatureFault(features);
  if (wrongFeature !== undefined) {
    faults.push([true, `features.${wrongFeature.field}`, wrongFeature.expected, wrongFeature.got]);
  }
  const fault = faults.find(([wrong]) => wrong);
  if (fault === undefined) return;
  const [, field, expected, got] = fault;
  const received = excerpt(got);
  throw new VerbatimsError(
    "invalid-option",
    `trainModel ${field}: expected ${expected}, got ${received}. Correct the option.`,
    { field, expected, received },
  );
}
