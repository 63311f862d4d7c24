import type { Language } from "../core/labels.js";
import type { DateOrder } from "../intake/coerce-date.js";
import type { ColumnField } from "../intake/column-names.js";
import type { Format } from "../intake/format.js";
import type { AnalyzeBatchesOptions } from "./analyze-batches.js";
import type { CommandLine } from "./command-options.js";

/** Options of the command that name a column, and the field it is read into. */
const COLUMN_OPTIONS = {
  text: "text",
  id: "id",
  date: "at",
  rating: "rating",
  nps: "nps",
  csat: "csat",
  ces: "ces",
  channel: "channel",
  segment: "segment",
} as const satisfies Partial<Record<keyof CommandLine["given"], ColumnField>>;

/** How the verbatims are to be read, as the command line says it; wrong words are refused by those who read them. */
export function readingOptions(given: CommandLine["given"]): AnalyzeBatchesOptions {
  const columns: Partial<Record<ColumnField, string>> = {};
  // Object.entries forgets the keys of the constant above.
  for (const [option, field] of Object.entries(COLUMN_OPTIONS) as [keyof typeof COLUMN_OPTIONS, ColumnField][]) {
    const name = given[option];
    if (typeof name === "string") columns[field] = name;
  }
  const { encoding, format, language } = given;
  const order = given["date-order"];
  return {
    columns,
    ...(typeof encoding === "string" ? { encoding } : {}),
    // The words are checked where the options are used; each is one of the type's or is refused there.
    ...(typeof format === "string" ? { format: format as Format } : {}),
    ...(typeof language === "string" ? { language: language as Language } : {}),
    ...(typeof order === "string" ? { dateOrder: order as DateOrder } : {}),
  };
}
