import { exp, log } from "../core/math.js";
import { toProbabilities } from "./probabilities.js";
import type { TaskKind } from "./scorer.js";

/** Scores of texts whose labels are known. */
export interface ScoredTexts {
  readonly kind: TaskKind;
  /** Number of labels. */
  readonly labels: number;
  /** Scores of the columns, text by text. */
  readonly scores: readonly Float64Array[];
  /** Places of the true labels of each text. */
  readonly truths: readonly (readonly number[])[];
}

/** Least probability that a logarithm is taken of. */
const LEAST = 1e-12;

/** Mean negative log-likelihood of the true labels, in nats; 0 without texts. */
export function logLoss({ kind, labels, scores, truths }: ScoredTexts, temperature: number): number {
  let sum = 0;
  scores.forEach((row, text) => {
    const probabilities = toProbabilities(kind, row, labels, temperature);
    const truth = truths[text] ?? [];
    probabilities.forEach((probability, label) => {
      const holds = truth.includes(label);
      if (holds) sum -= log(Math.max(probability, LEAST));
      else if (kind === "multi") sum -= log(Math.max(1 - probability, LEAST));
    });
  });
  return scores.length === 0 ? 0 : sum / scores.length;
}

/**
 * Finds the temperature that makes the probabilities of known texts likeliest, between 1/20 and 20; 1 without texts.
 *
 * Source: temperature scaling, Guo et al. 2017; found by golden-section search on its logarithm (Kiefer 1953).
 */
export function fitTemperature(texts: ScoredTexts): number {
  if (texts.scores.length === 0) return 1;
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = -3;
  let high = 3;
  const lossAt = (x: number): number => logLoss(texts, exp(x));
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let lossLeft = lossAt(left);
  let lossRight = lossAt(right);
  while (high - low > 0.01) {
    if (lossLeft < lossRight) {
      high = right;
      right = left;
      lossRight = lossLeft;
      left = high - golden * (high - low);
      lossLeft = lossAt(left);
    } else {
      low = left;
      left = right;
      lossLeft = lossRight;
      right = low + golden * (high - low);
      lossRight = lossAt(right);
    }
  }
  return exp((low + high) / 2);
}

/**
 * For each label the probability from which saying it gives the best F1 on known texts; 0.5 for labels that none of them has.
 *
 * @param probabilities of each label, text by text
 */
export function fitLabelThresholds(
  probabilities: readonly (readonly number[])[],
  truths: readonly (readonly number[])[],
  labels: number,
): number[] {
  return Array.from({ length: labels }, (_, label) => {
    const ranked = probabilities
      .map((row, text) => ({ probability: row[label] ?? 0, holds: (truths[text] ?? []).includes(label) }))
      .sort((a, b) => b.probability - a.probability);
    const all = ranked.filter(({ holds }) => holds).length;
    let right = 0;
    let best = { f1: 0, threshold: 0.5 };
    ranked.forEach(({ probability, holds }, n) => {
      if (holds) right++;
      const next = ranked[n + 1]?.probability ?? 0;
      const f1 = (2 * right) / (n + 1 + all);
      if (next < probability && f1 > best.f1) best = { f1, threshold: (probability + next) / 2 };
    });
    return all === 0 ? 0.5 : best.threshold;
  });
}

/**
 * The probability from which verdicts on known texts are right at least as often as wanted; 1 where no verdicts are, 0 where all
 * together are.
 */
export function fitAbstention(
  probabilities: readonly (readonly number[])[],
  truths: readonly (readonly number[])[],
  wanted: number,
): number {
  const ranked = probabilities
    .map((row, text) => {
      const top = Math.max(...row);
      return { top, right: (truths[text] ?? []).includes(row.indexOf(top)) };
    })
    .sort((a, b) => b.top - a.top);
  let right = 0;
  let threshold = 1;
  ranked.forEach((verdict, n) => {
    if (verdict.right) right++;
    const next = ranked[n + 1]?.top ?? 0;
    if (next < verdict.top && right >= wanted * (n + 1))
      threshold = n + 1 === ranked.length ? 0 : (verdict.top + next) / 2;
  });
  return threshold;
}
