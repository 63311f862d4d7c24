import type { Tally } from "../pattern/summary.js";
import { SMALL_SAMPLE } from "./share.js";

/** Which scores may come with a verbatim. */
export type ScoreKind = "rating" | "nps" | "csat" | "ces";

/** The lowest answer of each scale; a summary's bins start there. */
const LOWEST_ANSWER: Readonly<Record<ScoreKind, number>> = { rating: 1, nps: 0, csat: 0, ces: 1 };

/** Scores that customers gave with what they wrote. */
export interface ScoreGiven {
  readonly kind: ScoreKind;
  /** Answers counted. */
  readonly n: number;
  /** NPS in points, -100 to 100; of the others the mean on their own scale, of answers rounded to whole numbers. */
  readonly value: number;
  /** 95 % interval of an NPS; `null` for other scores, and where the answers do not vary. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Every answer of the scale and how often it was given, lowest first; of CSAT the smallest usual scale that holds them. */
  readonly answers: readonly { readonly answer: number; readonly count: number }[];
  /** Whether fewer than 30 answers were given. */
  readonly small: boolean;
}

/** The scores that were given at all, in the order rating, NPS, CSAT, CES. */
export function listScoresGiven(tally: Tally): readonly ScoreGiven[] {
  const kinds: readonly ScoreKind[] = ["rating", "nps", "csat", "ces"];
  return kinds.map((kind) => readScore(kind, tally[kind])).filter((score) => score.n > 0);
}

function readScore(kind: ScoreKind, bins: readonly number[]): ScoreGiven {
  const all = bins.map((count, i) => ({ answer: LOWEST_ANSWER[kind] + i, count }));
  const answers = kind === "csat" ? narrowSatisfaction(all) : all;
  const n = bins.reduce((sum, count) => sum + count, 0);
  const sum = answers.reduce((total, { answer, count }) => total + answer * count, 0);
  const head = { kind, n, answers, small: n < SMALL_SAMPLE };
  if (kind !== "nps") return { ...head, value: n === 0 ? 0 : sum / n, interval: null };
  return { ...head, ...scoreNps(bins) };
}

/**
 * The usual scale (1 to 5, 1 to 7, else 0 to 10) that holds every satisfaction given: a verbatim says its answer and not the
 * survey's scale, and a chart to 10 of answers to 5 reads as half empty.
 */
function narrowSatisfaction(answers: ScoreGiven["answers"]): ScoreGiven["answers"] {
  const given = answers.filter(({ count }) => count > 0).map(({ answer }) => answer);
  const [low, high] = [Math.min(...given), Math.max(...given)];
  if (low < 1 || high > 7) return answers;
  return answers.filter(({ answer }) => answer >= 1 && answer <= (high <= 5 ? 5 : 7));
}

/** Two-sided 95 % point of the normal distribution. */
const Z95 = 1.959963984540054;

/**
 * Net Promoter Score of answers counted in bins 0 to 10: share of 9 and 10 minus share of 0 to 6, in points, with its
 * 95 % Wald interval, cut at -100 and 100. With p promoters and d detractors of n answers the variance of the
 * difference is (p/n + d/n - (p/n - d/n)^2) / n. No answers give 0 without an interval; answers of one kind alone have no
 * variance, so no interval is claimed for them. For small n the interval is too narrow: mark it.
 *
 * Source: B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70(4), 2016, 365-372.
 */
export function scoreNps(bins: readonly number[]): {
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | null;
} {
  let n = 0;
  let promoters = 0;
  let detractors = 0;
  for (const [answer, count] of bins.entries()) {
    n += count;
    if (answer >= 9) promoters += count;
    if (answer <= 6) detractors += count;
  }
  if (n === 0) return { value: 0, interval: null };
  const difference = (promoters - detractors) / n;
  const variance = ((promoters + detractors) / n - difference * difference) / n;
  const value = difference * 100;
  if (variance <= 0) return { value, interval: null };
  const half = Z95 * Math.sqrt(variance) * 100;
  return { value, interval: [Math.max(-100, value - half), Math.min(100, value + half)] };
}
