/** What was true of a row and what was said of it: labels as places in a list of labels, ascending. */
interface Outcome {
  readonly gold: readonly number[];
  readonly said: readonly number[];
  /** What is in both. */
  readonly right: readonly number[];
}

/** Outcomes of many rows. Rows with the same outcome share it, since there are few outcomes however many the rows. */
export interface Outcomes {
  /** Each once, in the order in which they first came. */
  readonly distinct: readonly Outcome[];
  /** Place in `distinct` of each row's outcome. */
  readonly rows: Uint32Array;
}

/** Collects outcomes row by row; made by {@link createOutcomeList}. */
export interface OutcomeList {
  /** Adds a row. Neither list may name a label twice. */
  readonly add: (gold: readonly number[], said: readonly number[]) => void;
  readonly toOutcomes: () => Outcomes;
}

/** Makes a list without rows. A row takes about 8 bytes. */
export function createOutcomeList(): OutcomeList {
  const distinct: Outcome[] = [];
  const places = new Map<string, number>();
  const rows: number[] = [];
  return {
    add: (gold, said) => {
      const outcome = { gold: ascending(gold), said: ascending(said) };
      const key = `${outcome.gold.join()}|${outcome.said.join()}`;
      let place = places.get(key);
      if (place === undefined) {
        place = distinct.push({ ...outcome, right: outcome.said.filter((each) => gold.includes(each)) }) - 1;
        places.set(key, place);
      }
      rows.push(place);
    },
    toOutcomes: () => ({ distinct, rows: Uint32Array.from(rows) }),
  };
}

function ascending(places: readonly number[]): readonly number[] {
  return places.length < 2 ? places : places.toSorted((a, b) => a - b);
}

/**
 * Counts how many rows have each of the distinct outcomes.
 *
 * @param picks rows to count, with repetition: those of a bootstrap sample; all rows where left out
 */
export function countOutcomes({ distinct, rows }: Outcomes, picks?: Uint32Array): Float64Array {
  const counts = new Float64Array(distinct.length);
  if (picks === undefined) {
    for (const place of rows) counts[place] = (counts[place] ?? 0) + 1;
    return counts;
  }
  for (let i = 0; i < picks.length; i++) {
    const place = rows[picks[i] ?? 0] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
