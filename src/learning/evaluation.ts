import type { Estimate } from "../core/bootstrap.js";
import type { ClassScore } from "./class-scores.js";
import type { Confusion, OrdinalError } from "./confusion.js";
import type { Reliability } from "./reliability.js";
import type { TaskKind } from "./scorer.js";

/** How well a scorer read labelled texts: plain JSON, the same keys for every task. Made by `evaluate`. */
export interface Evaluation {
  readonly kind: TaskKind;
  /** The scorer's labels in their order, then true labels that it does not know, as they came. */
  readonly labels: readonly string[];
  /** Number of rows. */
  readonly n: number;
  /** Share of rows that got exactly their true label (`multi`: exactly their set of labels), 0 to 1; an abstention is wrong. */
  readonly accuracy: Estimate;
  /** Mean F1 over the labels that are true of any row, 0 to 1. */
  readonly macroF1: Estimate;
  /** Mean recall over the labels that are true of any row, 0 to 1. */
  readonly macroRecall: Estimate;
  /** F1 over the summed counts of all labels, 0 to 1: the measure of `multi`; else the accuracy, if the scorer never abstains. */
  readonly microF1: Estimate;
  /** In the order of `labels`. */
  readonly classes: readonly ClassScore[];
  /** `null` for `multi`. */
  readonly confusion: Confusion | null;
  /** Share of rows that the scorer gave a label, 0 to 1. */
  readonly coverage: number;
  /** Accuracy of the rows that it gave a label, 0 to 1; `null` where it gave none. */
  readonly answeredAccuracy: number | null;
  /**
   * Reliability of the probability of the label said (where the scorer abstains: of its most probable one) in ten bins; for
   * `multi`, of the probability of every label of every row.
   */
  readonly calibration: Reliability;
  /**
   * Brier score, 0 (certain and right) to 2: squared distance between probabilities and truth, summed over the labels and averaged
   * over rows; for `multi`, averaged over labels too, so that it is at most 1. Source: Brier 1950.
   */
  readonly brier: number;
  /** Of the answered rows; `null` where the labels stand in no order or no row was answered. */
  readonly ordinal: OrdinalError | null;
}
