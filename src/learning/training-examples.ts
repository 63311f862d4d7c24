import { excerpt, VerbatimsError } from "../core/error.js";
import { hashText } from "../core/hash.js";
import { type Source, toAsyncIterable } from "../core/iterables.js";
import { buildCorpus, type FeatureCorpus } from "./feature-corpus.js";
import type { FeatureOptions } from "./features.js";
import { checkLabelledText, type LabelledText } from "./labelled-text.js";
import { columnsOf, groupsOf } from "./probabilities.js";
import type { TaskKind } from "./scorer.js";
import { type LinearTargets, tooManyLabels } from "./train-linear.js";

/** One example in this many is held out to choose the number of passes and to calibrate. */
const HELD_OUT = 10;
/** Labels times examples at most: 2 GB of memory. */
const TRUTHS_MOST = 2 ** 29;

/** Labelled texts as the trainer takes them. */
export interface TrainingExamples<Label extends string> {
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

/**
 * Reads and checks the examples once; keeps their features and labels, not their texts.
 *
 * @throws VerbatimsError as `trainModel` says of its examples
 */
export async function readTrainingExamples<Label extends string>(
  examples: Source<LabelledText<Label>>,
  kind: TaskKind,
  given: readonly Label[] | undefined,
  features: FeatureOptions,
  seed: number,
  signal: AbortSignal | undefined,
): Promise<TrainingExamples<Label>> {
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

/**
 * The columns that a task learns, told for each example.
 *
 * @throws VerbatimsError `too-many-labels` where they would not fit in memory
 */
export function toTargets<Label extends string>(
  { labels, truths }: TrainingExamples<Label>,
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
