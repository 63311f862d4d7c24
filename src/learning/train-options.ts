import { excerpt, VerbatimsError } from "../core/error.js";
import { findFeatureFault, isWhole } from "./feature-fault.js";
import type { FeatureOptions } from "./features.js";
import type { Prior } from "./prior.js";
import { TASK_KINDS, type TaskKind } from "./scorer.js";

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
  /**
   * What is known of words before any example is seen, such as `languagePriors("en")`: of most use with few examples, or where texts hold
   * many words that no example has. It costs nothing when texts are scored. Priors that make the examples held out no likelier are not used.
   * What was learned from the examples themselves must not be among them: it seems to know more than it does. @defaultValue none
   */
  readonly priors?: readonly Prior[];
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

/** Which features a model reads where nothing else is asked for. */
export const DEFAULT_FEATURES: FeatureOptions = { wordGrams: 3, charGrams: [3, 5], negation: true, bits: 20 };

/**
 * Checks the options before anything is read.
 *
 * @param features with all defaults filled in
 * @throws VerbatimsError `invalid-option` naming the option
 */
export function checkTrainOptions<Label extends string>(options: TrainOptions<Label>, features: FeatureOptions): void {
  const { kind = "single", labels, epochsMost = 12, rowsMost = 1, accuracyWanted = 0, classWeights = "none" } = options;
  const { priors = [] } = options;
  const faults: (readonly [boolean, string, string, unknown])[] = [
    [!TASK_KINDS.includes(kind), "kind", "single, multi or ordinal", kind],
    [kind === "ordinal" && labels === undefined, "labels", "the labels in their order for ordinal", labels],
    [labels !== undefined && new Set(labels).size !== labels.length, "labels", "labels that differ", labels],
    [labels !== undefined && labels.length < (kind === "multi" ? 1 : 2), "labels", "at least two labels", labels],
    [!isWhole(epochsMost, 1, 100), "epochsMost", "a whole number from 1 to 100", epochsMost],
    [!isWhole(rowsMost, 1, 2 ** 22), "rowsMost", "a whole number from 1 to 4194304", rowsMost],
    [!(accuracyWanted >= 0 && accuracyWanted <= 1), "accuracyWanted", "a number from 0 to 1", accuracyWanted],
    [!["none", "balanced"].includes(classWeights), "classWeights", "none or balanced", classWeights],
    [priors.some(({ bits }) => bits !== features.bits), "priors", `priors of ${features.bits} bits`, priors[0]?.bits],
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
