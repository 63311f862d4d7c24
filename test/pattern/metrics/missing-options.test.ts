import { expect, it } from "vitest";
import { emptySummary } from "../../../src/pattern/add-to-summary.js";
import * as metrics from "../../../src/pattern/metrics/index.js";

const summary = emptySummary();
const series = metrics.emptySeries({ unit: "month", timeZone: "UTC" });

it.each([
  ["csat", [[5, 4]]],
  ["ces", [[5, 4]]],
  ["decomposeChange", [summary, summary]],
  ["compareWithin", [summary]],
  ["impacts", [summary]],
  ["drivers", [[]]],
  ["penaltyReward", [[]]],
  ["findChangePoints", [series]],
  ["seasonalPattern", [series]],
  ["emptySeries", []],
] as const)("%s says what is missing where JavaScript gives none of the options that it needs", (name, given) => {
  // Types would not let the options be left out.
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: nothing is bundled here
  const call = metrics[name] as (...values: readonly unknown[]) => unknown;
  expect(() => call(...given)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
});
