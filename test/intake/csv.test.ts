import { describe, expect, it } from "vitest";
import { createCsvReader, guessDelimiter, readSeparatorLine } from "../../src/intake/csv.js";
import type { Row } from "../../src/intake/rows.js";

interface Options {
  readonly delimiter?: string;
  readonly quotes?: boolean;
  readonly maxRecordChars?: number;
}

/** The rows of a text, which has a header. */
function read(text: string, options: Options = {}): { header: readonly string[] | undefined; rows: Row[] } {
  const reader = createCsvReader({ delimiter: ",", quotes: true, maxRecordChars: 1000, ...options });
  const rows = [...reader.push(text), ...reader.end()];
  return { header: reader.header(), rows };
}

const cells = (text: string, options: Options = {}): unknown[] =>
  read(text, options).rows.map(({ value, fault }) => value ?? fault);

describe("fields of CSV", () => {
  it.each([
    ["plain", "The lid broke,4", ["The lid broke", "4"]],
    ["empty", ",", ["", ""]],
    ["with spaces, which stay", "  late , 2 ", ["  late ", " 2 "]],
    ["quoted, with the delimiter inside", '"Slow, and rude",1', ["Slow, and rude", "1"]],
    ["quoted and empty", '"",""', ["", ""]],
    ["with doubled quotes", '"They said ""never""",1', ['They said "never"', "1"]],
    ["of doubled quotes alone", '"""",1', ['"', "1"]],
    ["quoted with a line feed", '"First line\nsecond line",3', ["First line\nsecond line", "3"]],
    ["quoted with CRLF, which stays", '"First line\r\nsecond line",3', ["First line\r\nsecond line", "3"]],
    ["quoted with a lone CR", '"First\rsecond",3', ["First\rsecond", "3"]],
    ["with a quote that does not open them", 'A 27" screen,5', ['A 27" screen', "5"]],
    ["with a quote after a space, which opens nothing", 'a, "b"', ["a", ' "b"']],
    ["beginning with U+FEFF", "\ufefflate,2", ["\ufefflate", "2"]],
    ["with NUL and emoji", "fr\u0000zen 🥶,1", ["fr\u0000zen 🥶", "1"]],
    ["with half a surrogate pair", "bad \ud83d byte,1", ["bad \ud83d byte", "1"]],
  ])("are read where they are %s", (_, record, expected) => {
    expect(cells(`text,stars\n${record}\n`)).toEqual([expected]);
  });

  it("are read where the only column is quoted, plain or holds nothing", () => {
    expect(cells('text\nLate again\n"Late, again"\n""\n"a\nb"\n')).toEqual([
      ["Late again"],
      ["Late, again"],
      [""],
      ["a\nb"],
    ]);
  });

  it("hold quotes literally where quotes have no meaning", () => {
    expect(cells('text\tid\n"Great\t1\n27" TV"\t2\n', { delimiter: "\t", quotes: false })).toEqual([
      ['"Great', "1"],
      ['27" TV"', "2"],
    ]);
  });

  it.each([";", "\t", "|", "^", "\u0001"])("are told apart by the delimiter %j", (delimiter) => {
    expect(cells(`text${delimiter}id\n"a${delimiter}b"${delimiter}1\n`, { delimiter })).toEqual([
      [`a${delimiter}b`, "1"],
    ]);
  });
});

describe("records of CSV", () => {
  it.each([
    ["\n", "line feeds"],
    ["\r\n", "CRLF"],
    ["\r", "lone carriage returns"],
  ])("end at %j (%s)", (end) => {
    expect(read(["text,id", "Late,1", "Rude,2"].join(end)).rows).toEqual([
      { line: 2, raw: "Late,1", value: ["Late", "1"] },
      { line: 3, raw: "Rude,2", value: ["Rude", "2"] },
    ]);
  });

  it("are numbered by the physical line they start on, blank lines and quoted line ends counted", () => {
    const { rows } = read('text,id\r\n\r\n"a\r\nb\rc\nd",1\r\n   \r\nLate,2\r\n');
    expect(rows.map(({ line }) => line)).toEqual([3, 8]);
  });

  it.each([
    ["Late,1\r", "\n", "\nRude,2"],
    ["Late,1\r\n", "\r", "\nRude,2"],
    ["Late,1\r\n\r", "", "\nRude,2"],
  ])("count CRLF once where chunks cut it: %j", (...chunks) => {
    const reader = createCsvReader({ delimiter: ",", quotes: true, maxRecordChars: 1000 });
    const rows = [reader.push("text,id\n"), ...chunks.map((chunk) => reader.push(chunk)), reader.end()].flat();
    expect(rows.map(({ line, raw }) => [line, raw])).toEqual([
      [2, "Late,1"],
      [4, "Rude,2"],
    ]);
  });

  it("that are blank are left out", () => {
    expect(cells("text,id\n\n  \t \nLate,1\n\n")).toEqual([["Late", "1"]]);
  });

  it("of empty fields are kept, also where the delimiter is the tab", () => {
    expect(cells("text\tid\n\t\n", { delimiter: "\t" })).toEqual([["", ""]]);
  });

  it("with too few or too many fields are faults, and the next is read", () => {
    expect(cells("text,id\nLate\nLate,1,x\nFine,2\n")).toEqual([
      "expected 2 fields as in the header, got 1",
      "expected 2 fields as in the header, got 3",
      ["Fine", "2"],
    ]);
  });

  it("with a quote that is not doubled are faults, and the next is read", () => {
    expect(cells('text,id\n"They said "never" twice",1\nFine,2\n')).toEqual([
      "a quote inside a quoted field is not doubled",
      ["Fine", "2"],
    ]);
  });

  it("with a quote that is never closed cost the line that it stands on alone", () => {
    expect(read('text,id\nLate,1\n"Never closed,2\nFine,3\nGood,4\n').rows).toEqual([
      { line: 2, raw: "Late,1", value: ["Late", "1"] },
      { line: 3, raw: '"Never closed,2', fault: "a quote opened on line 3 is not closed until the end of the input" },
      { line: 4, raw: "Fine,3", value: ["Fine", "3"] },
      { line: 5, raw: "Good,4", value: ["Good", "4"] },
    ]);
  });

  it("tell the line of the quote that is not closed, not that of the record", () => {
    expect(read('text,id\n"first\nsecond","open\nFine,3\n').rows).toEqual([
      {
        line: 2,
        raw: '"first\nsecond","open',
        fault: "a quote opened on line 3 is not closed until the end of the input",
      },
      { line: 4, raw: "Fine,3", value: ["Fine", "3"] },
    ]);
  });

  it("give nothing twice where a quote is not closed on the last line", () => {
    expect(cells('text,id\nFine,1\n"open')).toEqual([
      ["Fine", "1"],
      "a quote opened on line 3 is not closed until the end of the input",
    ]);
  });

  it("of a header alone are none", () => {
    expect(read("text,id\n")).toEqual({ header: ["text", "id"], rows: [] });
  });
});

