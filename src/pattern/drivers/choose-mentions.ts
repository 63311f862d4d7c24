import { type Candidate, type Choice, type DriverName, type DriverTone, type Obstacle, toDesign } from "./design.js";
import type { DriverTable, Mention, Tone } from "./driver-table.js";
import type { MentionOptions, TopicOptions } from "./options.js";
import { stepsPerUnit } from "./outcome.js";

/** Drivers of a model at most, the most mentioned first: work grows with the third power. */
export const MOST_DRIVERS = 100;

/** Verbatims that speak of something, by how they do. */
type ToneCounts = Record<Tone, number>;

/**
 * Makes drivers of what the verbatims of a table speak of, and the design of those that can be told something of.
 *
 * @param withhold drivers that fewer verbatims mention, or fewer do not, are kept back
 */
export function chooseMentions(
  table: DriverTable,
  { indicators = "mentioned", ...topics }: MentionOptions & TopicOptions,
  withhold: number,
): Choice {
  const counts = { theme: countMentions(table, "theme"), stage: countMentions(table, "stage") };
  const rows = table.patterns.reduce((sum, { outcomes }) => sum + countOf(outcomes), 0);
  const tones: readonly DriverTone[] = indicators === "mentioned" ? ["any"] : ["negative", "positive"];
  const named = (["theme", "stage"] as const).flatMap((kind) =>
    [...new Set(topics[`${kind}s`] ?? counts[kind].keys())].flatMap((name) =>
      tones.map((tone): Candidate => {
        const heard = counts[kind].get(name) ?? { negative: 0, positive: 0, other: 0 };
        const mentions = heard.negative + heard.positive + heard.other;
        const n = tone === "any" ? mentions : heard[tone];
        const performance = mentions === 0 ? null : (100 * (heard.positive - heard.negative)) / mentions;
        return { kind, name, tone, n, performance, isIndicator: true, obstacle: obstacleOf(n, rows, withhold) };
      }),
    ),
  );
  let free = 0;
  const candidates = named.sort(byMentions).map((candidate): Candidate => {
    if (candidate.obstacle !== null || free++ < MOST_DRIVERS) return candidate;
    const reason = `Only the ${MOST_DRIVERS} most mentioned are looked at. Name fewer themes and stages.`;
    return { ...candidate, obstacle: { reliability: "not-estimable", reason } };
  });
  const columns = candidates.filter(({ obstacle }) => obstacle === null);
  return { candidates, design: designOf(table, columns) };
}

/** The most mentioned first: of drivers that say the same, the one that more verbatims mention stays. */
function byMentions(a: DriverName & { n: number }, b: DriverName & { n: number }): number {
  if (a.n !== b.n) return b.n - a.n;
  for (const part of ["kind", "name", "tone"] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}

function obstacleOf(n: number, rows: number, withhold: number): Obstacle | null {
  const none = (reason: string): Obstacle => ({ reliability: "not-estimable", reason });
  if (n === 0) return none("No verbatim mentions it.");
  if (n === rows) return none("Every verbatim mentions it: there are none without it to set against.");
  if (n < withhold)
    return { reliability: "withheld", reason: `Fewer than ${withhold} verbatims mention it (${n}): kept back.` };
  if (rows - n >= withhold) return null;
  return {
    reliability: "withheld",
    reason: `Fewer than ${withhold} verbatims do not mention it (${rows - n}): kept back.`,
  };
}

function countOf(outcomes: readonly (readonly [number, number])[]): number {
  return outcomes.reduce((sum, [, n]) => sum + n, 0);
}

function countMentions(table: DriverTable, kind: "theme" | "stage"): ReadonlyMap<string, ToneCounts> {
  const counts = new Map<string, ToneCounts>();
  for (const { themes, stage, outcomes } of table.patterns) {
    const n = countOf(outcomes);
    for (const [name, tone] of kind === "theme" ? themes : stage === null ? [] : [stage]) {
      const count = counts.get(name) ?? { negative: 0, positive: 0, other: 0 };
      count[tone] += n;
      counts.set(name, count);
    }
  }
  return counts;
}

function designOf(table: DriverTable, columns: readonly Candidate[]): Choice["design"] {
  const key = (kind: string, name: string, tone: string): string => JSON.stringify([kind, name, tone]);
  const places = new Map(columns.map(({ kind, name, tone }, place) => [key(kind, name, tone), place]));
  const placesOf = (kind: string, [name, tone]: Mention): number[] =>
    ["any", tone].flatMap((each) => places.get(key(kind, name, each)) ?? []);
  const groups = table.patterns.map(({ themes, stage, outcomes }) => ({
    entries: [
      ...themes.flatMap((theme) => placesOf("theme", theme)),
      ...(stage === null ? [] : placesOf("stage", stage)),
    ]
      .sort((a, b) => a - b)
      .map((place) => [place, 1] as const),
    cells: outcomes,
  }));
  const names = columns.map(({ kind, name, tone }): DriverName => ({ kind, name, tone }));
  return toDesign(names, groups, stepsPerUnit(table.outcome));
}
