import { excerpt, VerbatimsError } from "../core/error.js";
import { type Source, toAsyncIterable } from "../core/iterables.js";
import { detectEncoding, refuseBinary } from "./detect-encoding.js";

/** Encodings that are read. UTF-8 and UTF-16 are recognised; Turkish Windows text must be told. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1254" | "iso-8859-9";

/** The encodings under the names that people give them. */
const NAMES: Readonly<Record<string, Encoding>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  utf16le: "utf-16le",
  "utf-16be": "utf-16be",
  utf16be: "utf-16be",
  "windows-1254": "windows-1254",
  cp1254: "windows-1254",
  "iso-8859-9": "iso-8859-9",
  latin5: "iso-8859-9",
};

/**
 * The encoding that a name stands for, whatever its case.
 *
 * @throws VerbatimsError `invalid-option` for a name that is not known
 */
export function parseEncoding(name: string): Encoding {
  const lower = name.toLowerCase();
  const found = Object.hasOwn(NAMES, lower) ? NAMES[lower] : undefined;
  if (found !== undefined) return found;
  const expected = [...new Set(Object.values(NAMES))].join(", ");
  throw new VerbatimsError(
    "invalid-option",
    `encoding: expected one of ${expected}, got ${excerpt(name)}. Leave it out to have it recognised.`,
    { field: "encoding", expected, received: excerpt(name) },
  );
}

/** A piece of decoded text. */
export interface DecodedChunk {
  readonly text: string;
  readonly encoding: Encoding;
  /** U+FFFD put in the place of broken bytes, up to the end of this piece. */
  readonly brokenBytes: number;
}

/** Bytes looked at before the encoding is settled. */
const HEAD = 4096;
const NO_BYTES: Uint8Array = new Uint8Array(0);

/**
 * Decodes bytes into text piece by piece; text passes as it is. A byte-order mark is recognised and left out. Broken bytes
 * become U+FFFD and are counted; a U+FFFD that was written as such counts too, since nobody can tell them apart.
 *
 * @throws VerbatimsError `empty-input` where there is nothing, `binary-input` where the bytes are no text
 */
export async function* decodeText(
  source: Source<Uint8Array | string>,
  asked?: Encoding,
): AsyncGenerator<DecodedChunk, void, undefined> {
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = "utf-8";
  let brokenBytes = 0;
  let any = false;
  let head = NO_BYTES;
  const chunkOf = (text: string): DecodedChunk => {
    for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) brokenBytes++;
    return { text, encoding, brokenBytes };
  };
  const start = (bytes: Uint8Array): TextDecoder => {
    encoding = detectEncoding(bytes.subarray(0, HEAD), asked);
    refuseBinary(bytes.subarray(0, HEAD), encoding);
    return new TextDecoder(encoding);
  };
  for await (const chunk of toAsyncIterable(source)) {
    if (chunk.length === 0) continue;
    const first = !any;
    any = true;
    if (typeof chunk === "string") {
      // Bytes that came before it are settled first, so that the order stays.
      if (head.length > 0) {
        decoder = start(head);
        yield chunkOf(decoder.decode(head, { stream: true }));
        head = NO_BYTES;
      }
      yield chunkOf(first && chunk.startsWith("\ufeff") ? chunk.slice(1) : chunk);
      continue;
    }
    let bytes = chunk;
    if (decoder === undefined) {
      bytes = joinBytes(head, chunk);
      head = bytes.length < HEAD ? bytes : NO_BYTES;
      if (bytes.length < HEAD) continue;
      decoder = start(bytes);
    }
    const text = decoder.decode(bytes, { stream: true });
    if (text !== "") yield chunkOf(text);
  }
  if (!any) {
    throw new VerbatimsError(
      "empty-input",
      "input: expected at least one record, got an empty file. Check that the file is the right one and was written to its end.",
      { received: "nothing" },
    );
  }
  const rest = decoder?.decode() ?? (head.length > 0 ? start(head).decode(head) : "");
  if (rest !== "") yield chunkOf(rest);
}

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
