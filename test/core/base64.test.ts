import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { decodeBase64 as decodeHere, encodeBase64 } from "../../src/core/base64.js";
import { VerbatimsError } from "../../src/core/error.js";

const bytes = fc.uint8Array({ maxLength: 200 });

/** Reads base64 as runtimes do that have no Buffer. */
function decodeWithoutBuffer(text: string): Uint8Array {
  vi.stubGlobal("Buffer", undefined);
  try {
    return decodeHere(text);
  } finally {
    vi.unstubAllGlobals();
  }
}

describe.each([
  ["in this runtime", decodeHere],
  ["without a Buffer", decodeWithoutBuffer],
])("base64 %s", (_, decodeBase64) => {
  it("writes what Node's Buffer writes", () => {
    fc.assert(fc.property(bytes, (given) => encodeBase64(given) === Buffer.from(given).toString("base64")));
  });

  it("reads back what it wrote", () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(decodeBase64(encodeBase64(given))).toEqual(given);
      }),
    );
  });

  it("reads nothing but what it writes: any other text is refused", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."AQg+/=-_ \né"), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), (text) => {
        try {
          expect(encodeBase64(decodeBase64(text))).toBe(text);
        } catch (error) {
          expect(error).toMatchObject({ code: "damaged-model" });
        }
      }),
    );
  });

  it.each(["A", "AB", "AA=A", "====", "AB==", "AA==AAAA", "AAA-"])("refuses %s", (text) => {
    expect(() => decodeBase64(text)).toThrow(VerbatimsError);
  });
});
