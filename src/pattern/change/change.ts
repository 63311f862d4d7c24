import { excerpt, VerbatimsError } from "../../core/error.js";
import { SENTIMENTS, type SentimentLabel } from "../../core/labels.js";
import type { NamedTally, Tally } from "../summary.js";
import type { ComparisonRules } from "./compare-means.js";
import { compareMeasure } from "./compare-measure.js";
import { compareShares } from "./compare-shares.js";
import type { Comparison } from "./comparison.js";
import { countRead, MEASURES, type Measure } from "./measures.js";
import { NO_TALLY } from "./part-tally.js";
import { toQValues } from "./q-values.js";

/** Kinds of changes, in the order in which ties are told. */
const FAMILIES = ["scores", "sentiment", "themes", "stages", "intents", "emotions", "efforts", "signals"] as const;
/** A kind of changes: scores, sentiment, themes, stages, intents, emotions, efforts or signals. The changes of one kind are one family of tests. */
export type ChangeFamily = (typeof FAMILIES)[number];

/** How one number differs between two groups of verbatims. */
export interface Change extends Comparison {
  readonly family: ChangeFamily;
  /**
   * What changed: of `scores` `nps`, `csat`, `ces`, `rating` or `sentiment`; of `sentiment` a label; of `signals` `urgent` or
   * `advocates`; else a theme, stage, intent, emotion or effort.
   */
  readonly name: string;
  /** In which unit: `nps` in points; `mean` in that of the answers (of a reading: its mean sentiment score, -1 to 1); `share` 0 to 1 of the verbatims that were read. */
  readonly measure: "nps" | "mean" | "share";
  /** Benjamini-Hochberg q value of {@link Comparison.p} within the family, as `toQValues`; `null` where p is. */
  readonly q: number | null;
}

/** The lists that tell of readings. */
const READING_FAMILIES = ["themes", "stages", "intents", "emotions", "efforts"] as const;

/** One of {@link READING_FAMILIES}. */
export type ReadingFamily = (typeof READING_FAMILIES)[number];

/** One of two groups of verbatims that are compared. */
export interface ChangeSide {
  readonly all: Tally;
  /** Tallies of the readings that are told of it. */
  readonly readings: Readonly<Partial<Record<ReadingFamily, readonly NamedTally[]>>>;
  readonly signals: { readonly urgent: number; readonly advocates: number } | null;
}

/** A change before it is known how many others it stands among. */
export type LoneChange = Omit<Change, "q">;

/** Compares all that is told of both sides, in no order that matters. */
export function listChanges(before: ChangeSide, after: ChangeSide, rules: ComparisonRules): LoneChange[] {
  const changes: LoneChange[] = [];
  const add = (family: ChangeFamily, name: string, measure: Change["measure"], comparison: Comparison): void => {
    const told = comparison.before.n + comparison.after.n > 0;
    if (told) changes.push({ family, name, measure, ...comparison });
  };
  const addMeasure = (family: ChangeFamily, name: string, one: Tally, two: Tally, measure: Measure): void => {
    const unit = measure === "nps" ? "nps" : isLabel(measure) ? "share" : "mean";
    add(family, name, unit, compareMeasure(one, two, measure, rules));
  };
  const [read1, read2] = [countRead(before.all), countRead(after.all)];
  const addShare = (family: ChangeFamily, name: string, one: number, two: number): void => {
    const [first, second] = [checkPart(one, read1, family, name), checkPart(two, read2, family, name)];
    add(family, name, "share", compareShares({ count: first, n: read1 }, { count: second, n: read2 }, rules));
  };

  for (const measure of MEASURES)
    addMeasure(isLabel(measure) ? "sentiment" : "scores", measure, before.all, after.all, measure);
  for (const family of READING_FAMILIES) {
    for (const [name, first, second] of pairByName(before.readings[family] ?? [], after.readings[family] ?? [])) {
      addShare(family, name, first.n, second.n);
      addMeasure(family, name, first, second, "sentiment");
    }
  }
  const [one, two] = [before.signals, after.signals];
  if (one !== null && two !== null) {
    addShare("signals", "urgent", one.urgent, two.urgent);
    addShare("signals", "advocates", one.advocates, two.advocates);
  }
  return changes;
}

/** @throws VerbatimsError `invalid-summary` where more verbatims are counted in a part than were read */
function checkPart(count: number, read: number, family: ChangeFamily, name: string): number {
  if (count <= read) return count;
  const where = `summary ${family} ${excerpt(name)}`;
  throw new VerbatimsError(
    "invalid-summary",
    `${where}: expected at most the ${read} verbatims that were read, got ${count}. Make the summary again from its analyses.`,
    { field: where, expected: `at most ${read}`, received: String(count) },
  );
}

function isLabel(measure: Measure): measure is SentimentLabel {
  return SENTIMENTS.some((label) => label === measure);
}

/** The tallies of two lists under each name that either holds, in code-unit order. */
export function pairByName(
  one: readonly NamedTally[],
  two: readonly NamedTally[],
): readonly (readonly [name: string, one: Tally, two: Tally])[] {
  const first = new Map(one.map((tally) => [tally.name, tally]));
  const second = new Map(two.map((tally) => [tally.name, tally]));
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  return names.map((name) => [name, first.get(name) ?? NO_TALLY, second.get(name) ?? NO_TALLY]);
}

/**
 * Gives each change its q value and puts those first that matter: the clear ones (q at most 1 - level), by falling size of
 * {@link Comparison.effect}; then the others, alike; then those that are withheld or not estimable. Ties go by family, name and measure, so that the
 * order is the same everywhere.
 */
export function rankChanges<Lone extends LoneChange>(
  changes: readonly Lone[],
  level: number,
): (Lone & Pick<Change, "q">)[] {
  const families = new Map<ChangeFamily, Lone[]>();
  for (const change of changes) {
    const family = families.get(change.family);
    if (family === undefined) families.set(change.family, [change]);
    else family.push(change);
  }
  return [...families.values()]
    .flatMap((family) => {
      const qValues = toQValues(family.map(({ p }) => p));
      return family.map((change, i) => ({ ...change, q: qValues[i] ?? null }));
    })
    .map((change) => ({ change, rank: rankOf(change, level), size: Math.abs(change.effect ?? 0) }))
    .sort((a, b) => a.rank - b.rank || b.size - a.size || compareNames(a.change, b.change))
    .map(({ change }) => change);
}

function rankOf({ q, difference }: Pick<Change, "q" | "difference">, level: number): number {
  if (difference.value === null) return 2;
  return q !== null && q <= 1 - level ? 0 : 1;
}

function compareNames(a: LoneChange, b: LoneChange): number {
  const families = FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family);
  return families || compareText(a.name, b.name) || compareText(a.measure, b.measure);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
