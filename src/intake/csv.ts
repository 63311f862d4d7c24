import { initParser, type Parser, type Schema } from "udsv";
import { VerbatimsError } from "../core/error.js";
import { createCsvFramer } from "./frame-csv.js";
import type { Row, RowReader } from "./rows.js";

/** Delimiters that are guessed between, the likelier first. */
const DELIMITERS: readonly string[] = [",", ";", "\t", "|"];

/** How CSV is read. */
export interface CsvOptions {
  /** What stands between fields, one character; guessed from the first record where absent. */
  readonly delimiter?: string | undefined;
  /** Whether a quote at the start of a field opens a quoted field. */
  readonly quotes: boolean;
  /** Longest record, in UTF-16 code units. */
  readonly maxRecordChars: number;
}

/** The header of an input that is read from somewhere within. */
export interface KnownHeader {
  readonly header: readonly string[];
  /** Records to pass over before the first row. */
  readonly skip: number;
  /** Number of the line that the text begins with. */
  readonly firstLine: number;
}

/**
 * Guesses what stands between the fields: the one of comma, semicolon, tab and bar that occurs most often in the first
 * record outside quotes; comma where there is none.
 */
export function guessDelimiter(firstRecord: string): string {
  const counts = DELIMITERS.map(() => 0);
  let quoted = false;
  for (const character of firstRecord) {
    if (character === '"') quoted = !quoted;
    // -1 where it is none of them: the write is then lost on purpose.
    const at = quoted ? -1 : DELIMITERS.indexOf(character);
    if (at !== -1) counts[at] = (counts[at] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return DELIMITERS[counts.indexOf(most)] ?? ",";
}

/** `sep=;` on a line of its own, as Excel writes it, names the delimiter. */
const SEPARATOR_LINE = /^sep=(.)\r?\n?$/;

/** Whether the line is Excel's `sep=` line, and which delimiter it names. */
export function readSeparatorLine(line: string): string | undefined {
  return SEPARATOR_LINE.exec(line)?.[1];
}

/**
 * Makes a reader of CSV rows. The first record is the header; it gives no row. A record with more or fewer fields than
 * the header, a quote that is not closed or not doubled, or more than `maxRecordChars` characters gives a row with a
 * fault.
 *
 * The records are framed here and split by udsv, which is fast but takes it for granted that every record is well formed
 * and has as many fields as the header: others never reach it.
 *
 * @param known what was read of the input before, where the text is not its beginning
 */
export function createCsvReader(options: CsvOptions & { readonly delimiter: string }, known?: KnownHeader): RowReader {
  const { delimiter, quotes, maxRecordChars } = options;
  const framer = createCsvFramer(delimiter, maxRecordChars, quotes, known?.firstLine);
  let header = known?.header;
  let split = known === undefined ? undefined : createSplitter(delimiter, known.header.length, quotes);
  let skip = known?.skip ?? 0;

  const readHeader = (raw: string, fields: number, line: number, fault: string | undefined): readonly string[] => {
    if (fault !== undefined) {
      throw new VerbatimsError(
        "invalid-record",
        `line ${line}: expected a header with column names, but ${fault}. Correct the line.`,
        { line },
      );
    }
    split = createSplitter(delimiter, fields, quotes);
    return (split([raw])[0] ?? []).map((name) => name.trim());
  };

  const read = (frames: ReturnType<typeof framer.push>): Row[] => {
    let start = Math.min(skip, frames.length);
    skip -= start;
    const first = frames[0];
    if (header === undefined && first !== undefined) {
      header = readHeader(first.raw, first.fields, first.line, first.fault);
      start = 1;
    }
    const wanted = header?.length ?? 0;
    const sound: string[] = [];
    for (let i = start; i < frames.length; i++) {
      const frame = frames[i];
      if (frame !== undefined && frame.fault === undefined && frame.fields === wanted) sound.push(frame.raw);
    }
    const cells = split === undefined || sound.length === 0 ? [] : split(sound);
    const rows: Row[] = [];
    let next = 0;
    for (let i = start; i < frames.length; i++) {
      const frame = frames[i];
      if (frame === undefined) continue;
      const { line, raw, fields } = frame;
      const fault =
        frame.fault ?? (fields === wanted ? undefined : `expected ${wanted} fields as in the header, got ${fields}`);
      rows.push(fault === undefined ? { line, raw, value: cells[next++] } : { line, raw, fault });
    }
    return rows;
  };

  return {
    header: () => header,
    push: (text) => read(framer.push(text)),
    end: () => read(framer.end()),
  };
}

/** Splits well-formed records that all have `fields` fields. */
function createSplitter(
  delimiter: string,
  fields: number,
  quotes: boolean,
): (records: readonly string[]) => string[][] {
  // udsv loses quoted fields that stand alone in their record, so that such records get a second, empty field.
  const alone = fields === 1;
  const columns = alone ? 2 : fields;
  // The types of udsv leave out `skip`, the number of header rows, without which it drops every row.
  const schema: Schema & { readonly skip: number } = {
    col: delimiter,
    row: "\n",
    // The types of udsv do not tell that the quote is looked for where it is absent; "" switches quotes off.
    encl: quotes ? '"' : "",
    esc: quotes ? '"' : "",
    trim: false,
    skip: 0,
    cols: Array.from({ length: columns }, (_, i) => ({
      name: String(i),
      type: "s" as const,
      repl: { empty: undefined, null: undefined, NaN: undefined },
    })),
  };
  const parser: Parser = initParser(schema);
  const end = alone ? `${delimiter}\n` : "\n";
  return (records) => {
    // The blank line in front keeps udsv from taking a first character U+FEFF for a byte-order mark.
    const block = `\n${records.join(end)}${alone ? delimiter : ""}`;
    // udsv is faster where it knows that there are no quotes.
    schema.encl = quotes && block.includes('"') ? '"' : "";
    schema.esc = schema.encl;
    const cells = parser.stringArrs(block);
    return alone ? cells.map((row) => row.slice(0, 1)) : cells;
  };
}
