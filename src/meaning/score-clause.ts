import type { Language } from "../core/labels.js";
import { type Clause, LINK } from "../language/clauses.js";
import { MARKS, TOKEN, type Tokens } from "../language/tokens.js";
import { TRAIT, type WordReading } from "../language/traits.js";
import type { Match } from "./match-cues.js";

/** A word or phrase that carries sentiment, with what its surroundings make of it. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** Valence after negation, boosting and the rest; about -5 to 5. */
  readonly value: number;
  /** Praise that bad news turns bitter. */
  readonly ironic: boolean;
}

/** A text made ready for reading: its tokens and what is known of each. */
export interface ReadyText {
  readonly language: Language;
  readonly tokens: Tokens;
  readonly readings: readonly WordReading[];
}

/** How rules change a valence. Chosen on the gold training rows, not on development or test rows. */
const RULE = {
  /** A strengthened word gains this share ("very good"). Source: VADER's booster is 0.293 on a mean valence near 1.9. */
  boost: 0.25,
  dampen: -0.35,
  /** "not good" is as bad as "good" is good, nearly; "not bad" is only half as good as "bad" is bad. */
  negatedGood: -0.8,
  negatedBad: -0.5,
  /** "never met a kinder …", "couldn't be smoother" */
  topped: 1.2,
  capitals: 1.15,
  elongated: 1.15,
  /** A question says little of how the writer feels. */
  asked: 0.3,
  /** "would be good", "should be faster": a wish for it tells that it is missing. */
  wishedGood: -0.4,
  wishedBad: 0.5,
  /** "too small" without any listed word */
  tooMuch: -1.4,
  /** "the rattle is gone" */
  problemGone: -0.6,
  /** "your form says "no problem"": the words of another */
  quoted: 0.3,
  /** Praise beside bad news, and the bad news it takes. */
  bitter: -0.5,
  bitterFrom: 1,
} as const;

/** Words back that a booster may stand. */
const BOOST_REACH = 2;
/** Words back that "not", "never" and "n't" reach within a clause, and "no", "without". */
const FAR_REACH = 12;
const NEAR_REACH = 4;
/** Words ahead that değil, yok and a negated verb reach back from. */
const BACK_REACH = 3;

/** Finds the hits of one clause and what negation, degree, question and wish make of them; in text order. */
export function scoreClause(text: ReadyText, clause: Clause, matches: readonly Match[]): Hit[] {
  const chosen = chooseMatches(matches);
  const covered = chosen.some((match) => match.to - match.from > 1) ? new Set<number>() : NONE;
  for (const match of chosen) {
    if (match.to - match.from > 1) for (let i = match.from; i < match.to; i++) covered.add(i);
  }
  const hits: Hit[] = [];
  for (const match of chosen) {
    const valence = match.entry.valence ?? 0;
    if (valence === 0) continue;
    const value = weigh(text, clause, match, valence, covered) * (isQuoted(text, match) ? RULE.quoted : 1);
    hits.push({ from: match.from, to: match.to, value, ironic: match.entry.ironic });
  }
  const listed = hits.length;
  if (text.language === "en") addTooMuch(text, clause, chosen, hits);
  addRatings(text, clause, hits);
  return hits.length > listed ? hits.sort((a, b) => a.from - b.from) : hits;
}

/** What no phrase covers; never written to. */
const NONE: Set<number> = new Set();

/** Of overlapping matches with a valence the longest stays, of equally long ones the first. */
function chooseMatches(matches: readonly Match[]): Match[] {
  const chosen: Match[] = [];
  for (const match of matches) {
    if (match.entry.valence === null) continue;
    const last = chosen.at(-1);
    if (last === undefined || match.from >= last.to) chosen.push(match);
    else if (match.to - match.from > last.to - last.from) {
      chosen.pop();
      const before = chosen.at(-1);
      if (before !== undefined && match.from < before.to) chosen.push(last);
      else chosen.push(match);
    }
  }
  return chosen;
}

function weigh(text: ReadyText, clause: Clause, match: Match, valence: number, covered: ReadonlySet<number>): number {
  const { tokens, readings } = text;
  const marks = tokens.marks[match.from] ?? 0;
  let value = valence;
  if ((marks & MARKS.elongated) !== 0) value *= RULE.elongated;
  if ((marks & MARKS.capitals) !== 0) value *= RULE.capitals;
  for (let i = match.from - 1; i >= clause.from && i >= match.from - BOOST_REACH; i--) {
    const traits = readings[i]?.traits ?? 0;
    if (covered.has(i)) break;
    if ((traits & TRAIT.booster) !== 0) value *= 1 + RULE.boost;
    else if ((traits & TRAIT.dampener) !== 0) value *= 1 + RULE.dampen;
    else if ((traits & TRAIT.excess) !== 0 && value > 0) value *= -0.4;
    else break;
  }
  if (match.entry.fixed) return value;
  value =
    text.language === "en"
      ? negateEnglish(text, clause, match, value, covered)
      : negateTurkish(text, clause, match, value, covered);
  if (clause.asks) return value * RULE.asked;
  // "I don't think anyone would call this bad" is told as fact.
  if (value > 0 !== valence > 0) return value;
  return isUnreal(text, clause, match, covered) ? value * (value > 0 ? RULE.wishedGood : RULE.wishedBad) : value;
}

