import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutFile, type ScoreRangeOptions, scoreRange } from "../../../src/work/ranges/score-range.js";
import { run, useFolder } from "../command-run.js";

const folder = useFolder();

/** Inputs in which cuts hurt: what they are, their bytes, and how they are read. */
const INPUTS: readonly (readonly [string, string | Buffer, ScoreRangeOptions?])[] = [
  ["CSV", "id,text,stars\n1,Great kettle,5\n2,The lid broke,9\n3,Slow site,2\n"],
  ["CSV with quoted line ends", 'id,text\n1,"Late,\nand ""cold""\r\n again"\n2,Fine\n3,"a\n\nb"\n'],
  ["CSV of Windows with blank lines", '\r\nid;text\r\n\r\n1;"Şık\r\nama pahalı"\r\n  \r\n2;Güzel\r\n\r\n'],
  ["CSV of old Macs", 'id,text\r1,Fine\r2,"Slow\rsite"\r3\r4,Late\r'],
  ["CSV with a mark and a line for the delimiter", "\ufeffsep=|\ntext|id\nGüzel, çok güzel|7\nKötü|8|9\nİyi|9"],
  ["CSV with stray quotes", 'text,stars\n5" screen,4\n"a" b,3\n"he said ""no""",2\n15" x 3",5\n'],
  ["CSV with a quote that is never closed", 'text,stars\nFine,4\n"open,5\nLate,1\nSlow,2\n'],
  [
    "CSV with long records",
    `text,stars\nFine,4\n${"x".repeat(90)},5\n"${"y\n".repeat(60)}",3\nEnd,1\n`,
    { maxRecordChars: 80 },
  ],
  [
    "CSV with quotes not closed in a record",
    `text,n\n"open,1\n${"Late,2\n".repeat(40)}End,3\n`,
    { maxRecordChars: 60 },
  ],
  ["TSV without quotes", 'text\tstars\n"Fine\t4\n\t\nSlow"\t9\n', { format: "tsv", quotes: false }],
  ["JSON lines", '{"text":"Güzel 😀","id":1}\n\n{"text":"Bad"}\r\n  \n[1]\n{"text":""}\n{"stars":7}'],
  ["JSON lines of which none is an object", '1\n"a"\n[2]\n'],
  [
    "JSON lines with a long line",
    `{"text":"Fine"}\n{"text":"${"é".repeat(200)}"}\n{"text":"End"}\n`,
    { maxRecordChars: 90 },
  ],
  ["lines", "Great kettle\n\u00a0\u2003\nÇok geç geldi 😡\r\rBozuk çıktı", { format: "lines" }],
  ["lines with a mark within", "Great kettle\n\ufeffThe lid broke\n\ufeff\nSlow", { format: "lines" }],
  [
    "Turkish Windows text",
    Buffer.from("yorum\n\xc7ok g\xfczel\n\xdeik\nK\xf6t\xfc\n", "latin1"),
    { encoding: "cp1254" },
  ],
  ["broken UTF-8", Buffer.from("text\nBad \xe7\nCut \xf0\x9f\nFine\n", "latin1")],
  ["UTF-16", Buffer.from("\ufefftext,stars\nGüzel,5\nKötü,9\nİyi,4\n", "utf16le")],
];

const CASES = INPUTS.map(([what, bytes, options = {}]) => ({ what, bytes: Buffer.from(bytes), options }));

/** What ranges gave, joined in their order. */
async function scoreAll(file: string, borders: readonly number[], options: ScoreRangeOptions): Promise<object> {
  const totals = { read: 0, written: 0, rejected: 0, brokenBytes: 0 };
  let [out, rejects] = ["", ""];
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start = 0, end = 0] = borders.slice(i, i + 2);
    const [outName, rejectsName] = [folder.path("part.jsonl"), folder.path("rejects.jsonl")];
    const part = await scoreRange(file, { start, end }, { ...options, out: outName, rejects: rejectsName });
    out += readFileSync(outName, "utf8");
    rejects += readFileSync(rejectsName, "utf8");
    totals.read += part.totals.read;
    totals.written += part.totals.written;
    totals.rejected += part.totals.rejected;
    totals.brokenBytes += part.totals.brokenBytes;
  }
  return { out, rejects, totals };
}

describe("ranges that tile a file", () => {
  it.each(CASES)("of $what give the bytes of the whole, wherever they are cut", async ({ bytes, options }) => {
    const file = folder.write("a.data", bytes);
    const { length } = bytes;
    const whole = await scoreAll(file, [0, length], options);
    for (let size = 1; size < length; size += size < 8 ? 1 : 7) {
      const borders = Array.from({ length: Math.ceil(length / size) + 1 }, (_, i) => Math.min(length, i * size));
      expect(await scoreAll(file, borders, options), `cut every ${size} bytes`).toEqual(whole);
    }
  });

  it.each(CASES.slice(0, 2))("of $what give what the command gives", async ({ bytes }) => {
    const file = folder.write("a.csv", bytes);
    const { out } = await run(["analyze", file]);
    expect(await scoreAll(file, [0, 20, 1000], {})).toMatchObject({ out });
  });

  it.each(CASES)("of $what are cut at places from which they are read alike", async ({ bytes, options }) => {
    const file = folder.write("a.data", bytes);
    const { places, shape, size } = await cutFile(file, 16, options);
    const whole = await scoreAll(file, [0, size], options);
    let out = "";
    for (const [i, from] of places.entries()) {
      const range = { start: from.offset, end: places[i + 1]?.offset ?? size };
      await scoreRange(file, range, { ...options, shape, from, out: folder.path("part.jsonl") });
      out += readFileSync(folder.path("part.jsonl"), "utf8");
    }
    expect(whole).toMatchObject({ out });
  });
});

describe("a reject", () => {
  it.each(CASES)("of $what tells the byte at which its row begins", async ({ bytes, options }) => {
    const file = folder.write("a.data", bytes);
    await scoreRange(
      file,
      { start: 0, end: bytes.length },
      {
        ...options,
        onReject: ({ offset, raw, line }) => {
          const utf16 = bytes[0] === 0xff;
          const encoding = options.encoding === "cp1254" ? "windows-1254" : utf16 ? "utf-16le" : "utf-8";
          const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(offset));
          expect(text.replace(/^\ufeff/, "").startsWith(raw.slice(0, 20)), `line ${line}`).toBe(true);
          const before = new TextDecoder(encoding).decode(bytes.subarray(0, offset));
          expect(before.split(/\r\n|\r|\n/).length).toBe(line);
        },
      },
    );
  });
});
