import type { CrossTally, NamedTally } from "../pattern/summary.js";
import { type ChangeInShare, changeInShare } from "./change-in-share.js";

/** How the share of all verbatims that are negative about a theme changed. */
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

/** Verbatims that each half must have for the halves to be compared. */
export const LEAST_TO_COMPARE = 10;
const CHANGES_SHOWN = 3;

/**
 * Compares how many of all verbatims are negative about a theme in the first half of the months with how many are in the
 * second (of an odd number of months the middle one belongs to the second). Of all, not of those about the theme: a new
 * trouble shows in how many speak of it, and a trouble that is over in that nobody does. Verbatims whose sentiment was not
 * read are not counted.
 *
 * `months` sorted. `null` where there are fewer than two.
 */
export function findChanges(months: readonly NamedTally[], themesByMonth: readonly CrossTally[]): MonthChanges | null {
  const middle = Math.floor(months.length / 2);
  const before = ends(months.slice(0, middle));
  const after = ends(months.slice(middle));
  if (before === null || after === null) return null;
  const [n1, n2] = [countRead(months.slice(0, middle)), countRead(months.slice(middle))];
  const negatives = new Map<string, { earlier: number; later: number }>();
  for (const { name, within, sentiment } of Math.min(n1, n2) < LEAST_TO_COMPARE ? [] : themesByMonth) {
    const theme = negatives.get(name) ?? { earlier: 0, later: 0 };
    negatives.set(name, theme);
    theme[within < after.from ? "earlier" : "later"] += sentiment.negative;
  }
  const changes = [...negatives]
    .map(([name, { earlier, later }]): ThemeChange => {
      return { name, ...changeInShare({ count: earlier, n: n1 }, { count: later, n: n2 }) };
    })
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

function countRead(months: readonly NamedTally[]): number {
  return months.reduce(
    (sum, { sentiment }) => sum + Object.values(sentiment).reduce((all, count) => all + count, 0),
    0,
  );
}

function ends(months: readonly NamedTally[]): { readonly from: string; readonly to: string } | null {
  const first = months[0];
  const last = months.at(-1);
  return first === undefined || last === undefined ? null : { from: first.name, to: last.name };
}