/**
 * "Congratulations, you lost my suitcase": praise of the kind used in irony turns where its sentence tells of bad things
 * without a "but" between. Hits of the clauses of one text, clause by clause; returns them with what turned.
 */
export function turnBitter(clauses: readonly Clause[], hits: readonly (readonly Hit[])[]): readonly (readonly Hit[])[] {
  if (!hits.some((list) => list.some((hit) => hit.ironic))) return hits;
  // Runs of clauses of one sentence without a contrast between them, with the bad news each tells.
  const runs: number[] = [];
  const badOfRun: number[] = [];
  clauses.forEach((clause, i) => {
    const joins = i > 0 && clauses[i - 1]?.sentence === clause.sentence && clause.link !== LINK.contrast;
    if (!joins) badOfRun.push(0);
    const run = badOfRun.length - 1;
    runs.push(run);
    for (const hit of hits[i] ?? []) if (hit.value < 0) badOfRun[run] = (badOfRun[run] ?? 0) - hit.value;
  });
  return hits.map((list, i) => {
    if ((badOfRun[runs[i] ?? 0] ?? 0) < RULE.bitterFrom) return list;
    return list.map((hit) => (hit.ironic && hit.value > 0 ? { ...hit, value: hit.value * RULE.bitter } : hit));
  });
}

const QUOTES = '"“”«»„';
/** Words of the longest quotation that is taken for another's word and not for a whole quoted review. */
const QUOTED_WORDS = 4;

/** Whether a short quotation encloses the match. */
function isQuoted({ tokens }: ReadyText, match: Match): boolean {
  const isQuote = (i: number): boolean =>
    tokens.kind[i] === TOKEN.punctuation && QUOTES.includes(tokens.text.charAt(tokens.start[i] ?? 0));
  for (let open = match.from - 1; open >= 0 && open >= match.from - QUOTED_WORDS; open--) {
    if (!isQuote(open)) continue;
    for (let close = match.to; close < tokens.count && close <= open + QUOTED_WORDS + 1; close++)
      if (isQuote(close)) return true;
    return false;
  }
  return false;
}

function turn(value: number): number {
  return value * (value > 0 ? RULE.negatedGood : RULE.negatedBad);
}

/**
 * English: each negator before the hit within its clause turns it, two turn it twice ("can't say it wasn't good").
 * A comparison under "never" or "couldn't" tops it instead: "never met a kinder team".
 */
function negateEnglish(
  text: ReadyText,
  clause: Clause,
  match: Match,
  value: number,
  covered: ReadonlySet<number>,
): number {
  const { readings } = text;
  const own = readings[match.from]?.traits ?? 0;
  const before = readings[match.from - 1]?.traits ?? 0;
  const compares = (own & TRAIT.comparative) !== 0 || (match.from > clause.from && (before & TRAIT.degree) !== 0);
  let turned = value;
  for (let i = match.from - 1; i >= clause.from && i >= match.from - FAR_REACH; i--) {
    const traits = readings[i]?.traits ?? 0;
    if ((traits & TRAIT.negator) === 0 || covered.has(i)) continue;
    if ((traits & TRAIT.nearNegator) !== 0 && match.from - i > NEAR_REACH) continue;
    if (isWord(text.tokens, i + 1, "only")) continue;
    if (compares && isSweeping(text, i)) turned *= RULE.topped;
    else turned = turn(turned);
  }
  return turnedAfter(text, clause, match, turned);
}

