import { describe, expect, it } from "vitest";
import { readVerbatimBatches, readVerbatims } from "../../src/intake/read-verbatims.js";
import { readAll, readTexts } from "./read-all.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("reading verbatims", () => {
  it("gives those of CSV with all that is known of them", async () => {
    const { records } = await readAll(
      "Review Text,ID,Date,Stars,NPS,CSAT,CES,Channel,Segment,Lang,Customer,Revenue,Question,Replied At\n" +
        '"Late, again",r1,2026-03-02 09:30,2,3,4.5,6,chat,Gold,en-GB,c-9,"1,200.50",What happened?,2026-03-02 11:05\n',
    );
    expect(records).toEqual([
      {
        ok: true,
        line: 2,
        verbatim: {
          text: "Late, again",
          id: "r1",
          at: "2026-03-02T09:30:00",
          rating: 2,
          nps: 3,
          csat: 4.5,
          ces: 6,
          channel: "chat",
          segment: "Gold",
          language: "en",
          customer: "c-9",
          value: 1200.5,
          question: "What happened?",
          repliedAt: "2026-03-02T11:05:00",
        },
      },
    ]);
  });

  it("gives those of JSON lines, numbers and all", async () => {
    const { records, mapping } = await readAll('{"comment":"Late","nps":0,"id":7}\n{"comment":"Fine","stars":5}\n');
    expect(records).toEqual([
      { ok: true, line: 1, verbatim: { text: "Late", id: "7", nps: 0 } },
      { ok: true, line: 2, verbatim: { text: "Fine", id: "r-2", rating: 5 } },
    ]);
    expect(mapping).toMatchObject({ format: "jsonl", delimiter: null });
  });

  it("gives those of plain lines", async () => {
    const { records, mapping } = await readAll("The lid broke after a week.\n\nKargo çok geç geldi.\n");
    expect(records).toEqual([
      { ok: true, line: 1, verbatim: { text: "The lid broke after a week.", id: "r-1" } },
      { ok: true, line: 3, verbatim: { text: "Kargo çok geç geldi.", id: "r-2" } },
    ]);
    expect(mapping).toEqual({ columns: [], ignored: [], format: "lines", delimiter: null });
  });

  it("keeps the white space of the text and drops that around other values", async () => {
    const { accepted } = await readAll("text,channel,rating\n  Late \t, chat , 2 \n");
    expect(accepted[0]?.verbatim).toEqual({ text: "  Late \t", id: "r-1", channel: "chat", rating: 2 });
  });

  it("calls records without an id by their number, those refused counted", async () => {
    const { accepted } = await readAll("text,id\nLate,\n,\nRude,\nFine,x\n");
    expect(accepted.map(({ verbatim }) => verbatim.id)).toEqual(["r-1", "r-3", "x"]);
  });

  it("keeps both of two records of one id", async () => {
    const { accepted } = await readAll("text,id\nLate,a\nRude,a\n");
    expect(accepted.map(({ verbatim }) => [verbatim.id, verbatim.text])).toEqual([
      ["a", "Late"],
      ["a", "Rude"],
    ]);
  });

  it("takes spellings of null for values not given, but not for texts", async () => {
    const { accepted } = await readAll("text,id,date,rating,segment,ltv\nNaN,null,NA,-,None,n/a\nnull,,,,NULL,\n");
    expect(accepted.map(({ verbatim }) => verbatim)).toEqual([
      { text: "NaN", id: "r-1", segment: "None" },
      { text: "null", id: "r-2" },
    ]);
  });

  it("leaves a language that is not read to the text", async () => {
    const { accepted } = await readAll("text,language\nZu spät,de\n");
    expect(accepted[0]?.verbatim).toEqual({ text: "Zu spät", id: "r-1" });
  });

  it("reads ids and columns named like the language's own objects", async () => {
    const { accepted } = await readAll("__proto__,constructor\nLate,__proto__\nRude,toString\n", {
      format: "csv",
      columns: { text: "__proto__", id: "constructor" },
    });
    expect(accepted.map(({ verbatim }) => verbatim)).toEqual([
      { text: "Late", id: "__proto__" },
      { text: "Rude", id: "toString" },
    ]);
  });

  it("reads nothing out of a JSON object that is not its own", async () => {
    const { accepted, rejected } = await readAll(
      '{"text":"Late","id":"a"}\n{"__proto__":{"text":"stolen"}}\n{"id":"b","constructor":{"text":"x"}}\n',
    );
    expect(accepted).toHaveLength(1);
    expect(rejected.map(({ field, line }) => [field, line])).toEqual([
      ["text", 2],
      ["text", 3],
    ]);
  });

  it("reads keys that the first objects lack", async () => {
    const early = '{"text":"Fine"}\n'.repeat(60);
    const { accepted } = await readAll(`${early}{"text":"Late","nps":2}\n`);
    expect(accepted[60]?.verbatim).toMatchObject({ nps: 2 });
  });

  it("keeps half a surrogate pair as it is", async () => {
    expect(await readTexts('{"text":"bad \\ud83d byte"}\n')).toEqual(["bad \ud83d byte"]);
  });

  it("reads Turkish Windows text where it is told", async () => {
    const bytes = Uint8Array.of(...utf8("text,id\n"), 0xfe, 0x69, 0x6b, 0x61, 0x79, 0x65, 0x74, ...utf8(",1\n"));
    expect(await readTexts(bytes, { encoding: "cp1254" })).toEqual(["şikayet"]);
  });

  it("reads a line that holds no letter, since it may be an emoji", async () => {
    expect(await readTexts("text\n😡😡\n10/10\n")).toEqual(["😡😡", "10/10"]);
  });
});

