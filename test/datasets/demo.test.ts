import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { addToSummary, analyze, emptySummary, readVerbatims, toTerminal } from "../../src/index.js";

const folder = resolve(import.meta.dirname, "../../datasets");
const file = readFileSync(join(folder, "demo.csv"), "utf8");
const card = readFileSync(join(folder, "DEMO.md"), "utf8");

const COLUMNS = ["id", "date", "channel", "language", "rating", "nps", "csat", "ces", "segment", "text"] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/**
 * Reads CSV by the letter of RFC 4180 (LF line ends) and refuses anything that another reader may take otherwise. Apart
 * from the library's own reader on purpose: the file is also what that reader is tried on.
 */
function readStrictCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0) throw new Error(`quote opened at ${at} is never closed`);
        field += text.slice(at + 1, close);
        at = close + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    } else {
      const end = text.slice(at).search(/[,\n]/);
      field = end < 0 ? text.slice(at) : text.slice(at, at + end);
      if (/["\r]/.test(field)) throw new Error(`bare quote or carriage return at ${at}`);
      at += field.length;
    }
    row.push(field);
    if (text[at] === "\n") {
      rows.push(row);
      row = [];
    } else if (text[at] !== ",") throw new Error(`expected a comma or a line end at ${at}`);
    at += 1;
  }
  if (row.length > 0) throw new Error("last line has no line end");
  return rows;
}

const [header = [], ...records] = readStrictCsv(file);
const rows: Row[] = records.map((record) => ({
  id: record[0] ?? "",
  date: record[1] ?? "",
  channel: record[2] ?? "",
  language: record[3] ?? "",
  rating: record[4] ?? "",
  nps: record[5] ?? "",
  csat: record[6] ?? "",
  ces: record[7] ?? "",
  segment: record[8] ?? "",
  text: record[9] ?? "",
}));

const MONTHS = ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"] as const;
const within = (month: string): Row[] => rows.filter(({ date }) => date.startsWith(month));
const count = (column: keyof Row, value: string): number => rows.filter((row) => row[column] === value).length;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of a month's rows whose text says one of the words. */
const share = (month: (typeof MONTHS)[number], words: RegExp): number => {
  const inMonth = within(month);
  return inMonth.filter(({ text }) => words.test(text)).length / inMonth.length;
};

describe("the demo file", () => {
  it("has the ten columns in every row and plain line ends", () => {
    expect(header).toEqual(COLUMNS);
    expect(records.filter((record) => record.length !== COLUMNS.length)).toEqual([]);
    expect(file.charCodeAt(0)).not.toBe(0xfeff);
    expect(file.endsWith("\n")).toBe(true);
  });

  it("needs real CSV quoting: commas, quotes and line breaks stand inside texts", () => {
    for (const sign of [",", '"', "\n"]) {
      expect(rows.filter(({ text }) => text.includes(sign)).length, JSON.stringify(sign)).toBeGreaterThan(5);
    }
  });

  it("numbers the rows in the order of their dates", () => {
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, place) => `v-${String(place + 1).padStart(3, "0")}`));
    expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).sort());
  });

  it("stays within the six months, on days that exist", () => {
    for (const { date } of rows) {
      expect(date).toMatch(/^2026-0[3-8]-\d\d$/);
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    }
  });

  it("gives every month enough rows to be charted", () => {
    for (const month of MONTHS) expect(within(month).length, month).toBeGreaterThanOrEqual(80);
  });

  it("has no text twice, letter case and outer blanks aside, and no empty one", () => {
    const texts = rows.map(({ text }) => text.trim().toLowerCase());
    expect(new Set(texts).size).toBe(rows.length);
    expect(texts).not.toContain("");
  });

  it("names channels, languages and segments that the card knows", () => {
    const channels = ["review", "survey", "ticket", "chat", "email", "social", "app-store"];
    expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(channels));
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(["en", "tr"]));
    expect(new Set(rows.map(({ segment }) => segment))).toEqual(new Set(["new", "regular", "circle-member"]));
  });

  it("scores where such a channel would, and within the scale", () => {
    const scale = { rating: [1, 5], nps: [0, 10], csat: [1, 5], ces: [1, 7] } as const;
    for (const row of rows) {
      const scored = (["rating", "nps", "csat", "ces"] as const).filter((column) => row[column] !== "");
      for (const column of scored) {
        expect(row[column], `${row.id} ${column}`).toMatch(/^\d+$/);
        expect(Number(row[column]), `${row.id} ${column}`).toBeGreaterThanOrEqual(scale[column][0]);
        expect(Number(row[column]), `${row.id} ${column}`).toBeLessThanOrEqual(scale[column][1]);
      }
      const starred = row.channel === "review" || row.channel === "app-store";
      if (starred) expect(scored, row.id).toEqual(["rating"]);
      else if (row.channel === "survey") expect(scored.length === 1 && scored[0] !== "rating", row.id).toBe(true);
      else expect(scored, row.id).toEqual([]);
    }
  });

  it("holds nothing that could reach a real person", () => {
    for (const { id, text } of rows) {
      expect(text.match(/[\w.+-]+@(?!example\.com)[\w-]+\.\w+/) ?? [], id).toEqual([]);
      expect(text.match(/\+?\d[\d ()-]{8,}\d/) ?? [], id).toEqual([]);
      expect(text, id).not.toMatch(/https?:|www\./);
    }
  });
});

