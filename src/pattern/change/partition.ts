import type { Summary, Tally } from "../summary.js";
import { pairByName } from "./change.js";
import { restOf, sumTallies } from "./part-tally.js";

/** Lists of a summary that count each verbatim at most once, with its own sentiment: with a group of the rest they divide its verbatims. */
export const PARTITIONS = ["languages", "stages", "intents", "emotions", "efforts", "channels", "segments"] as const;
/** A list of a summary that divides its verbatims: languages, stages, intents, emotions, efforts, channels or segments. */
export type Partition = (typeof PARTITIONS)[number];

/**
 * Divides two summaries into the same groups: each name that either knows, in code-unit order, then `null` for the verbatims of which
 * no group is told, where there are any.
 *
 * @throws VerbatimsError `invalid-summary` where the groups hold more than all verbatims, so that they overlap
 */
export function partitionBoth(
  before: Summary,
  after: Summary,
  by: Partition,
): readonly (readonly [name: string | null, before: Tally, after: Tally])[] {
  const rest = (summary: Summary): Tally => restOf(summary.all, sumTallies(summary[by]), `summary ${by}`);
  const [untold1, untold2] = [rest(before), rest(after)];
  const groups = pairByName(before[by], after[by]);
  return untold1.n + untold2.n === 0 ? groups : [...groups, [null, untold1, untold2]];
}
