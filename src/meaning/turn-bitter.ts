import { type Clause, LINK } from "../language/clauses.js";
import type { Hit } from "./score-clause.js";

/** Praise beside bad news, and the bad news it takes. Chosen on the gold training rows. */
const RULE = {
  bitter: -0.5,
  bitterFrom: 1,
} as const;

/**
 * "Congratulations, you lost my suitcase": praise of the kind used in irony turns where its sentence tells of bad things
 * without a "but" between. Hits of the clauses of one text, clause by clause; returns them with what turned.
 */
export function turnBitter(clauses: readonly Clause[], hits: readonly (readonly Hit[])[]): readonly (readonly Hit[])[] {
  if (!hasIrony(hits)) return hits;
  // Runs of clauses of one sentence without a contrast between them, with the bad news each tells.
  const runs: number[] = [];
  const badOfRun: number[] = [];
  clauses.forEach((clause, i) => {
    const joins = i > 0 && clauses[i - 1]?.sentence === clause.sentence && clause.link !== LINK.contrast;
    if (!joins) badOfRun.push(0);
    const run = badOfRun.length - 1;
    runs.push(run);
    for (const hit of hits[i] ?? []) if (hit.value < 0) badOfRun[run] = (badOfRun[run] ?? 0) - hit.value;
  });
  return hits.map((list, i) => {
    if ((badOfRun[runs[i] ?? 0] ?? 0) < RULE.bitterFrom) return list;
    return list.map((hit) => (hit.ironic && hit.value > 0 ? { ...hit, value: hit.value * RULE.bitter } : hit));
  });
}

function hasIrony(hits: readonly (readonly Hit[])[]): boolean {
  for (const list of hits) for (const hit of list) if (hit.ironic) return true;
  return false;
}
