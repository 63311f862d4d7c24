import { lengthFactor } from "../learning/features.js";
import type { LinearModel } from "../learning/linear-model.js";
import { PAIN_BITS, type PainFacts, readPainFeatures } from "./pain-features.js";

/** Tokens of a text in which problems are looked for: no review needs more. */
const TOKENS_MOST = 1024;

/**
 * How much less sure than even odds a token may be to belong to its problem, in log-odds: problems have words in their middle that
 * tell nothing by themselves. Chosen by cross-validation on the gold training rows.
 */
const LENIENCE = 2;

/** How telling the tokens of a text are of a problem. */
export interface PainScores {
  /** Above 0 for a token that belongs to what tells the problem; 0 for those that were not asked for. */
  readonly scores: Float64Array;
  /** Number of the clause of each token, -1 for none. */
  readonly clauses: Int32Array;
  count: number;
}

/** Scores the tokens of the clauses that are asked for. */
export type ScorePain = (facts: PainFacts, asked: readonly boolean[]) => PainScores;

/** Makes a function that scores the tokens of one text after another; what it returns is written anew by the next. */
export function createPainScorer({ table }: LinearModel): ScorePain {
  const weights = new Float64Array(2 ** PAIN_BITS);
  table.rows.forEach((row, place) => {
    weights[row] = (table.scales[0] ?? 0) * (table.weights[place] ?? 0);
  });
  const start = (table.bias[0] ?? 0) + LENIENCE;
  const found: PainScores = {
    scores: new Float64Array(TOKENS_MOST),
    clauses: new Int32Array(TOKENS_MOST),
    count: 0,
  };
  return (facts, asked) => {
    found.scores.fill(0);
    found.clauses.fill(-1);
    facts.rules.clauses.forEach(({ from, to }, k) => {
      found.clauses.fill(k, from, Math.max(from, Math.min(to, TOKENS_MOST)));
    });
    const isAsked = (clause: number): boolean => clause >= 0 && asked[clause] === true;
    found.count = readPainFeatures(facts, TOKENS_MOST, isAsked, (token, rows, count) => {
      let sum = 0;
      for (let k = 0; k < count; k++) sum += weights[rows[k] ?? 0] ?? 0;
      found.scores[token] = start + lengthFactor(count) * sum;
    });
    return found;
  };
}
