import { THEMES } from "../core/labels.js";
import type { Clause } from "../language/clauses.js";
import type { Polarity, Span, ThemeReading } from "./analysis.js";
import { evidenceOf, type Support, type Supports } from "./collect-cues.js";
import { insertInOrder } from "./insert-in-order.js";
import type { Match } from "./match-cues.js";
import { trustIn } from "./reconcile.js";
import type { Hit } from "./score-clause.js";
import { type Mass, readPolarity, round } from "./sentiment.js";

/** Chosen on the gold training rows. */
const RULE = {
  /** Cue weight at which a theme is as likely as not. */
  even: 0.55,
  /** Themes below this confidence are not told. */
  least: 0.5,
  /** Places of a theme that are asked for its sentiment: no review needs more, and time stays linear in the text. */
  places: 24,
  /** Share of the distance over which a hit's say on a theme fades. */
  fade: 3,
} as const;

/** What the clauses of a text say, for readings that build on them. */
export interface ClauseFacts {
  readonly clauses: readonly Clause[];
  readonly hits: readonly (readonly Hit[])[];
  /** What the rules make of each clause, brought into line with the trained reading. */
  readonly masses: readonly Mass[];
  /** The trained reading of each clause. */
  readonly polarities: readonly Polarity[];
}

/** Reads the themes of a text, each with its own sentiment and evidence; most confident first, then by name. */
export function readThemes(
  supports: Supports,
  facts: ClauseFacts,
  whole: Polarity,
  spanOf: (match: Match) => Span,
): ThemeReading[] {
  const found: ThemeReading[] = [];
  for (const support of supports.theme) {
    const confidence = round(support.weight / (support.weight + RULE.even));
    const theme = THEMES[support.label];
    if (theme === undefined || confidence < RULE.least) continue;
    const sentiment = readThemeSentiment(support, facts, whole);
    insertInOrder(found, { theme, confidence, sentiment, evidence: evidenceOf(support, spanOf) }, byConfidence);
  }
  return found;
}

function byConfidence(a: ThemeReading, b: ThemeReading): number {
  return b.confidence - a.confidence || (a.theme < b.theme ? -1 : 1);
}

/**
 * Sentiment toward a theme: the hits of the clauses it is told in, those near its words first; where these say nothing, what
 * the clause says as a whole; then the other clauses of the sentence; else the whole text.
 */
function readThemeSentiment(support: Support, facts: ClauseFacts, whole: Polarity): Polarity {
  const places = support.places.length > RULE.places ? support.places.slice(0, RULE.places) : support.places;
  let good = 0;
  let bad = 0;
  for (const { clause, match, weight } of places) {
    for (const hit of facts.hits[clause] ?? []) {
      const distance = hit.to <= match.from ? match.from - hit.to : hit.from >= match.to ? hit.from - match.to : 0;
      const trust = trustIn(hit.value, facts.polarities[clause] ?? whole);
      const say = (hit.value * trust * weight * RULE.fade) / (RULE.fade + distance);
      if (say > 0) good += say;
      else bad -= say;
    }
  }
  if (good + bad >= 0.5) return readPolarity({ good, bad });
  const { clauses, masses, polarities } = facts;
  for (const { clause } of places) {
    const own = polarities[clause];
    if (own !== undefined && own.label !== "neutral")
      return { label: own.label, score: own.score, confidence: own.confidence };
  }
  for (const { clause } of places) {
    const sentence = clauses[clause]?.sentence;
    // Clauses of one sentence stand side by side.
    let other = clause;
    while (clauses[other - 1]?.sentence === sentence) other--;
    for (; clauses[other]?.sentence === sentence; other++) {
      if (other === clause) continue;
      good += masses[other]?.good ?? 0;
      bad += masses[other]?.bad ?? 0;
    }
  }
  if (good + bad >= 0.5) return readPolarity({ good, bad });
  return { label: whole.label, score: whole.score, confidence: whole.confidence };
}
