import type { FeatureOptions } from "./features.js";

/** What is wrong with an option: its name, what would be right, what was there. */
export interface OptionFault {
  readonly field: string;
  readonly expected: string;
  readonly got: unknown;
}

/** Finds the first option that is outside its range; `undefined` where all are fine. */
export function findFeatureFault(features: FeatureOptions): OptionFault | undefined {
  const { wordGrams, charGrams, negation, bits } = features;
  const isPair = Array.isArray(charGrams) && charGrams.length === 2;
  const [min, max] = isPair ? charGrams : [-1, -1];
  if (!isWhole(wordGrams, 1, 3)) return { field: "wordGrams", expected: "1, 2 or 3", got: wordGrams };
  if (!(max === 0 ? min === 0 : isWhole(min, 1, 8) && isWhole(max, min, 8))) {
    return { field: "charGrams", expected: "[min, max] within 1 to 8, or [0, 0]", got: charGrams };
  }
  if (typeof negation !== "boolean") return { field: "negation", expected: "true or false", got: negation };
  if (!isWhole(bits, 10, 22)) return { field: "bits", expected: "a whole number from 10 to 22", got: bits };
  return undefined;
}

/** Whether a value is a whole number from `least` to `most`. */
export function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
