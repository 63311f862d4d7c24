import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineOffsets } from "../../src/intake/line-offsets.js";

/** Where lines begin, found in the slow and obvious way. */
function startsOf(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g))
    starts.push(Buffer.byteLength(text.slice(0, index) + end));
  return starts;
}

describe("the offsets of lines", () => {
  const texts = fc.array(fc.constantFrom("\n", "\r", "\r\n", "a", "ğ", "😀", " "), { maxLength: 40 });

  it("are those of the bytes, wherever these are cut into pieces", () => {
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (parts, sizes) => {
        const text = parts.join("");
        const bytes = Buffer.from(text);
        const offsets = createLineOffsets("utf-8", 100, 5);
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          offsets.push(bytes.subarray(at, at + size));
          at += size;
        }
        for (const [i, start] of startsOf(text).entries()) expect(offsets.offsetOf(5 + i)).toBe(100 + start);
      }),
    );
  });

  it("are found again after lines before them were forgotten", () => {
    const offsets = createLineOffsets("utf-8");
    for (const piece of ["one\ntwo\n", "three\nfour", "\nfive"]) offsets.push(Buffer.from(piece));
    offsets.forget(4);
    expect([offsets.offsetOf(4), offsets.offsetOf(5)]).toEqual([14, 19]);
  });

  it("count UTF-16 by its units", () => {
    const offsets = createLineOffsets("utf-16le");
    offsets.push(Buffer.from("ğ\r\nਊ\nz", "utf16le"));
    expect([1, 2, 3].map(offsets.offsetOf)).toEqual([0, 6, 10]);
  });
});
