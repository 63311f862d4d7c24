import { createRandom, shuffle } from "../../core/random.js";
import { COLLINEAR } from "./eliminate.js";

/** Shares out the explained variance of a correlation matrix (the outcome last) over the drivers; written over `into`. */
export type ShareOut = (correlations: Float64Array, into: Float64Array) => void;

/**
 * Makes the function that gives each driver's Shapley value of R²: what it adds to R², on average over all orders in which drivers may be
 * added (Lindeman, Merenda and Gold 1980, "LMG"). They add up to R². All 2^p regressions are run through, in a tree:
 *
 * ```text
 *                     first driver out             first driver in
 *                  ┌────────── R² ──────────────────────┐        taking a driver in takes what it explains
 *            second out   second in          second out   second in     out of what is left of all others,
 *              …  …          …  …              …  …          …  …       a matrix that gets smaller each time
 * ```
 *
 * Half of the sets differ in the last driver alone, where one division is left to do: about 6 · 2^p steps of work altogether.
 *
 * Source: the regression tree of Furnival and Wilson 1974; the value after Shapley 1953.
 */
export function createAllSubsets(drivers: number): ShareOut {
  const width = drivers + 1;
  // Weight of a set of k other drivers that one is added to: k! (p - k - 1)! / p!. Of no use for k = p, where none is left to add.
  const weights = new Float64Array(drivers + 1);
  weights[0] = 1 / drivers;
  for (let k = 1; k < drivers; k++) weights[k] = ((weights[k - 1] ?? 0) * k) / (drivers - k);
  const bothWeights = weights.map((weight, k) => weight + (weights[k - 1] ?? 0));
  const last = drivers - 1;
  const levels = Array.from({ length: drivers + 1 }, () => new Float64Array(width * width));
  let into: Float64Array = new Float64Array(drivers);
  let without = 0;

  const weigh = (size: number, explained: number): number => {
    without += (weights[size] ?? 0) * explained;
    return (bothWeights[size] ?? 0) * explained;
  };
  /** Runs through the sets that agree so far. Returns Σ (weight as a set that was added to, plus weight as one to add to) · R². */
  const visit = (at: number, left: Float64Array, size: number, explained: number): number => {
    const row = at * width;
    const own = left[row + at] ?? 0;
    if (at === last) {
      const shared = left[row + drivers] ?? 0;
      const outSum = weigh(size, explained);
      const inSum = weigh(size + 1, own > COLLINEAR ? explained + (shared * shared) / own : explained);
      into[at] = (into[at] ?? 0) + inSum;
      return outSum + inSum;
    }
    const outSum = visit(at + 1, left, size, explained);
    // A driver that the set determines adds nothing.
    if (own <= COLLINEAR) {
      const inSum = visit(at + 1, left, size + 1, explained);
      into[at] = (into[at] ?? 0) + inSum;
      return outSum + inSum;
    }
    const shared = left[row + drivers] ?? 0;
    const next = levels[at] ?? left;
    for (let i = at + 1; i < drivers; i++) {
      const factor = (left[row + i] ?? 0) / own;
      for (let j = i; j < width; j++) next[i * width + j] = (left[i * width + j] ?? 0) - factor * (left[row + j] ?? 0);
    }
    const inSum = visit(at + 1, next, size + 1, explained + (shared * shared) / own);
    into[at] = (into[at] ?? 0) + inSum;
    return outSum + inSum;
  };

  return (correlations, target) => {
    into = target.fill(0);
    without = 0;
    visit(0, correlations, 0, 0);
    for (let i = 0; i < drivers; i++) into[i] = (into[i] ?? 0) - without;
  };
}

/**
 * As {@link createAllSubsets}, from some orders in which drivers are added instead of all: for more drivers than all sets can be run
 * through. Each order is taken together with its reverse, which makes the average steadier. They add up to R² all the same.
 *
 * Source: Castro, Gómez and Tejada 2009; reversed orders after Mitchell, Cooper, Frank and Holmes 2022.
 */
export function createSampledOrders(drivers: number, pairs: number, seed: number): ShareOut {
  const width = drivers + 1;
  const random = createRandom(seed);
  const order = Uint32Array.from({ length: drivers }, (_, i) => i);
  const orders = Array.from({ length: pairs }, () => {
    shuffle(order, random);
    return [Uint32Array.from(order), Uint32Array.from(order).reverse()];
  }).flat();
  const left = new Float64Array(width * width);

  const addInOrder = (correlations: Float64Array, added: Uint32Array, into: Float64Array): void => {
    for (let i = 0; i < width; i++) {
      const from = (added[i] ?? drivers) * width;
      for (let j = i; j < width; j++) left[i * width + j] = correlations[from + (added[j] ?? drivers)] ?? 0;
    }
    for (let at = 0; at < drivers; at++) {
      const row = at * width;
      const own = left[row + at] ?? 0;
      if (own <= COLLINEAR) continue;
      const driver = added[at] ?? 0;
      const shared = left[row + drivers] ?? 0;
      into[driver] = (into[driver] ?? 0) + (shared * shared) / own;
      for (let i = at + 1; i < drivers; i++) {
        const factor = (left[row + i] ?? 0) / own;
        for (let j = i; j < width; j++)
          left[i * width + j] = (left[i * width + j] ?? 0) - factor * (left[row + j] ?? 0);
      }
    }
  };

  return (correlations, into) => {
    into.fill(0);
    for (const added of orders) addInOrder(correlations, added, into);
    for (let i = 0; i < drivers; i++) into[i] = (into[i] ?? 0) / orders.length;
  };
}
