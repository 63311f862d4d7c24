import { hashText } from "../core/hash.js";

/** Counts ids that were met before. */
export interface RepeatedIds {
  readonly add: (id: string) => void;
  /** As `add`, of an id that was hashed before by {@link hashId}. */
  readonly addHash: (hash: number) => void;
  readonly count: () => number;
  /** `false` where there were more distinct ids than are remembered: the count is then the least that it can be. */
  readonly isWhole: () => boolean;
}

/** Hashes an id to a whole number from 1 to 2^53. */
export function hashId(id: string): number {
  return Number.parseInt(hashText(id), 16) || 1;
}

const FIRST_SLOTS = 1 << 12;
const MOST_SLOTS = 1 << 21;

/**
 * Makes a counter of repeated ids whose memory never passes 16 MB: an open-addressed table of 53-bit hashes that remembers the
 * first million distinct ids (a further id is counted only where it is one of those). Two ids of one hash count as one, which
 * among a million ids is as likely as 1 in 18,000.
 *
 * @param onRemember told of each hash that is remembered: adding these alone to a new counter makes it remember the same
 */
export function createRepeatedIds(mostSlots: number = MOST_SLOTS, onRemember?: (hash: number) => void): RepeatedIds {
  let slots = new Float64Array(Math.min(FIRST_SLOTS, mostSlots));
  let used = 0;
  let repeated = 0;
  let whole = true;

  /** Where the hash is, or the free slot where it belongs. 0 marks a free slot. */
  const find = (hash: number): number => {
    let at = hash % slots.length;
    while (slots[at] !== 0 && slots[at] !== hash) at = at + 1 === slots.length ? 0 : at + 1;
    return at;
  };
  const grow = (): void => {
    const before = slots;
    slots = new Float64Array(before.length * 2);
    for (const hash of before) if (hash !== 0) slots[find(hash)] = hash;
  };

  const addHash = (hash: number): void => {
    const at = find(hash);
    if (slots[at] === hash) {
      repeated++;
      return;
    }
    if (used * 2 < slots.length) {
      slots[at] = hash;
      used++;
      onRemember?.(hash);
      return;
    }
    if (slots.length >= mostSlots) {
      whole = false;
      return;
    }
    grow();
    slots[find(hash)] = hash;
    used++;
    onRemember?.(hash);
  };
  return { add: (id) => addHash(hashId(id)), addHash, count: () => repeated, isWhole: () => whole };
}
