/** What a driver is: a theme or a stage of verbatims, or a column of the user's own rows. */
export type DriverKind = "theme" | "stage" | "column";

/** Which mentions of a theme or stage make the driver: `any`, or those that speak badly or well of it. Columns have `any`. */
export type DriverTone = "any" | "negative" | "positive";

/** A driver by name. */
export interface DriverName {
  readonly kind: DriverKind;
  readonly name: string;
  readonly tone: DriverTone;
}

/**
 * Rows of a regression, like ones counted once: rows with the same drivers are a *group*, those of a group with the same outcome a *cell*.
 * Only what is not 0 is kept of a row.
 *
 * ```text
 * group 0  entries (column 2: 1)(column 5: 1)   cells (outcome -100: 31 rows)(outcome 100: 4 rows)
 * group 1  entries                              cells (outcome    0: 58 rows)
 * ```
 */
export interface Design {
  /** In the one order that all computing goes by, so that the order in which a caller names drivers changes no digit. */
  readonly columns: readonly DriverName[];
  readonly rows: number;
  /** Entries of group `g` are those from `entryStart[g]` to `entryStart[g + 1]`, by rising column. */
  readonly entryStart: Uint32Array;
  readonly entryColumn: Uint16Array;
  readonly entryValue: Float64Array;
  /** Cells of group `g` are those from `cellStart[g]` to `cellStart[g + 1]`. */
  readonly cellStart: Uint32Array;
  readonly cellOutcome: Float64Array;
  /** Rows of each cell, above 0. */
  readonly cellCount: Float64Array;
  /** Outcome steps that make one unit. */
  readonly stepsPerUnit: number;
}

/** A driver that a design may hold, and whether it can. */
export interface Candidate extends DriverName {
  /** Rows that have it: verbatims that mention it, rows of a column that are not 0. */
  readonly n: number;
  /** How customers speak of it, -100 to 100 (see {@link Driver}), or the mean of a column; `null` where nobody does. */
  readonly performance: number | null;
  /** Whether it is there or not there, and nothing between. */
  readonly isIndicator: boolean;
  /** Why nothing can be said of it; `null` where it is a column of the design. */
  readonly obstacle: Obstacle | null;
}

/** Why there is no number. */
export interface Obstacle {
  readonly reliability: "withheld" | "not-estimable";
  readonly reason: string;
}

/** Candidates, and the design of those without an obstacle, in the order of its columns. */
export interface Choice {
  readonly candidates: readonly Candidate[];
  readonly design: Design;
}

/** A group while a design is put together. */
export interface DesignGroup {
  /** By rising column; what is 0 is left out. */
  readonly entries: readonly (readonly [column: number, value: number])[];
  readonly cells: readonly (readonly [outcome: number, n: number])[];
}

/** Puts groups together; their order decides the order of sums. */
export function toDesign(columns: readonly DriverName[], groups: readonly DesignGroup[], stepsPerUnit: number): Design {
  const entries = groups.flatMap((group) => group.entries);
  const cells = groups.flatMap((group) => group.cells);
  const starts = (length: (group: DesignGroup) => number): Uint32Array => {
    const start = new Uint32Array(groups.length + 1);
    groups.forEach((group, g) => {
      start[g + 1] = (start[g] ?? 0) + length(group);
    });
    return start;
  };
  return {
    columns,
    rows: cells.reduce((sum, [, n]) => sum + n, 0),
    entryStart: starts((group) => group.entries.length),
    entryColumn: Uint16Array.from(entries, ([column]) => column),
    entryValue: Float64Array.from(entries, ([, value]) => value),
    cellStart: starts((group) => group.cells.length),
    cellOutcome: Float64Array.from(cells, ([outcome]) => outcome),
    cellCount: Float64Array.from(cells, ([, n]) => n),
    stepsPerUnit,
  };
}
