/** What was true of many rows and what was said of them: labels as places in a list of labels, row after row. */
export interface Outcomes {
  readonly rows: number;
  readonly gold: LabelRuns;
  readonly said: LabelRuns;
  /** What is in both. */
  readonly right: LabelRuns;
}

/** Labels of rows that lie one behind another. */
export interface LabelRuns {
  readonly places: Int32Array;
  /** Where each row's labels end. */
  readonly ends: Uint32Array;
}

/** Collects outcomes row by row; made by {@link createOutcomeList}. */
export interface OutcomeList {
  /** Adds a row. Neither list may name a label twice. */
  readonly add: (gold: readonly number[], said: readonly number[]) => void;
  readonly toOutcomes: () => Outcomes;
}

/** Makes a list without rows. A row of one label takes about 50 bytes. */
export function createOutcomeList(): OutcomeList {
  const gold = createRuns();
  const said = createRuns();
  const right = createRuns();
  return {
    add: (told, claimed) => {
      gold.add(told);
      said.add(claimed);
      right.add(claimed.filter((place) => told.includes(place)));
    },
    toOutcomes: () => ({ rows: gold.count(), gold: gold.toRuns(), said: said.toRuns(), right: right.toRuns() }),
  };
}

function createRuns(): { add: (places: readonly number[]) => void; count: () => number; toRuns: () => LabelRuns } {
  const all: number[] = [];
  const ends: number[] = [];
  return {
    add: (places) => {
      for (const place of places) all.push(place);
      ends.push(all.length);
    },
    count: () => ends.length,
    toRuns: () => ({ places: Int32Array.from(all), ends: Uint32Array.from(ends) }),
  };
}
