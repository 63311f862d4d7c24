import { createStoredChecks } from "../stored-checks.js";
import { PERIOD_UNITS, readPeriod } from "./calendar.js";
import { createDayReader } from "./day-reader.js";
import type { Series } from "./series.js";

const { wrong, record, list, text, count, tally, models } = createStoredChecks("series");

/**
 * Checks that a value, such as a file's JSON, is a series of a version that this library reads.
 *
 * @throws VerbatimsError `invalid-summary` naming the first part that is wrong; `invalid-option` where the runtime does not know its time zone
 */
export function parseSeries(value: unknown): Series {
  const series = record(value, "as a whole");
  if (series.format !== "verbatims-series") throw wrong("format", '"verbatims-series"', series.format);
  if (series.version !== 1) throw wrong("version", "1", series.version);
  const unit = PERIOD_UNITS.find((known) => known === series.unit);
  if (unit === undefined) throw wrong("unit", PERIOD_UNITS.join(", "), series.unit);
  if (series.timeZone !== null) createDayReader(text(series.timeZone, "timeZone"));
  models(series.models);
  count(series.undated, "undated");
  count(series.unreadable, "unreadable");
  list(series.periods, "periods").forEach((period, i) => {
    const where = `periods[${i}]`;
    const parts = record(period, where);
    if (readPeriod(text(parts.period, `${where}.period`), unit) === null)
      throw wrong(`${where}.period`, `the name of a ${unit}`, parts.period);
    tally(parts.all, `${where}.all`);
    for (const part of ["themes", "stages"] as const) {
      list(parts[part], `${where}.${part}`).forEach((mention, k) => {
        const { name, ...counts } = record(mention, `${where}.${part}[${k}]`);
        text(name, `${where}.${part}[${k}].name`);
        for (const key of ["n", "negative", "mixed", "positive"]) count(counts[key], `${where}.${part}[${k}].${key}`);
      });
    }
    list(parts.painPoints, `${where}.painPoints`).forEach((pain, k) => {
      const { name, within, n } = record(pain, `${where}.painPoints[${k}]`);
      text(name, `${where}.painPoints[${k}].name`);
      text(within, `${where}.painPoints[${k}].within`);
      count(n, `${where}.painPoints[${k}].n`);
    });
  });
  // Every part that this library reads has been checked above.
  return value as Series;
}
