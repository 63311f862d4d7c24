import { describe, expect, it } from "vitest";
import { COLUMN_FIELDS, type ColumnField, foldName, SYNONYMS } from "../../src/intake/column-names.js";
import { describeMapping, mapColumns } from "../../src/intake/columns.js";

/** Field by column, as guessed. */
function guess(header: readonly string[]): Record<string, string> {
  return Object.fromEntries(mapColumns(header).columns.map(({ field, column }) => [field, column]));
}

describe("guessing columns by their names", () => {
  it.each<readonly [string, readonly string[], Readonly<Partial<Record<ColumnField, string>>>]>([
    [
      "a review export",
      ["Review ID", "Title", "Review Text", "Star Rating", "Review Date", "Source"],
      {
        text: "Review Text",
        id: "Review ID",
        at: "Review Date",
        rating: "Star Rating",
        channel: "Source",
      },
    ],
    [
      "an NPS survey",
      ["respondent_id", "How likely are you to recommend us?", "Comment", "submitted_at", "Plan", "MRR"],
      {
        id: "respondent_id",
        nps: "How likely are you to recommend us?",
        text: "Comment",
        at: "submitted_at",
        segment: "Plan",
        value: "MRR",
      },
    ],
    [
      "a help desk",
      ["ticket_id", "created_at", "channel", "description", "csat_score", "CES", "customer_id", "language"],
      {
        id: "ticket_id",
        at: "created_at",
        channel: "channel",
        text: "description",
        csat: "csat_score",
        ces: "CES",
        customer: "customer_id",
        language: "language",
      },
    ],
    [
      "a Turkish survey",
      [
        "Yorum No",
        "Müşteri Yorumu",
        "Tarih",
        "Puan",
        "NPS Puanı",
        "Memnuniyet Puanı",
        "Çaba",
        "Kanal",
        "Müşteri Segmenti",
      ],
      {
        id: "Yorum No",
        text: "Müşteri Yorumu",
        at: "Tarih",
        rating: "Puan",
        nps: "NPS Puanı",
        csat: "Memnuniyet Puanı",
        ces: "Çaba",
        channel: "Kanal",
        segment: "Müşteri Segmenti",
      },
    ],
    [
      "Turkish in capitals",
      ["GÖRÜŞÜNÜZ", "YILDIZ SAYISI", "KAYIT TARİHİ", "BÖLGE", "DİL", "SORU"],
      {
        text: "GÖRÜŞÜNÜZ",
        rating: "YILDIZ SAYISI",
        at: "KAYIT TARİHİ",
        segment: "BÖLGE",
        language: "DİL",
        question: "SORU",
      },
    ],
    [
      "Turkish without diacritics",
      ["sikayet_metni", "olusturma_tarihi", "musteri_no", "ciro"],
      { text: "sikayet_metni", at: "olusturma_tarihi", customer: "musteri_no", value: "ciro" },
    ],
  ])("reads %s", (_, header, expected) => expect(guess(header)).toEqual(expected));

  it("reads what was written by the names of a verbatim's own fields", () => {
    const own: readonly string[] = COLUMN_FIELDS;
    expect(guess(own)).toEqual(Object.fromEntries(own.map((field) => [field, field])));
  });

  it("takes the surer of two names, wherever they stand", () => {
    expect(guess(["description", "review text"])).toEqual({ text: "review text" });
  });

  it("takes the first of two columns of the same name", () => {
    expect(mapColumns(["text", "id", "text"]).columns[0]?.index).toBe(0);
  });

  it("leaves what may mean many things alone", () => {
    expect(guess(["text", "score", "title", "type", "name", "value_at_risk"])).toEqual({ text: "text" });
  });

  it("tells the date of the company's reply from the date of the customer's own, and from a duration", () => {
    const header = ["Comment", "Created At", "First Response At", "Reply Time"];
    expect(guess(header)).toEqual({ text: "Comment", at: "Created At", repliedAt: "First Response At" });
  });

  it("finds nothing in names of the language's own objects", () => {
    expect(guess(["text", "__proto__", "constructor", "toString"])).toEqual({ text: "text" });
  });

  it("lists what is not read, in the order of the header", () => {
    expect(mapColumns(["Title", "text", "Upvotes"]).ignored).toEqual(["Title", "Upvotes"]);
  });

  it("gives the columns in the order of the fields, text first", () => {
    expect(mapColumns(["nps", "date", "text"]).columns.map(({ field, index }) => [field, index])).toEqual([
      ["text", 2],
      ["at", 1],
      ["nps", 0],
    ]);
  });
});

