import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readLines, run, useFolder } from "./command-run.js";

const folder = useFolder();

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");

/** Bytes that give no row: what they are, the bytes, options, and what the message must say. */
const UNREADABLE: readonly (readonly [
  what: string,
  bytes: string | Buffer,
  options: readonly string[],
  says: RegExp,
])[] = [
  ["an empty file", "", [], /empty file.*Check that the file/],
  ["blank lines alone", "\n \n\t\n", [], /no text at all/],
  ["blank lines without end", "\n".repeat(40_000_000), [], /no record|no text at all/],
  ["a header without rows", "id,text\n", [], /a header without rows/],
  ["no text column", "order,stars\n1,5\n", [], /the columns "order", "stars".*--text <column>/],
  ["a text column that is not there", "order,stars\n1,5\n", ["--text", "note"], /"order", "stars", got note.*--text/],
  ["a rating column that is not there", "text\nFine\n", ["--rating", "stars"], /"text", got stars.*--rating/],
  ["a PNG image", PNG, [], /got a PNG image/],
  ["random bytes", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 7) % 256)), [], /got binary data/],
  ["gzip cut off", gzipSync("text\nGreat kettle\n".repeat(5000)).subarray(0, 60), [], /whole gzip.*Copy or download/],
  ["gzip damaged", flip(gzipSync("text\nGreat kettle, fast delivery\n"), 14), [], /whole gzip.*Copy or download/],
  ["gzip of nothing", gzipSync(""), [], /empty file/],
  ["gzip within gzip", gzipSync(gzipSync("text\nFine\n")), [], /gzip-compressed. Gunzip it first/],
  ["a JSON array", '[{"text":"Fine"}]', [], /got an array.*jq/],
  ["a broken header", 'id,"te"xt\n1,Fine\n', [], /header/],
  ["an unknown encoding", "text\nFine\n", ["--encoding", "klingon"], /encoding: expected one of .*got klingon/],
  ["an unknown format", "text\nFine\n", ["--format", "xml"], /format: expected one of .*got xml/],
  ["an unknown order of dates", "text\nFine\n", ["--date-order", "ydm"], /dateOrder: expected one of .*got ydm/],
  ["an unknown language", "text\nFine\n", ["--language", "tlh"], /language: expected .*got tlh/],
];

describe("an input that cannot be read", () => {
  it.each(UNREADABLE)("%s: one clear line, code 2, no output file", async (_what, bytes, options, says) => {
    const { code, err } = await run(["analyze", "-", "--out", folder.path("out.jsonl"), ...options], bytes);
    expect(err.trimEnd().split("\n").at(-1)).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect([code, existsSync(folder.path("out.jsonl"))]).toEqual([2, false]);
  });

  it.each([
    ["that is not there", "nope.csv", /got none\. Check the path/],
    ["that is a directory", "reviews", /got a directory\. Name a file in it/],
    ["whose path goes through a file", "plain.csv/inner.csv", /through something that is no directory/],
    ["of a name that is too long", "n".repeat(300), /a name that is too long/],
  ])("a file %s: one clear line, code 2, for every command", async (_what, name, says) => {
    mkdirSync(folder.path("reviews"));
    folder.write("plain.csv", "text\nFine\n");
    for (const command of ["analyze", "summarize", "merge", "report"]) {
      const { code, err } = await run([command, folder.path(name)]);
      expect([command, code, says.test(err.trim())]).toEqual([command, 2, true]);
    }
  });

  it.each([
    ["in a folder that is not there", "nope/out.jsonl", /a folder that is not there/],
    ["that is a directory", "taken", /got a directory/],
  ])("an output %s: one clear line, code 2", async (_what, name, says) => {
    mkdirSync(folder.path("taken"));
    for (const command of ["analyze", "report"]) {
      const { code, err } = await run([command, folder.write("a.csv", "text\nFine\n"), "--out", folder.path(name)]);
      expect([command, code, says.test(err)]).toEqual([command, 2, true]);
    }
  });
});

describe("a wrong command line", () => {
  it.each([
    [["explain", "a.csv"], /expected analyze, summarize, merge, report, train, evaluate, got explain/],
    [["constructor"], /got constructor/],
    [["analyze"], /expected a file, or - for standard input, got none/],
    [["train", "a.csv", "b.csv"], /expected one file, got 2/],
    [["analyze", "-", "a.csv"], /expected files, or - for standard input alone, got both/],
    [["analyze", "a.csv", "--workers", "none"], /--workers: expected a whole number above 0, got none/],
    [["analyze", "a.csv", "--max-rejects", "few"], /maxRejects: expected a whole number, or a share.*got few/],
    [["analyze", "no/such/*.csv"], /expected files that fit the pattern, got none/],
    [["analyze", "a.csv", "--colour"], /Unknown option '--colour'/],
    [["analyze", "a.csv", "--out"], /--out.* argument missing/],
    [["merge", "a.json", "--rating", "stars"], /--rating is not an option of this command/],
    [["report", "-", "--report-language", "fr"], /language: expected en or tr, got fr/],
  ])("verbatims %j: says what is wrong, in one line, with code 2", async (words, says) => {
    const { code, err } = await run(words);
    expect(err.trimEnd()).toMatch(says);
    expect([code, err.trimEnd().split("\n").length]).toEqual([2, 1]);
  });

  it("without any word shows the help on stderr, with code 2", async () => {
    const { code, out, err } = await run([]);
    expect([code, out, err.includes("verbatims analyze <file …|->")]).toEqual([2, "", true]);
  });

  it.each([["--help"], ["report --help"], ["--version"]])("%s answers on stdout, with code 0", async (words) => {
    const { code, out, err } = await run(words.split(" "));
    expect([code, err, out !== ""]).toEqual([0, "", true]);
  });
});

