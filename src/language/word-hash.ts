/** First state of a word hash. */
export const HASH_START: number = 0x811c9dc5 | 0;

/** Adds one folded code unit to a running hash. Source: FNV-1a (Fowler, Noll, Vo 1991), a code unit at a time. */
export function addToHash(state: number, unit: number): number {
  return Math.imul(state ^ unit, 0x01000193);
}

/** Ends a running hash so that its low bits may index a table; never 0, which stands for "no word". */
export function endHash(state: number): number {
  const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) | 0 || 1;
}

/** Adds one folded code unit to a check: a polynomial hash independent of {@link addToHash}. */
export function addToCheck(check: number, unit: number): number {
  return (Math.imul(check, 0x01000197) + unit) | 0;
}

/** The hash of a whole word, face or emoji in folded form, as `Tokens.hash` holds it. */
export function hashWord(folded: string): number {
  let state = HASH_START;
  for (let i = 0; i < folded.length; i++) state = addToHash(state, folded.charCodeAt(i));
  return endHash(state);
}