describe("records longer than allowed", () => {
  const maxRecordChars = 20;

  it("are faults, passed over to the end of their line", () => {
    expect(read(`text,id\n${"a".repeat(50)},1\nFine,2\n`, { maxRecordChars }).rows).toEqual([
      { line: 2, raw: "a".repeat(20), fault: "longer than 20 characters" },
      { line: 3, raw: "Fine,2", value: ["Fine", "2"] },
    ]);
  });

  it("are not those of exactly the longest length", () => {
    expect(cells(`text,id\n${"a".repeat(18)},1\n`, { maxRecordChars })).toEqual([["a".repeat(18), "1"]]);
  });

  it.each(["\n", "\r\n", "\r"])(
    "swallow no later record where a quote opens in their rest, lines ending at %j",
    (end) => {
      const text = ["text,id", `${"a".repeat(30)},"open`, "Fine,2", "Good,3", ""].join(end);
      expect(cells(text, { maxRecordChars })).toEqual(["longer than 20 characters", ["Fine", "2"], ["Good", "3"]]);
    },
  );

  it("swallow no later record where an open quote made them long", () => {
    expect(cells(`text,id\n"${"a".repeat(50)}\nFine,2\nGood,3\n`, { maxRecordChars })).toEqual([
      "a quote opened on line 2 is not closed within 20 characters",
      ["Fine", "2"],
      ["Good", "3"],
    ]);
  });

  it("give the lines after an open quote back", () => {
    expect(cells('text,id\n"open\nFine,2\nGood,3\nBest,4\n', { maxRecordChars })).toEqual([
      "a quote opened on line 2 is not closed within 20 characters",
      ["Fine", "2"],
      ["Good", "3"],
      ["Best", "4"],
    ]);
  });

  it("take time that grows no faster than the text, whatever its quotes", () => {
    for (const piece of ['"', '"\n', '""\n', 'a,"\n', '"a"b\n', "\r", '"\r\n"']) {
      const text = `text,id\n${piece.repeat(200_000)}`;
      const start = performance.now();
      read(text, { maxRecordChars: 10_000_000 });
      read(text, { maxRecordChars: 1000 });
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(5000);
    }
  });
});

describe("the header of CSV", () => {
  it("loses the white space around its names", () => {
    expect(read(' text ,"id "\nLate,1\n').header).toEqual(["text", "id"]);
  });

  it("may follow blank lines", () => {
    expect(read("\n\ntext,id\nLate,1\n")).toEqual({
      header: ["text", "id"],
      rows: [{ line: 4, raw: "Late,1", value: ["Late", "1"] }],
    });
  });

  it("is refused where it is broken, by its line", () => {
    expect(() => read('\n"te"xt,id\nLate,1\n')).toThrow(
      expect.objectContaining({
        code: "invalid-record",
        message: expect.stringMatching(/^line 2: expected a header .*not doubled.*Correct the line\.$/),
      }),
    );
  });
});

describe("guessing the delimiter", () => {
  it.each([
    ["text,id", ","],
    ["text;id;date", ";"],
    ["text\tid", "\t"],
    ["text|id", "|"],
    ["text", ","],
    ["", ","],
    ["yorum;puan, 1-5;tarih", ";"],
    ['"a,b,c";d', ";"],
  ])("of %j gives %j", (record, delimiter) => expect(guessDelimiter(record)).toBe(delimiter));
});

describe("Excel's separator line", () => {
  it.each([
    ["sep=;", ";"],
    ["sep=\t", "\t"],
    ["sep=,\r\n", ","],
  ])("%j names %j", (line, delimiter) => expect(readSeparatorLine(line)).toBe(delimiter));

  it.each(["sep=", "sep=;;", "separator=;", "a sep=;"])("%j is none", (line) =>
    expect(readSeparatorLine(line)).toBeUndefined(),
  );
});
