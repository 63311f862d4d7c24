import { pairRow, tripleRow } from "./features.js";
import { placeOf } from "./packed-rows.js";

/** The runs of words of one length that have weights. */
export interface Runs {
  /** Their places, in the order of the tokens they end at. */
  readonly places: Int32Array;
  /** How many of them end before each token. */
  readonly before: Int32Array;
}

/** Makes room for the runs of at most so many tokens. */
export function createRuns(tokens: number): Runs {
  return { places: new Int32Array(tokens + 1), before: new Int32Array(tokens + 1) };
}

/**
 * Finds the pairs that end at each of `count` tokens, by the hashes of the tokens; returns how many have weights.
 *
 * @param last hash of the token before the first, 0 for none
 */
export function findPairs(
  hashes: Int32Array,
  count: number,
  last: number,
  index: Int32Array,
  bits: number,
  runs: Runs,
): number {
  const { places, before } = runs;
  let first = last;
  let found = 0;
  for (let i = 0; i < count; i++) {
    const second = hashes[i] ?? 0;
    const place = first === 0 ? 0 : placeOf(index, pairRow(first, second, bits));
    before[i] = found;
    // A place of 0 is written over by the next one: so there is no branch.
    places[found] = place;
    found += -place >>> 31;
    first = second;
  }
  before[count] = found;
  return found;
}

/** As {@link findPairs}, of the triples. */
export function findTriples(
  hashes: Int32Array,
  count: number,
  last: number,
  lastButOne: number,
  index: Int32Array,
  bits: number,
  runs: Runs,
): number {
  const { places, before } = runs;
  let first = lastButOne;
  let second = last;
  let found = 0;
  for (let i = 0; i < count; i++) {
    const third = hashes[i] ?? 0;
    const place = first === 0 ? 0 : placeOf(index, tripleRow(first, second, third, bits));
    before[i] = found;
    places[found] = place;
    found += -place >>> 31;
    first = second;
    second = third;
  }
  before[count] = found;
  return found;
}
