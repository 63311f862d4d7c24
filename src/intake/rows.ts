/** One record of an input, before it is a verbatim. */
export interface Row {
  /** 1-based physical line where the record starts. */
  readonly line: number;
  /** The record as it was written, without its line end. */
  readonly raw: string;
  /** The cells in the order of the header, or the JSON object, or the line; absent where `fault` is there. */
  readonly value?: unknown;
  /** Why the record cannot be read. */
  readonly fault?: string;
}

/** Turns text, cut anywhere, into rows. */
export interface RowReader {
  /** Names of the columns, where the format has them, once they are read. */
  readonly header: () => readonly string[] | undefined;
  readonly push: (text: string) => Row[];
  /** The rows left at the end of the text. */
  readonly end: () => Row[];
}
