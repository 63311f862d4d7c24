import type { Candidate, Design, DriverName, Obstacle } from "./design.js";
import type { Dependence } from "./eliminate.js";
import type { ModelChoice } from "./estimate.js";

const none = (reason: string): Obstacle => ({ reliability: "not-estimable", reason });

/** Why there is no model at all; `null` where there is one. */
export function obstacleOfModel(
  design: Design,
  { columns, outcomeVaries }: ModelChoice,
  withhold: number,
): Obstacle | null {
  const { rows } = design;
  const drivers = design.columns.length;
  if (rows === 0) return none("There are no rows with the outcome.");
  if (rows < withhold) return fewRows(rows, withhold);
  if (!outcomeVaries) return none("The outcome is the same in all rows: there is nothing to explain.");
  if (drivers === 0) return none("There are no drivers that some rows have and others have not.");
  // So many drivers explain anything, and the first of them determine the rest.
  if (drivers >= rows - 1 || columns.length >= rows - 1) {
    return none(`There are as many drivers (${drivers}) as rows (${rows}), or more, which explain anything.`);
  }
  return null;
}

/** Why the impact of a driver is not told; `null` where it is. */
export function obstacleOfImpact(candidate: Candidate, rows: number, withhold: number): Obstacle | null {
  if (candidate.obstacle !== null) return candidate.obstacle;
  if (rows < withhold) return fewRows(rows, withhold);
  return candidate.isIndicator
    ? null
    : none("It is not just there or not there, so that there are no rows without it.");
}

/** Why a driver that others determine has no number of its own. */
export function obstacleOfDependence({ on }: Dependence, { columns }: Design): Obstacle {
  const names = on.flatMap((place) => columns[place] ?? []).map(nameInFull);
  if (names.length === 0) return none("Its numbers differ too little to be told apart.");
  const tell = names.length === 1 ? "tells" : "together tell";
  return none(`Collinear: ${names.join(", ")} ${tell} it in every row, so that nothing is its own.`);
}

function fewRows(rows: number, withhold: number): Obstacle {
  return { reliability: "withheld", reason: `Fewer than ${withhold} rows (${rows}): kept back.` };
}

/** A driver's name with what tells it from others. */
function nameInFull({ kind, name, tone }: DriverName): string {
  return `${kind} ${JSON.stringify(name)}${tone === "any" ? "" : ` (${tone})`}`;
}
