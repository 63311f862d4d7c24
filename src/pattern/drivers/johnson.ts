import { decomposeSymmetric } from "../../core/symmetric-eigen.js";
import { COLLINEAR } from "./eliminate.js";

/**
 * Johnson's relative weights of a correlation matrix (the outcome last), written over `into`: the outcome is regressed on the uncorrelated
 * variables that are closest to the drivers, and what those explain is given back to the drivers by their correlations. They add up to R²
 * and come close to Shapley values at a fraction of the work.
 *
 * Source: Johnson 2000, A heuristic method for estimating the relative weight of predictor variables in multiple regression.
 */
export function weighByJohnson(correlations: Float64Array, into: Float64Array): void {
  const drivers = into.length;
  const width = drivers + 1;
  const among = new Float64Array(drivers * drivers);
  for (let i = 0; i < drivers; i++) among.set(correlations.subarray(i * width, i * width + drivers), i * drivers);
  const { values, vectors } = decomposeSymmetric(among, drivers);
  // The root of the correlations among drivers, and the outcome's coefficients on the uncorrelated variables.
  const root = new Float64Array(drivers * drivers);
  const coefficients = new Float64Array(drivers);
  for (let k = 0; k < drivers; k++) {
    const value = values[k] ?? 0;
    // What does not vary on its own explains nothing.
    if (value <= COLLINEAR) continue;
    const length = Math.sqrt(value);
    let along = 0;
    for (let i = 0; i < drivers; i++)
      along += (vectors[i * drivers + k] ?? 0) * (correlations[i * width + drivers] ?? 0);
    for (let i = 0; i < drivers; i++) {
      const part = vectors[i * drivers + k] ?? 0;
      coefficients[i] = (coefficients[i] ?? 0) + (part * along) / length;
      for (let j = 0; j < drivers; j++) {
        root[i * drivers + j] = (root[i * drivers + j] ?? 0) + part * length * (vectors[j * drivers + k] ?? 0);
      }
    }
  }
  for (let i = 0; i < drivers; i++) {
    let weight = 0;
    for (let k = 0; k < drivers; k++) {
      const part = (root[i * drivers + k] ?? 0) * (coefficients[k] ?? 0);
      weight += part * part;
    }
    into[i] = weight;
  }
}
