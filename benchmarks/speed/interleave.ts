/** A way of reading texts whose time is measured. */
export interface Contestant {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** How fast one contestant read the texts. */
export interface Pace {
  readonly name: string;
  /** Texts a second on one core, by the fastest round of each batch. */
  readonly perSecond: number;
  /** As above, by the median round. */
  readonly medianPerSecond: number;
}

/** Texts that a contestant reads before the next one's turn. */
const BATCH = 250;

/** Texts it reads before its time counts: the one before it left its own data in the caches, and its garbage. */
const WARM_UP = 100;

/** Kept so that no reading can be left out as unused. */
const sink: unknown[] = [undefined];

/**
 * Lets contestants read the same texts in turns of one batch, round after round, so that whatever else the machine does falls on all alike.
 * The time of a batch is the least of its rounds: what slows a round is the machine, not the code. The median is told beside it.
 */
export function measureInTurns(contestants: readonly Contestant[], texts: readonly string[], rounds: number): Pace[] {
  const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, i) =>
    texts.slice(i * BATCH, (i + 1) * BATCH),
  );
  const times = contestants.map(() => batches.map((): number[] => []));
  for (let round = 0; round < rounds; round++) {
    batches.forEach((batch, b) => {
      contestants.forEach(({ read }, c) => {
        for (const text of batch.slice(0, WARM_UP)) sink[0] = read(text);
        const started = performance.now();
        for (const text of batch) sink[0] = read(text);
        times[c]?.[b]?.push(performance.now() - started);
      });
    });
  }
  return contestants.map(({ name }, c) => ({
    name,
    perSecond: texts.length / seconds(times[c] ?? [], (sorted) => sorted[0]),
    medianPerSecond: texts.length / seconds(times[c] ?? [], (sorted) => sorted[sorted.length >> 1]),
  }));
}

function seconds(
  byBatch: readonly (readonly number[])[],
  pick: (sorted: readonly number[]) => number | undefined,
): number {
  return byBatch.reduce((sum, times) => sum + (pick([...times].sort((a, b) => a - b)) ?? 0), 0) / 1000;
}
