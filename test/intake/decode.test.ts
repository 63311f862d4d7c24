import { describe, expect, it } from "vitest";
import { decodeText, type Encoding, parseEncoding } from "../../src/intake/decode.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
}

async function decode(
  chunks: readonly (Uint8Array | string)[],
  asked?: Encoding,
): Promise<{ text: string; brokenBytes: number; encoding: Encoding | undefined }> {
  let text = "";
  let brokenBytes = 0;
  let encoding: Encoding | undefined;
  for await (const chunk of decodeText(chunks, asked)) {
    text += chunk.text;
    ({ brokenBytes, encoding } = chunk);
  }
  return { text, brokenBytes, encoding };
}

const sample = "yorum,puan\nKargo çok geç geldi ğüşıİ 📦,2\n";

describe("decoding UTF-8", () => {
  it("keeps every character", async () => {
    expect(await decode([utf8(sample)])).toEqual({ text: sample, brokenBytes: 0, encoding: "utf-8" });
  });

  it("keeps characters whole that chunks cut", async () => {
    expect((await decode([...utf8(sample)].map((byte) => Uint8Array.of(byte)))).text).toBe(sample);
  });

  it("keeps characters whole that chunks cut far into the input", async () => {
    const text = "ğ📦".repeat(3000);
    const bytes = utf8(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1001) }, (_, i) =>
      bytes.subarray(i * 1001, (i + 1) * 1001),
    );
    expect(await decode(chunks)).toEqual({ text, brokenBytes: 0, encoding: "utf-8" });
  });

  it("puts U+FFFD in the place of broken bytes and counts them", async () => {
    const bytes = Uint8Array.of(...utf8("caf"), 0xe9, ...utf8(" closed, "), 0xff, ...utf8(" sorry"));
    expect(await decode([bytes])).toMatchObject({ text: "caf\ufffd closed, \ufffd sorry", brokenBytes: 2 });
  });

  it("counts a character that the end of the input cuts off", async () => {
    const whole = utf8(`${"a".repeat(5000)}ğ`);
    expect((await decode([whole.subarray(0, -1)])).brokenBytes).toBe(1);
  });

  it("leaves the byte-order mark out, and only the first one", async () => {
    expect((await decode([Uint8Array.of(0xef, 0xbb, 0xbf), utf8("text\ufeff")])).text).toBe("text\ufeff");
  });

  it("lets a stray NUL stand in a text", async () => {
    expect((await decode([utf8("The app\u0000 froze again")])).text).toBe("The app\u0000 froze again");
  });
});

describe("decoding UTF-16", () => {
  it.each([
    ["utf-16le", false],
    ["utf-16be", true],
  ] as const)("recognises %s by its byte-order mark", async (encoding, bigEndian) => {
    expect(await decode([utf16(`\ufeff${sample}`, bigEndian)])).toEqual({ text: sample, brokenBytes: 0, encoding });
  });

  it.each([
    ["utf-16le", false],
    ["utf-16be", true],
  ] as const)("recognises %s without one, by its NUL bytes", async (encoding, bigEndian) => {
    expect(await decode([utf16(sample, bigEndian)])).toEqual({ text: sample, brokenBytes: 0, encoding });
  });

  it("reads what has few NUL bytes where it is told", async () => {
    const greek = "Η παραγγελία άργησε";
    expect((await decode([utf16(greek, true)], "utf-16be")).text).toBe(greek);
  });

  it("counts half a surrogate pair as broken", async () => {
    expect(await decode([utf16("late \ud83d parcel", false)])).toMatchObject({
      text: "late \ufffd parcel",
      brokenBytes: 1,
    });
  });
});

describe("decoding what is told", () => {
  const bytes = Uint8Array.of(0xfe, 0x69, 0x6b, 0x61, 0x79, 0x65, 0x74, 0x20, 0xdd, 0xf0, 0xfd);

  it("reads windows-1254, the code page of Turkish Windows", async () => {
    expect(await decode([bytes], "windows-1254")).toEqual({
      text: "şikayet İğı",
      brokenBytes: 0,
      encoding: "windows-1254",
    });
  });

  it("reads iso-8859-9", async () => {
    expect((await decode([bytes], "iso-8859-9")).text).toBe("şikayet İğı");
  });

  it("believes a byte-order mark rather than what is told", async () => {
    expect((await decode([utf8("\ufeffşikayet")], "windows-1254")).encoding).toBe("utf-8");
  });

  it.each([
    ["UTF8", "utf-8"],
    ["utf-16", "utf-16le"],
    ["UTF-16BE", "utf-16be"],
    ["CP1254", "windows-1254"],
    ["latin5", "iso-8859-9"],
  ])("takes %s for %s", (name, encoding) => expect(parseEncoding(name)).toBe(encoding));

  it.each(["utf-7", "constructor", ""])("refuses the encoding %j and lists those that it knows", (name) => {
    expect(() => parseEncoding(name)).toThrow(
      expect.objectContaining({
        code: "invalid-option",
        message: expect.stringContaining(
          "encoding: expected one of utf-8, utf-16le, utf-16be, windows-1254, iso-8859-9",
        ),
      }),
    );
  });
});

describe("text that needs no decoding", () => {
  it("passes as it is", async () => {
    expect((await decode(["The lid ", "broke \ud83d", "\ude21"])).text).toBe("The lid broke 😡");
  });

  it("loses a byte-order mark before it", async () => {
    expect((await decode(["", "\ufefftext,id\n", "\ufeff"])).text).toBe("text,id\n\ufeff");
  });

  it("keeps its place among bytes", async () => {
    expect((await decode([utf8("text\n"), "The lid broke\n", utf8("Çok geç\n")])).text).toBe(
      "text\nThe lid broke\nÇok geç\n",
    );
  });
});

describe("what is no text", () => {
  it.each([
    ["PNG image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
    ["JPEG image", [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ["GIF image", [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0]],
    ["PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a, 0x00]],
    ["Excel workbook", [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]],
    ["old Office file", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ["SQLite database", [...utf8("SQLite format 3"), 0]],
    ["Parquet file", [0x50, 0x41, 0x52, 0x31, 0x15, 0x04, 0]],
    ["gzip-compressed", [0x1f, 0x8b, 8, 0]],
    ["Zstandard-compressed", [0x28, 0xb5, 0x2f, 0xfd]],
    ["bzip2-compressed", [0x42, 0x5a, 0x68, 0x39, 1]],
    ["xz-compressed", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ["7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ])("is refused by its name: %s", async (name, bytes) => {
    await expect(decode([Uint8Array.from(bytes)])).rejects.toMatchObject({
      code: "binary-input",
      message: expect.stringContaining(name),
    });
  });

  it("is refused for its control characters", async () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 32);
    await expect(decode([bytes])).rejects.toMatchObject({
      code: "binary-input",
      message: expect.stringMatching(/got binary data/),
    });
  });

  it("is not a text that begins with the letters of such a file", async () => {
    for (const text of ["PAR1 was the model I bought", "BZh is not a word", "GIF89 support is missing"]) {
      expect((await decode([utf8(text)])).text).toBe(text);
    }
  });

  it("is not a text with some control characters", async () => {
    const text = `${"Broken export ".repeat(30)}${"\u0001".repeat(16)}`;
    expect((await decode([utf8(text)])).text).toBe(text);
  });

  it("is nothing at all", async () => {
    for (const chunks of [[], [""], [new Uint8Array(0)], ["", new Uint8Array(0)]]) {
      await expect(decode(chunks)).rejects.toMatchObject({ code: "empty-input" });
    }
  });
});
