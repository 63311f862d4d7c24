import { writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_PLACE, type InputShape, type RecordPlace } from "../../../src/intake/input-shape.js";
import { readRange } from "../../../src/intake/read-range.js";
import { createPlaceFinder } from "../../../src/work/ranges/find-place.js";
import { useFolder } from "../command-run.js";

const folder = useFolder();

/** Pieces that rows are made of, the awkward ones oftener than in life. */
const PIECES = [
  '"',
  '""',
  ",",
  ";",
  "\n",
  "\r",
  "\r\n",
  " ",
  "\t",
  "a",
  "ğ",
  "😀",
  "\u00a0",
  "\ufeff",
  '"a\nb"',
  '{"text":"x"}',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(""));

function shapeOf(format: "csv" | "jsonl" | "lines", maxRecordChars: number, quotes: boolean): InputShape {
  const isCsv = format === "csv";
  const column = { field: "text" as const, column: "text", index: 0, how: "given" as const };
  return {
    mapping: { columns: [column], ignored: isCsv ? ["n"] : [], format, delimiter: isCsv ? "," : null },
    encoding: "utf-8",
    byLine: format === "lines",
    header: isCsv ? ["text", "n"] : [],
    headerRecords: isCsv ? 1 : 0,
    quotes,
    dateOrder: null,
    maxRecordChars,
  };
}

/** The records between two places. */
async function recordsOf(bytes: Buffer, shape: InputShape, from: RecordPlace, to: RecordPlace): Promise<unknown[]> {
  const records: unknown[] = [];
  const source = [bytes.subarray(from.offset, to.offset)];
  for await (const batch of readRange(source, shape, from)) records.push(...batch.records);
  return records;
}

describe("the places of a file", () => {
  it.each(["csv", "jsonl", "lines"] as const)(
    "of %s part any text into ranges that are read alone as within the whole",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          texts,
          fc.integer({ min: 1, max: 40 }),
          fc.constantFrom(5, 20, 10_000),
          fc.boolean(),
          async (text, step, most, quotes) => {
            const shape = shapeOf(format, most, quotes);
            const bytes = Buffer.from(format === "csv" ? `text,n\n${text}` : text);
            const path = folder.path("a.data");
            writeFileSync(path, bytes);
            const file = await open(path);
            try {
              const finder = createPlaceFinder(file, bytes.length, shape);
              const end = await finder.find(FIRST_PLACE, bytes.length);
              const whole = await recordsOf(bytes, shape, FIRST_PLACE, end);
              const parts: unknown[] = [];
              for (let from = FIRST_PLACE; from.offset < bytes.length; ) {
                const to = await finder.find(from, from.offset + step);
                const found = await recordsOf(bytes, shape, from, to);
                expect(to.row - from.row).toBe(found.length);
                parts.push(...found);
                from = to;
              }
              expect(parts).toEqual(whole);
            } finally {
              await file.close();
            }
          },
        ),
        { numRuns: 400 },
      );
    },
  );
});
