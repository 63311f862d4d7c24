import type { Polarity } from "./analysis.js";
import type { RuleReading } from "./read-rules.js";
import type { Hit } from "./score-clause.js";
import type { Mass } from "./sentiment.js";
import { classOfToken } from "./word-classes.js";

/** Features of tokens are hashed to 2^16 rows. */
export const PAIN_BITS = 16;

/** What is known of a text before its problem is looked for. */
export interface PainFacts {
  readonly rules: RuleReading;
  /** What the rules make of each clause, brought into line with the trained reading. */
  readonly masses: readonly Mass[];
  /** The trained reading of each clause. */
  readonly polarities: readonly Polarity[];
  /** The trained reading of the text. */
  readonly whole: Polarity;
}

/** What one token shows beside its letters, as {@link readPainFeatures} needs it of its neighbours. */
interface TokenSigns {
  /** Number of the clause that each token stands in, -1 for none. */
  clause: Int32Array;
  /** Class by the part in its clause and by the list of good and bad words. */
  sign: Int32Array;
  /** Words to the nearest bad word, {@link FAR} where there is none near. */
  distance: Int32Array;
}

/** Words beyond which a bad word is not near; and what stands for none. */
const NEAR = 8;
const FAR = 20;

const HIT = { none: 0, bad: 1, worse: 2, good: 3 } as const;
/** A hit as bad as this is a strong one. */
const WORSE = -1.2;

/** Stand for what is before the first token and after the last. */
const OUTSIDE_HASH = 7;
const OUTSIDE_SIGN = 77;
const SIGNS = 999;

let signs: TokenSigns = makeSigns(256);

function makeSigns(room: number): TokenSigns {
  return { clause: new Int32Array(room), sign: new Int32Array(room), distance: new Int32Array(room) };
}

/** Reads what the tokens of a text show; the tokens from `most` on are left out. */
function readSigns({ rules }: PainFacts, count: number): void {
  const { clauses, hits, text } = rules;
  if (signs.clause.length < count) signs = makeSigns(count);
  const { clause, sign, distance } = signs;
  clause.fill(-1, 0, count);
  distance.fill(FAR, 0, count);
  for (let i = 0; i < count; i++) sign[i] = classOfToken(text.tokens, text.traits, i) * 4;
  clauses.forEach(({ from, to }, k) => {
    for (let i = from; i < Math.min(to, count); i++) clause[i] = k;
    for (const hit of hits[k] ?? []) markHit(hit, count);
  });
}

function markHit({ from, to, value }: Hit, count: number): void {
  const { sign, distance } = signs;
  const kind = value < WORSE ? HIT.worse : value < 0 ? HIT.bad : value > 0 ? HIT.good : HIT.none;
  for (let i = from; i < Math.min(to, count); i++) sign[i] = ((sign[i] ?? 0) & ~3) | kind;
  if (value >= 0) return;
  for (let i = Math.max(0, from - NEAR); i < Math.min(count, to + NEAR); i++) {
    // Before the bad word above 0, after it below.
    const away = i < from ? from - i : i >= to ? to - 1 - i : 0;
    if (Math.abs(away) < Math.abs(distance[i] ?? FAR)) distance[i] = away;
  }
}

/**
 * Reads the features by which each token of a text is told to be part of its problem or not: the words around it, which of them are
 * bad, and how bad its clause is.
 *
 * @param most tokens read at most
 * @param isAsked whether the tokens of a clause are read; those of no clause have the number -1
 * @param give receives the token and the rows of its features, written anew for the next token
 * @returns tokens looked at
 */
export function readPainFeatures(
  facts: PainFacts,
  most: number,
  isAsked: (clause: number) => boolean,
  give: (token: number, rows: Int32Array, count: number) => void,
): number {
  const { rules, polarities, whole } = facts;
  const { clauses, text } = rules;
  const { tokens, traits } = text;
  const count = Math.min(tokens.count, most);
  readSigns(facts, count);
  const { clause, sign, distance } = signs;
  const { hash } = tokens;
  const worst = worstClause(facts);
  const textScore = stepOf(whole.score);
  let shared = -2;
  let start = 0;
  let score = 0;
  let isWorst = 0;
  for (let i = 0; i < count; i++) {
    const k = clause[i] ?? -1;
    if (!isAsked(k)) continue;
    const own = clauses[k];
    if (k !== shared) {
      // What all tokens of a clause share.
      shared = k;
      score = stepOf(polarities[k]?.score ?? 1.25);
      isWorst = k === worst ? 1 : 0;
      used = 0;
      add(14, score);
      add(16, isWorst);
      add(17, isWorst * 64 + score);
      add(18, Math.min(k, 5));
      add(19, Math.min(clauses.length, 6) * 8 + Math.min(k, 6));
      add(20, textScore);
      if (own !== undefined) add(24, Math.min(own.to - own.from, 16));
      start = used;
    }
    used = start;
    const away = distance[i] ?? FAR;
    const hashHere = hash[i] ?? 0;
    const hashBefore = i < 1 ? OUTSIDE_HASH : (hash[i - 1] ?? 0);
    const hashAfter = i + 1 >= count ? OUTSIDE_HASH : (hash[i + 1] ?? 0);
    const here = sign[i] ?? 0;
    const before = i < 1 ? OUTSIDE_SIGN : (sign[i - 1] ?? 0);
    const after = i + 1 >= count ? OUTSIDE_SIGN : (sign[i + 1] ?? 0);
    add(1, hashHere);
    add(2, hashBefore);
    add(3, hashAfter);
    add(4, Math.imul(hashHere, 0x9e3779b1) ^ hashAfter);
    add(5, Math.imul(hashBefore, 0x9e3779b1) ^ hashHere);
    add(6, here);
    add(7, before * SIGNS + here);
    add(8, here * SIGNS + after);
    add(9, (before * SIGNS + here) * SIGNS + after);
    add(10, (i < 2 ? OUTSIDE_SIGN : (sign[i - 2] ?? 0)) * SIGNS + before);
    add(11, after * SIGNS + (i + 2 >= count ? OUTSIDE_SIGN : (sign[i + 2] ?? 0)));
    add(12, away);
    add(13, away * 512 + here);
    add(15, score * 64 + away);
    add(21, (traits[i] ?? 0) & 0xffff);
    if (own !== undefined) {
      add(22, Math.min(i - own.from, 6));
      add(23, Math.min(own.to - i, 6));
      add(25, Math.min(i - own.from, 4) * 64 + Math.min(own.to - own.from, 16));
    }
    give(i, rows, used);
  }
  return count;
}

const rows = new Int32Array(32);
let used = 0;

function add(space: number, value: number): void {
  const mixed = Math.imul(value ^ Math.imul(space, 0x9e3779b1), 0x85ebca6b);
  rows[used++] = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> (32 - PAIN_BITS);
}

/** A score in nine steps; what is above 1 stands for none. */
function stepOf(score: number): number {
  return Math.round(score * 4) + 4;
}

/** Number of the clause in which the bad most outweighs the good; -1 where it does in none. */
function worstClause({ masses }: PainFacts): number {
  let worst = -1;
  let most = 0;
  masses.forEach(({ good, bad }, k) => {
    if (bad - good <= most) return;
    most = bad - good;
    worst = k;
  });
  return worst;
}
