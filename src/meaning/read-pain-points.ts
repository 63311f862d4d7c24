import type { Stage } from "../core/labels.js";
import type { Clause } from "../language/clauses.js";
import { TOKEN, type Tokens } from "../language/tokens.js";
import type { PainPointReading, Span } from "./analysis.js";
import type { Hit } from "./score-clause.js";
import { type Mass, round } from "./sentiment.js";

/** Chosen on the gold training rows. */
const RULE = {
  /** Least bad mass of a clause that tells a problem, and how far it must outweigh the good. */
  leastBad: 0.8,
  /** Words of the longest span: the guide's "at most 12 words". */
  mostWords: 12,
  /** Words kept before the first and after the last telling word of a long clause. */
  wordsBefore: 3,
  wordsAfter: 3,
  mostPoints: 5,
} as const;

/** What a clause says that bears on its pain. */
export interface PainfulClause {
  readonly clause: Clause;
  readonly hits: readonly Hit[];
  readonly mass: Mass;
  readonly theme: string | null;
  readonly stage: Stage | null;
  /** Whether it tells of high effort. */
  readonly effort: boolean;
}

/**
 * Finds the problems told in a text: in each clause that is more bad than good, the shortest run of words around what makes
 * it bad. Most severe first, then in text order; at most five.
 *
 * Severity in [0, 1] = 0.3 + 0.45 x strength + 0.15 where effort is high + 0.1 where urgent, with strength = bad / (bad + 3).
 */
export function readPainPoints(tokens: Tokens, clauses: readonly PainfulClause[], urgent: boolean): PainPointReading[] {
  const found: PainPointReading[] = [];
  for (const painful of clauses) {
    const { mass, effort } = painful;
    if (mass.bad <= mass.good || (mass.bad < RULE.leastBad && !effort)) continue;
    const strength = mass.bad / (mass.bad + 3);
    const severity = round(Math.min(1, 0.3 + 0.45 * strength + (effort ? 0.15 : 0) + (urgent ? 0.1 : 0)));
    found.push({ span: spanOfPain(tokens, painful), theme: painful.theme, stage: painful.stage, severity });
  }
  return found.sort((a, b) => b.severity - a.severity || a.span[0] - b.span[0]).slice(0, RULE.mostPoints);
}

function isWordLike(kind: number | undefined): boolean {
  return kind === TOKEN.word || kind === TOKEN.number || kind === TOKEN.price || kind === TOKEN.hashtag;
}

function spanOfPain(tokens: Tokens, { clause, hits }: PainfulClause): Span {
  let { from, to } = trimmed(tokens, clause.from, clause.to);
  if (countWords(tokens, from, to) > RULE.mostWords) {
    const bad = hits.filter((hit) => hit.value < 0);
    const worst = bad.reduce<Hit | undefined>((a, b) => (a === undefined || b.value < a.value ? b : a), undefined);
    const first = worst?.from ?? from;
    const last = worst?.to ?? from + 1;
    const start = Math.max(from, first - RULE.wordsBefore);
    let end = Math.min(to, last + RULE.wordsAfter);
    while (end > start + 1 && countWords(tokens, start, end) > RULE.mostWords) end--;
    ({ from, to } = trimmed(tokens, start, end));
  }
  return [tokens.start[from] ?? 0, tokens.end[Math.max(from, to - 1)] ?? 0];
}

/** Leaves out marks at either end. */
function trimmed(tokens: Tokens, start: number, end: number): { from: number; to: number } {
  let from = start;
  let to = end;
  while (from + 1 < to && !isWordLike(tokens.kind[from])) from++;
  while (to - 1 > from && !isWordLike(tokens.kind[to - 1])) to--;
  return { from, to };
}

function countWords(tokens: Tokens, from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if (isWordLike(tokens.kind[i])) words++;
  return words;
}
