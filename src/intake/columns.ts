import { excerpt, VerbatimsError } from "../core/error.js";
import { type ColumnField, foldName, SYNONYMS } from "./column-names.js";

/** Which column a field is read from, by name; `null` leaves the field out, whatever the header says. */
export type ColumnChoice = Readonly<Partial<Record<ColumnField, string | null>>>;

/** One column that is read. */
export interface MappedColumn<Field extends string = ColumnField> {
  readonly field: Field;
  /** Its name as the header writes it. */
  readonly column: string;
  /** Its place among the columns, from 0. */
  readonly index: number;
  /** Whether it was asked for, or recognised by its name. */
  readonly how: "given" | "guessed";
}

/** Which columns are read, and which are not. */
export interface ColumnMapping<Field extends string = ColumnField> {
  /** In the order of the fields, text first. */
  readonly columns: readonly MappedColumn<Field>[];
  /** Columns that nothing is read from, in the order of the header. */
  readonly ignored: readonly string[];
}

/**
 * Finds the columns of a verbatim: those asked for by name, the others by common English and Turkish names; see {@link matchColumns}.
 *
 * @throws VerbatimsError `unknown-column` where a column asked for is not there, `missing-text-column` where none holds the
 * text; both list the columns found
 * @example
 * mapColumns(["Review Text", "Rating", "Title"]).columns.map(({ field, column }) => `${field} ← ${column}`);
 * // ["text ← Review Text", "rating ← Rating"]
 */
export function mapColumns(header: readonly string[], choice: ColumnChoice = {}): ColumnMapping {
  return matchColumns(header, choice, SYNONYMS);
}

/**
 * Finds the columns of a header: those asked for by name (the exact name, else the one that differs in case, accents,
 * spaces and signs alone), the others by the names given. A column is read into one field only. Of two columns of the same
 * name the first is read.
 *
 * @param names the fields, text first, and the folded names by which the column of each is guessed, the surer first
 * @throws VerbatimsError as {@link mapColumns} does
 */
export function matchColumns<Field extends string>(
  header: readonly string[],
  choice: Readonly<Partial<Record<Field, string | null>>>,
  names: Readonly<Record<Field, readonly string[]>>,
): ColumnMapping<Field> {
  // Object.keys widens the keys it lists.
  const fields = Object.keys(names) as Field[];
  const taken = new Set<number>();
  const found = new Map<string, MappedColumn<Field>>();
  for (const field of fields) {
    const wanted = choice[field];
    if (wanted === undefined || wanted === null) continue;
    const index = findColumn(header, wanted);
    if (index === -1) {
      throw new VerbatimsError(
        "unknown-column",
        `${field}: expected one of the columns ${listNames(header)}, got ${excerpt(wanted)}. Name one of these for columns.${field} (--${optionName(field)}).`,
        { field, received: excerpt(wanted), found: header },
      );
    }
    taken.add(index);
    found.set(field, { field, column: header[index] ?? wanted, index, how: "given" });
  }
  const folded = header.map(foldName);
  for (const field of fields) {
    if (choice[field] !== undefined) continue;
    const index = guessColumn(field, names[field], header, folded, taken);
    if (index === -1) continue;
    taken.add(index);
    found.set(field, { field, column: header[index] ?? "", index, how: "guessed" });
  }
  if (!found.has("text")) {
    throw new VerbatimsError(
      "missing-text-column",
      `text: expected a column with what customers wrote, got the columns ${listNames(header)}. Name it with --text <column> (columns.text); for a file without a header, with one text a line, choose the format "lines".`,
      { field: "text", found: header },
    );
  }
  const columns = fields.flatMap((field) => found.get(field) ?? []);
  return { columns, ignored: header.filter((_, index) => !taken.has(index)) };
}

/** Says a mapping aloud: `text ← "Review Text" (guessed), rating ← "Stars"; not read: "Title"`. */
export function describeMapping(mapping: ColumnMapping<string>): string {
  const read = mapping.columns.map(
    ({ field, column, how }) => `${field} ← ${quoteName(column)}${how === "guessed" ? " (guessed)" : ""}`,
  );
  const rest = mapping.ignored.length === 0 ? "" : `; not read: ${listNames(mapping.ignored)}`;
  return read.join(", ") + rest;
}

function findColumn(header: readonly string[], wanted: string): number {
  const exact = header.indexOf(wanted);
  if (exact !== -1) return exact;
  const folded = foldName(wanted);
  return folded === "" ? -1 : header.findIndex((name) => foldName(name) === folded);
}

function guessColumn(
  field: string,
  names: readonly string[],
  header: readonly string[],
  folded: readonly string[],
  taken: ReadonlySet<number>,
): number {
  // The name of the field itself, so that verbatims written by a program are read back; other spellings of "value" and
  // the like may be anything.
  const own = header.findIndex((name, index) => name === field && !taken.has(index));
  if (own !== -1) return own;
  for (const name of names) {
    const index = folded.findIndex((found, i) => found === name && !taken.has(i));
    if (index !== -1) return index;
  }
  return -1;
}

/** The command's option for a field. */
function optionName(field: string): string {
  return field === "at" ? "date" : field;
}

/** Lists at most 40 column names, each cut to 60 characters. */
function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 40).map(quoteName).join(", ");
  return names.length > 40 ? `${shown} and ${names.length - 40} more` : shown === "" ? "none" : shown;
}

function quoteName(name: string): string {
  return `"${excerpt(name)}"`;
}
