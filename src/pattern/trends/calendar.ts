/** The length of a period. Weeks are those of ISO 8601: Monday to Sunday, week 1 holds the first Thursday of the year. */
export type PeriodUnit = "day" | "week" | "month";

/** {@link PeriodUnit} as a list. */
export const PERIOD_UNITS: readonly PeriodUnit[] = ["day", "week", "month"];

/** Days from 1 January 1970 to a day of the Gregorian calendar. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that is so many days after 1 January 1970: the inverse of {@link dayNumber}, from the same source. */
function toDay(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const place = Math.floor((5 * dayOfYear + 2) / 153);
  const month = place < 10 ? place + 3 : place - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * place + 2) / 5) + 1,
  };
}

/** Number of the period that a day lies in; following periods have following numbers. */
export function periodOfDay(day: number, unit: PeriodUnit): number {
  if (unit === "day") return day;
  // 1 January 1970 was a Thursday: the Monday before it is day -3.
  if (unit === "week") return Math.floor((day + 3) / 7);
  const { year, month } = toDay(day);
  return year * 12 + month - 1;
}

/** First day of a period, as a day number. */
export function firstDayOf(period: number, unit: PeriodUnit): number {
  if (unit === "day") return period;
  if (unit === "week") return period * 7 - 3;
  return dayNumber(Math.floor(period / 12), (period % 12) + 1, 1);
}

/** A day as `2026-03-02`. */
export function nameDay(number: number): string {
  const { year, month, day } = toDay(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A period as `2026-03-02`, `2026-W10` or `2026-03`; these sort by time as text. */
export function namePeriod(period: number, unit: PeriodUnit): string {
  const first = firstDayOf(period, unit);
  if (unit === "day") return nameDay(first);
  if (unit === "month") return nameDay(first).slice(0, 7);
  // A week is of the year that its Thursday is in.
  const { year } = toDay(first + 3);
  const week = Math.floor((first + 3 - dayNumber(year, 1, 1)) / 7) + 1;
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** Number of a period from its name; `null` where the calendar has no such period. */
export function readPeriod(name: string, unit: PeriodUnit): number | null {
  const [, year = "", week = "", month = "", day = ""] = /^(\d{4})-(?:W(\d\d)|(\d\d)(?:-(\d\d))?)$/.exec(name) ?? [];
  if (year === "") return null;
  const first =
    week === ""
      ? dayNumber(Number(year), Number(month), day === "" ? 1 : Number(day))
      : // 4 January is always in week 1.
        firstDayOf(periodOfDay(dayNumber(Number(year), 1, 4), "week") + Number(week) - 1, "week");
  const period = periodOfDay(first, unit);
  // Read back, so that 2026-02-30, 2026-W54 and the name of a period of another length are refused.
  return namePeriod(period, unit) === name ? period : null;
}

/** Place of a period in its cycle: weekday from 0 (Monday) to 6, month from 0 (January) to 11; `null` for weeks, of which years have 52 or 53. */
export function seasonOf(period: number, unit: PeriodUnit): number | null {
  if (unit === "week") return null;
  return unit === "day" ? (((period + 3) % 7) + 7) % 7 : period % 12;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
