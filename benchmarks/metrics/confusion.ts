/**
 * Counts of what was said where: one row for each value of the gold, one column for each value that may be said and a last
 * one for verdicts that are none of them.
 */
export interface Confusion {
  readonly labels: readonly string[];
  /** `counts[gold][said]`; `counts[gold][labels.length]` counts verdicts that are no label. */
  readonly counts: readonly (readonly number[])[];
}

/** Precision, recall and F1 of one value, each 0 to 1; 0 where nothing was said, or nothing was there, to divide by. */
export interface ClassScore {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows of the gold with this value. */
  readonly support: number;
}

/**
 * Counts pairs of gold and verdict, given as places in `labels`. A verdict outside `labels` (such as -1) is no label and wrong.
 *
 * @param picks rows to count, with repetition: those of a bootstrap sample; all rows where left out
 */
export function countConfusion(
  labels: readonly string[],
  gold: Int8Array,
  said: Int8Array,
  picks?: Uint32Array,
): Confusion {
  const width = labels.length + 1;
  const flat = new Float64Array(labels.length * width);
  const rows = picks?.length ?? gold.length;
  for (let i = 0; i < rows; i++) {
    const row = picks?.[i] ?? i;
    const verdict = said[row] ?? -1;
    const column = verdict >= 0 && verdict < labels.length ? verdict : labels.length;
    const cell = (gold[row] ?? 0) * width + column;
    flat[cell] = (flat[cell] ?? 0) + 1;
  }
  const counts = labels.map((_, row) => Array.from(flat.subarray(row * width, (row + 1) * width)));
  return { labels, counts };
}

/** Share of rows whose verdict is the gold value, 0 to 1; 0 without rows. */
export function accuracyOf({ counts }: Confusion): number {
  let right = 0;
  let all = 0;
  counts.forEach((row, gold) => {
    right += row[gold] ?? 0;
    all += sum(row);
  });
  return all === 0 ? 0 : right / all;
}

/** Precision, recall and F1 of every value, in the order of the labels. */
export function classScores({ labels, counts }: Confusion): ClassScore[] {
  return labels.map((label, at) => {
    const right = counts[at]?.[at] ?? 0;
    const support = sum(counts[at] ?? []);
    const saidSo = sum(counts.map((row) => row[at] ?? 0));
    const precision = saidSo === 0 ? 0 : right / saidSo;
    const recall = support === 0 ? 0 : right / support;
    const f1 = support + saidSo === 0 ? 0 : (2 * right) / (support + saidSo);
    return { label, precision, recall, f1, support };
  });
}

/** Mean F1 over the values that occur in the gold, 0 to 1; 0 without rows. */
export function macroF1(confusion: Confusion): number {
  return meanOver(confusion, ({ f1 }) => f1);
}

/** Mean recall over the values that occur in the gold, 0 to 1; 0 without rows. Also called balanced accuracy. */
export function macroRecall(confusion: Confusion): number {
  return meanOver(confusion, ({ recall }) => recall);
}

function meanOver(confusion: Confusion, read: (score: ClassScore) => number): number {
  const present = classScores(confusion).filter(({ support }) => support > 0);
  return present.length === 0 ? 0 : sum(present.map(read)) / present.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
