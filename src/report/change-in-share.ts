import { compareShares } from "../pattern/change/compare-shares.js";

/** A share then and now. */
export interface ChangeInShare {
  readonly before: { readonly count: number; readonly n: number };
  readonly after: { readonly count: number; readonly n: number };
  /** After minus before, in points, -100 to 100. */
  readonly points: number;
  /** 95 % interval of {@link points}. */
  readonly interval: readonly [low: number, high: number];
  /** Whether the interval leaves out 0. */
  readonly clear: boolean;
}

/**
 * Difference of two independent shares with its 95 % interval, in points; see {@link compareShares}.
 *
 * Both `n` must be above 0: the caller asks for enough verbatims on both sides.
 */
export function changeInShare(before: ChangeInShare["before"], after: ChangeInShare["after"]): ChangeInShare {
  const { difference } = compareShares(before, after, { small: 1, withhold: 1 });
  const points = (difference.value ?? 0) * 100;
  const [low, high] = [(difference.low ?? -1) * 100, (difference.high ?? 1) * 100];
  return { before, after, points, interval: [low, high], clear: low > 0 || high < 0 };
}
