import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../src/core/error.js";
import { createCsvReader } from "../../src/intake/csv.js";
import type { IntakeOptions } from "../../src/intake/intake-options.js";
import { readAll } from "./read-all.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pieces that mean something to a reader, so that random inputs come close to real ones. */
const piece = fc.constantFrom(
  '"',
  '""',
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  "\r\n",
  " ",
  "text",
  "rating",
  "Çok geç",
  "😡",
  "5",
  "2026-03-02",
  "{",
  '{"text":"Late"}',
  "}",
  "null",
  "\ufeff",
  "sep=;",
  "\u0000",
  "a".repeat(30),
);
const pieces = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
/** Mostly something with a header, so that not all of it is refused at once. */
const input = fc.oneof(
  pieces,
  pieces.map((rest) => `text,rating\n${rest}`),
  pieces.map((rest) => `yorum;puan\r\n${rest}`),
  pieces.map((rest) => `text\n${rest}`),
  pieces.map((rest) => `{"text":"Late","rating":5}\n${rest}`),
);
const options: fc.Arbitrary<IntakeOptions> = fc.record({
  format: fc.constantFrom("csv", "tsv", "jsonl", "lines", undefined),
  quotes: fc.boolean(),
  maxRecordChars: fc.constantFrom(1, 7, 40, 10_000),
});

/** Bytes cut at the places named, some of them twice. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

/** All that an input gives, or the code of the error; any other error is let through. */
async function outcome(source: readonly (Uint8Array | string)[], chosen: IntakeOptions = {}): Promise<unknown> {
  try {
    return await readAll(source, chosen);
  } catch (error) {
    if (error instanceof VerbatimsError) return error.message;
    throw error;
  }
}

describe("laws of the intake", () => {
  it("gives the same records wherever the bytes are cut", () =>
    fc.assert(
      fc.asyncProperty(input, options, fc.array(fc.nat(), { maxLength: 20 }), async (text, chosen, places) => {
        const bytes = utf8(text);
        expect(await outcome(cut(bytes, places), chosen)).toEqual(await outcome([bytes], chosen));
      }),
      { numRuns: 1500 },
    ));

  it("gives the same records for bytes that come one by one", () =>
    fc.assert(
      fc.asyncProperty(input, options, async (text, chosen) => {
        const bytes = utf8(text);
        expect(
          await outcome(
            [...bytes].map((byte) => Uint8Array.of(byte)),
            chosen,
          ),
        ).toEqual(await outcome([bytes], chosen));
      }),
      { numRuns: 500 },
    ));

  it("gives the same records for UTF-16 and for text as for UTF-8", () =>
    fc.assert(
      fc.asyncProperty(input, options, async (text, chosen) => {
        const wide = new Uint8Array((text.length + 1) * 2);
        const view = new DataView(wide.buffer);
        for (let i = 0; i <= text.length; i++) view.setUint16(i * 2, i === 0 ? 0xfeff : text.charCodeAt(i - 1));
        const expected = withoutEncoding(await outcome([utf8(`\ufeff${text}`)], chosen));
        expect(withoutEncoding(await outcome([wide], chosen))).toEqual(expected);
        expect(withoutEncoding(await outcome([`\ufeff${text}`], chosen))).toEqual(expected);
      }),
      { numRuns: 500 },
    ));

  it("accepts or rejects every record, on lines that never go back", () =>
    fc.assert(
      fc.asyncProperty(input, options, async (text, chosen) => {
        let read: Awaited<ReturnType<typeof readAll>>;
        try {
          read = await readAll(text, chosen);
        } catch (error) {
          expect(error).toBeInstanceOf(VerbatimsError);
          return;
        }
        const { records, accepted, rejected, totals } = read;
        expect(totals).toMatchObject({
          records: records.length,
          accepted: accepted.length,
          rejected: rejected.length,
        });
        const lines = records.map(({ line }) => line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        for (const { verbatim } of accepted) expect(verbatim.text).toMatch(/\S/);
      }),
      { numRuns: 1000 },
    ));

  it("throws nothing but VerbatimsError, whatever the bytes", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.of(...utf8("text,id\n"), ...bytes)),
          fc.string({ unit: "binary", maxLength: 100 }).map(utf8),
        ),
        options,
        async (bytes, chosen) => {
          await outcome([bytes], chosen);
        },
      ),
      { numRuns: 1500 },
    ));
});

function withoutEncoding(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner) => (key === "encoding" ? undefined : inner));
}

describe("CSV beside papaparse", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 6 }),
    fc
      .array(fc.constantFrom('"', '""', ",", ";", "\n", "\r", "\r\n", " ", "ğ", "😡", "\ufeff", "a"), { maxLength: 8 })
      .map((parts) => parts.join("")),
  );
  const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      newline: fc.constantFrom("\n", "\r\n", "\r"),
      quotes: fc.boolean(),
    }),
  );

  /** Our reading of a text with a header. */
  function readCells(text: string, delimiter: string): unknown[] {
    const reader = createCsvReader({ delimiter, quotes: true, maxRecordChars: 1_000_000 });
    return [...reader.push(text), ...reader.end()].map(({ value, fault }) => value ?? fault);
  }

  it("reads back any table that papaparse writes, as papaparse does", () =>
    fc.assert(
      fc.property(table, ({ columns, rows, delimiter, newline, quotes }) => {
        const header = Array.from({ length: columns }, (_, i) => `column ${i}`);
        const text = Papa.unparse([header, ...rows], { delimiter, newline, quotes });
        // Blank records are left out, where papaparse reads one cell; it quotes spaces and delimiters.
        const kept = rows.filter(
          ([first = ""]) => quotes || columns > 1 || !/^\t*$/.test(first.replace(delimiter, "x")),
        );
        const read = readCells(text, delimiter);
        expect(read).toEqual(kept);
        if (kept.length === rows.length) {
          expect(read).toEqual(Papa.parse<string[]>(text, { delimiter, newline }).data.slice(1));
        }
      }),
      { numRuns: 3000 },
    ));
});
