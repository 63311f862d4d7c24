import type { Polarity } from "./analysis.js";
import type { Mass } from "./sentiment.js";

/** How far the trained reading of a clause moves what the rules say of it. Set by judgement, not tuned. */
const RULE = {
  /** Share of a hit's value that is left where the clause surely says the opposite. */
  least: 0.15,
  /** Score of a clause at which hits of the other side lose half of their say. */
  even: 0.5,
  /** Confidence from which a verdict counts though no listed word speaks for it, and its mass. */
  sure: 0.6,
  mass: 0.9,
} as const;

/** The share of their say that hits of one side keep in a clause: of praise where `value` is above 0, of blame below. */
export function trustIn(value: number, { score }: Polarity): number {
  const agreement = RULE.even + (value > 0 ? score : -score);
  return Math.max(RULE.least, Math.min(1, agreement));
}

/**
 * What the rules make of a clause, brought into line with its trained reading: hits against it lose weight, and a sure verdict
 * counts where the rules found nothing.
 */
export function reconcileMass({ good, bad }: Mass, polarity: Polarity): Mass {
  const kept = { good: good * trustIn(1, polarity), bad: bad * trustIn(-1, polarity) };
  if (polarity.confidence < RULE.sure) return kept;
  if (polarity.label === "negative") return { good: kept.good, bad: Math.max(kept.bad, RULE.mass) };
  if (polarity.label === "positive") return { good: Math.max(kept.good, RULE.mass), bad: kept.bad };
  return kept;
}
