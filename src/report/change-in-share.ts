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
 * Difference of two independent shares with its 95 % interval, in points.
 *
 * Both `n` must be above 0: the caller asks for enough verbatims on both sides.
 *
 * Source: R. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
 * methods", Statistics in Medicine 17, 1998, method 10 (two Wilson intervals squared and added).
 */
export function compareShares(before: ChangeInShare["before"], after: ChangeInShare["after"]): ChangeInShare {
  const p1 = before.count / before.n;
  const p2 = after.count / after.n;
  const [low1, high1] = wilson(p1, before.n);
  const [low2, high2] = wilson(p2, after.n);
  const difference = p2 - p1;
  const low = difference - Math.sqrt((p2 - low2) ** 2 + (high1 - p1) ** 2);
  const high = difference + Math.sqrt((high2 - p2) ** 2 + (p1 - low1) ** 2);
  return {
    before,
    after,
    points: difference * 100,
    interval: [Math.max(-100, low * 100), Math.min(100, high * 100)],
    clear: low > 0 || high < 0,
  };
}

/** Source: E. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927. */
function wilson(p: number, n: number): readonly [low: number, high: number] {
  const z = 1.959963984540054;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [(centre - half) / scale, (centre + half) / scale];
}
