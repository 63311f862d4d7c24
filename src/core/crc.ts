/** Remainders of the 256 bytes. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/**
 * Checksum of the bytes `[from, to)`, an unsigned 32-bit integer; 0 for none. Finds every damage of up to 32 bits in a row; not for secrets.
 *
 * Source: CRC-32 as in gzip and PNG (ISO 3309), a table look-up a byte (Sarwate 1988).
 */
export function crc32(bytes: Uint8Array, from = 0, to: number = bytes.length): number {
  let crc = 0xffffffff;
  for (let i = from; i < to; i++) crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
