import { exp, log } from "../../core/math.js";
import { studentCdf } from "../../core/student.js";
import { binomialTails, hypergeometricTails } from "./hypergeometric.js";
import { fitDispersionPrior, moderate } from "./moderate-dispersion.js";

/** How often one thing was spoken of, period by period; both lists go with the verbatims of those periods. */
export interface Mentions {
  readonly recent: readonly number[];
  readonly baseline: readonly number[];
}

/** Verbatims of each period. */
export type Verbatims = Mentions;

/** From how many mentions a period on, on average, a dispersion tells something of others. */
const TELLING = 5;

/**
 * Two-sided p values of "the recent share is that of the baseline", one for each of the things counted. Periods without verbatims are not to
 * be among those given; the baseline has at least two.
 *
 * Each p is the larger of two, so that an alarm needs both: that of Fisher's exact test of all recent against all baseline verbatims, which is
 * right where mentions are few; and that of a t test on cube roots of the shares against how much they went up and down from period to
 * period before, which is right where customers' talk comes in waves. That dispersion is moderated over all things counted and is never
 * taken as less than chance alone gives. Roots of squares and arcsines were tried for the cube roots: they see a little more, and
 * cry wolf more often where waves are high.
 *
 * Source: Fisher 1935 (exact test); Wilson and Hilferty 1931 (cube root); DerSimonian and Laird 1986 (variance between periods); Smyth 2004
 * (moderation). Surveillance of infectious disease asks the same question: Farrington et al. 1996; Noufaily et al. 2013.
 */
export function testShifts(counted: readonly Mentions[], verbatims: Verbatims): readonly number[] {
  const n = sum(verbatims.recent);
  const rest = sum(verbatims.baseline);
  const df = verbatims.baseline.length - 1;
  const spreads = counted.map(({ baseline, recent }) => {
    const pooled = (sum(baseline) + sum(recent) + 0.5) / (n + rest + 1);
    // Variance that the score of one verbatim has by chance, by the slope of the cube root.
    const unit = (1 - pooled) / (9 * cubeRoot(pooled));
    const scores = baseline.map((count, i) => scoreShare(count, verbatims.baseline[i] ?? 0));
    const mean = scores.reduce((total, score, i) => total + score * (verbatims.baseline[i] ?? 0), 0) / rest;
    const squares = scores.reduce(
      (total, score, i) => total + ((verbatims.baseline[i] ?? 0) * (score - mean) ** 2) / unit,
      0,
    );
    // Of names that nobody spoke of before the size is that of half a mention.
    return { mean, unit, dispersion: squares / df, size: Math.max(0.5, sum(baseline)) / baseline.length };
  });
  const prior = fitDispersionPrior(
    spreads.filter(({ size }) => size >= TELLING),
    df,
  );
  const unequal = rest - squaresOf(verbatims.baseline) / rest;
  const waves = squaresOf(verbatims.recent) / (n * n) + squaresOf(verbatims.baseline) / (rest * rest);
  return spreads.map(({ mean, unit, dispersion, size }, i) => {
    const [x, before] = [sum(counted[i]?.recent ?? []), sum(counted[i]?.baseline ?? [])];
    const more = x * rest > before * n;
    const exact = hypergeometricTails(x, n, rest, x + before);
    const between = ((Math.max(1, moderate({ dispersion, size }, df, prior)) - 1) * df * unit) / unequal;
    const variance = (1 / n + 1 / rest) * unit + between * waves;
    const t = (scoreShare(x, n) - mean) / Math.sqrt(variance);
    const tail = studentCdf(more ? -t : t, df + prior.df);
    return Math.min(1, 2 * Math.max(more ? exact.upper : exact.lower, tail));
  });
}

/**
 * Two-sided p value of "as many verbatims a period as in the baseline": the larger of that of the exact test of two Poisson rates and that of
 * a t test on the scale of roots against how much the numbers went up and down before.
 *
 * @param verbatims numbers by period; those of periods without any are 0
 *
 * Source: Przyborowski and Wilenski 1940 (exact test); Anscombe 1948 (root with 3/8).
 */
export function testVolume({ recent, baseline }: Verbatims): number {
  const df = baseline.length - 1;
  const root = (count: number): number => Math.sqrt(count + 3 / 8);
  const meanOf = (counts: readonly number[]): number => sum(counts.map(root)) / counts.length;
  const mean = meanOf(baseline);
  const dispersion = Math.max(1, (4 * sum(baseline.map((count) => (root(count) - mean) ** 2))) / df);
  const t = (meanOf(recent) - mean) / Math.sqrt((dispersion / 4) * (1 / recent.length + 1 / baseline.length));
  const [x, before] = [sum(recent), sum(baseline)];
  const more = x * baseline.length > before * recent.length;
  const exact = binomialTails(x, x + before, recent.length / (recent.length + baseline.length));
  return Math.min(1, 2 * Math.max(more ? exact.upper : exact.lower, studentCdf(more ? -t : t, df)));
}

function scoreShare(count: number, n: number): number {
  return cubeRoot((count + 3 / 8) / (n + 3 / 4));
}

/** Of a number above 0. Math.cbrt may differ in its last digit between runtimes. */
function cubeRoot(x: number): number {
  return exp(log(x) / 3);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function squaresOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number * number, 0);
}
