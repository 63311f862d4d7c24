import type { Scorer } from "../../src/learning/scorer.js";

/**
 * A scorer that always says the label that is most frequent among those given (of equally frequent ones the first in the order
 * of `labels`): the least that any other must beat.
 */
export function createMajorityScorer(kind: Scorer["kind"], labels: readonly string[], seen: Iterable<string>): Scorer {
  const counts = new Map(labels.map((label) => [label, 0]));
  for (const label of seen) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = labels.reduce((best, label) => ((counts.get(label) ?? 0) > (counts.get(best) ?? 0) ? label : best));
  const verdict = { labels: [most], probabilities: labels.map((label) => (label === most ? 1 : 0)) };
  return { kind, labels, score: () => verdict };
}
