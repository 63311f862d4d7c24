import { TOKEN, type Tokens } from "../language/tokens.js";
import type { ClauseReading, PainPointReading, Span } from "./analysis.js";
import type { PainFacts } from "./pain-features.js";
import type { PainScores, ScorePain } from "./pain-model.js";
import { round } from "./sentiment.js";

const RULE = {
  /** Words of the longest span: the guide's "at most 12 words". */
  mostWords: 12,
  mostPoints: 5,
  /** Least bad mass of a clause beyond the first that tells a problem. */
  leastBad: 0.8,
} as const;

/**
 * Finds the problems told in a text: the runs of words that tell them most plainly, each within one sentence; the plainest first, at most
 * five and at most one a clause. A text that is neither negative nor mixed tells problems only in clauses that are more bad than good.
 *
 * Severity in [0, 1] = 0.3 + 0.45 x strength + 0.15 where effort is high + 0.1 where urgent, with strength = bad / (bad + 3) of the clause.
 *
 * @param told what was read of each clause
 * @param laborious numbers of the clauses that tell of high effort
 */
export function readPainPoints(
  facts: PainFacts,
  scoreTokens: ScorePain,
  told: readonly ClauseReading[],
  laborious: ReadonlySet<number>,
  urgent: boolean,
): PainPointReading[] {
  const { rules, masses, polarities, whole } = facts;
  const { clauses } = rules;
  const { tokens } = rules.text;
  const isBad = clauses.map((_, k) => {
    const { good = 0, bad = 0 } = masses[k] ?? {};
    return bad > good && (bad >= RULE.leastBad || laborious.has(k));
  });
  const isUnhappy = whole.label === "negative" || whole.label === "mixed";
  if (!isUnhappy && !isBad.includes(true)) return [];
  // An unhappy text tells its problem somewhere: beside a clause that is bad or read so, if it has one.
  const suspects = isUnhappy ? clauses.map((_, k) => isBad[k] === true || polarities[k]?.label === "negative") : isBad;
  const sentences = clauses.map(({ sentence }) => sentence);
  const suspected = new Set(sentences.filter((_, k) => suspects[k]));
  const may = suspects.includes(true)
    ? clauses.map(({ sentence }, k) => isBad[k] === true || (isUnhappy && suspected.has(sentence)))
    : clauses.map(() => true);
  const scores = scoreTokens(facts, may);
  const points: PainPointReading[] = [];
  while (points.length < RULE.mostPoints) {
    const run = findRun(tokens, scores, sentences, may);
    if (run === null) break;
    // A run may reach over several clauses; it is said of the worst of them.
    let main = scores.clauses[run.from] ?? 0;
    for (let i = run.from; i < run.to; i++) {
      const clause = scores.clauses[i] ?? -1;
      if (clause < 0) continue;
      may[clause] = false;
      if ((masses[clause]?.bad ?? 0) > (masses[main]?.bad ?? 0)) main = clause;
    }
    const bad = masses[main]?.bad ?? 0;
    const severity = 0.3 + 0.45 * (bad / (bad + 3)) + (laborious.has(main) ? 0.15 : 0) + (urgent ? 0.1 : 0);
    const span: Span = [tokens.start[run.from] ?? 0, tokens.end[run.to - 1] ?? 0];
    points.push({
      span,
      theme: told[main]?.themes[0] ?? null,
      stage: told[main]?.stage ?? null,
      severity: round(Math.min(1, severity)),
    });
    // Beyond the first, only what is bad by itself is another problem.
    for (let k = 0; k < may.length; k++) if (isBad[k] !== true) may[k] = false;
  }
  return points;
}

/**
 * The run of tokens with the highest sum of scores, of equal ones the first: it starts and ends with a word, holds at most twelve, and stays
 * in one sentence and in clauses that it may stand in. `null` where there is none. Time is linear in the tokens.
 */
function findRun(
  tokens: Tokens,
  { scores, clauses, count }: PainScores,
  sentences: readonly number[],
  may: readonly boolean[],
): { readonly from: number; readonly to: number } | null {
  let most = -Infinity;
  let bestFrom = -1;
  let bestTo = -1;
  for (let from = 0; from < count; from++) {
    const first = clauses[from] ?? -1;
    if (first < 0 || may[first] !== true || !isWord(tokens, from)) continue;
    const sentence = sentences[first];
    let sum = 0;
    let words = 0;
    for (let i = from; i < count && words < RULE.mostWords && i < from + 2 * RULE.mostWords; i++) {
      const clause = clauses[i] ?? -1;
      if (clause >= 0 && (sentences[clause] !== sentence || may[clause] !== true)) break;
      if (!isWord(tokens, i)) continue;
      words++;
      sum += scores[i] ?? 0;
      if (clause < 0 || sum <= most) continue;
      most = sum;
      bestFrom = from;
      bestTo = i + 1;
    }
  }
  return bestFrom < 0 ? null : { from: bestFrom, to: bestTo };
}

function isWord({ kind }: Tokens, i: number): boolean {
  const own = kind[i];
  return own === TOKEN.word || own === TOKEN.number || own === TOKEN.price || own === TOKEN.hashtag;
}
