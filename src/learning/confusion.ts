import { countOutcomes, type Outcomes } from "./outcomes.js";

/** Counts of what was said where, of tasks with one label a row. */
export interface Confusion {
  readonly labels: readonly string[];
  /** `counts[true][said]`, places in `labels`; `counts[true][labels.length]` counts abstentions. */
  readonly counts: readonly (readonly number[])[];
}

/** Counts pairs of true and said label; of a row with several labels, the first of each. */
export function countConfusion(labels: readonly string[], outcomes: Outcomes): Confusion {
  const counts = labels.map(() => new Array<number>(labels.length + 1).fill(0));
  countOutcomes(outcomes).forEach((count, at) => {
    const { gold = [], said = [] } = outcomes.distinct[at] ?? {};
    const cells = counts[gold[0] ?? -1];
    const column = said[0] ?? labels.length;
    if (cells !== undefined) cells[column] = (cells[column] ?? 0) + count;
  });
  return { labels, counts };
}

/** How far verdicts lie from the truth where labels stand in an order. */
export interface OrdinalError {
  /** Mean distance in places, 0 (all right) to one less than the number of labels. */
  readonly meanAbsoluteError: number;
  /**
   * Quadratically weighted kappa, -1 to 1: 1 is full agreement, 0 what chance would give. `null` where the truth and the verdicts
   * are all one and the same label, so that there is no chance to disagree.
   */
  readonly weightedKappa: number | null;
}

/**
 * Measures the rows that were answered; `null` where none was.
 *
 * @param ordered how many of the labels, from the first, stand in the order; rows of others are left out
 *
 * Source: Cohen 1968, with weights of squared distance.
 */
export function ordinalError({ counts }: Confusion, ordered: number): OrdinalError | null {
  const told = new Float64Array(ordered);
  const said = new Float64Array(ordered);
  let rows = 0;
  let distance = 0;
  let squares = 0;
  eachCell(ordered, (truth, verdict) => {
    const count = counts[truth]?.[verdict] ?? 0;
    told[truth] = (told[truth] ?? 0) + count;
    said[verdict] = (said[verdict] ?? 0) + count;
    rows += count;
    distance += count * Math.abs(truth - verdict);
    squares += count * (truth - verdict) ** 2;
  });
  if (rows === 0) return null;
  let byChance = 0;
  eachCell(ordered, (truth, verdict) => {
    byChance += ((told[truth] ?? 0) * (said[verdict] ?? 0) * (truth - verdict) ** 2) / rows;
  });
  return { meanAbsoluteError: distance / rows, weightedKappa: byChance === 0 ? null : 1 - squares / byChance };
}

function eachCell(width: number, visit: (truth: number, verdict: number) => void): void {
  for (let truth = 0; truth < width; truth++) for (let verdict = 0; verdict < width; verdict++) visit(truth, verdict);
}