describe("records that cannot be read", () => {
  it.each([
    ["rating", "0", "Too small: expected number to be >=1, got 0"],
    ["rating", "5.5", "Too big: expected number to be <=5, got 5.5"],
    ["rating", "8/10", "expected an answer out of 5, got 8/10"],
    ["nps", "11", "Too big: expected number to be <=10, got 11"],
    ["nps", "-1", "Too small: expected number to be >=0, got -1"],
    ["nps", "7.5", "Invalid input: expected int, received number, got 7.5"],
    ["csat", "10.5", "Too big: expected number to be <=10, got 10.5"],
    ["ces", "0.5", "Too small: expected number to be >=1, got 0.5"],
    ["ces", "8", "Too big: expected number to be <=7, got 8"],
    ["revenue", "-1", "Too small: expected number to be >=0, got -1"],
    ["nps", "ten", "expected a number, got ten"],
  ])("are refused, never clamped: %s of %s", async (column, cell, reason) => {
    const { rejected } = await readAll(`text;${column}\nLate;${cell}\n`);
    expect(rejected).toEqual([
      { ok: false, line: 2, field: column === "revenue" ? "value" : column, reason, raw: `Late;${cell}` },
    ]);
  });

  it("are refused where day and month are not told apart, until the order is told", async () => {
    const csv = "text,date\nLate,03/04/2026\n";
    expect((await readAll(csv)).rejected[0]).toMatchObject({
      field: "at",
      reason: expect.stringContaining("dateOrder"),
    });
    expect((await readAll(csv, { dateOrder: "dmy" })).accepted[0]?.verbatim.at).toBe("2026-04-03");
  });

  it.each(["", "   ", "\u00a0\u2003", "\ufeff"])("are refused where the text is blank: %j", async (text) => {
    const { rejected } = await readAll(`id,text\n1,${text}\n`);
    expect(rejected).toEqual([
      { ok: false, line: 2, field: "text", reason: expect.stringContaining("got a blank text"), raw: `1,${text}` },
    ]);
  });

  it.each([
    ["5", "expected a string, got 5"],
    ["null", "expected what the customer wrote, got nothing"],
    ['{"a":1}', 'expected a string, got {"a":1}'],
    ['["a"]', 'expected a string, got ["a"]'],
  ])("are refused where the text of a JSON object is %s", async (text, reason) => {
    const { rejected } = await readAll(`{"text":${text}}\n`);
    expect(rejected[0]).toMatchObject({ field: "text", reason });
  });

  it.each([
    ["nps", "true"],
    ["id", "[1]"],
    ["at", '{"day":1}'],
    ["channel", "false"],
  ])("are refused where %s of a JSON object is %s", async (field, value) => {
    const { rejected } = await readAll(`{"text":"Late","${field}":${value}}\n`);
    expect(rejected[0]).toMatchObject({ field, reason: `expected a string or a number, got ${value}` });
  });

  it.each(["id", "channel", "segment", "customer"])(
    "are refused where %s has more than 256 characters",
    async (name) => {
      const { accepted, rejected } = await readAll(`text,${name}\nLate,${"x".repeat(256)}\nRude,${"x".repeat(257)}\n`);
      expect(accepted).toHaveLength(1);
      expect(rejected[0]?.field).toBe(name);
    },
  );

  it("keep their writing, of a long one the start and how much more there was", async () => {
    const { rejected } = await readAll(`text,id\n,${"x".repeat(12_000)}\n`);
    expect(rejected[0]?.raw).toBe(`,${"x".repeat(9_999)}… (2001 characters more)`);
  });

  it("say why without the whole text of the customer", async () => {
    const { rejected } = await readAll(`text,nps\nLate,${"9".repeat(5000)}\n`);
    expect(rejected[0]?.reason.length).toBeLessThan(120);
  });

  it("do not stop the reading", async () => {
    const { totals } = await readAll('text,nps\nLate,3\nRude\n,4\n"a"b,1\nFine,99\nGood,9\n');
    expect(totals).toMatchObject({ records: 6, accepted: 2, rejected: 4 });
  });
});

