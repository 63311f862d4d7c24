import type { WorkProgress } from "./analyze-file.js";

/** How a run comes along, in numbers. */
export interface ProgressRates {
  readonly rowsPerSecond: number;
  /** Share of the input that is done, 0 to 1; `null` where nobody knows its size. */
  readonly share: number | null;
  /** Seconds that the rest will take if it goes on like that; `null` where nobody knows. */
  readonly secondsLeft: number | null;
}

/**
 * Works out how a run comes along.
 *
 * @param start what was done before, where the run goes on with one that was broken off
 */
export function rateProgress(
  { totals, bytes, size }: WorkProgress,
  elapsedMs: number,
  start: { readonly rows: number; readonly bytes: number } = { rows: 0, bytes: 0 },
): ProgressRates {
  const rowsPerSecond = ((totals.read - start.rows) * 1000) / Math.max(1, elapsedMs);
  if (size === null || size === 0) return { rowsPerSecond, share: null, secondsLeft: null };
  const share = Math.min(1, bytes / size);
  const done = bytes - start.bytes;
  const left = done > 0 && share > 0 ? (elapsedMs * Math.max(0, size - bytes)) / done / 1000 : null;
  return { rowsPerSecond, share, secondsLeft: left };
}

/** Says a progress: `12,800 rows · 6,400 rows/s · 42% · 0:03 left`; without share and time where the size is not known. */
export function writeProgress(progress: WorkProgress, rates: ProgressRates): string {
  const parts = [`${group(progress.totals.read)} rows`, `${group(Math.round(rates.rowsPerSecond))} rows/s`];
  const { share, secondsLeft } = rates;
  if (share !== null) {
    parts.push(`${Math.floor(share * 100)}%`);
    if (secondsLeft !== null && share < 1) parts.push(`${clock(secondsLeft)} left`);
  }
  return parts.join(" · ");
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Writes a whole number with a comma before each three digits. */
function group(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