describe("choosing columns", () => {
  it("goes before guessing", () => {
    expect(mapColumns(["text", "notes"], { text: "notes" }).columns).toEqual([
      { field: "text", column: "notes", index: 1, how: "given" },
    ]);
  });

  it("takes the exact name before one that differs in case", () => {
    expect(mapColumns(["Notes", "notes"], { text: "notes" }).columns[0]?.index).toBe(1);
  });

  it("forgives case, accents, spaces and signs", () => {
    expect(mapColumns(["Müşteri Görüşü "], { text: "musteri_gorusu" }).columns[0]?.column).toBe("Müşteri Görüşü ");
  });

  it("keeps a chosen column from being guessed for another field", () => {
    expect(mapColumns(["text", "rating"], { nps: "rating" }).columns.map(({ field }) => field)).toEqual([
      "text",
      "nps",
    ]);
  });

  it("leaves a field out that is null, though its name be there", () => {
    expect(mapColumns(["text", "id"], { id: null })).toEqual({
      columns: [{ field: "text", column: "text", index: 0, how: "guessed" }],
      ignored: ["id"],
    });
  });

  it("may read one column into two fields", () => {
    expect(mapColumns(["text", "who"], { segment: "who", customer: "who" }).columns.map(({ index }) => index)).toEqual([
      0, 1, 1,
    ]);
  });

  it("takes __proto__ and names of signs alone as they are written", () => {
    expect(
      mapColumns(["???", "__proto__"], { text: "__proto__", id: "???" }).columns.map(({ index }) => index),
    ).toEqual([1, 0]);
    expect(() => mapColumns(["???", "text"], { id: "!!!" })).toThrow(/got !!!/);
  });
});

describe("columns that are not there", () => {
  it("are refused with those found and the option to use", () => {
    expect(() => mapColumns(["comment", "stars"], { at: "when" })).toThrow(
      expect.objectContaining({
        code: "unknown-column",
        message:
          'at: expected one of the columns "comment", "stars", got when. Name one of these for columns.at (--date).',
        details: { field: "at", received: "when", found: ["comment", "stars"] },
      }),
    );
  });

  it("are refused where none holds the text, with those found and the option to use", () => {
    expect(() => mapColumns(["Upvotes", "Title"])).toThrow(
      expect.objectContaining({
        code: "missing-text-column",
        message: expect.stringMatching(
          /^text: expected .*got the columns "Upvotes", "Title"\. Name it with --text <column> \(columns\.text\)/,
        ),
        details: { field: "text", found: ["Upvotes", "Title"] },
      }),
    );
  });

  it("are refused where the text is left out on purpose", () => {
    expect(() => mapColumns(["text"], { text: null })).toThrow(
      expect.objectContaining({ code: "missing-text-column" }),
    );
  });

  it("are told shortly where the header is huge", () => {
    const header = Array.from({ length: 1000 }, (_, i) => `column ${i} ${"x".repeat(500)}`);
    expect(() => mapColumns(header)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{100,4000} and 960 more\. Name it/s) }),
    );
    expect(() => mapColumns([])).toThrow(/got the columns none\./);
  });
});

describe("saying a mapping aloud", () => {
  it("tells guesses from choices, and what is not read", () => {
    expect(describeMapping(mapColumns(["Review Text", "Stars", "Title"], { rating: "Stars" }))).toBe(
      'text ← "Review Text" (guessed), rating ← "Stars"; not read: "Title"',
    );
  });

  it("says nothing of columns not read where there are none", () => {
    expect(describeMapping(mapColumns(["text"]))).toBe('text ← "text" (guessed)');
  });
});

describe("folding names", () => {
  it.each([
    ["Müşteri Yorumu", "musteriyorumu"],
    ["DEĞERLENDİRME_METNİ", "degerlendirmemetni"],
    ["ıIİi", "iiii"],
    ["How likely are you…?", "howlikelyareyou"],
    ["ｔｅｘｔ", "text"],
    ["_-?", ""],
  ])("%j gives %j", (name, folded) => expect(foldName(name)).toBe(folded));

  it("looks at no more than 200 characters", () => expect(foldName("a".repeat(100_000))).toHaveLength(200));

  it("leaves the known names as they are, and no name means two fields", () => {
    const names = Object.values(SYNONYMS).flat();
    expect(names.length).toBeGreaterThan(150);
    expect(names.map(foldName)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });
});
