import { wrongArgument } from "./comparison.js";

/**
 * Benjamini-Hochberg q values of a family of p values, in their order: of all findings with q up to 0.05, at most 5 % are expected to be
 * false alarms. A q is at least its p, at most 1, and rises with it. `null`s, which were not tested, stay `null` and do not count. Of none it is `[]`.
 *
 * Source: Benjamini and Hochberg 1995, Controlling the false discovery rate.
 *
 * @throws VerbatimsError `invalid-option` where a p value is neither `null` nor within 0 to 1
 * @example
 * toQValues([0.01, 0.04, null, 0.03]); // [0.03, 0.04, null, 0.04]
 */
export function toQValues(pValues: readonly (number | null)[]): (number | null)[] {
  const tested: { readonly p: number; readonly at: number }[] = [];
  for (const [at, p] of pValues.entries()) {
    if (p === null) continue;
    if (typeof p !== "number" || !(p >= 0 && p <= 1))
      throw wrongArgument(
        "toQValues",
        `pValues[${at}]`,
        "a number from 0 to 1",
        p,
        "Give null for what was not tested",
      );
    tested.push({ p, at });
  }
  tested.sort((a, b) => b.p - a.p || b.at - a.at);
  const qValues = pValues.map((): number | null => null);
  let least = 1;
  for (const [rank, { p, at }] of tested.entries()) {
    least = Math.min(least, (p * tested.length) / (tested.length - rank));
    qValues[at] = Math.max(p, least);
  }
  return qValues;
}
