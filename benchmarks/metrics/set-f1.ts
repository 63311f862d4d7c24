/** Right, wrongly said and missed members of sets. */
export interface SetCounts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Compares two sets given as lists; what is listed twice counts once. */
export function compareSets(gold: readonly string[], said: readonly string[]): SetCounts {
  const told = new Set(gold);
  const claimed = new Set(said);
  let right = 0;
  for (const member of claimed) if (told.has(member)) right++;
  return { right, wrong: claimed.size - right, missed: told.size - right };
}

/**
 * F1 over the summed counts, 0 to 1 (micro-average); 1 where there was nothing to say and nothing was said, so that an empty
 * sample of nothing is no fault.
 *
 * @param picks places in `counts`, with repetition; all where left out
 */
export function microF1(counts: readonly SetCounts[], picks?: Uint32Array): number {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  const rows = picks?.length ?? counts.length;
  for (let i = 0; i < rows; i++) {
    const row = counts[picks?.[i] ?? i];
    right += row?.right ?? 0;
    wrong += row?.wrong ?? 0;
    missed += row?.missed ?? 0;
  }
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
}
