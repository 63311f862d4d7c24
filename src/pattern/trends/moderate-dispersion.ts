import { exp, log } from "../../core/math.js";

/** A dispersion (observed variance over the one expected of chance), and how large the numbers are that it is of. */
export interface SizedDispersion {
  readonly dispersion: number;
  /** Mean count, above 0. */
  readonly size: number;
}

/** What the dispersions of many names have in common. */
export interface DispersionPrior {
  /** The dispersion that those of this size lie around. */
  readonly middle: (size: number) => number;
  /** How many degrees of freedom that is worth: 0 where nothing is known of the middle, at most 24. */
  readonly df: number;
}

/** Fewest names that tell what is common. */
const FEWEST = 6;

/**
 * Most degrees of freedom that what is common may be worth. It is itself estimated, from some dozens of names at most, and the tails of the test
 * are the thinner the more it is trusted: without a limit false alarms came a little above their rate (`npm run coverage`).
 */
const MOST_DF = 24;

/**
 * Finds what dispersions that were each estimated with `df` degrees of freedom have in common, so that those of a short baseline can lean on each
 * other. Common are waves: a share that goes up and down by the same part for everything gives counts of size m a dispersion of 1 + waves · m.
 * Dispersions of 0 are let be; of fewer than six others nothing is known.
 *
 * Source: Smyth 2004, Linear models and empirical Bayes methods for assessing differential expression, section 6.2 (the moments of log F),
 * around the variance of negative binomial counts in place of a constant.
 */
export function fitDispersionPrior(dispersions: readonly SizedDispersion[], df: number): DispersionPrior {
  const known = dispersions.filter(({ dispersion }) => dispersion > 0);
  if (known.length < FEWEST) return { middle: () => 1, df: 0 };
  const bias = log(df / 2) - digamma(df / 2);
  const logs = known.map(({ dispersion }) => log(dispersion) + bias);
  const linesAt = (waves: number): readonly number[] => known.map(({ size }) => log(1 + waves * size));
  const excessAt = (waves: number): number =>
    linesAt(waves).reduce((sum, line, i) => sum + (logs[i] ?? 0) - line, 0) / known.length;
  const waves = findWaves(excessAt);
  const excess = excessAt(waves);
  const squares = linesAt(waves).reduce((sum, line, i) => sum + ((logs[i] ?? 0) - line - excess) ** 2, 0);
  const spread = squares / (known.length - 1) - trigamma(df / 2);
  // No more spread than chance gives: all are as the waves say.
  const fitted = spread <= 0 ? Infinity : 2 * inverseTrigamma(spread);
  const shift = fitted === Infinity ? 0 : digamma(fitted / 2) - log(fitted / 2);
  return { middle: (size) => exp(log(1 + waves * size) + shift), df: Math.min(MOST_DF, fitted) };
}

/** The waves, 0 and up, at which dispersions lie around their line: by halving, as the excess falls steadily. */
function findWaves(excessAt: (waves: number) => number): number {
  if (excessAt(0) <= 0) return 0;
  let high = 1;
  while (excessAt(high) > 0 && high < 1e9) high *= 2;
  let low = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (excessAt(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

/** A dispersion of `df` degrees of freedom after it has leant on the others; worth `df + prior.df` degrees of freedom. */
export function moderate({ dispersion, size }: SizedDispersion, df: number, prior: DispersionPrior): number {
  return (prior.df * prior.middle(size) + df * dispersion) / (prior.df + df);
}

/** Derivative of ln Γ, of a number above 0. Source: Abramowitz and Stegun 6.3.18 from 10 on, below by recurrence. */
export function digamma(x: number): number {
  let at = x;
  let below = 0;
  for (; at < 10; at++) below -= 1 / at;
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 12 -
      square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32_760)))));
  return below + log(at) - 0.5 / at - series;
}

/** Second derivative of ln Γ, of a number above 0. Source: Abramowitz and Stegun 6.4.12 from 10 on, below by recurrence. */
export function trigamma(x: number): number {
  let at = x;
  let below = 0;
  for (; at < 10; at++) below += 1 / (at * at);
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - (square * 691) / 2730)))));
  return below + 1 / at + square / 2 + series / at;
}

/** The number whose trigamma is `y`, above 0: by halving the bracket on the scale of its root, as trigamma falls steadily. */
function inverseTrigamma(y: number): number {
  // trigamma(x) is above 1/x, and trigamma(1/y + 1) below y.
  let low = 1 / y;
  let high = 1 / y + 1;
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (trigamma(middle) > y) low = middle;
    else high = middle;
  }
  return high;
}
