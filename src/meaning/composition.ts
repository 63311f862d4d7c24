import { type Clause, LINK } from "../language/clauses.js";
import { TOKEN } from "../language/tokens.js";
import { TRAIT } from "../language/traits.js";
import { chooseMatches } from "./choose-matches.js";
import type { Match } from "./match-cues.js";
import type { ReadyText } from "./ready-text.js";
import type { Hit } from "./score-clause.js";
import { labelMass, type Mass, scoreMass } from "./sentiment.js";

/** Composition features are hashed to 2^16 rows. */
export const COMPOSITION_BITS = 16;

/** A run of clauses with what the rules say of it: a text, or one clause of it. */
export interface Composed {
  readonly clauses: readonly Clause[];
  readonly masses: readonly Mass[];
  readonly hits: readonly (readonly Hit[])[];
  readonly matches: readonly (readonly Match[])[];
  /** What the rules make of all clauses together. */
  readonly whole: Mass;
}

/** Kinds of composition features. */
const SPACE = {
  label: 1,
  score: 2,
  masses: 3,
  labelAsked: 4,
  ends: 5,
  order: 6,
  counts: 7,
  classes: 8,
  dense: 9,
  agreement: 10,
} as const;

/** Classes of tokens. Those of traits are tried in this order. */
const TRAIT_CLASSES: readonly (readonly [trait: number, name: number])[] = [
  TRAIT.contrast,
  TRAIT.concession,
  TRAIT.negator,
  TRAIT.negatorAfter,
  TRAIT.privative,
  TRAIT.negated,
  TRAIT.excess,
  TRAIT.booster,
  TRAIT.dampener,
  TRAIT.unreal,
  TRAIT.question,
  TRAIT.than,
  TRAIT.request,
  TRAIT.comparative,
  TRAIT.degree,
  TRAIT.opinion,
  TRAIT.timeUnit,
  TRAIT.numberWord,
  TRAIT.cause,
].map((trait, at) => [trait, at + 16] as const);

/** All other words in a run. */
const OTHER = 1;
const NUMBER = 2;
/** Comma, stop, exclamation, question, other marks. */
const MARKS_FROM = 3;
/** Good and bad words, strong and weak, as listed or as complete phrases. */
const VALENCED_FROM = 8;

/** Tokens of a long text whose classes are read: what stands in the first clauses and in the last. */
const CLASSES_MOST = 96;
const ORDER_MOST = 12;
const LONGEST_RUN = 4;

const classes = new Uint8Array(CLASSES_MOST);
const dense = new Uint8Array(CLASSES_MOST);

