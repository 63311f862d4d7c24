import { describe, expect, it } from "vitest";
import { nameDay } from "../../../src/pattern/trends/calendar.js";
import { createDayReader } from "../../../src/pattern/trends/day-reader.js";
import { readMoment, secondsBetween } from "../../../src/pattern/trends/read-moment.js";

function dayIn(timeZone: string, at: string): string | null {
  const day = createDayReader(timeZone)(at);
  return day === null ? null : nameDay(day);
}

describe("the day of a date", () => {
  it.each([
    ["a date, as it is written", "Pacific/Kiritimati", "2026-03-02", "2026-03-02"],
    ["a time without an offset, as it is written", "Pacific/Kiritimati", "2026-03-02T23:59", "2026-03-02"],
    [
      "an instant in the evening of London, past midnight in Istanbul",
      "Europe/Istanbul",
      "2026-03-02T22:30:00Z",
      "2026-03-03",
    ],
    ["the same instant in New York", "America/New_York", "2026-03-02T22:30:00Z", "2026-03-02"],
    ["an instant written with an offset", "UTC", "2026-03-02T01:30:00+03:00", "2026-03-01"],
    ["an hour before clocks go forward", "America/New_York", "2026-03-08T04:59:59Z", "2026-03-07"],
    ["a summer's night, an hour nearer to UTC", "America/New_York", "2026-07-02T04:00:00Z", "2026-07-02"],
    ["a summer's night, just before", "America/New_York", "2026-07-02T03:59:59.999Z", "2026-07-01"],
  ])("is read of %s", (_, zone, at, day) => expect(dayIn(zone, at)).toBe(day));

  it.each([
    "",
    "yesterday",
    "2026-02-30",
    "2026-3-2",
    "2026-03-02T25:00",
    "02.03.2026",
    "2026-03-02T10:00Zzz",
    "0000-01-01T00:00Z",
  ])("is none of %j", (at) => expect(dayIn("America/New_York", at)).toBeNull());

  it("takes no longer for a hostile text", () =>
    expect(dayIn("UTC", `2026-03-02T10:00:00.${"9".repeat(1e6)}`)).toBeNull());

  it.each(["", "Mars/Olympus", "+03:00", "local"])("wants a time zone, not %j", (zone) => {
    expect(() => createDayReader(zone)).toThrow(
      expect.objectContaining({
        code: "invalid-option",
        message: expect.stringMatching(/^timeZone: expected an IANA/),
      }),
    );
  });
});

describe("the time between two moments", () => {
  const between = (from: string, to: string): number | null => {
    const [start, end] = [readMoment(from), readMoment(to)];
    return start === null || end === null ? null : secondsBetween(start, end);
  };

  it.each([
    ["2026-03-02T09:30", "2026-03-02T11:00", 5400],
    ["2026-03-02T09:30:00Z", "2026-03-02T12:30:30+03:00", 30],
    ["2026-02-28T23:59:00-05:00", "2026-03-01T04:59:00Z", 0],
    ["2026-03-02T09:30", "2026-03-01T09:30", -86_400],
  ])("from %s to %s is %d seconds", (from, to, seconds) => expect(between(from, to)).toBe(seconds));

  it.each([
    ["2026-03-02", "2026-03-02T11:00"],
    ["2026-03-02T09:30", "2026-03-02"],
    ["2026-03-02T09:30Z", "2026-03-02T11:00"],
  ])("from %s to %s cannot be told", (from, to) => expect(between(from, to)).toBeNull());
});
