import type { Tokens } from "../language/tokens.js";
import { addPlaces, addVectors } from "./add-rows.js";
import { type FeatureOptions, lengthFactor, NEGATED_WORDS, tokenHash } from "./features.js";
import { createRuns, findPairs, findTriples, type Runs } from "./find-runs.js";
import type { WeightTable } from "./linear-model.js";
import { ADDED_MOST, GROUP, packRows } from "./packed-rows.js";
import { createWordMemory, FACT } from "./word-memory.js";

/** Reads scores of token ranges from a table of weights. */
export interface TableReader {
  /**
   * Writes the score of each column for the tokens `[from, to)` to `scores`, and returns the number of features that have a weight. Time is linear in
   * the tokens.
   */
  readonly read: (tokens: Tokens, from: number, to: number, scores: Float64Array) => number;
  /** Looks up the features of all tokens of a text, so that {@link TableReader.readPart} can read one part of it after another. */
  readonly lookUp: (tokens: Tokens) => void;
  /**
   * As {@link TableReader.read}, of the text looked up last, whose tokens must be as they were then. Reads the first columns alone where
   * `scores` has no room for more, in less time.
   */
  readonly readPart: (from: number, to: number, scores: Float64Array) => void;
}

/** Tokens that are looked up at once at most; longer ranges are read piece by piece. */
const LOOKED_UP_MOST = 4096;
/**
 * Makes a reader: what `readFeatures` lists is looked up here in a loop of its own, without a call or a branch a feature.
 *
 *     tokens ─▶ what is remembered of each, places of pairs, of triples, of negated words ─▶ sums of a range ─▶ scores
 */
