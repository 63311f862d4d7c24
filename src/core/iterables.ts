/** Anything that items can be pulled from, one after another: arrays, generators, async generators, Web Streams. */
export type Source<T> = Iterable<T> | AsyncIterable<T> | ReadableStream<T>;

/**
 * Reads any source as an async iterable and closes it when the reader stops early (a generator's `return` is called, a
 * stream is cancelled).
 */
export async function* toAsyncIterable<T>(source: Source<T>): AsyncGenerator<T, void, undefined> {
  // Some browsers' ReadableStreams cannot be iterated yet, so streams are read by hand.
  if (!("getReader" in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  let done = false;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) {
        done = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!done) await reader.cancel();
    reader.releaseLock();
  }
}