function rowOf(space: number, value: number): number {
  const mixed = Math.imul(value ^ Math.imul(space, 0x9e3779b1), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> (32 - COMPOSITION_BITS);
}

/** Leads of the best word score over the next at which the verdict of the words counts as leaning, and as clear. */
const LEANING = 0.5;
const CLEAR = 1.5;

/**
 * Reads how a text is composed, apart from its words: what the rules of negation, degree and contrast make of it, how its
 * clauses follow one another, and which classes of words (good, bad, negator, contrast, …) stand in which order.
 *
 * @param words scores of the labels by the words alone, in units of log-odds
 * @param addRow receives the row of each feature, with repetition
 */
export function readComposition(
  text: ReadyText,
  composed: Composed,
  words: Float64Array,
  addRow: (row: number) => void,
): void {
  const { clauses, masses, hits, whole } = composed;
  const label = codeOf(whole);
  readAgreement(whole, label, words, clauses.length, addRow);
  addRow(rowOf(SPACE.label, label));
  addRow(rowOf(SPACE.score, Math.round(scoreMass(whole) * 5) + 5));
  addRow(rowOf(SPACE.masses, binOf(whole.good) * 8 + binOf(whole.bad)));
  addRow(rowOf(SPACE.labelAsked, label * 2 + (clauses.some((clause) => clause.asks) ? 1 : 0)));
  const first = codeOf(masses[0]);
  const last = codeOf(masses[masses.length - 1]);
  addRow(rowOf(SPACE.ends, first));
  addRow(rowOf(SPACE.ends, 8 + last));
  addRow(rowOf(SPACE.ends, 16 + first * 8 + last));
  readOrder(clauses, masses, addRow);
  let good = 0;
  let bad = 0;
  for (const list of hits) for (const { value } of list) value > 0 ? good++ : bad++;
  addRow(rowOf(SPACE.counts, Math.min(good, 3) * 4 + Math.min(bad, 3)));
  readClasses(text, composed, addRow);
}

/** Whether rules and words agree, and how clearly each speaks. */
function readAgreement(
  whole: Mass,
  label: number,
  words: Float64Array,
  clauses: number,
  addRow: (row: number) => void,
): void {
  let best = 0;
  for (let c = 1; c < words.length; c++) if ((words[c] ?? 0) > (words[best] ?? 0)) best = c;
  let next = -Infinity;
  for (let c = 0; c < words.length; c++) if (c !== best) next = Math.max(next, words[c] ?? 0);
  const lead = (words[best] ?? 0) - next;
  const verdict = best * 4 + (lead < LEANING ? 0 : lead < CLEAR ? 1 : 2);
  const score = Math.round(scoreMass(whole) * 3) + 3;
  addRow(rowOf(SPACE.agreement, verdict * 8 + label));
  addRow(rowOf(SPACE.agreement, 1024 + verdict * 8 + score));
  addRow(rowOf(SPACE.agreement, 2048 + (verdict * 8 + label) * 4 + Math.min(clauses, 3)));
}

const LABEL_CODES = { negative: 1, neutral: 2, mixed: 3, positive: 4 } as const;

function codeOf(mass: Mass | undefined): number {
  return mass === undefined ? 0 : LABEL_CODES[labelMass(mass)];
}

function binOf(mass: number): number {
  return mass < 0.01 ? 0 : mass < 0.8 ? 1 : mass < 1.6 ? 2 : mass < 2.6 ? 3 : mass < 4 ? 4 : 5;
}

/** How good, bad and empty clauses follow one another, and by which link. */
function readOrder(clauses: readonly Clause[], masses: readonly Mass[], addRow: (row: number) => void): void {
  const count = Math.min(clauses.length, ORDER_MOST);
  let start = 1;
  let before = 0;
  let beforeThat = 0;
  for (let i = 0; i < count; i++) {
    const { good, bad } = masses[i] ?? { good: 0, bad: 0 };
    const side = good > bad + 0.3 ? 1 : bad > good + 0.3 ? 2 : 3;
    const link = clauses[i]?.link ?? LINK.plain;
    const code = side + link * 4;
    addRow(rowOf(SPACE.order, code));
    if (before !== 0) addRow(rowOf(SPACE.order, before * 16 + code));
    if (beforeThat !== 0) addRow(rowOf(SPACE.order, (beforeThat * 16 + before) * 16 + code));
    beforeThat = before;
    before = code;
    if (i < 4) start = start * 16 + code;
  }
  addRow(rowOf(SPACE.order, (start << 1) | (clauses.length > 4 ? 1 : 0) | (1 << 30)));
}

/** Runs of one to four classes, with plain words between them as one gap, and without. */
function readClasses(text: ReadyText, composed: Composed, addRow: (row: number) => void): void {
  let count = 0;
  for (let c = 0; c < composed.clauses.length && count < CLASSES_MOST; c++) {
    const clause = composed.clauses[c];
    if (clause === undefined) continue;
    count = classifyClause(
      text,
      composed.clauses[c - 1]?.to ?? clause.from,
      clause.to,
      composed.matches[c] ?? [],
      count,
    );
  }
  // The mark that ends the text stands outside its last clause.
  const end = composed.clauses[composed.clauses.length - 1]?.to ?? 0;
  if (count < CLASSES_MOST && end < text.tokens.count && text.tokens.kind[end] === TOKEN.punctuation) {
    classes[count++] = markOf(text, end);
  }
  let denseCount = 0;
  for (let i = 0; i < count; i++) {
    const own = classes[i] ?? 0;
    let run = 0;
    for (let back = 0; back < LONGEST_RUN && back <= i; back++) {
      run |= (classes[i - back] ?? 0) << (back * 6);
      addRow(rowOf(SPACE.classes + back * 16, run));
    }
    if (own === OTHER) continue;
    dense[denseCount++] = own;
    run = own;
    for (let back = 1; back < LONGEST_RUN && back < denseCount; back++) {
      run |= (dense[denseCount - 1 - back] ?? 0) << (back * 6);
      addRow(rowOf(SPACE.dense + back * 16, run));
    }
  }
}

/** Writes the classes of the tokens `[from, to)` after the first `count`; returns how many there are then. */
function classifyClause(text: ReadyText, from: number, to: number, matches: readonly Match[], count: number): number {
  const { tokens, traits } = text;
  const chosen = chooseMatches(matches);
  let next = 0;
  for (let i = from; i < to && count < CLASSES_MOST; i++) {
    while ((chosen[next]?.to ?? Infinity) <= i) next++;
    const match = chosen[next];
    const valence = match?.entry.valence ?? 0;
    if (match !== undefined && valence !== 0 && match.from <= i) {
      classes[count++] =
        VALENCED_FROM + (valence > 0 ? 0 : 4) + (Math.abs(valence) >= 2 ? 2 : 0) + (match.entry.fixed ? 1 : 0);
      i = match.to - 1;
      continue;
    }
    const own = classOf(text, i, traits[i] ?? 0, tokens.kind[i] ?? 0);
    if (own !== OTHER || count === 0 || classes[count - 1] !== OTHER) classes[count++] = own;
  }
  return count;
}

function classOf(text: ReadyText, i: number, traits: number, kind: number): number {
  if (kind === TOKEN.punctuation) return markOf(text, i);
  if (traits !== 0) for (const [trait, name] of TRAIT_CLASSES) if ((traits & trait) !== 0) return name;
  return kind === TOKEN.number || kind === TOKEN.price ? NUMBER : OTHER;
}

function markOf({ tokens }: ReadyText, i: number): number {
  const place = ".!?,".indexOf(tokens.text.charAt(tokens.start[i] ?? 0));
  return MARKS_FROM + (place === -1 ? 4 : place);
}
