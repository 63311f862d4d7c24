import { createRandom } from "../../core/random.js";
import { type CrossProducts, createCrossProducts, toCorrelations } from "./cross-products.js";
import type { Design } from "./design.js";
import { type Dependence, findDependences, regress } from "./eliminate.js";
import { weighByJohnson } from "./johnson.js";
import { createResampler } from "./resample.js";
import type { ShareOut } from "./shapley.js";

/** A number of the sample, and of each of its resamples; NaN where it could not be computed. */
export interface Sampled {
  readonly value: number;
  readonly draws: Float64Array;
}

/** What is computed of a driver. */
interface ColumnEstimates {
  /** Mean outcome of the rows without it, less that of all rows; of an indicator. */
  readonly impact: Sampled;
  /** Its coefficient in the regression on all drivers of the model. */
  readonly effect: Sampled;
  readonly shapley: Sampled;
  readonly johnson: Sampled;
}

/** What is computed of a design. */
export interface Estimates {
  readonly explained: Sampled;
  /** In the order of the columns; those outside the model have NaN for all but the impact. */
  readonly columns: readonly ColumnEstimates[];
}

/** Columns that a model may hold, and those that they determine. */
export interface ModelChoice {
  readonly columns: readonly number[];
  readonly dependences: readonly Dependence[];
  readonly outcomeVaries: boolean;
}

/** Finds the columns that are no combination of those before them. */
export function chooseModel(design: Design): ModelChoice {
  const outcome = design.columns.length;
  const all = Array.from({ length: outcome + 1 }, (_, column) => column);
  const cross = createCrossProducts(design)(design.cellCount);
  const correlations = new Float64Array((outcome + 1) * (outcome + 1));
  toCorrelations(cross, all, diagonalOf(cross), correlations);
  const dependences = findDependences(correlations, outcome + 1);
  const dependent = new Set(dependences.map(({ column }) => column));
  return {
    columns: all.filter((column) => column < outcome && !dependent.has(column)),
    dependences,
    outcomeVaries: design.cellOutcome.some((steps) => steps !== design.cellOutcome[0]),
  };
}

/**
 * Computes all numbers of a design, from its rows and from resamples of them.
 *
 * @param model columns of the model, in their order; of none, impacts alone are computed
 * @param shareOut computes Shapley values; `null` where these and Johnson's weights are not asked for
 */
export function estimate(
  design: Design,
  model: readonly number[],
  shareOut: ShareOut | null,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): Estimates {
  const width = design.columns.length + 1;
  const used = [...model, width - 1];
  const crossProducts = createCrossProducts(design);
  const open = (): { value: number; draws: Float64Array } => ({
    value: Number.NaN,
    draws: new Float64Array(resamples).fill(Number.NaN),
  });
  const explained = open();
  const columns = design.columns.map(() => ({ impact: open(), effect: open(), shapley: open(), johnson: open() }));
  const correlations = new Float64Array(used.length * used.length);
  const weights = new Float64Array(model.length);
  const usual = diagonalOf(crossProducts(design.cellCount));
  const spread = (cross: CrossProducts, column: number): number =>
    Math.sqrt(cross.products[column * width + column] ?? 0);

  /** Computes everything of one set of counts: that of the sample for `draw` -1. */
  const compute = (counts: Float64Array, draw: number): void => {
    const put = (into: { value: number; draws: Float64Array } | undefined, value: number): void => {
      if (into === undefined) return;
      if (draw < 0) into.value = value;
      else into.draws[draw] = value;
    };
    const cross = crossProducts(counts);
    for (const [column, estimates] of columns.entries()) {
      const shared = cross.products[column * width + width - 1] ?? 0;
      put(estimates.impact, -shared / (cross.rows - (cross.sums[column] ?? 0)) / design.stepsPerUnit);
    }
    if (model.length === 0) return;
    toCorrelations(cross, used, usual, correlations);
    const fit = regress(correlations, used.length);
    put(explained, fit.explained);
    for (const [place, column] of model.entries()) {
      const scale = spread(cross, width - 1) / spread(cross, column) / design.stepsPerUnit;
      put(columns[column]?.effect, (fit.slopes[place] ?? Number.NaN) * scale);
    }
    if (shareOut === null) return;
    shareOut(correlations, weights);
    for (const [place, column] of model.entries()) put(columns[column]?.shapley, weights[place] ?? 0);
    weighByJohnson(correlations, weights);
    for (const [place, column] of model.entries()) put(columns[column]?.johnson, weights[place] ?? 0);
  };

  compute(design.cellCount, -1);
  const draw = createResampler(design.cellCount);
  const random = createRandom(seed);
  for (let sample = 0; sample < resamples; sample++) compute(draw(random), sample);
  return { explained, columns };
}

function diagonalOf({ products, sums }: CrossProducts): Float64Array {
  return sums.map((_, i) => products[i * sums.length + i] ?? 0);
}
