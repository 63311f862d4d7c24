import { FIRST_PLACE, type RecordPlace } from "../../intake/input-shape.js";
import type { PieceHolder } from "./lost-ranges.js";
import type { InspectedInput, PieceContent, RangeEngine, RangeTask, ScoredPiece } from "./range-engine.js";
import { ThreadDeath } from "./thread-engine.js";

/** Where a run begins, and where its pieces go. */
export interface RangeRun {
  /** How many inputs there are. */
  readonly inputs: number;
  readonly from: { readonly input: number; readonly place: RecordPlace };
  /** Bytes that the files hold already. */
  readonly outBytes: number;
  readonly rejectBytes: number;
  /** Takes the content of the pieces in their order; `null` where they are written into files. */
  readonly take: ((content: PieceContent) => Promise<void>) | null;
  /** Told of each input before its first piece. */
  readonly onInput: (input: number, inspected: InspectedInput) => void;
  /** Told of each piece, in order, once it is written. */
  readonly onPiece: (input: number, piece: ScoredPiece) => void;
  /** A piece in the place of a task that nobody is to score; `null` for all others. */
  readonly replace: (task: RangeTask) => { readonly piece: ScoredPiece; readonly holder: PieceHolder } | null;
  /** Told of the task that an engine was busy with when it failed. */
  readonly onFailure: (error: unknown, task: RangeTask | null) => void;
  readonly signal: AbortSignal | undefined;
}

/** Writes a piece at its places in the files. */
type WritePiece = (outAt: number, rejectsAt: number) => Promise<void>;

/** Pieces that an engine may hold before it waits for those of others. */
const MOST_HELD = 3;
/** Ranges that are cut at once; the first cuts are shorter, so that no engine waits for long. */
const MOST_CUT = 64;

/**
 * Has engines score the ranges of all inputs, each the next one that nobody has, and puts the pieces in the order of the inputs: a
 * piece is written when the length of all before it is known. The result does not depend on how many engines there are.
 *
 * @throws what an engine throws; the reason of `signal`
 */