describe("huge records", () => {
  it("are read where they are texts of 5 MB", async () => {
    const text = "The parcel was late, again. ".repeat(180_000);
    expect(await readTexts(`id,text\n1,"${text}"\n2,Fine\n`)).toEqual([text, "Fine"]);
  });

  it("are read where they are one word of a million letters", async () => {
    const word = "a".repeat(1_000_000);
    expect(await readTexts(utf8(`${word}\nFine.\n`))).toEqual([word, "Fine."]);
  });

  it.each([
    ["csv", (text: string) => `text,id\n${text},1\nFine,2\n`],
    ["jsonl", (text: string) => `${JSON.stringify({ text })}\n{"text":"Fine"}\n`],
    ["lines", (text: string) => `${text}\nFine\n`],
  ] as const)("are refused in %s where they pass the longest length, and the next is read", async (format, write) => {
    const { records } = await readAll(write("a".repeat(60_000)), { format, maxRecordChars: 50_000 });
    expect(records).toMatchObject([
      {
        ok: false,
        field: "record",
        reason: "longer than 50000 characters",
        raw: expect.stringContaining("(40000 characters more)"),
      },
      { ok: true, verbatim: { text: "Fine" } },
    ]);
  });
});

describe("huge beginnings", () => {
  it("are read in linear time where the first record comes letter by letter", async () => {
    const text = `${"a".repeat(300_000)}\nFine\n`;
    const start = performance.now();
    const { accepted } = await readAll([...text]);
    expect(accepted.map(({ verbatim }) => verbatim.text.length)).toEqual([300_000, 4]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("may be a million blank lines, which count", async () => {
    const blank = "\n".repeat(1_500_000);
    for (const source of [[`${blank}Late\n`], [blank, "Late\n"]]) {
      expect((await readAll(source)).records).toEqual([
        { ok: true, line: 1_500_001, verbatim: { text: "Late", id: "r-1" } },
      ]);
    }
    const csv = await readAll([blank, "text,id\nLate,1\n"], { fileName: "a.csv" });
    expect(csv.accepted[0]?.verbatim).toEqual({ text: "Late", id: "1" });
    await expect(readAll(blank)).rejects.toMatchObject({ code: "empty-input" });
  });

  it("may be a header longer than a million characters, of which the first tell the delimiter however it is cut", async () => {
    const csv = `text,${`${"a".repeat(99)},`.repeat(10_000)}${";".repeat(20_000)}\nLate${",".repeat(10_001)}\n`;
    for (const source of [[csv], [csv.slice(0, 700_000), csv.slice(700_000)], [csv.slice(0, -5), csv.slice(-5)]]) {
      const { mapping, accepted } = await readAll(source, { format: "csv" });
      expect([mapping?.delimiter, accepted[0]?.verbatim.text]).toEqual([",", "Late"]);
    }
  });
});

describe("inputs without a record", () => {
  it.each([
    ["no byte", ""],
    ["a byte-order mark", "\ufeff"],
    ["blank lines", " \n\r\n\t\n"],
    ["a header", "text,id\n"],
    ["a header and blank lines", "text,id\n\n  \n"],
    ["a header without a line end", "text,id"],
    ["a separator line", "sep=;\n"],
  ])("are refused: %s", async (_, input) => {
    for (const source of [input, utf8(input)]) {
      await expect(readAll(source)).rejects.toMatchObject({
        name: "VerbatimsError",
        code: "empty-input",
        message: expect.stringMatching(/^input: expected at least one record, got .*\. Check that/),
      });
    }
  });

  it("are told from a header alone", async () => {
    await expect(readAll("text,id\n")).rejects.toThrow(/got a header without rows/);
  });

  it("are not those of which every record was refused", async () => {
    expect((await readAll("text,id\n,1\n")).totals).toMatchObject({ records: 1, accepted: 0, rejected: 1 });
    expect((await readAll("[1]\n5\n", { format: "jsonl" })).totals).toMatchObject({ records: 2, rejected: 2 });
  });

  it("are told of images and workbooks too", async () => {
    await expect(readAll(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).rejects.toMatchObject({ code: "binary-input" });
  });
});

describe("what is said about an input", () => {
  it("is the mapping, once, before the first record", async () => {
    const said: string[] = [];
    const source = ["Review Text;Stars;Title\nLate;2;Hm\n"];
    const records = readVerbatims(source, {
      onMapping: ({ columns, ignored, format, delimiter }) =>
        said.push(`${columns.map(({ column }) => column)} | ${ignored} | ${format} | ${delimiter}`),
    });
    for await (const record of records) said.push(String(record.line));
    expect(said).toEqual(["Review Text,Stars | Title | csv | ;", "2"]);
  });

  it("is the sum, with broken bytes, encoding and format", async () => {
    const bytes = Uint8Array.of(...utf8("text,id\ncaf"), 0xe9, ...utf8(" closed,1\n,2\n"));
    expect((await readAll(bytes)).totals).toEqual({
      records: 2,
      accepted: 1,
      rejected: 1,
      brokenBytes: 1,
      encoding: "utf-8",
      format: "csv",
    });
  });

  it("is nothing of columns that are not there: they stop the reading", async () => {
    await expect(readAll("comment,id\nLate,1\n", { columns: { nps: "score" } })).rejects.toMatchObject({
      code: "unknown-column",
      details: { found: ["comment", "id"] },
    });
    await expect(readAll("Upvotes,Title\n3,Late\n")).rejects.toMatchObject({ code: "missing-text-column" });
    await expect(readAll('{"title":"Late"}\n')).rejects.toMatchObject({
      code: "missing-text-column",
      details: { found: ["title"] },
    });
  });
});

describe("streams and batches", () => {
  it("come in batches of at most 256, in order, none empty", async () => {
    const csv = `text,id\n${Array.from({ length: 600 }, (_, i) => `Late ${i},${i}\n`).join("")}`;
    const sizes: number[] = [];
    for await (const { records } of readVerbatimBatches([csv])) sizes.push(records.length);
    expect(sizes).toEqual([256, 256, 88]);
  });

  it("count the broken bytes so far", async () => {
    const chunk = Uint8Array.of(...utf8(`text,id\n${"Late,1\n".repeat(800)}caf`), 0xe9, ...utf8(",2\n"));
    let brokenBytes = 0;
    for await (const batch of readVerbatimBatches([chunk])) ({ brokenBytes } = batch);
    expect(brokenBytes).toBe(1);
  });

  it("read no further than they are asked, and close the source when the reader leaves", async () => {
    const seen = { pulled: 0, closed: false };
    async function* source(): AsyncGenerator<string> {
      try {
        yield "text,id\n";
        for (;;) {
          seen.pulled++;
          yield "Late,1\n".repeat(300);
        }
      } finally {
        seen.closed = true;
      }
    }
    for await (const record of readVerbatims(source())) {
      expect(record.line).toBe(2);
      break;
    }
    expect(seen).toEqual({ pulled: 1, closed: true });
  });

  it("may be Web Streams", async () => {
    const source = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of ["text,id\nLa", "te,1\nRude,2"]) controller.enqueue(utf8(part));
        controller.close();
      },
    });
    expect((await readAll(source)).accepted.map(({ verbatim }) => verbatim.text)).toEqual(["Late", "Rude"]);
  });

  it("pass on what the source throws", async () => {
    async function* source(): AsyncGenerator<string> {
      yield "text,id\n";
      throw new RangeError("the disk is gone");
    }
    await expect(readAll(source())).rejects.toThrow(/the disk is gone/);
  });
});
