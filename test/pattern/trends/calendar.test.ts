import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayNumber,
  firstDayOf,
  nameDay,
  namePeriod,
  PERIOD_UNITS,
  periodOfDay,
  readPeriod,
  seasonOf,
} from "../../../src/pattern/trends/calendar.js";

/** Days from the year 1 to the year 9998. */
const anyDay = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9998, 12, 31) });
const dayOf = (date: string): number => readPeriod(date, "day") ?? Number.NaN;
const weekOf = (date: string): string => namePeriod(periodOfDay(dayOf(date), "week"), "week");

describe("days", () => {
  it("are numbered as the platform's own calendar numbers them", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(nameDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});

describe("weeks", () => {
  it.each([
    // Source: the examples of the ISO 8601 week date in common use.
    ["2005-01-01", "2004-W53"],
    ["2005-01-02", "2004-W53"],
    ["2005-12-31", "2005-W52"],
    ["2007-01-01", "2007-W01"],
    ["2008-12-30", "2009-W01"],
    ["2010-01-03", "2009-W53"],
    ["1970-01-01", "1970-W01"],
    ["2026-03-02", "2026-W10"],
  ])("%s is in %s", (date, week) => expect(weekOf(date)).toBe(week));
});

describe("periods of every length", () => {
  it("hold the days from their first to the day before the next one's first", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...PERIOD_UNITS), (day, unit) => {
        const period = periodOfDay(day, unit);
        expect(firstDayOf(period, unit)).toBeLessThanOrEqual(day);
        expect(firstDayOf(period + 1, unit)).toBeGreaterThan(day);
      }),
    );
  });

  it("are read back from their names, which sort by time", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...PERIOD_UNITS), (day, unit) => {
        const period = periodOfDay(day, unit);
        expect(readPeriod(namePeriod(period, unit), unit)).toBe(period);
        expect(namePeriod(period, unit) < namePeriod(period + 1, unit)).toBe(true);
      }),
    );
  });

  it.each([
    ["2026-02-30", "day"],
    ["2026-00-10", "day"],
    ["2026-W54", "week"],
    ["2025-W53", "week"],
    ["2026-13", "month"],
    ["2026-03", "day"],
    ["2026-03-02", "month"],
    ["", "week"],
    ["yesterday", "day"],
  ] as const)("%j is no %s", (name, unit) => expect(readPeriod(name, unit)).toBeNull());
});

describe("the place in a cycle", () => {
  it("of a Monday is 0 and of a Sunday 6", () => {
    expect(["2026-03-02", "2026-03-08", "1969-12-29"].map((date) => seasonOf(dayOf(date), "day"))).toEqual([0, 6, 0]);
  });

  it("of January is 0 and of December 11", () => {
    const months = ["2026-01", "2025-12"].map((name) => readPeriod(name, "month") ?? Number.NaN);
    expect(months.map((month) => seasonOf(month, "month"))).toEqual([0, 11]);
  });

  it("is none of a week, because years have 52 or 53", () => expect(seasonOf(2930, "week")).toBeNull());
});
