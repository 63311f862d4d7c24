import type { CrossTally, NamedTally } from "../pattern/summary.js";
import { type ChangeInShare, compareShares } from "./change-in-share.js";

/** How a theme's share negative changed. */
export interface ThemeChange extends ChangeInShare {
  readonly name: string;
}

/** The largest changes between the first and the second half of the months. */
export interface MonthChanges {
  /** First and last month of each half, `YYYY-MM`. */
  readonly before: { readonly from: string; readonly to: string };
  readonly after: { readonly from: string; readonly to: string };
  /** At most three, largest first. */
  readonly rises: readonly ThemeChange[];
  /** At most three, largest first. */
  readonly falls: readonly ThemeChange[];
}

/** Verbatims about a theme that each half must have for the halves to be compared. */
export const LEAST_TO_COMPARE = 10;
const CHANGES_SHOWN = 3;

/**
 * Compares each theme's share negative in the first half of the months with that in the second (of an odd number of
 * months the middle one belongs to the second). Verbatims whose sentiment was not read are not counted.
 *
 * `months` sorted. `null` where there are fewer than two.
 */
export function findChanges(months: readonly NamedTally[], themesByMonth: readonly CrossTally[]): MonthChanges | null {
  const middle = Math.floor(months.length / 2);
  const before = ends(months.slice(0, middle));
  const after = ends(months.slice(middle));
  if (before === null || after === null) return null;
  const themes = new Map<string, { name: string; counts: [Count, Count] }>();
  for (const { name, within, sentiment } of themesByMonth) {
    const theme = themes.get(name) ?? { name, counts: [noneYet(), noneYet()] };
    themes.set(name, theme);
    const half = theme.counts[within < after.from ? 0 : 1];
    half.count += sentiment.negative;
    half.n += sentiment.negative + sentiment.mixed + sentiment.neutral + sentiment.positive;
  }
  const changes = [...themes.values()]
    .filter(({ counts }) => counts.every(({ n }) => n >= LEAST_TO_COMPARE))
    .map(({ name, counts }): ThemeChange => ({ name, ...compareShares(...counts) }))
    .filter(({ points }) => Math.round(points) !== 0)
    .sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
  return {
    before,
    after,
    rises: changes.filter(({ points }) => points > 0).slice(0, CHANGES_SHOWN),
    falls: changes
      .filter(({ points }) => points < 0)
      .slice(-CHANGES_SHOWN)
      .reverse(),
  };
}

interface Count {
  count: number;
  n: number;
}

function noneYet(): Count {
  return { count: 0, n: 0 };
}

function ends(months: readonly NamedTally[]): { readonly from: string; readonly to: string } | null {
  const first = months[0];
  const last = months.at(-1);
  return first === undefined || last === undefined ? null : { from: first.name, to: last.name };
}
