import type { Tally } from "../summary.js";
import { type ComparisonRules, compareCounted } from "./compare-means.js";
import { compareNps } from "./compare-nps.js";
import { compareShares } from "./compare-shares.js";
import type { Comparison } from "./comparison.js";
import { countRead, histogramOf, type Measure } from "./measures.js";

/** Compares two tallies by a measure, each kind of measure as it is best compared. */
export function compareMeasure(before: Tally, after: Tally, measure: Measure, rules: ComparisonRules): Comparison {
  switch (measure) {
    case "nps":
      return compareNps(before.nps, after.nps, rules);
    case "csat":
    case "ces":
    case "rating":
    case "sentiment":
      return compareCounted(histogramOf(before, measure), histogramOf(after, measure), rules);
    default: {
      const share = (tally: Tally) => ({ count: tally.sentiment[measure], n: countRead(tally) });
      return compareShares(share(before), share(after), rules);
    }
  }
}
