/**
 * Makes a source of numbers in [0, 1) that are the same for the same seed, on every machine.
 *
 * @param seed any number; its lowest 32 bits count
 *
 * Source: mulberry32 (Tommy Ettinger, public domain).
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Draws `most` of the items without repetition, each as likely as any other, and gives them in their old order; all of them
 * where there are no more. The same seed draws the same.
 *
 * Source: selection sampling, Knuth, The Art of Computer Programming 2, algorithm 3.4.2S.
 */
export function drawSample<T>(items: readonly T[], most: number, seed: number): T[] {
  const random = createRandom(seed);
  const drawn: T[] = [];
  for (const [at, item] of items.entries()) {
    if (random() * (items.length - at) < most - drawn.length) drawn.push(item);
  }
  return drawn;
}

/**
 * Puts whole numbers into another order, in place, each order as likely as any other.
 *
 * @param random numbers in [0, 1), as of {@link createRandom}
 *
 * Source: Durstenfeld 1964, after Fisher and Yates.
 */
export function shuffle(numbers: Int32Array | Uint32Array, random: () => number): void {
  for (let last = numbers.length - 1; last > 0; last--) {
    const drawn = Math.floor(random() * (last + 1));
    const kept = numbers[last] ?? 0;
    numbers[last] = numbers[drawn] ?? 0;
    numbers[drawn] = kept;
  }
}
