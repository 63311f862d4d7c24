import type { Estimate } from "../core/bootstrap.js";
import type { Evaluation } from "../learning/evaluation.js";
import { formatCount } from "./format-number.js";
import { cleanForTerminal, drawTable, type Pen, paint } from "./terminal-draw.js";

/** Mistakes that are told. */
const MISTAKES_MOST = 5;

/**
 * Tells an evaluation on a terminal: the measures with their intervals, each label, and the most frequent mistakes. Lines end with
 * a line feed.
 */
export function evaluationToTerminal(evaluation: Evaluation, pen: Pen): string {
  const { n, classes, calibration, coverage, answeredAccuracy, ordinal } = evaluation;
  const measures: [name: string, value: string, more: string][] = [
    ["accuracy", ...withInterval(evaluation.accuracy)],
    ["macro-F1", ...withInterval(evaluation.macroF1)],
    ["macro-recall", ...withInterval(evaluation.macroRecall)],
  ];
  if (evaluation.kind === "multi") measures.push(["micro-F1", ...withInterval(evaluation.microF1)]);
  measures.push(["calibration error", toPercent(calibration.error), "how far confidence is from the share right"]);
  if (coverage < 1 && evaluation.kind !== "multi") {
    const right = answeredAccuracy === null ? "none answered" : `right where answered: ${toPercent(answeredAccuracy)}`;
    measures.push(["answered", toPercent(coverage), right]);
  }
  if (ordinal !== null) {
    measures.push(["mean distance", ordinal.meanAbsoluteError.toFixed(2), "places from the true label"]);
    if (ordinal.weightedKappa !== null) {
      measures.push(["weighted kappa", ordinal.weightedKappa.toFixed(2), "1 is full agreement"]);
    }
  }
  const labels = classes.map(({ label, precision, recall, f1, support }) => [
    cleanForTerminal(label),
    toPercent(precision),
    toPercent(recall),
    toPercent(f1),
    formatCount(support, "en"),
  ]);
  const lines = [
    paint(`${formatCount(n, "en")} ${n === 1 ? "row" : "rows"}, ${classes.length} labels`, "bold", pen),
    "",
    ...drawTable([left("measure"), right("value"), left("95 % interval, or what it says")], measures, pen),
    "",
    ...drawTable([left("label"), right("precision"), right("recall"), right("F1"), right("rows")], labels, pen),
    ...tellMistakes(evaluation, pen),
  ];
  return `${lines.join("\n")}\n`;
}

const left = (head: string): { head: string; align: "left" } => ({ head, align: "left" });
const right = (head: string): { head: string; align: "right" } => ({ head, align: "right" });

function withInterval({ value, low, high }: Estimate): [string, string] {
  return [toPercent(value), `${toPercent(low)} to ${toPercent(high)}`];
}

function toPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function tellMistakes({ confusion }: Evaluation, pen: Pen): readonly string[] {
  if (confusion === null) return [];
  const { labels, counts } = confusion;
  const mistakes = counts.flatMap((row, truth) =>
    row.map((count, said) => ({ truth, said, count })).filter(({ said, count }) => said !== truth && count > 0),
  );
  if (mistakes.length === 0) return [];
  // Of equally frequent ones the first in the order of the labels.
  const told = mistakes.sort((a, b) => b.count - a.count).slice(0, MISTAKES_MOST);
  const rows = told.map(({ truth, said, count }) => [
    cleanForTerminal(labels[truth] ?? ""),
    cleanForTerminal(labels[said] ?? "(no answer)"),
    formatCount(count, "en"),
  ]);
  return ["", ...drawTable([left("true label"), left("was said to be"), right("rows")], rows, pen)];
}
