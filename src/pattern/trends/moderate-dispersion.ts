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
  /** How many degrees of freedom that is worth: 0 knows nothing of the middle, Infinity sees all alike. */
  readonly df: number;
}

/** Fewest names that tell what is common. */
const FEWEST = 6;

/**
 * Finds what dispersions that were each estimated with `df` degrees of freedom have in common, so that those of a short baseline can lean on each
 * other. Common is a line of their logarithms over that of the size, which does not fall: the same waves make more of a large count. Dispersions of 0
 * are let be; of fewer than six others nothing is known.
 *
 * Source: Smyth 2004, Linear models and empirical Bayes methods for assessing differential expression, section 6.2 (the moments of log F); with
 * a trend as in Law et al. 2014, voom.
 */
export function fitDispersionPrior(dispersions: readonly SizedDispersion[], df: number): DispersionPrior {
  const known = dispersions.filter(({ dispersion }) => dispersion > 0);
  if (known.length < FEWEST) return { middle: () => 1, df: 0 };
  const bias = log(df / 2) - digamma(df / 2);
  const points = known.map(({ dispersion, size }) => ({ x: log(size), y: log(dispersion) + bias }));
  const middleX = mean(points.map(({ x }) => x));
  const middleY = mean(points.map(({ y }) => y));
  const squaresX = points.reduce((sum, { x }) => sum + (x - middleX) ** 2, 0);
  const products = points.reduce((sum, { x, y }) => sum + (x - middleX) * (y - middleY), 0);
  const slope = squaresX > 0 ? Math.max(0, products / squaresX) : 0;
  const lineAt = (x: number): number => middleY + slope * (x - middleX);
  const squares = points.reduce((sum, { x, y }) => sum + (y - lineAt(x)) ** 2, 0);
  const spread = squares / (points.length - 2) - trigamma(df / 2);
  // No more spread than chance gives: all are as the line says.
  const priorDf = spread <= 0 ? Infinity : 1 * inverseTrigamma(spread);
  const shift = priorDf === Infinity ? 0 : digamma(priorDf / 2) - log(priorDf / 2);
  return { middle: (size) => exp(lineAt(log(size)) + shift), df: priorDf };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** A dispersion of `df` degrees of freedom after it has leant on the others; worth `df + prior.df` degrees of freedom. */
export function moderate({ dispersion, size }: SizedDispersion, df: number, prior: DispersionPrior): number {
  if (prior.df === 0) return dispersion;
  if (prior.df === Infinity) return prior.middle(size);
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
