import type { Wording } from "./wording.js";

/** Year and month of `YYYY-MM…`, or `null` where it is none. */
function readMonth(text: string): { readonly year: number; readonly month: number } | null {
  const found = /^(\d{4})-(\d{2})/.exec(text);
  const year = Number(found?.[1]);
  const month = Number(found?.[2]);
  return found !== null && month >= 1 && month <= 12 ? { year, month } : null;
}

/** `2026-03` as `March 2026`; what is no month comes back as it is. */
export function formatMonth(text: string, wording: Wording): string {
  const read = readMonth(text);
  return read === null ? text : `${wording.months[read.month - 1]} ${read.year}`;
}

/** `2026-03` as `Mar 26`, for axes; what is no month comes back as it is. */
export function formatShortMonth(text: string, wording: Wording): string {
  const read = readMonth(text);
  if (read === null) return text;
  return `${wording.months[read.month - 1]?.slice(0, 3)} ${String(read.year).slice(2)}`;
}

/** `2026-03-02` or `2026-03-02T10:00Z` as `2 March 2026`, by its own calendar; what is no date comes back as it is. */
export function formatDate(text: string, wording: Wording): string {
  const day = /^\d{4}-\d{2}-(\d{2})(?:T|$)/.exec(text)?.[1];
  return readMonth(text) === null || day === undefined ? text : `${Number(day)} ${formatMonth(text, wording)}`;
}

/** Every month from `first` to `last`, both included; at most `max`, the latest stay. Empty where either is no month. */
export function listMonths(first: string, last: string, max: number): readonly string[] {
  const from = readMonth(first);
  const to = readMonth(last);
  if (from === null || to === null) return [];
  const end = to.year * 12 + to.month - 1;
  const start = Math.max(from.year * 12 + from.month - 1, end - max + 1);
  const months: string[] = [];
  for (let i = start; i <= end; i++) {
    months.push(`${String(Math.floor(i / 12)).padStart(4, "0")}-${String((i % 12) + 1).padStart(2, "0")}`);
  }
  return months;
}
