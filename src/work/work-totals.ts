/** What a run over an input added up to; at its end `read` is always `written` + `rejected`. */
export interface WorkTotals {
  /** Records read: the header and blank lines are none. */
  readonly read: number;
  /** Analyses handed on. */
  readonly written: number;
  readonly rejected: number;
  /** Records whose id another record had before; they are kept. */
  readonly repeatedIds: number;
  /** `false` where there were more than a million distinct ids, so that `repeatedIds` is the least it can be. */
  readonly repeatedIdsWhole: boolean;
  /** U+FFFD put in the place of bytes that are broken in the encoding. */
  readonly brokenBytes: number;
}

/** The totals of nothing. */
export const NO_TOTALS: WorkTotals = {
  read: 0,
  written: 0,
  rejected: 0,
  repeatedIds: 0,
  repeatedIdsWhole: true,
  brokenBytes: 0,
};

/** The totals of two inputs, or of two parts of one. */
export function addTotals(a: WorkTotals, b: WorkTotals): WorkTotals {
  return {
    read: a.read + b.read,
    written: a.written + b.written,
    rejected: a.rejected + b.rejected,
    repeatedIds: a.repeatedIds + b.repeatedIds,
    repeatedIdsWhole: a.repeatedIdsWhole && b.repeatedIdsWhole,
    brokenBytes: a.brokenBytes + b.brokenBytes,
  };
}