/** Odd texts that are read all the same: what they are, bytes, options, and the texts that must come out. */
const ODD: readonly (readonly [what: string, bytes: string | Buffer, options: readonly string[], texts: string[]])[] = [
  ["UTF-16 with a mark", Buffer.from("\ufefftext\r\nÇok güzel\r\n", "utf16le"), [], ["Çok güzel"]],
  [
    "UTF-16 without a mark",
    Buffer.from("text\nNice shop and quick parcel\n", "utf16le"),
    [],
    ["Nice shop and quick parcel"],
  ],
  ["UTF-8 with a mark", "\ufefftext\nFine\n", [], ["Fine"]],
  ["line ends of Windows", "id,text\r\n1,Fine\r\n2,Slow\r\n", [], ["Fine", "Slow"]],
  ["line ends of old Macs", "id,text\r1,Fine\r2,Slow\r", [], ["Fine", "Slow"]],
  ["no line end at the end", "text\nFine", [], ["Fine"]],
  [
    "Turkish Windows text when told",
    Buffer.from("yorum\n\xdeik bir \xfcr\xfcn\n", "latin1"),
    ["--encoding", "cp1254"],
    ["Şik bir ürün"],
  ],
  ["quoted line ends, commas and quotes", 'id,text\n1,"One, ""two""\nthree"\n', [], ['One, "two"\nthree']],
  ["NUL among letters", "id,text\n1,Broken\u0000 lid\n", [], ["Broken\u0000 lid"]],
  ["lone surrogates", '{"text":"Nice \\ud83d shop"}\n', [], ["Nice \ud83d shop"]],
  ["a column named __proto__", '{"__proto__":"The lid broke"}\n', ["--text", "__proto__"], ["The lid broke"]],
  ["a column named constructor", "constructor,stars\nThe lid broke,2\n", ["--text", "constructor"], ["The lid broke"]],
  ["JSON keys of the prototype beside the text", '{"text":"Fine","__proto__":{"x":1},"constructor":1}\n', [], ["Fine"]],
];

describe("an odd input", () => {
  it.each(ODD)("%s: is read", async (_what, bytes, options, texts) => {
    const { code, lines } = await run(["analyze", "-", ...options], bytes);
    expect(lines().map(({ text }) => text)).toEqual(texts);
    expect(code).toBe(0);
  });

  it.each(["__proto__", "constructor", "toString"])("keeps %s as an id, a channel and a segment", async (name) => {
    const scored = await run(["analyze", "-"], `id,channel,segment,text\n${name},${name},${name},Fine kettle\n`);
    expect(scored.lines()[0]).toMatchObject({ id: name, given: { channel: name, segment: name } });
    const summary = JSON.parse((await run(["summarize", "-"], scored.out)).out);
    expect(summary.segments).toMatchObject([{ name, n: 1 }]);
  });

  it("names bytes that are broken in the encoding, and reads on", async () => {
    const { code, err, lines } = await run(["analyze", "-"], Buffer.from("text\nKargo \xe7ok ge\xe7\n", "latin1"));
    expect(err).toContain("2 characters could not be decoded");
    expect(err).toContain("--encoding windows-1254");
    expect([code, lines().length]).toEqual([0, 1]);
  });

  it.each([
    ["a row of five million characters", "The courier was late again. ".repeat(180_000)],
    ["a word of a million characters", "a".repeat(1_000_000)],
    ["a million signs", "?!".repeat(500_000)],
    ["a million combining marks", `e${"\u0301".repeat(1_000_000)}`],
    ["a quarter million emoji", "😡".repeat(250_000)],
  ])("%s: is read, added up and told", async (_what, text) => {
    const scored = await run(["analyze", "-"], `id,text\n1,"${text}"\n2,Fine kettle\n`);
    expect(scored.lines().map((analysis) => String(analysis.text).length)).toEqual([text.length, 11]);
    const { code } = await run(["report", "-", "--out", folder.path("r.html")], scored.out);
    expect(code).toBe(0);
  });

  it("rejects the bad rows among good ones: rows in are rows out and rows rejected", async () => {
    const rows = [
      ["1,5,Fine kettle", true],
      ["2,9,Five stars at most", false],
      ["3,5", false],
      ["4,5,one,too many", false],
      ['5,5,"open" quote', false],
      ["6,,No stars given", true],
      ["7,5,   ", false],
      ["__proto__,3,Named oddly", true],
      ['8,5,"never closed', false],
    ] as const;
    const file = folder.write("a.csv", `id,stars,text\n${rows.map(([row]) => row).join("\n")}\n`);
    const { code, lines } = await run(["analyze", file, "--rejects", folder.path("r.jsonl")]);
    const rejects = readLines(readFileSync(folder.path("r.jsonl"), "utf8"));
    const placesOf = (wanted: boolean): number[] => rows.flatMap(([, good], i) => (good === wanted ? [i + 2] : []));
    expect(rejects.map(({ line }) => line)).toEqual(placesOf(false));
    expect(lines().length).toBe(placesOf(true).length);
    expect(code).toBe(1);
  });
});

/** The same bytes but for one, turned over. */
function flip(bytes: Buffer, at: number): Buffer {
  const turned = Buffer.from(bytes);
  turned[at] = (turned[at] ?? 0) ^ 0xff;
  return turned;
}
