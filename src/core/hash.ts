/**
 * Hashes a string to 53 bits, as 14 lower-case hexadecimal digits; the same on every runtime.
 *
 * Two 32-bit multiplicative lanes over UTF-16 code units, mixed at the end. Not for secrets: it spreads well, it does not hide.
 *
 * Source: the lanes are FNV-1a-like (Fowler, Noll, Vo 1991); the final mix is MurmurHash3's fmix32 (Appleby 2011).
 */
export function hashText(text: string, seed = 0): string {
  let a = (0x811c9dc5 ^ seed) >>> 0;
  let b = (0x9e3779b9 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  }
  const high = mix32(a ^ text.length) & 0x1fffff;
  const low = mix32(b ^ a);
  return high.toString(16).padStart(6, "0") + low.toString(16).padStart(8, "0");
}

/** MurmurHash3's finaliser: every input bit reaches every output bit. Returns an unsigned 32-bit integer. */
function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
