/** The start of a sequence of bytes, and the whole of it, start included. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Reads chunks until `enough` says that the bytes so far suffice, or there are no more. */
export async function peekChunks(
  chunks: AsyncIterable<Uint8Array>,
  enough: (head: Uint8Array) => boolean,
): Promise<Peeked> {
  const rest = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let head: Uint8Array = new Uint8Array(0);
  while (!enough(head)) {
    const next = await rest.next();
    if (next.done === true) break;
    taken.push(next.value);
    head = taken.length === 1 ? next.value : Buffer.concat(taken);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* taken;
      taken.length = 0;
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return { head, chunks: all() };
}
