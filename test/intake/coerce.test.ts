import { describe, expect, it } from "vitest";
import { coerceAmount, coerceLanguage, coerceScore, isAbsent } from "../../src/intake/coerce.js";

describe("an answer on a scale", () => {
  it.each<readonly [string | number, number]>([
    ["4", 4],
    [" 4.5 ", 4.5],
    ["4,5", 4.5],
    ["4/5", 4],
    ["4,5 / 5", 4.5],
    ["4.0 out of 5 stars", 4],
    ["4 of 5.0", 4],
    ["5 üzerinden 5", 5],
    ["4 üzerinden 5 puan", 4],
    ["3 stars", 3],
    ["1 star", 1],
    ["4★", 4],
    ["2 YILDIZ", 2],
    ["-1", -1],
    ["+3", 3],
    ["5 ÜZERİNDEN 5", 5],
    [3, 3],
    [77, 77],
  ])("reads %j as %d", (written, value) => {
    expect(coerceScore(written, 5)).toEqual({ ok: true, value });
  });

  it.each([
    ["good", "expected a number, got good"],
    ["", "expected a number, got "],
    ["4 stars!", "expected a number, got 4 stars!"],
    ["4.", "expected a number, got 4."],
    ["1e3", "expected a number, got 1e3"],
    ["0x10", "expected a number, got 0x10"],
    ["٤", "expected a number, got ٤"],
    ["8/10", "expected an answer out of 5, got 8/10"],
    ["9 out of 10", "expected an answer out of 5, got 9 out of 10"],
  ])("refuses %j", (written, reason) => expect(coerceScore(written, 5)).toEqual({ ok: false, reason }));

  it("refuses a million digits at once, with a short reason", () => {
    const read = coerceScore("4".repeat(1_000_000), 5);
    expect(read.ok ? "" : read.reason).toMatch(/^expected a number, got 4{20,60}…$/);
  });
});

describe("an amount", () => {
  it.each<readonly [string | number, number]>([
    ["1200", 1200],
    ["1200.5", 1200.5],
    ["1200,5", 1200.5],
    ["1,200.50", 1200.5],
    ["1.200,50", 1200.5],
    ["1,234,567.89", 1234567.89],
    ["1.234.567,89", 1234567.89],
    ["1e3", 1000],
    ["2.5E-1", 0.25],
    ["$49", 49],
    ["₺ 1.200,50", 1200.5],
    ["49,90 TL", 49.9],
    ["20€", 20],
    ["-5", -5],
    [0, 0],
  ])("reads %j as %d", (written, value) => expect(coerceAmount(written)).toEqual({ ok: true, value }));

  it.each(["1,200", "12,345,678", "-1,200"])("refuses %j, which may be either of two numbers", (written) => {
    expect(coerceAmount(written)).toEqual({
      ok: false,
      reason: `a comma before three digits may mean either of two numbers, got ${written}`,
    });
  });

  it.each(["1.200 TL", "₺12.500", "€1.000"])("refuses the price %j, which may be either of two", (written) => {
    expect(coerceAmount(written)).toEqual({
      ok: false,
      reason: `a dot before three digits of a price may mean either of two numbers, got ${written}`,
    });
  });

  it("reads a dot before three digits as a decimal point where there is no currency", () => {
    expect(coerceAmount("12.345")).toEqual({ ok: true, value: 12.345 });
  });

  it.each(["a lot", "", "12 apples", "1.2.3", "€", "Infinity", "9".repeat(100)])("refuses %j", (written) => {
    expect(coerceAmount(written)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^expected a number, got /),
    });
  });
});

describe("a language", () => {
  it.each([
    ["en", "en"],
    ["EN-gb", "en"],
    ["English (US)", "en"],
    ["İngilizce", "en"],
    ["tr_TR", "tr"],
    [" Türkçe ", "tr"],
    ["TURKCE", "tr"],
  ])("is read from %j as %s", (written, language) => expect(coerceLanguage(written)).toBe(language));

  it.each(["de", "", "entr", "constructor", "en".repeat(50)])("is left to the text by %j", (written) =>
    expect(coerceLanguage(written)).toBeUndefined(),
  );
});

describe("a value that is not known", () => {
  it.each(["", "  ", " ".repeat(40), "NULL", "NaN", "\\N", "#N/A", "undefined", "(null)"])(
    "may be written %j in any column",
    (cell) => expect([isAbsent(cell, false), isAbsent(cell, true)]).toEqual([true, true]),
  );

  it.each(["NA", "n/a", "None", "nil", "-", "--", "?", "yok"])(
    "may be written %j in a column of numbers, where elsewhere it is a name",
    (cell) => expect([isAbsent(cell, false), isAbsent(cell, true)]).toEqual([false, true]),
  );

  it.each(["0", "no", "north", "null and void"])("is not written %j", (cell) =>
    expect(isAbsent(cell, true)).toBe(false),
  );
});
