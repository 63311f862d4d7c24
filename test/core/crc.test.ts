import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../src/core/crc.js";

describe("crc32", () => {
  it("gives the check value of its definition", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  });

  it("gives what gzip writes at its end", () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        (bytes) => crc32(bytes) === gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8),
      ),
    );
  });

  it("reads the range it is given alone", () => {
    expect(crc32(Uint8Array.of(9, 1, 2, 3, 9), 1, 4)).toBe(crc32(Uint8Array.of(1, 2, 3)));
  });
});
