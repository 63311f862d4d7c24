import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { VerbatimsError } from "../core/error.js";
import { peekChunks } from "./peek-chunks.js";

/**
 * Unpacks bytes that begin as gzip does (1f 8b), whatever their name; others pass as they are.
 *
 * @throws VerbatimsError `unreadable-input` where the gzip data is cut off or damaged
 */
export async function* ungzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const { head, chunks } = await peekChunks(bytes, ({ length }) => length >= 2);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* chunks;
    return;
  }
  const gunzip = createGunzip();
  // Errors reach the reader below; the pipeline closes the source whichever side ends first.
  pipeline(Readable.from(chunks, { objectMode: false }), gunzip, () => undefined);
  try {
    // The chunks of a stream in binary mode are buffers.
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    if (!(error instanceof Error) || !("errno" in error) || !("code" in error) || !String(error.code).startsWith("Z_"))
      throw error;
    throw new VerbatimsError(
      "unreadable-input",
      `input: expected whole gzip data, got ${error.message}. Copy or download the file again.`,
      { received: error.message },
    );
  }
}