export async function runRanges(engines: readonly RangeEngine[], run: RangeRun): Promise<void> {
  const ready: { readonly task: RangeTask; readonly order: number }[] = [];
  const arrived = new Map<number, Arrived[]>();
  const finished = new Set<number>();
  const written: Arrived[] = [];
  const held = new Map<RangeEngine, number>();
  let [orders, current] = [0, 0];
  let [outEnd, rejectEnd] = [run.outBytes, run.rejectBytes];
  let cursor: { input: number; place: RecordPlace; inspected: InspectedInput | null } = {
    ...run.from,
    inspected: null,
  };
  let cutting: Promise<void> | null = null;
  let cuts = engines.length;
  let inOrder: Promise<void> = Promise.resolve();
  const wake = createWaiting();
  let refused = false;
  let failure: { readonly error: unknown } | null = null;
  const fail = (error: unknown): void => {
    failure ??= { error };
    wake.all();
  };
  const stop = (): void => fail(run.signal?.reason);

  const cutMore = async (engine: RangeEngine): Promise<void> => {
    const { input, place } = cursor;
    const inspected = cursor.inspected ?? (await engine.inspect(input));
    if (inspected === null) {
      cursor = { input: input + 1, place: FIRST_PLACE, inspected: null };
      return;
    }
    if (cursor.inspected === null) run.onInput(input, inspected);
    const ends = place.offset >= inspected.end ? [] : await engine.cut(input, inspected, place, cuts);
    cuts = Math.min(MOST_CUT, cuts * 2);
    let from = place;
    for (const to of ends) {
      ready.push({ task: { ...inspected, input, from, to }, order: orders++ });
      from = to;
    }
    cursor =
      from.offset >= inspected.end
        ? { input: input + 1, place: FIRST_PLACE, inspected: null }
        : { input, place: from, inspected };
  };

  const nextTask = async (engine: RangeEngine): Promise<(typeof ready)[number] | undefined> => {
    while (failure === null) {
      const mayCut = cursor.input < run.inputs;
      if (mayCut && cutting === null && ready.length < engines.length) {
        cutting = cutMore(engine).finally(() => {
          cutting = null;
        });
        await cutting;
      } else if (ready.length > 0 || !mayCut) return ready.shift();
      else await cutting;
    }
    return undefined;
  };

  /** Finds the places of the pieces that are next in order, and has them written. */
  const place = (): void => {
    for (;;) {
      const next = arrived.get(current)?.shift();
      if (next === undefined) {
        if (!finished.delete(current)) return;
        arrived.delete(current++);
        continue;
      }
      written.push(next);
      const [outAt, rejectsAt] = [outEnd, rejectEnd];
      outEnd += next.piece.outBytes;
      rejectEnd += next.piece.rejectBytes;
      next.write(outAt, rejectsAt).then(() => {
        next.done = true;
        next.release();
        while (written[0]?.done === true && !refused) {
          const first = written.shift();
          if (first !== undefined) commit(first);
        }
        wake.all();
      }, fail);
    }
  };
  const commit = ({ input, piece }: Arrived): void => {
    try {
      run.onPiece(input, piece);
    } catch (error) {
      refused = true;
      fail(error);
    }
  };

  const writerOf = (engine: PieceHolder, id: number): WritePiece => {
    const { take } = run;
    if (take === null) return (outAt, rejectsAt) => engine.write(id, outAt, rejectsAt);
    return () => {
      inOrder = inOrder.then(async () => take(await engine.take(id)));
      return inOrder;
    };
  };

  const add = (order: number, piece: Omit<Arrived, "done">): void => {
    const pieces = arrived.get(order) ?? [];
    pieces.push({ ...piece, done: false });
    arrived.set(order, pieces);
    place();
  };

  const scoreTasks = async (engine: RangeEngine): Promise<void> => {
    let task: RangeTask | null = null;
    const count = (change: number): void => {
      held.set(engine, (held.get(engine) ?? 0) + change);
    };
    try {
      for (let next = await nextTask(engine); next !== undefined; next = await nextTask(engine)) {
        const { order } = next;
        task = next.task;
        const { input } = task;
        const replaced = run.replace(task);
        if (replaced !== null) {
          const { piece, holder } = replaced;
          add(order, { input, piece, write: writerOf(holder, piece.id), release: () => undefined });
        } else {
          await engine.score(task, async (piece) => {
            rethrow(failure);
            count(1);
            add(order, { input, piece, write: writerOf(engine, piece.id), release: () => count(-1) });
            while ((held.get(engine) ?? 0) >= MOST_HELD && failure === null) await wake.next();
          });
        }
        task = null;
        finished.add(order);
        place();
      }
    } catch (error) {
      if (failure === null) run.onFailure(error, task);
      fail(error);
    }
  };

  run.signal?.addEventListener("abort", stop, { once: true });
  try {
    run.signal?.throwIfAborted();
    const all = Promise.all(engines.map(scoreTasks));
    const failed = (async () => {
      while (failure === null) await wake.next();
    })();
    await Promise.race([all, failed]);
    while (failure === null && written.length > 0) await wake.next();
    rethrow(failure);
    wake.all();
  } catch (error) {
    // Whoever begins again must know what has been handed on.
    if (error instanceof ThreadDeath) await inOrder.catch(() => undefined);
    throw error;
  } finally {
    run.signal?.removeEventListener("abort", stop);
  }
}

/** A piece that has come, in the order of its task. */
interface Arrived {
  readonly input: number;
  readonly piece: ScoredPiece;
  readonly write: WritePiece;
  /** Says that its engine no longer holds it. */
  readonly release: () => void;
  done: boolean;
}

function rethrow(failure: { readonly error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}

/** Lets many wait for the next time that something has changed. */
function createWaiting(): { readonly next: () => Promise<void>; readonly all: () => void } {
  let waiting: (() => void)[] = [];
  return {
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    all: () => {
      const woken = waiting;
      waiting = [];
      for (const resolve of woken) resolve();
    },
  };
}
