import { excerpt } from "../core/error.js";
import type { Read } from "./coerce.js";

/** In which order day, month and year stand in dates such as 03/04/2026. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** Month names of English and Turkish, folded to their first three letters without accents. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...[..."jan feb mar apr may jun jul aug sep oct nov dec".split(" ").entries()].map(
    ([i, name]) => [name, i + 1] as const,
  ),
  ...[..."oca sub mar nis may haz tem agu eyl eki kas ara".split(" ").entries()].map(
    ([i, name]) => [name, i + 1] as const,
  ),
]);

const TIME = String.raw`(?:[T ,]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([ap]\.?m\.?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?`;
const NUMERIC = new RegExp(`^(\\d{1,4})([-./])(\\d{1,2})\\2(\\d{1,4})${TIME}$`, "i");
const NAMED_DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[- .]{1,2}(\\p{L}{3,9})[.,]?[- ](\\d{4})${TIME}$`, "iu");
const NAMED_MONTH_FIRST = new RegExp(`^(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`, "iu");
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const EPOCH = /^\d{9,13}(?:\.\d{1,6})?$/;

/**
 * Reads a date, or a date and time, as ISO 8601 text: `2026-03-02` or `2026-03-02T14:05:00`, with an offset where one is
 * written; no time zone is ever supposed.
 *
 * Read are ISO 8601 (also with a space for the `T`), `20260302`, `02.03.2026` (the day first, but for another `order`),
 * `02/03/2026` and `02-03-2026` (where `order` is given, or one of the numbers is above 12), two-digit years where
 * `order` is given (70 to 99 are of the last century), `Mar 2, 2026`, `2 March 2026`, `2 Mart 2026`, with a time such as
 * `14:05` or `2:05 PM`, and seconds or milliseconds since 1970 (9 to 10, or 12 to 13 digits). Days that no calendar has
 * are refused.
 */
export function coerceDate(value: string | number, order?: DateOrder): Read<string> {
  const written = String(value).trim();
  // Composed, so that month names from files of macOS are read too.
  const text = written.length > 64 ? written : written.normalize("NFC");
  const refused = (reason: string): Read<string> => ({ ok: false, reason: `${reason}, got ${excerpt(text)}` });
  if (text.length > 64) return refused("expected a date");
  if (COMPACT.test(text)) {
    const [, year = "", month = "", day = ""] = COMPACT.exec(text) ?? [];
    return toIso(year, month, day, []) ?? refused("no such day");
  }
  if (EPOCH.test(text)) return readEpoch(text) ?? refused("expected a date");
  const plain = text.replace(WEEKDAY, "");

  const dayFirst = NAMED_DAY_FIRST.exec(plain);
  if (dayFirst !== null) {
    const [, day = "", name = "", year = "", ...time] = dayFirst;
    return readNamed(year, name, day, time) ?? refused("no such day");
  }
  const monthFirst = NAMED_MONTH_FIRST.exec(plain);
  if (monthFirst !== null) {
    const [, name = "", day = "", year = "", ...time] = monthFirst;
    return readNamed(year, name, day, time) ?? refused("no such day");
  }

  const numeric = NUMERIC.exec(plain);
  if (numeric === null) return refused("expected a date such as 2026-03-02");
  const [, a = "", mark = "", b = "", c = "", ...time] = numeric;
  if (a.length === 4 && c.length <= 2) return toIso(a, b, c, time) ?? refused("no such day");
  if (a.length > 2 || c.length === 1 || c.length === 3) return refused("expected a date such as 2026-03-02");
  if (c.length === 2) {
    if (order === undefined) return refused("a year of two digits; name the order with dateOrder (--date-order)");
    const parts = order === "dmy" ? [c, b, a] : order === "mdy" ? [c, a, b] : [a, b, c];
    const [year = "", month = "", day = ""] = parts;
    return toIso(`${Number(year) < 70 ? 20 : 19}${year.padStart(2, "0")}`, month, day, time) ?? refused("no such day");
  }
  const first =
    order === "mdy" ? "month" : order !== undefined || mark === "." ? "day" : firstPart(Number(a), Number(b));
  if (first === undefined) {
    return refused("either day or month may come first; name the order with dateOrder (--date-order)");
  }
  return (first === "day" ? toIso(c, b, a, time) : toIso(c, a, b, time)) ?? refused("no such day");
}

/** Which part comes first, where only one order makes sense; with equal numbers both are the same day. */
function firstPart(a: number, b: number): "day" | "month" | undefined {
  if (a > 12) return "day";
  return b > 12 || a === b ? "month" : undefined;
}

function readNamed(
  year: string,
  name: string,
  day: string,
  time: readonly (string | undefined)[],
): Read<string> | undefined {
  const folded = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().slice(0, 3);
  const month = MONTHS.get(folded);
  return month === undefined ? undefined : toIso(year, String(month), day, time);
}

function readEpoch(text: string): Read<string> | undefined {
  const digits = text.indexOf(".") === -1 ? text.length : text.indexOf(".");
  if (digits === 11) return undefined;
  const ms = Math.round(Number(text) * (digits <= 10 ? 1000 : 1));
  return { ok: true, value: new Date(ms).toISOString().replace(".000Z", "Z") };
}

/** Writes the parts as ISO 8601; nothing where there is no such day or time. */
function toIso(
  year: string,
  month: string,
  day: string,
  time: readonly (string | undefined)[],
): Read<string> | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return undefined;
  const date = `${year.padStart(4, "0")}-${pad(m)}-${pad(d)}`;
  const [hours, minutes = "", seconds = "00", fraction, half, offset] = time;
  if (hours === undefined) return { ok: true, value: date };
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const zone = toOffset(offset);
  if (zone === undefined) return undefined;
  const parts = fraction === undefined ? "" : `.${fraction}`;
  return { ok: true, value: `${date}T${pad(hour)}:${minutes}:${seconds}${parts}${zone}` };
}

function toOffset(written: string | undefined): string | undefined {
  if (written === undefined) return "";
  if (!/^[+-]/.test(written)) return "Z";
  const hours = written.slice(1, 3);
  const minutes = written.slice(3).replace(":", "") || "00";
  return Number(hours) > 23 || Number(minutes) > 59 ? undefined : `${written[0]}${hours}:${minutes}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
