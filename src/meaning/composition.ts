import { type Clause, LINK } from "../language/clauses.js";
import { TOKEN } from "../language/tokens.js";
import type { Match } from "./match-cues.js";
import type { ReadyText } from "./ready-text.js";
import type { Hit } from "./score-clause.js";
import { labelMass, type Mass, NO_MASS, scoreMass } from "./sentiment.js";
import { classifyTokens, OTHER_CLASS } from "./word-classes.js";

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

/** Tokens of a long text whose classes are read: what stands in the first clauses and in the last. */
const CLASSES_MOST = 96;
const ORDER_MOST = 12;

const classes = new Uint8Array(CLASSES_MOST);

/** Rows of the composition read last, with repetition; as many as {@link listComposition} said. */
export const COMPOSITION_ROWS: Int32Array = new Int32Array(1024);
let listed = 0;

function addRow(space: number, value: number): void {
  COMPOSITION_ROWS[listed++] = rowOf(space, value);
}

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
 * @param give receives the row of each feature, with repetition
 */
export function readComposition(
  text: ReadyText,
  composed: Composed,
  words: Float64Array,
  give: (row: number) => void,
): void {
  const count = listComposition(text, composed, 0, composed.clauses.length, composed.whole, words);
  for (let k = 0; k < count; k++) give(COMPOSITION_ROWS[k] ?? 0);
}

/**
 * As {@link readComposition}, of the clauses `[from, to)`: fills {@link COMPOSITION_ROWS} and returns how many rows there are.
 *
 * @param whole what the rules make of these clauses together
 */
export function listComposition(
  text: ReadyText,
  composed: Composed,
  from: number,
  to: number,
  whole: Mass,
  words: Float64Array,
): number {
  const { clauses, masses, hits } = composed;
  listed = 0;
  const label = codeOf(whole);
  const score = scoreMass(whole);
  readAgreement(score, label, words, to - from);
  addRow(SPACE.label, label);
  addRow(SPACE.score, Math.round(score * 5) + 5);
  addRow(SPACE.masses, binOf(whole.good) * 8 + binOf(whole.bad));
  addRow(SPACE.labelAsked, label * 2 + (asksIn(clauses, from, to) ? 1 : 0));
  // Of one clause all three are the same.
  const isOne = to - from === 1 && masses[from] === whole;
  const first = isOne ? label : from < to ? codeOf(masses[from]) : 0;
  const last = isOne ? label : from < to ? codeOf(masses[to - 1]) : 0;
  addRow(SPACE.ends, first);
  addRow(SPACE.ends, 8 + last);
  addRow(SPACE.ends, 16 + first * 8 + last);
  readOrder(clauses, masses, from, to);
  let good = 0;
  let bad = 0;
  for (let i = from; i < to; i++) for (const { value } of hits[i] ?? []) value > 0 ? good++ : bad++;
  addRow(SPACE.counts, Math.min(good, 3) * 4 + Math.min(bad, 3));
  readClasses(text, composed, from, to);
  return listed;
}

function asksIn(clauses: readonly Clause[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (clauses[i]?.asks === true) return true;
  return false;
}

/** Whether rules and words agree, and how clearly each speaks. */
function readAgreement(rules: number, label: number, words: Float64Array, clauses: number): void {
  let best = 0;
  for (let c = 1; c < words.length; c++) if ((words[c] ?? 0) > (words[best] ?? 0)) best = c;
  let next = -Infinity;
  for (let c = 0; c < words.length; c++) if (c !== best) next = Math.max(next, words[c] ?? 0);
  const lead = (words[best] ?? 0) - next;
  const verdict = best * 4 + (lead < LEANING ? 0 : lead < CLEAR ? 1 : 2);
  const score = Math.round(rules * 3) + 3;
  addRow(SPACE.agreement, verdict * 8 + label);
  addRow(SPACE.agreement, 1024 + verdict * 8 + score);
  addRow(SPACE.agreement, 2048 + (verdict * 8 + label) * 4 + Math.min(clauses, 3));
}

const LABEL_CODES = { negative: 1, neutral: 2, mixed: 3, positive: 4 } as const;

function codeOf(mass: Mass | undefined): number {
  return mass === undefined ? 0 : LABEL_CODES[labelMass(mass)];
}

function binOf(mass: number): number {
  return mass < 0.01 ? 0 : mass < 0.8 ? 1 : mass < 1.6 ? 2 : mass < 2.6 ? 3 : mass < 4 ? 4 : 5;
}

/** How good, bad and empty clauses follow one another, and by which link. */
function readOrder(clauses: readonly Clause[], masses: readonly Mass[], from: number, to: number): void {
  const count = Math.min(to - from, ORDER_MOST);
  let start = 1;
  let before = 0;
  let beforeThat = 0;
  for (let i = 0; i < count; i++) {
    const { good, bad } = masses[from + i] ?? NO_MASS;
    const side = good > bad + 0.3 ? 1 : bad > good + 0.3 ? 2 : 3;
    const link = clauses[from + i]?.link ?? LINK.plain;
    const code = side + link * 4;
    addRow(SPACE.order, code);
    if (before !== 0) addRow(SPACE.order, before * 16 + code);
    if (beforeThat !== 0) addRow(SPACE.order, (beforeThat * 16 + before) * 16 + code);
    beforeThat = before;
    before = code;
    if (i < 4) start = start * 16 + code;
  }
  addRow(SPACE.order, (start << 1) | (to - from > 4 ? 1 : 0) | (1 << 30));
}

/** Runs of one to four classes, with plain words between them as one gap, and without. */
function readClasses(text: ReadyText, { clauses, matches }: Composed, from: number, to: number): void {
  const { tokens } = text;
  let count = 0;
  let start = clauses[from]?.from ?? 0;
  for (let c = from; c < to && count < CLASSES_MOST; c++) {
    const end = clauses[c]?.to ?? start;
    count = classifyTokens(text, start, end, matches[c] ?? [], classes, count);
    start = end;
  }
  // The mark that ends the text stands outside its last clause.
  const end = clauses[to - 1]?.to ?? 0;
  if (end < tokens.count && tokens.kind[end] === TOKEN.punctuation) {
    count = classifyTokens(text, end, end + 1, [], classes, count);
  }
  // The classes read last, six bits each, the last one lowest: so a run of four ends in a run of three.
  const rows = COMPOSITION_ROWS;
  let used = listed;
  let all = 0;
  let dense = 0;
  let denseCount = 0;
  for (let i = 0; i < count; i++) {
    const own = classes[i] ?? 0;
    all = (all << 6) | own;
    rows[used++] = rowOf(SPACE.classes, own);
    if (i > 0) rows[used++] = rowOf(SPACE.classes + 16, all & 0xfff);
    if (i > 1) rows[used++] = rowOf(SPACE.classes + 32, all & 0x3ffff);
    if (i > 2) rows[used++] = rowOf(SPACE.classes + 48, all & 0xffffff);
    if (own === OTHER_CLASS) continue;
    dense = (dense << 6) | own;
    if (denseCount > 0) rows[used++] = rowOf(SPACE.dense + 16, dense & 0xfff);
    if (denseCount > 1) rows[used++] = rowOf(SPACE.dense + 32, dense & 0x3ffff);
    if (denseCount > 2) rows[used++] = rowOf(SPACE.dense + 48, dense & 0xffffff);
    denseCount++;
  }
  listed = used;
}
