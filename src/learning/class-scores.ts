import { countOutcomes, type Outcomes } from "./outcomes.js";

/** How often each label was true, was said, and was said rightly; a number a label. */
export interface ClassCounts {
  readonly support: Float64Array;
  readonly said: Float64Array;
  readonly right: Float64Array;
  readonly rows: number;
  /** Rows of which exactly the true labels were said. */
  readonly exact: number;
}

/** Precision, recall and F1 of one label, each 0 to 1; 0 where nothing was said, or nothing was there, to divide by. */
export interface ClassScore {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows that the label is true of. */
  readonly support: number;
}

/**
 * Counts outcomes by label.
 *
 * @param labels number of labels
 * @param picks rows to count, with repetition: those of a bootstrap sample; all rows where left out
 */
export function countClasses(outcomes: Outcomes, labels: number, picks?: Uint32Array): ClassCounts {
  const support = new Float64Array(labels);
  const said = new Float64Array(labels);
  const right = new Float64Array(labels);
  let rows = 0;
  let exact = 0;
  countOutcomes(outcomes, picks).forEach((count, at) => {
    const outcome = outcomes.distinct[at];
    if (outcome === undefined) return;
    addTo(support, outcome.gold, count);
    addTo(said, outcome.said, count);
    addTo(right, outcome.right, count);
    rows += count;
    if (outcome.gold.length === outcome.right.length && outcome.said.length === outcome.right.length) exact += count;
  });
  return { support, said, right, rows, exact };
}

function addTo(counts: Float64Array, places: readonly number[], count: number): void {
  for (const place of places) counts[place] = (counts[place] ?? 0) + count;
}

/** Precision, recall and F1 of every label, in the order of the labels. */
export function classScores(labels: readonly string[], counts: ClassCounts): ClassScore[] {
  return labels.map((label, at) => {
    const support = counts.support[at] ?? 0;
    const said = counts.said[at] ?? 0;
    const right = counts.right[at] ?? 0;
    return {
      label,
      precision: share(right, said),
      recall: share(right, support),
      f1: f1Of(right, support, said),
      support,
    };
  });
}

/** Share of rows of which exactly the true labels were said, 0 to 1; 0 without rows. */
export function accuracyOf({ exact, rows }: ClassCounts): number {
  return share(exact, rows);
}

/** Mean F1 over the labels that are true of any row, 0 to 1; 0 without one. */
export function macroF1(counts: ClassCounts): number {
  return meanOfPresent(counts, (at) => f1Of(counts.right[at] ?? 0, counts.support[at] ?? 0, counts.said[at] ?? 0));
}

/** Mean recall over the labels that are true of any row, 0 to 1; 0 without one. Also called balanced accuracy. */
export function macroRecall(counts: ClassCounts): number {
  return meanOfPresent(counts, (at) => share(counts.right[at] ?? 0, counts.support[at] ?? 0));
}

/**
 * F1 over the summed counts of all labels, 0 to 1; 1 where nothing was to be said and nothing was. With one label a row and no
 * abstention it is the accuracy.
 */
export function microF1({ right, support, said }: ClassCounts): number {
  const told = sum(support) + sum(said);
  return told === 0 ? 1 : (2 * sum(right)) / told;
}

function f1Of(right: number, support: number, said: number): number {
  return share(2 * right, support + said);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(counts: Float64Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function meanOfPresent({ support }: ClassCounts, read: (at: number) => number): number {
  let total = 0;
  let present = 0;
  for (let at = 0; at < support.length; at++) {
    if (support[at] === 0) continue;
    total += read(at);
    present++;
  }
  return share(total, present);
}
