/** Bytes that are read from within a sequence on. */
export interface SkippedBytes {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes of the whole sequence that were handed on or passed over so far. */
  readonly offset: () => number;
}

/** Passes over the first bytes of a sequence. */
export function skipBytes(source: AsyncIterable<Uint8Array>, count: number): SkippedBytes {
  let offset = 0;
  async function* rest(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      const from = Math.max(0, count - offset);
      offset += bytes.length;
      if (from < bytes.length) yield from === 0 ? bytes : bytes.subarray(from);
    }
  }
  return { chunks: rest(), offset: () => offset };
}
