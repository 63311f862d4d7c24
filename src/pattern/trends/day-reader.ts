import { excerpt, VerbatimsError } from "../../core/error.js";
import { dayNumber } from "./calendar.js";
import { readMoment } from "./read-moment.js";

/** Minutes remembered by each reader: exports hold the same times many times over, and a conversion costs a microsecond or more. */
const REMEMBERED = 10_000;

/**
 * Makes a reader of the day (as a day number) that a date is in.
 *
 * A date (`2026-03-02`) and a time without an offset (`2026-03-02T23:30`) are of the day they name, whatever the zone. An instant
 * (`…Z`, `…+03:00`) is of the day that it is in `timeZone`, by the time zone rules that the runtime knows. What is no date gives `null`.
 *
 * @param timeZone an IANA name such as `Europe/Istanbul` or `UTC`
 * @throws VerbatimsError `invalid-option` where the runtime knows no such time zone
 */
export function createDayReader(timeZone: string): (at: string) => number | null {
  const dayAtMinute = createConverter(timeZone);
  const known = new Map<number, number | null>();
  return (at) => {
    const moment = readMoment(at);
    if (moment === null) return null;
    if (moment.offset === null || moment.second === null) return moment.day;
    const minute = moment.day * 1440 + Math.floor(moment.second / 60) - moment.offset;
    let day = known.get(minute);
    if (day === undefined) {
      day = dayAtMinute(minute);
      if (known.size >= REMEMBERED) known.clear();
      known.set(minute, day);
    }
    return day;
  };
}

/** Makes the formatter once: it costs about as much as a hundred conversions. */
function createConverter(timeZone: string): (minute: number) => number | null {
  let formatter: Intl.DateTimeFormat;
  try {
    // Offsets such as +03:00 are time zones in some runtimes and errors in others.
    if (typeof timeZone !== "string" || !/^[A-Za-z]/.test(timeZone)) throw new RangeError();
    const parts = { year: "numeric", month: "numeric", day: "numeric", era: "short" } as const;
    formatter = new Intl.DateTimeFormat("en-US", { timeZone, calendar: "gregory", numberingSystem: "latn", ...parts });
  } catch {
    throw new VerbatimsError(
      "invalid-option",
      `timeZone: expected an IANA time zone such as "Europe/Istanbul" or "UTC", got ${excerpt(timeZone)}. Name the zone that your days begin and end in.`,
      { field: "timeZone", expected: "an IANA time zone", received: excerpt(timeZone) },
    );
  }
  return (minute) => {
    const part = new Map(formatter.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]));
    const year = Number(part.get("year"));
    // Outside the years that a date can name there is no period to count it in.
    if (part.get("era") !== "AD" || year > 9999) return null;
    return dayNumber(year, Number(part.get("month")), Number(part.get("day")));
  };
}
