import { dayNumber, nameDay } from "./calendar.js";

/** A date that was read: a day, perhaps with a time, perhaps with how far that time is from UTC. */
export interface Moment {
  /** The day as it is written, as days from 1 January 1970. */
  readonly day: number;
  /** Seconds since that day began; `null` where no time is written. */
  readonly second: number | null;
  /** Minutes that the time is ahead of UTC; `null` where no offset is written: none is ever supposed. */
  readonly offset: number | null;
}

const TIME = String.raw`T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,20})?)?(?:(Z)|([+-])([01]\d|2[0-3]):([0-5]\d))?`;
const ISO = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)(?:${TIME})?$`);

/** Reads an ISO 8601 date or date-time as verbatims give it (`2026-03-02`, `2026-03-02T14:05`, `…:09.5+03:00`); `null` for anything else. */
export function readMoment(at: string): Moment | null {
  // Longer than any such date: hostile text is refused before a pattern looks at it.
  if (at.length > 60) return null;
  const [, year, month, dayOfMonth, hour, minute, second, utc, sign, offsetHours, offsetMinutes] = ISO.exec(at) ?? [];
  if (year === undefined) return null;
  const day = dayNumber(Number(year), Number(month), Number(dayOfMonth));
  // Read back, so that 30 February is refused.
  if (nameDay(day) !== at.slice(0, 10)) return null;
  if (hour === undefined) return { day, second: null, offset: null };
  const ahead = Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0);
  return {
    day,
    second: (Number(hour) * 60 + Number(minute)) * 60 + Number(second ?? 0),
    offset: utc === undefined && sign === undefined ? null : sign === "-" ? -ahead : ahead,
  };
}

/** Seconds from the first moment to the second; `null` where one has no time, or one alone has an offset. Without offsets, one zone is meant. */
export function secondsBetween(from: Moment, to: Moment): number | null {
  if (from.second === null || to.second === null || (from.offset === null) !== (to.offset === null)) return null;
  const ahead = (to.offset ?? 0) - (from.offset ?? 0);
  return (to.day - from.day) * 86_400 + to.second - from.second - ahead * 60;
}
