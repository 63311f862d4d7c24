import { VerbatimsError } from "./error.js";

const SIGNS = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const ZERO_SIGN = 65;
const PAD = 61;
const NO_SIGN = 64;

/** What each byte stands for, or {@link NO_SIGN}. */
const VALUES = new Uint8Array(256).fill(NO_SIGN);
SIGNS.forEach((sign, value) => {
  VALUES[sign] = value;
});

/**
 * Writes bytes as base64 with padding, so that they can stand in a module; `""` for none. `btoa` would need a string a byte.
 *
 * Source: RFC 4648, section 4.
 */
export function encodeBase64(bytes: Uint8Array): string {
  const { length } = bytes;
  const signs = new Uint8Array(Math.ceil(length / 3) * 4);
  let at = 0;
  for (let i = 0; i < length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    signs[at++] = SIGNS[three >> 18] ?? 0;
    signs[at++] = SIGNS[(three >> 12) & 63] ?? 0;
    signs[at++] = i + 1 < length ? (SIGNS[(three >> 6) & 63] ?? 0) : PAD;
    signs[at++] = i + 2 < length ? (SIGNS[three & 63] ?? 0) : PAD;
  }
  return new TextDecoder().decode(signs);
}

/**
 * Reads bytes back from what {@link encodeBase64} wrote; no bytes for `""`.
 *
 * @throws VerbatimsError `damaged-model` for anything else: models are what is kept so
 */
export function decodeBase64(text: string): Uint8Array {
  return decodeNatively(text) ?? decodePlainly(text);
}

/**
 * The bytes as the runtime reads them, several times as fast in a new process, whose code is still cold; `null` where it cannot, or where the text
 * is not what these bytes are written as: it also reads what {@link encodeBase64} never writes.
 */
function decodeNatively(text: string): Uint8Array | null {
  // Only runtimes that follow Node have it.
  const native = globalThis.Buffer?.from(text, "base64");
  if (native?.toString("base64") !== text) return null;
  return new Uint8Array(native.buffer, native.byteOffset, native.length);
}

function decodePlainly(text: string): Uint8Array {
  const signs = new TextEncoder().encode(text);
  const pads = signs.at(-1) !== PAD ? 0 : signs.at(-2) !== PAD ? 1 : 2;
  const end = signs.length - pads;
  // Read as the sign for 0, whose bits are dropped below.
  signs.fill(ZERO_SIGN, end);
  const bytes = new Uint8Array(signs.length % 4 === 0 ? (signs.length / 4) * 3 - pads : 0);
  let seen = 0;
  let four = 0;
  for (let i = 0, at = 0; i < signs.length; i += 4) {
    const a = VALUES[signs[i] ?? 0] ?? 0;
    const b = VALUES[signs[i + 1] ?? 0] ?? 0;
    const c = VALUES[signs[i + 2] ?? 0] ?? 0;
    const d = VALUES[signs[i + 3] ?? 0] ?? 0;
    seen |= a | b | c | d;
    four = (a << 18) | (b << 12) | (c << 6) | d;
    // What would lie behind the end of the bytes is dropped by the array.
    bytes[at++] = four >> 16;
    bytes[at++] = four >> 8;
    bytes[at++] = four;
  }
  // The bits behind the last byte are 0 in what encodeBase64 writes.
  const spare = pads === 0 ? 0 : four & (pads === 1 ? 0xff : 0xffff);
  if (signs.length % 4 !== 0 || (seen & NO_SIGN) !== 0 || spare !== 0) {
    throw new VerbatimsError(
      "damaged-model",
      `base64: expected groups of four letters, digits, + and /, got ${signs.length} bytes that are not. Copy or download the module again.`,
    );
  }
  return bytes;
}
