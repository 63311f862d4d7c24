/** A driver of whose variance the drivers before it leave less than this share is one of their combinations (R's `lm` draws the line near). */
export const COLLINEAR = 1e-9;

/** What a regression of the last column on those before it says, all columns standardised. */
export interface StandardFit {
  /** Share of the outcome's variance that the drivers explain together, 0 to 1. */
  readonly explained: number;
  /** Standardised coefficients; NaN of a driver that does not vary or is a combination of those before it. */
  readonly slopes: Float64Array;
}

/** A driver that those before it determine, and which of them do. */
export interface Dependence {
  readonly column: number;
  readonly on: readonly number[];
}

/** Coefficients smaller than this are rounding. */
const NO_PART = 1e-6;

/**
 * Regresses the last column of a correlation matrix on those before it.
 *
 * Source: the sweep operator, Goodnight 1979.
 */
export function regress(correlations: Float64Array, width: number): StandardFit {
  const { swept, used } = sweepAll(correlations, width);
  const last = width - 1;
  let explained = 0;
  const slopes = new Float64Array(last).fill(Number.NaN);
  for (const column of used) {
    const slope = swept[column * width + last] ?? 0;
    slopes[column] = slope;
    explained += slope * (correlations[column * width + last] ?? 0);
  }
  return { explained: Math.max(0, Math.min(1, explained)), slopes };
}

/** Drivers that are combinations of the drivers before them. */
export function findDependences(correlations: Float64Array, width: number): readonly Dependence[] {
  const { swept, used } = sweepAll(correlations, width);
  return Array.from({ length: width - 1 }, (_, column) => column).flatMap((column) =>
    used.includes(column)
      ? []
      : {
          column,
          on: used.filter((other) => other < column && Math.abs(swept[other * width + column] ?? 0) > NO_PART),
        },
  );
}

/** Sweeps every driver that those before it leave something of. */
function sweepAll(
  correlations: Float64Array,
  width: number,
): { readonly swept: Float64Array; readonly used: readonly number[] } {
  const swept = Float64Array.from(correlations);
  const used: number[] = [];
  for (let k = 0; k < width - 1; k++) {
    const pivot = swept[k * width + k] ?? 0;
    if (pivot <= COLLINEAR) continue;
    used.push(k);
    for (let j = 0; j < width; j++) if (j !== k) swept[k * width + j] = (swept[k * width + j] ?? 0) / pivot;
    for (let i = 0; i < width; i++) {
      const factor = swept[i * width + k] ?? 0;
      if (i === k || factor === 0) continue;
      for (let j = 0; j < width; j++) {
        if (j !== k) swept[i * width + j] = (swept[i * width + j] ?? 0) - factor * (swept[k * width + j] ?? 0);
      }
      swept[i * width + k] = -factor / pivot;
    }
    swept[k * width + k] = 1 / pivot;
  }
  return { swept, used };
}
