import { sigmoid, softmax } from "../core/math.js";
import type { TaskKind } from "./scorer.js";
import type { ColumnGroup } from "./train-linear.js";

/** Columns that a task needs: one a label; for `ordinal` one for each step from a label to the next. */
export function columnsOf(kind: TaskKind, labels: number): number {
  return kind === "ordinal" ? labels - 1 : labels;
}

/** How the columns of a task are learned. */
export function groupsOf(kind: TaskKind, labels: number): readonly ColumnGroup[] {
  return [{ loss: kind === "single" ? "softmax" : "sigmoid", from: 0, to: columnsOf(kind, labels) }];
}

/**
 * Turns the scores of the columns into the probability of each label.
 *
 * `single`: softmax. `multi`: the logistic function of each. `ordinal`: column k is the probability of a label above the k-th; a label's own is the
 * difference of two of them, and where noise makes it negative it counts as 0 before all are scaled to add up to 1. Source: Frank and Hall
 * 2001.
 *
 * @param scores of the columns, divided by the temperature here
 * @param labels number of labels
 */
export function toProbabilities(kind: TaskKind, scores: Float64Array, labels: number, temperature: number): number[] {
  const scaled = scores.map((score) => score / temperature);
  if (kind === "single") {
    softmax(scaled);
    return Array.from(scaled);
  }
  const held = Array.from(scaled, sigmoid);
  if (kind === "multi") return held;
  const own = Array.from({ length: labels }, (_, k) => {
    const reached = k === 0 ? 1 : (held[k - 1] ?? 0);
    const passed = k === labels - 1 ? 0 : (held[k] ?? 0);
    return Math.max(0, reached - passed);
  });
  // The steps telescope from 1 to 0, so that at least one difference is above 0.
  const sum = own.reduce((total, value) => total + value, 0);
  return own.map((value) => value / sum);
}