export function createTableReader(table: WeightTable, features: FeatureOptions): TableReader {
  const { wordGrams, negation, bits } = features;
  const { columns, scales, bias } = table;
  const { groups, index, weights } = packRows(table, bits);
  const width = groups * GROUP;
  const memory = createWordMemory({ groups, index, weights }, features);
  const { vectors, negated, find } = memory;
  const most = Math.min(LOOKED_UP_MOST, memory.size);

  // What was found of each token looked up; its number counts from the first one looked up.
  const hashes = new Int32Array(most);
  const facts = new Int32Array(most);
  const pairs = createRuns(most);
  const triples = createRuns(most);
  /** Words with pieces, and negated words, before each token. */
  const piecesBefore = new Int32Array(most + 1);
  const turnsBefore = new Int32Array(most + 1);
  /** Places of negated words, and the negator that turns each. */
  const turned = new Int32Array(most);
  const turnedBy = new Int32Array(most);
  const sums = new Float64Array(width);

  // Where the last look-up came to, so that the next piece of a long range can go on from there.
  let before = 0;
  let beforeThat = 0;
  let reach = 0;
  let negator = -1;
  /** Negated words among the sums. */
  let turns = 0;

  const start = (): void => {
    before = 0;
    beforeThat = 0;
    reach = 0;
    negator = -1;
  };

  /** Looks up the tokens `[from, to)`; returns how many features have a weight. */
  const fill = (tokens: Tokens, from: number, to: number): number => {
    memory.startTurn();
    const count = to - from;
    const { kind: kinds } = tokens;
    for (let i = 0; i < count; i++) {
      const kind = kinds[from + i] ?? 0;
      const hash = tokenHash(tokens, from + i, kind);
      hashes[i] = hash;
      facts[i] = find(tokens, from + i, kind, hash);
    }
    let seen = 0;
    if (wordGrams > 1) seen += findPairs(hashes, count, before, index, bits, pairs);
    if (wordGrams > 2) seen += findTriples(hashes, count, before, beforeThat, index, bits, triples);
    beforeThat = count > 1 ? (hashes[count - 2] ?? 0) : before;
    before = hashes[count - 1] ?? 0;
    seen += findTurned(from, count);
    return seen;
  };

  /** Finds the words behind negators; returns how many of them, and of the tokens' own rows, have a weight. */
  const findTurned = (from: number, count: number): number => {
    let seen = 0;
    let pieces = 0;
    let found = 0;
    let left = reach;
    let last = negator;
    for (let i = 0; i < count; i++) {
      const fact = facts[i] ?? 0;
      seen += fact >>> FACT.rows;
      piecesBefore[i] = pieces;
      turnsBefore[i] = found;
      if ((fact & FACT.pieces) !== 0) pieces++;
      if ((fact & FACT.punctuation) !== 0) left = 0;
      else if (left > 0 && (fact & FACT.word) !== 0) {
        const place = negated[fact & FACT.entry] ?? 0;
        turned[found] = place;
        turnedBy[found++] = last;
        if (place > 0) seen++;
        left--;
      }
      if ((fact & FACT.negator) !== 0 && negation) {
        left = NEGATED_WORDS;
        last = from + i;
      }
    }
    piecesBefore[count] = pieces;
    turnsBefore[count] = found;
    reach = left;
    negator = last;
    return seen;
  };

  /** Adds the rows of the tokens `[from, to)` of a range that starts at `first`, where `base` is the first one looked up. */
  const add = (base: number, first: number, from: number, to: number, groupsAsked: number): void => {
    const begin = from - base;
    const end = to - base;
    for (let group = 0; group < groupsAsked; group++) addVectors(facts, begin, end, vectors, width, group, sums);
    // A run belongs to the range where all its tokens do.
    if (wordGrams > 1) addRuns(pairs, Math.max(begin, first + 1 - base), end, groupsAsked);
    if (wordGrams > 2) addRuns(triples, Math.max(begin, first + 2 - base), end, groupsAsked);
    for (let k = turnsBefore[begin] ?? 0; k < (turnsBefore[end] ?? 0); k++) {
      if ((turnedBy[k] ?? 0) < first) continue;
      turns++;
      for (let group = 0; group < groupsAsked; group++) addPlaces(turned, k, k + 1, weights, groups, group, sums);
    }
  };

  const addRuns = ({ places, before }: Runs, from: number, to: number, groupsAsked: number): void => {
    if (from >= to) return;
    const last = before[to] ?? 0;
    for (let at = before[from] ?? 0; at < last; at += ADDED_MOST) {
      const end = Math.min(last, at + ADDED_MOST);
      for (let group = 0; group < groupsAsked; group++) addPlaces(places, at, end, weights, groups, group, sums);
    }
  };

  const groupsOf = (scores: Float64Array): number => Math.min(groups, Math.ceil(scores.length / GROUP));

  /** Writes the scores that the sums of a range make. */
  const finish = (count: number, pieces: number, scores: Float64Array): void => {
    const pairs = wordGrams > 1 ? Math.max(0, count - 1) : 0;
    const triples = wordGrams > 2 ? Math.max(0, count - 2) : 0;
    const factor = lengthFactor(count + pieces + pairs + triples + turns);
    const asked = Math.min(columns, scores.length);
    for (let c = 0; c < asked; c++) scores[c] = (bias[c] ?? 0) + factor * (scales[c] ?? 0) * (sums[c] ?? 0);
  };

  const read = (tokens: Tokens, from: number, to: number, scores: Float64Array): number => {
    start();
    sums.fill(0);
    turns = 0;
    let seen = 0;
    let pieces = 0;
    for (let piece = from; piece < to; piece += most) {
      const end = Math.min(to, piece + most);
      seen += fill(tokens, piece, end);
      add(piece, from, piece, end, groupsOf(scores));
      pieces += piecesBefore[end - piece] ?? 0;
    }
    finish(to - from, pieces, scores);
    return seen;
  };

  let lookedUp: Tokens | undefined;
  let whole = false;
  const lookUp = (tokens: Tokens): void => {
    lookedUp = tokens;
    whole = tokens.count <= most;
    start();
    if (whole) fill(tokens, 0, tokens.count);
  };
  const readPart = (from: number, to: number, scores: Float64Array): void => {
    if (!whole) {
      if (lookedUp !== undefined) read(lookedUp, from, to, scores);
      return;
    }
    sums.fill(0);
    turns = 0;
    add(0, from, from, to, groupsOf(scores));
    finish(to - from, (piecesBefore[to] ?? 0) - (piecesBefore[from] ?? 0), scores);
  };
  return { read, lookUp, readPart };
}