/** What follows may turn a hit too: the problem is "gone"; something is better "than you". */
function turnedAfter({ tokens, readings }: ReadyText, clause: Clause, match: Match, value: number): number {
  for (let i = match.to; i < clause.to && i <= match.to + BACK_REACH; i++) {
    const traits = readings[i]?.traits ?? 0;
    if ((traits & TRAIT.negatorAfter) !== 0 && value < 0) return value * RULE.problemGone;
    if ((traits & TRAIT.than) !== 0) {
      return ["you", "yours", "u", "this", "here"].some((word) => isWord(tokens, i + 1, word)) ? turn(value) : value;
    }
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
function isSweeping(text: ReadyText, i: number): boolean {
  const { tokens, readings } = text;
  const word = tokens.text.slice(tokens.start[i], tokens.end[i]).toLowerCase().replace("’", "'");
  return SWEEPING.has(word) || ((readings[i + 1]?.traits ?? 0) & TRAIT.opinion) !== 0;
}

function isWord(tokens: Tokens, i: number, word: string): boolean {
  return i < tokens.count && tokens.text.slice(tokens.start[i], tokens.end[i]).toLowerCase() === word;
}

/**
 * Turkish: the word's own suffixes turn it (beğenmedim, sorunsuz), then değil, yok or a negated verb that follows in the
 * clause; "ne … ne …" before it does too.
 */
function negateTurkish(
  text: ReadyText,
  clause: Clause,
  match: Match,
  value: number,
  covered: ReadonlySet<number>,
): number {
  const { readings } = text;
  const own = readings[match.to - 1]?.traits ?? 0;
  let turned = value;
  if ((own & (TRAIT.negated | TRAIT.privative)) !== 0) turned = turn(turned);
  for (let i = match.to; i < clause.to && i <= match.to + BACK_REACH; i++) {
    const traits = readings[i]?.traits ?? 0;
    if (covered.has(i) || text.tokens.kind[i] === TOKEN.punctuation) break;
    if ((traits & (TRAIT.negatorAfter | TRAIT.negated)) !== 0) turned = turn(turned);
  }
  if (isBetterThanThis(text, clause, match)) turned = turn(turned);
  if (countNe(text, clause, match.from) > 0 && isNeBefore(text, match.from)) turned = turn(turned);
  return turned;
}

const THAN_THIS = ["bundan", "bunlardan", "sizden", "sizinkinden", "buradan", "burdan"];

/** "bundan daha iyi", "bundan kat kat kötüydü": the comparison is against what the text is about. */
function isBetterThanThis({ tokens }: ReadyText, clause: Clause, match: Match): boolean {
  let than = false;
  let compares = false;
  for (let i = Math.max(clause.from, match.from - FAR_REACH); i < match.from; i++) {
    than ||= match.from - i <= NEAR_REACH && THAN_THIS.some((word) => isWord(tokens, i, word));
    compares ||= isWord(tokens, i, "daha") || isWord(tokens, i, "kat") || isWord(tokens, i, "bile");
  }
  return than && compares;
}

function isNeBefore(text: ReadyText, at: number): boolean {
  return isWord(text.tokens, at - 1, "ne") || isWord(text.tokens, at - 2, "ne");
}

/** "ne" negates only in pairs; alone it asks or exclaims. Returns 1 where the clause holds a pair. */
function countNe(text: ReadyText, clause: Clause, at: number): number {
  let found = 0;
  for (let i = Math.max(clause.from, at - FAR_REACH); i < Math.min(clause.to, at + FAR_REACH); i++) {
    if (isWord(text.tokens, i, "ne")) found++;
  }
  return found > 1 ? 1 : 0;
}

function isUnreal(text: ReadyText, clause: Clause, match: Match, covered: ReadonlySet<number>): boolean {
  const { readings } = text;
  const reach = text.language === "tr" ? match.to + BACK_REACH : match.from;
  for (let i = Math.max(clause.from, match.from - FAR_REACH); i < Math.min(clause.to, reach); i++) {
    if (!covered.has(i) && ((readings[i]?.traits ?? 0) & TRAIT.unreal) !== 0) return true;
  }
  return false;
}

/** "too thin", "too many steps": excess of what no list has a valence for. */
function addTooMuch(text: ReadyText, clause: Clause, chosen: readonly Match[], hits: Hit[]): void {
  const { tokens, readings } = text;
  for (let i = clause.from; i + 1 < clause.to; i++) {
    if (((readings[i]?.traits ?? 0) & TRAIT.excess) === 0) continue;
    const next = readings[i + 1]?.traits ?? 0;
    const taken = chosen.some((match) => match.from <= i + 1 && match.to > i);
    if (
      taken ||
      tokens.kind[i + 1] !== TOKEN.word ||
      (next & (TRAIT.subject | TRAIT.coordinator | TRAIT.auxiliary)) !== 0
    )
      continue;
    const negated = ((readings[i - 1]?.traits ?? 0) & TRAIT.negator) !== 0;
    hits.push({ from: i, to: i + 2, value: negated ? 0.6 : RULE.tooMuch, ironic: false });
  }
}

/** Ratings in the text: "2/5", "10/10" say where on their scale they stand. */
function addRatings(text: ReadyText, clause: Clause, hits: Hit[]): void {
  const { tokens } = text;
  for (let i = clause.from; i < clause.to; i++) {
    if (tokens.kind[i] !== TOKEN.number) continue;
    const written = tokens.text.slice(tokens.start[i], Math.min(tokens.end[i] ?? 0, (tokens.start[i] ?? 0) + 12));
    const rating = /^(\d{1,2}(?:[.,]\d)?)\/(5|10)$/.exec(written);
    if (rating === null) continue;
    const share = Number((rating[1] ?? "").replace(",", ".")) / Number(rating[2]);
    if (share <= 1) hits.push({ from: i, to: i + 1, value: (share - 0.6) * 8, ironic: false });
  }
}
