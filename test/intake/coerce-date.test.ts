import { describe, expect, it } from "vitest";
import { coerceDate, type DateOrder } from "../../src/intake/coerce-date.js";
import { checkVerbatim } from "../../src/intake/verbatim.js";

const read = (written: string | number, order?: DateOrder): string => {
  const date = coerceDate(written, order);
  return date.ok ? date.value : `refused: ${date.reason}`;
};

const READ: readonly (readonly [written: string | number, iso: string])[] = [
  ["2026-03-02", "2026-03-02"],
  ["2026-3-2", "2026-03-02"],
  ["2026/03/02", "2026-03-02"],
  ["2026.03.02", "2026-03-02"],
  [" 20260302 ", "2026-03-02"],
  [20260302, "2026-03-02"],
  ["2026-03-02T14:05", "2026-03-02T14:05:00"],
  ["2026-03-02T14:05:09", "2026-03-02T14:05:09"],
  ["2026-03-02 14:05:09.123", "2026-03-02T14:05:09.123"],
  ["2026-03-02T14:05:09Z", "2026-03-02T14:05:09Z"],
  ["2026-03-02 14:05:09 UTC", "2026-03-02T14:05:09Z"],
  ["2026-03-02T14:05:09+03:00", "2026-03-02T14:05:09+03:00"],
  ["2026-03-02T14:05:09-0530", "2026-03-02T14:05:09-05:30"],
  ["2026-03-02T14:05:09+03", "2026-03-02T14:05:09+03:00"],
  ["2026-03-02T23:59:59+23:59", "2026-03-02T23:59:59+23:59"],
  ["02.03.2026", "2026-03-02"],
  ["2.3.2026 09:30", "2026-03-02T09:30:00"],
  ["31/12/2025", "2025-12-31"],
  ["12/31/2025", "2025-12-31"],
  ["13-02-2026", "2026-02-13"],
  ["05/05/2026", "2026-05-05"],
  ["Mar 2, 2026", "2026-03-02"],
  ["March 2nd, 2026", "2026-03-02"],
  ["Sept. 30, 2025", "2025-09-30"],
  ["2 March 2026", "2026-03-02"],
  ["02-Mar-2026", "2026-03-02"],
  ["Monday, March 2, 2026", "2026-03-02"],
  ["Mon, 02 Mar 2026 14:05:09 GMT", "2026-03-02T14:05:09Z"],
  ["2 Mart 2026", "2026-03-02"],
  ["1 Ocak 2026", "2026-01-01"],
  ["28 Şubat 2026", "2026-02-28"],
  ["15 Mayıs 2026 10:00", "2026-05-15T10:00:00"],
  ["3 HAZİRAN 2026", "2026-06-03"],
  ["30 Ağustos 2025", "2025-08-30"],
  ["30 Ağustos 2025".normalize("NFD"), "2025-08-30"],
  ["29 Ekim 2025", "2025-10-29"],
  ["10 Kasım 2025", "2025-11-10"],
  ["31 ARALIK 2025", "2025-12-31"],
  ["13/03/2026 2:05 PM", "2026-03-13T14:05:00"],
  ["2026-03-02 12:00 am", "2026-03-02T00:00:00"],
  ["2026-03-02 12:30 p.m.", "2026-03-02T12:30:00"],
  ["2024-02-29", "2024-02-29"],
  ["2000-02-29", "2000-02-29"],
  [1772460309, "2026-03-02T14:05:09Z"],
  ["1772460309123", "2026-03-02T14:05:09.123Z"],
  ["1772460309.5", "2026-03-02T14:05:09.500Z"],
];

describe("dates", () => {
  it.each(READ)("%j is %s", (written, iso) => expect(read(written)).toBe(iso));

  it("come out as the schema wants them", () => {
    for (const [, at] of READ) expect(checkVerbatim({ text: "Late", at }), at).toMatchObject({ ok: true });
  });

  it.each<readonly [string, DateOrder, string]>([
    ["03/04/2026", "dmy", "2026-04-03"],
    ["03/04/2026", "mdy", "2026-03-04"],
    ["03-04-2026", "ymd", "2026-04-03"],
    ["03.04.2026", "mdy", "2026-03-04"],
    ["03.04.26", "dmy", "2026-04-03"],
    ["03/04/69", "mdy", "2069-03-04"],
    ["03/04/70", "mdy", "1970-03-04"],
    ["26-04-03", "ymd", "2026-04-03"],
    ["2026-03-04", "dmy", "2026-03-04"],
  ])("%s is read in the order %s as %s", (written, order, iso) => expect(read(written, order)).toBe(iso));

  it.each(["03/04/2026", "3-4-2026", "12/12/12 10:00".replace("12/12/12", "11/12/2026")])(
    "%s is refused without an order, for it may be either of two days",
    (written) => expect(read(written)).toMatch(/either day or month may come first; name the order with dateOrder/),
  );

  it("of two-digit years are refused without an order", () => {
    expect(read("25/12/26")).toMatch(/a year of two digits; name the order with dateOrder \(--date-order\), got 25/);
  });

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "32.01.2026",
    "20260231",
    "30 February 2026",
    "2 Foo 2026",
    "2026-03-02T24:00",
    "2026-03-02T10:60",
    "2026-03-02T10:10:60",
    "2026-03-02 13:00 PM",
    "2026-03-02 0:10 am",
    "2026-03-02T10:00+24:00",
    "2026-03-02T10:00+03:60",
  ])("%s is a day or time that no calendar has", (written) =>
    expect(read(written)).toMatch(/^refused: no such day, got/),
  );

  it("that an order turns into no day are refused, never turned round", () => {
    expect(read("12/31/2025", "dmy")).toMatch(/no such day/);
    expect(read("31/12/2025", "mdy")).toMatch(/no such day/);
  });

  it.each([
    "yesterday",
    "",
    "2026",
    "2026-03",
    "03/2026",
    "02-03/2026",
    "123-01-01",
    "1.2.345",
    "12345678901",
    "-5",
    "1.5",
  ])("%j is no date", (written) => expect(read(written)).toMatch(/^refused: expected a date/));

  it("as long as a book are refused at once", () => {
    expect(read("1".repeat(1_000_000))).toMatch(/^refused: expected a date, got 1{20,60}…$/);
  });
});
