import { exp, log } from "../../core/math.js";

/** What the over-dispersions of many names have in common. */
export interface DispersionPrior {
  /** The dispersion they lie around. */
  readonly middle: number;
  /** How many degrees of freedom that is worth: 0 knows nothing of the middle, Infinity sees all alike. */
  readonly df: number;
}

/** Fewest names that tell what is common. */
const FEWEST = 5;

/**
 * Finds what dispersions (observed variance over the expected one) that were each estimated with `df` degrees of freedom have in common,
 * so that those of a short baseline can lean on each other. Dispersions of 0 are let be; of fewer than five others nothing is known.
 *
 * Source: Smyth 2004, Linear models and empirical Bayes methods for assessing differential expression, section 6.2: the moments of log F.
 */
export function fitDispersionPrior(dispersions: readonly number[], df: number): DispersionPrior {
  const logs = dispersions.filter((dispersion) => dispersion > 0).map((dispersion) => log(dispersion));
  if (logs.length < FEWEST) return { middle: 1, df: 0 };
  const shifted = logs.map((each) => each - digamma(df / 2) + log(df / 2));
  const mean = shifted.reduce((sum, each) => sum + each, 0) / shifted.length;
  const spread = shifted.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (shifted.length - 1) - trigamma(df / 2);
  // No more spread than chance gives: all are alike.
  if (spread <= 0) return { middle: exp(mean), df: Infinity };
  const priorDf = 2 * inverseTrigamma(spread);
  return { middle: exp(mean + digamma(priorDf / 2) - log(priorDf / 2)), df: priorDf };
}

/** A dispersion of `df` degrees of freedom after it has leant on the others; worth `df + prior.df` degrees of freedom. */
export function moderate(dispersion: number, df: number, prior: DispersionPrior): number {
  if (prior.df === Infinity) return prior.middle;
  return (prior.df * prior.middle + df * dispersion) / (prior.df + df);
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
