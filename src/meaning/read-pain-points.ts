import type { Clause } from "../language/clauses.js";
import { TOKEN, type Tokens } from "../language/tokens.js";
import type { ClauseReading, PainPointReading, Span } from "./analysis.js";
import { insertInOrder } from "./insert-in-order.js";
import type { ClauseFacts } from "./read-themes.js";
import type { Hit } from "./score-clause.js";
import { round } from "./sentiment.js";

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

/**
 * Finds the problems told in a text: in each clause that is more bad than good, the shortest run of words around what makes
 * it bad. Most severe first, then in text order; at most five.
 *
 * Severity in [0, 1] = 0.3 + 0.45 x strength + 0.15 where effort is high + 0.1 where urgent, with strength = bad / (bad + 3).
 *
 * @param told what was read of each clause
 * @param laborious numbers of the clauses that tell of high effort
 */
export function readPainPoints(
  tokens: Tokens,
  { clauses, hits, masses }: ClauseFacts,
  told: readonly ClauseReading[],
  laborious: ReadonlySet<number>,
  urgent: boolean,
): PainPointReading[] {
  const found: PainPointReading[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i];
    const { good = 0, bad = 0 } = masses[i] ?? {};
    if (clause === undefined || bad <= good) continue;
    const effort = laborious.has(i);
    if (bad < RULE.leastBad && !effort) continue;
    const strength = bad / (bad + 3);
    const severity = round(Math.min(1, 0.3 + 0.45 * strength + (effort ? 0.15 : 0) + (urgent ? 0.1 : 0)));
    if (found.length === RULE.mostPoints) {
      if (severity <= (found[RULE.mostPoints - 1]?.severity ?? 0)) continue;
      found.pop();
    }
    const span = spanOfPain(tokens, clause, hits[i] ?? []);
    const point = { span, theme: told[i]?.themes[0] ?? null, stage: told[i]?.stage ?? null, severity };
    insertInOrder(found, point, bySeverity);
  }
  return found;
}

/** Of equally severe ones the first in the text stays before. */
function bySeverity(a: PainPointReading, b: PainPointReading): number {
  return b.severity - a.severity;
}

function isWordLike(kind: number | undefined): boolean {
  return kind === TOKEN.word || kind === TOKEN.number || kind === TOKEN.price || kind === TOKEN.hashtag;
}

function spanOfPain(tokens: Tokens, clause: Clause, hits: readonly Hit[]): Span {
  let { from, to } = trimmed(tokens, clause.from, clause.to);
  if (countWords(tokens, from, to) > RULE.mostWords) {
    let worst: Hit | undefined;
    for (const hit of hits) if (hit.value < (worst?.value ?? 0)) worst = hit;
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