describe("the story in the demo file", () => {
  const courier = /couriers?\b|\bdriver|tracking|parcel|kargo|kurye|paket/iu;
  const crash = /crash|freez|froze|closes itself|çök|donuyor|dondu|kapanıyor|kapaniyor|atıyor/iu;

  it("has couriers and parcels on everybody's lips from June, less so by August", () => {
    const spring = ["2026-03", "2026-04", "2026-05"] as const;
    const before = Math.max(...spring.map((month) => share(month, courier)));
    expect(share("2026-06", courier)).toBeGreaterThan(3 * before);
    expect(share("2026-07", courier)).toBeGreaterThan(2 * before);
    expect(share("2026-08", courier)).toBeGreaterThan(before);
    expect(share("2026-08", courier)).toBeLessThan(share("2026-06", courier));
  });

  it("has the app crash at checkout until the May update", () => {
    for (const month of ["2026-03", "2026-04"] as const) expect(share(month, crash), month).toBeGreaterThan(0.1);
    for (const month of ["2026-06", "2026-07", "2026-08"] as const) expect(share(month, crash)).toBeLessThan(0.04);
  });

  it("has the app's stars rise by one and a half or more, and stay up", () => {
    const stars = (months: readonly string[]): number =>
      mean(
        rows
          .filter(({ channel, date }) => channel === "app-store" && months.includes(date.slice(0, 7)))
          .map(({ rating }) => Number(rating)),
      );
    expect(stars(["2026-06", "2026-07", "2026-08"])).toBeGreaterThan(stars(["2026-03", "2026-04"]) + 1.5);
  });

  it("has the review stars fall in June and only partly come back", () => {
    const stars = (month: string): number =>
      mean(
        within(month)
          .filter(({ channel }) => channel === "review")
          .map(({ rating }) => Number(rating)),
      );
    expect(stars("2026-06")).toBeLessThan(stars("2026-05") - 0.4);
    expect(stars("2026-08")).toBeGreaterThan(stars("2026-06"));
  });
});

describe("the report of the demo file", () => {
  let report = "";
  let summary = emptySummary();
  beforeAll(async () => {
    const analyses = [];
    for await (const record of readVerbatims([file], { fileName: "demo.csv" })) {
      if (record.ok) analyses.push(analyze(record.verbatim));
    }
    summary = addToSummary(summary, analyses);
    report = toTerminal(summary).replace(/\s+/g, " ");
  });

  it("counts every row, and every score that was given", () => {
    expect(report).toContain(`${rows.length} verbatims from March 2026 to August 2026`);
    for (const column of ["rating", "nps", "csat", "ces"] as const) {
      const given = rows.length - count(column, "");
      expect(report, column).toContain(`n\u00a0=\u00a0${given}`.replace(/\s/g, " "));
    }
  });

  it("finds verbatims of all six stages of the journey", () => {
    expect(summary.stages.filter(({ n }) => n >= 5).length).toBe(6);
  });

  it("finds the trouble with the courier: delivery hurts most, at the purchase, and got worse", () => {
    expect(report).toContain("Most pain: Delivery");
    expect(report).toContain("hurts most often at: Purchase");
    expect(report).toContain("Getting worse: Delivery");
  });

  it("finds that the app no longer crashes: performance got better", () => {
    expect(report).toContain("Getting better: Performance");
  });
});

describe("the card of the demo file", () => {
  it("tells the counts of the file as it is", () => {
    const told = [...card.matchAll(/^\| `([\w-]+)` \| `([\w-]+)` \| (\d+) \|$/gm)];
    expect(told.length).toBe(18);
    for (const [line, column = "", value = "", number] of told) {
      const counted =
        column === "month" ? within(value).length : count(COLUMNS.find((name) => name === column) ?? "id", value);
      expect(`${line} ${counted}`).toBe(`${line} ${Number(number)}`);
    }
    expect(card).toContain(`${rows.length} verbatims`);
  });

  it("says that no customer wrote the texts and that they must not measure accuracy", () => {
    expect(card).toMatch(/not\s+collected/);
    expect(card).toMatch(/accuracy/);
    expect(card).toMatch(/MIT/);
  });
});
