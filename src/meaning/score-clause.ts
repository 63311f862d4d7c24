import type { Clause } from "../language/clauses.js";
import { MARKS, TOKEN, type Tokens } from "../language/tokens.js";
import { TRAIT } from "../language/traits.js";
import { chooseMatches } from "./choose-matches.js";
import type { Match } from "./match-cues.js";
import { BACK_REACH, FAR_REACH, negateEnglish, negateTurkish } from "./negate.js";
import type { ReadyText } from "./ready-text.js";

/** A word or phrase that carries sentiment, with what its surroundings make of it. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** Valence after negation, boosting and the rest; about -5 to 5. */
  readonly value: number;
  /** Praise that bad news turns bitter. */
  readonly ironic: boolean;
}

/** How rules change a valence. Chosen on the gold training rows, not on development or test rows. */
const RULE = {
  /** A strengthened word gains this share ("very good"). Source: VADER's booster is 0.293 on a mean valence near 1.9. */
  boost: 0.25,
  dampen: -0.35,
  capitals: 1.15,
  elongated: 1.15,
  /** A question says little of how the writer feels. */
  asked: 0.3,
  /** "would be good", "should be faster": a wish for it tells that it is missing. */
  wishedGood: -0.4,
  wishedBad: 0.5,
  /** "too small" without any listed word, "not too small" */
  tooMuch: -1.4,
  notTooMuch: 0.6,
  /** "your form says "no problem"": the words of another */
  quoted: 0.3,
} as const;

/** Words back that a booster may stand. */
const BOOST_REACH = 2;

/** Finds the hits of one clause and what negation, degree, question and wish make of them; in text order. */
export function scoreClause(text: ReadyText, clause: Clause, matches: readonly Match[]): Hit[] {
  const chosen = chooseMatches(matches);
  const { covered } = text;
  for (const { from, to } of chosen) if (to - from > 1) for (let i = from; i < to; i++) covered[i] = 1;
  const hits: Hit[] = [];
  for (const match of chosen) {
    const valence = match.entry.valence ?? 0;
    if (valence === 0) continue;
    const value = weigh(text, clause, match, valence) * (isQuoted(text.tokens, match) ? RULE.quoted : 1);
    hits.push({ from: match.from, to: match.to, value, ironic: match.entry.ironic });
  }
  const listed = hits.length;
  addUnlisted(text, clause, chosen, hits);
  return hits.length > listed ? hits.sort((a, b) => a.from - b.from) : hits;
}

/** What degree, negation, question and wish make of the valence of one match. */
function weigh(text: ReadyText, clause: Clause, match: Match, valence: number): number {
  const { tokens, traits, covered } = text;
  const marks = tokens.marks[match.from] ?? 0;
  let value = valence;
  if ((marks & MARKS.elongated) !== 0) value *= RULE.elongated;
  if ((marks & MARKS.capitals) !== 0) value *= RULE.capitals;
  for (let i = match.from - 1; i >= clause.from && i >= match.from - BOOST_REACH; i--) {
    const own = traits[i] ?? 0;
    if (covered[i] === 1) break;
    if ((own & TRAIT.booster) !== 0) value *= 1 + RULE.boost;
    else if ((own & TRAIT.dampener) !== 0) value *= 1 + RULE.dampen;
    else if ((own & TRAIT.excess) !== 0 && value > 0) value *= -0.4;
    else break;
  }
  if (match.entry.fixed) return value;
  const negate = text.language === "en" ? negateEnglish : negateTurkish;
  value = negate(text, clause, match, value);
  if (clause.asks) return value * RULE.asked;
  // "I don't think anyone would call this bad" is told as fact.
  if (value > 0 !== valence > 0) return value;
  return isUnreal(text, clause, match) ? value * (value > 0 ? RULE.wishedGood : RULE.wishedBad) : value;
}

function isUnreal({ language, traits, covered }: ReadyText, clause: Clause, match: Match): boolean {
  const reach = Math.min(clause.to, language === "tr" ? match.to + BACK_REACH : match.from);
  for (let i = Math.max(clause.from, match.from - FAR_REACH); i < reach; i++) {
    if (((traits[i] ?? 0) & TRAIT.unreal) !== 0 && covered[i] !== 1) return true;
  }
  return false;
}

/** Words of the longest quotation that is taken for another's word and not for a whole quoted review. */
const QUOTED_WORDS = 4;

/** Whether a short quotation encloses the match. */
function isQuoted(tokens: Tokens, match: Match): boolean {
  for (let open = match.from - 1; open >= 0 && open >= match.from - QUOTED_WORDS; open--) {
    if (!isQuote(tokens, open)) continue;
    for (let close = match.to; close < tokens.count && close <= open + QUOTED_WORDS + 1; close++)
      if (isQuote(tokens, close)) return true;
    return false;
  }
  return false;
}

/** `" “ ” « » „` */
function isQuote({ kind, units, start }: Tokens, i: number): boolean {
  if (kind[i] !== TOKEN.punctuation) return false;
  const unit = units[start[i] ?? 0] ?? 0;
  return unit === 34 || (unit >= 0x201c && unit <= 0x201e) || unit === 0xab || unit === 0xbb;
}

/** Adds what no list has a valence for: too much of something (in English), and ratings written in the text. */
function addUnlisted(text: ReadyText, clause: Clause, chosen: readonly Match[], hits: Hit[]): void {
  const { traits, tokens, language } = text;
  if (language === "en") {
    for (let i = clause.from; i + 1 < clause.to; i++) {
      if (((traits[i] ?? 0) & TRAIT.excess) !== 0) addTooMuch(text, i, chosen, hits);
    }
  }
  for (let i = clause.from; i < clause.to; i++) if (tokens.kind[i] === TOKEN.number) addRating(tokens, i, hits);
}

/** "too thin", "too many steps", with "too" at `i`. */
function addTooMuch({ traits, tokens }: ReadyText, i: number, chosen: readonly Match[], hits: Hit[]): void {
  const next = traits[i + 1] ?? 0;
  if (tokens.kind[i + 1] !== TOKEN.word || (next & (TRAIT.subject | TRAIT.coordinator | TRAIT.auxiliary)) !== 0) return;
  if (chosen.some((match) => match.from <= i + 1 && match.to > i)) return;
  const negated = ((traits[i - 1] ?? 0) & TRAIT.negator) !== 0;
  hits.push({ from: i, to: i + 2, value: negated ? RULE.notTooMuch : RULE.tooMuch, ironic: false });
}

/** "2/5", "10/10" say where on their scale they stand. */
function addRating(tokens: Tokens, i: number, hits: Hit[]): void {
  const start = tokens.start[i] ?? 0;
  const end = tokens.end[i] ?? 0;
  if (end - start < 3) return;
  const rating = /^(\d{1,2}(?:[.,]\d)?)\/(5|10)$/.exec(tokens.text.slice(start, Math.min(end, start + 12)));
  if (rating === null) return;
  const share = Number((rating[1] ?? "").replace(",", ".")) / Number(rating[2]);
  if (share <= 1) hits.push({ from: i, to: i + 1, value: (share - 0.6) * 8, ironic: false });
}
