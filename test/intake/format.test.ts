import { describe, expect, it } from "vitest";
import { formatOfName, parseFormat, sniffFormat } from "../../src/intake/format.js";
import { readAll, readTexts } from "./read-all.js";

describe("the format by the file's name", () => {
  it.each([
    ["reviews.csv", "csv"],
    ["Export.CSV.gz", "csv"],
    ["a.b/nps.tsv", "tsv"],
    ["old.tab", "tsv"],
    ["scored.jsonl", "jsonl"],
    ["events.ndjson", "jsonl"],
    ["notes.txt", "lines"],
  ])("of %s is %s", (name, format) => expect(formatOfName(name)).toBe(format));

  it.each(["reviews", "reviews.json", "", "reviews.constructor"])("of %j is not known", (name) =>
    expect(formatOfName(name)).toBeUndefined(),
  );
});

describe("the format by the first line", () => {
  it.each([
    ['{"text":"Late"}', "jsonl"],
    ['  {"text":"Late"}', "jsonl"],
    ["text", "csv"],
    ["Müşteri Yorumu", "csv"],
    ['"comment"', "csv"],
    ["Title,Votes", "csv"],
    ["yorum;puan", "csv"],
    ["comment\tid", "csv"],
    ["12,comment", "csv"],
    ["sep=;", "csv"],
    ["sep=\t", "csv"],
    ["The lid broke, and nobody answers.", "lines"],
    ["Terrible", "lines"],
    ["Late, again, and again, and I am really very tired of it", "lines"],
    ["5,2026-03-02", "lines"],
    ["[Update] it broke again", "lines"],
  ])("of %j is %s", (line, format) => expect(sniffFormat(line)).toBe(format));

  it("takes a line that holds the column asked for as a header", () => {
    expect(sniffFormat("2026_notes,5", "2026_notes")).toBe("csv");
  });

  it.each(["[", '[{"text":"Late"}]'])("refuses the JSON array %j and says what to do", (line) => {
    expect(() => sniffFormat(line)).toThrow(
      expect.objectContaining({
        code: "invalid-record",
        message: expect.stringMatching(/one JSON object a line, got an array/),
      }),
    );
  });
});

describe("the format asked for", () => {
  it("is refused where it is none", () => {
    expect(() => parseFormat("xlsx")).toThrow(
      expect.objectContaining({
        code: "invalid-option",
        message: "format: expected one of csv, tsv, jsonl, lines, got xlsx. Leave it out to tell it from the file.",
      }),
    );
  });

  it("goes before the file's name, which goes before the first line", async () => {
    const line = "text,id\n";
    expect(await readTexts(line, { format: "lines", fileName: "a.csv" })).toEqual(["text,id"]);
    expect(await readTexts(line, { fileName: "a.txt" })).toEqual(["text,id"]);
    expect(await readTexts("text\tid\nLate\t1\n", { fileName: "a.tsv" })).toEqual(["Late"]);
  });

  it("of TSV takes the tab even where commas are more", async () => {
    expect((await readAll("text\ta,b,c\nLate\t1\n", { format: "tsv" })).mapping?.delimiter).toBe("\t");
  });
});

describe("the delimiter", () => {
  it.each([
    ["is guessed from the header", "text;id,no;date\nLate;1;2026-01-02\n", {}, ";"],
    ["is that of Excel's first line", "sep=;\ntext,body;id\nLate;1\n", { columns: { text: "text,body" } }, ";"],
    ["is that of Excel's first line, ended by CRLF", "sep=|\r\ntext|id\r\nLate|1\r\n", {}, "|"],
    ["is the tab that Excel's first line names", "sep=\t\ntext\tid\nLate\t1\n", {}, "\t"],
    ["is the one asked for", "text^id\nLate^1\n", { delimiter: "^", format: "csv" }, "^"],
  ] as const)("%s", async (_, csv, options, delimiter) => {
    const { mapping, accepted } = await readAll(csv, options);
    expect(mapping?.delimiter).toBe(delimiter);
    expect(accepted[0]?.verbatim).toMatchObject({ text: "Late", id: expect.stringMatching(/^(1|r-1)$/) });
  });

  it("named by Excel's first line does not move the line numbers", async () => {
    expect((await readAll("sep=;\r\ntext;id\r\nLate;1\r\n")).accepted[0]?.line).toBe(3);
  });

  it("is guessed from the whole header, quoted line ends and all", async () => {
    const { mapping } = await readAll('"text\nof the review";id;date\nLate;1;\n', {
      columns: { text: "text of the review" },
    });
    expect(mapping?.columns[0]).toMatchObject({ column: "text\nof the review" });
  });
});
