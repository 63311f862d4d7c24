import { THEMES } from "../core/labels.js";
import type { Polarity, Span, ThemeReading } from "./analysis.js";
import { evidenceOf, type Place, type TokenRun } from "./collect-cues.js";
import { insertInOrder } from "./insert-in-order.js";
import type { TextMeaning } from "./read-meaning.js";
import { trustIn } from "./reconcile.js";
import type { Hit } from "./score-clause.js";
import { type Mass, readPolarity, round } from "./sentiment.js";
import type { FoundTheme } from "./taxonomy/theme-finder.js";

/** Chosen on the gold training rows. */
const RULE = {
  /** Places of a theme that are asked for its sentiment: no review needs more, and time stays linear in the text. */
  places: 24,
  /** Share of the distance over which a hit's say on a theme fades. */
  fade: 3,
  /** Least that hits must say to be heard. */
  leastNear: 0.5,
  /** Say of the whole text beside that of the theme's words and of its clauses. */
  whole: 0.7,
  /** From how much on a theme is praised or blamed, and in a neutral text. */
  sided: 0.1,
  sidedInNeutral: 0.5,
  /** Confidence by strength: the share of right labels among the gold training rows, smoothed to lines. */
  sureLeast: 0.5,
  sureRise: 0.24,
  sureMost: 0.95,
  neutralSure: 0.75,
  neutralFall: 0.2,
} as const;

/** What the clauses of a text say, for readings that build on them. */
export interface ClauseFacts {
  readonly hits: readonly (readonly Hit[])[];
  /** The trained reading of each clause. */
  readonly polarities: readonly Polarity[];
}

/** Reads the themes of a text, each with its own sentiment and evidence; most confident first, then by name. */
export function readThemes(
  meaning: TextMeaning,
  facts: ClauseFacts,
  whole: Polarity,
  spanOf: (run: TokenRun) => Span,
): ThemeReading[] {
  const found: ThemeReading[] = [];
  for (const { place, confidence } of meaning.allOf("themes")) {
    const theme = THEMES[place];
    if (theme === undefined) continue;
    const places = meaning.placesOf("themes", "theme", place);
    const sentiment = readThemeSentiment(places, facts, whole);
    const evidence = evidenceOf(places, spanOf);
    insertInOrder(found, { theme, confidence: round(confidence), sentiment, evidence }, byConfidence);
  }
  return found;
}

/** Reads the themes that were found in another way, as those of a customer's own taxonomy; as {@link readThemes}. */
export function readFoundThemes(
  themes: readonly FoundTheme[],
  facts: ClauseFacts,
  whole: Polarity,
  spanOf: (run: TokenRun) => Span,
): ThemeReading[] {
  const found = themes.map(({ theme, confidence, places }) => ({
    theme,
    confidence,
    sentiment: readThemeSentiment(places, facts, whole),
    evidence: evidenceOf(places, spanOf),
  }));
  return found.sort(byConfidence);
}

function byConfidence(a: ThemeReading, b: ThemeReading): number {
  return b.confidence - a.confidence || (a.theme < b.theme ? -1 : 1);
}

/**
 * Sentiment toward a theme: what the hits near its words say, those nearest first, what the clauses say that it is told in, and what the text
 * says as a whole, unless that is mixed. Each counts with its score, so that a sure reading of the theme's own words stands against the text.
 */
function readThemeSentiment(all: readonly Place[], facts: ClauseFacts, whole: Polarity): Polarity {
  const places = all.length > RULE.places ? all.slice(0, RULE.places) : all;
  const near = weighHitsNear(places, facts, whole);
  const own = near.good + near.bad < RULE.leastNear ? NOTHING : readPolarity(near);
  let clauses = 0;
  let told = 0;
  let before = -1;
  for (const { clause } of places) {
    if (clause === before) continue;
    before = clause;
    clauses++;
    told += facts.polarities[clause]?.score ?? 0;
  }
  const text = whole.label === "mixed" ? 0 : RULE.whole * whole.score;
  const sum = own.score * own.confidence + (clauses === 0 ? 0 : told / clauses) + text;
  const strength = Math.abs(sum);
  const score = round(sum / (2 + RULE.whole));
  if (strength < (whole.label === "neutral" ? RULE.sidedInNeutral : RULE.sided))
    return { label: "neutral", score, confidence: round(RULE.neutralSure - RULE.neutralFall * strength) };
  const confidence = round(Math.min(RULE.sureMost, RULE.sureLeast + RULE.sureRise * strength));
  return { label: sum > 0 ? "positive" : "negative", score, confidence };
}

const NOTHING: Polarity = { label: "neutral", score: 0, confidence: 0 };

/** What the hits of the clauses say in which a theme is told; their say fades with their distance from its words. */
function weighHitsNear(places: readonly Place[], facts: ClauseFacts, whole: Polarity): Mass {
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
  return { good, bad };
}
