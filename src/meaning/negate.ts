import type { Clause } from "../language/clauses.js";
import { isWritten, TOKEN, type Tokens } from "../language/tokens.js";
import { TRAIT } from "../language/traits.js";
import type { Match } from "./match-cues.js";
import type { ReadyText } from "./ready-text.js";

/** What negation makes of a valence. Chosen on the gold training rows, not on development or test rows. */
const RULE = {
  /** "not good" is as bad as "good" is good, nearly; "not bad" is only half as good as "bad" is bad. */
  negatedGood: -0.8,
  negatedBad: -0.5,
  /** "never met a kinder …", "couldn't be smoother" */
  topped: 1.2,
  /** "the rattle is gone" */
  problemGone: -0.6,
} as const;

/** Words back that "not", "never" and "n't" reach within a clause, and "no", "without". */
export const FAR_REACH = 12;
const NEAR_REACH = 4;
/** Words ahead that değil, yok and a negated verb reach back from. */
export const BACK_REACH = 3;

function turn(value: number): number {
  return value * (value > 0 ? RULE.negatedGood : RULE.negatedBad);
}

/**
 * English: each negator before the hit within its clause turns it, two turn it twice ("can't say it wasn't good").
 * A comparison under "never" or "couldn't" tops it instead: "never met a kinder team".
 */
export function negateEnglish(text: ReadyText, clause: Clause, match: Match, value: number): number {
  const { traits, covered } = text;
  const { from } = match;
  let turned = value;
  for (let i = from - 1; i >= clause.from && i >= from - FAR_REACH; i--) {
    const own = traits[i] ?? 0;
    if ((own & TRAIT.negator) === 0 || covered[i] === 1) continue;
    if ((own & TRAIT.nearNegator) !== 0 && from - i > NEAR_REACH) continue;
    if (isWritten(text.tokens, i + 1, "only")) continue;
    if (compares(text, clause, from) && isSweeping(text, i)) turned *= RULE.topped;
    else turned = turn(turned);
  }
  return turnedAfter(text, clause, match, turned);
}

/** Whether a hit is a comparison: "kinder", "more helpful". */
function compares({ traits }: ReadyText, clause: Clause, from: number): boolean {
  if (((traits[from] ?? 0) & TRAIT.comparative) !== 0) return true;
  return from > clause.from && ((traits[from - 1] ?? 0) & TRAIT.degree) !== 0;
}

const THAN_YOU = ["you", "yours", "u", "this", "here"];

/** What follows may turn a hit too: the problem is "gone"; something is better "than you". */
function turnedAfter({ tokens, traits }: ReadyText, clause: Clause, match: Match, value: number): number {
  for (let i = match.to; i < clause.to && i <= match.to + BACK_REACH; i++) {
    const own = traits[i] ?? 0;
    if ((own & TRAIT.negatorAfter) !== 0 && value < 0) return value * RULE.problemGone;
    if ((own & TRAIT.than) !== 0) return isOneOf(tokens, i + 1, THAN_YOU) ? turn(value) : value;
  }
  return value;
}

const SWEEPING: ReadonlySet<string> = new Set([
  "never",
  "couldn't",
  "couldnt",
  "can't",
  "cant",
  "cannot",
  "nobody",
  "nothing",
  "nowhere",
]);

/** "never", "couldn't", "don't think": under them a comparison means the utmost. */
function isSweeping({ tokens, traits }: ReadyText, i: number): boolean {
  const word = tokens.text.slice(tokens.start[i], tokens.end[i]).toLowerCase().replace("’", "'");
  return SWEEPING.has(word) || ((traits[i + 1] ?? 0) & TRAIT.opinion) !== 0;
}

function isOneOf(tokens: Tokens, i: number, words: readonly string[]): boolean {
  for (const word of words) if (isWritten(tokens, i, word)) return true;
  return false;
}

/**
 * Turkish: the word's own suffixes turn it (beğenmedim, sorunsuz), then değil, yok or a negated verb that follows in the
 * clause; "ne … ne …" before it does too.
 */
export function negateTurkish(text: ReadyText, clause: Clause, match: Match, value: number): number {
  const { traits, covered, tokens } = text;
  const own = traits[match.to - 1] ?? 0;
  let turned = value;
  if ((own & (TRAIT.negated | TRAIT.privative)) !== 0) turned = turn(turned);
  for (let i = match.to; i < clause.to && i <= match.to + BACK_REACH; i++) {
    if (covered[i] === 1 || tokens.kind[i] === TOKEN.punctuation) break;
    if (((traits[i] ?? 0) & (TRAIT.negatorAfter | TRAIT.negated)) !== 0) turned = turn(turned);
  }
  if (isBetterThanThis(text, clause, match)) turned = turn(turned);
  if (isNeBefore(tokens, match.from) && isNePaired(text, clause, match.from)) turned = turn(turned);
  return turned;
}

const THAN_THIS = ["bundan", "bunlardan", "sizden", "sizinkinden", "buradan", "burdan"];
const COMPARING = ["daha", "kat", "bile"];

/** "bundan daha iyi", "bundan kat kat kötüydü": the comparison is against what the text is about. */
function isBetterThanThis({ tokens }: ReadyText, clause: Clause, match: Match): boolean {
  let than = false;
  for (let i = Math.max(clause.from, match.from - NEAR_REACH); i < match.from; i++) {
    if (isOneOf(tokens, i, THAN_THIS)) than = true;
  }
  if (!than) return false;
  for (let i = Math.max(clause.from, match.from - FAR_REACH); i < match.from; i++) {
    if (isOneOf(tokens, i, COMPARING)) return true;
  }
  return false;
}

function isNeBefore(tokens: Tokens, at: number): boolean {
  return isWritten(tokens, at - 1, "ne") || isWritten(tokens, at - 2, "ne");
}

/** "ne" negates only in pairs; alone it asks or exclaims. Whether the clause holds a pair near a hit. */
function isNePaired({ tokens }: ReadyText, clause: Clause, at: number): boolean {
  let found = 0;
  for (let i = Math.max(clause.from, at - FAR_REACH); i < Math.min(clause.to, at + FAR_REACH); i++) {
    if (isWritten(tokens, i, "ne")) found++;
  }
  return found > 1;
}
