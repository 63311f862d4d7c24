/** A CSV record before its fields are split. */
interface Frame {
  /** 1-based physical line where the record starts. */
  readonly line: number;
  /** The record without its line end. */
  readonly raw: string;
  /** Fields in it. */
  readonly fields: number;
  /** Why it cannot be split; absent where it can. */
  readonly fault?: string;
}

/** Cuts text into CSV records; made by {@link createCsvFramer}. */
export interface CsvFramer {
  readonly push: (text: string) => Frame[];
  /** The records left at the end of the text. */
  readonly end: () => Frame[];
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const LINE_END = /\r\n|\r|\n/g;

// Where in a record the reader stands:
//
//              " at the start            "
//   START ────────────────────▶ QUOTED ────▶ CLOSED ── delimiter, line end ──▶ START
//     │ any other                 ▲   "        │ │ any other: fault
//     ▼                           └────────────┘ ▼
//   PLAIN ── delimiter, line end ──▶ START     PLAIN
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
const CLOSED = 3;

/**
 * Makes a reader that cuts text into CSV records (RFC 4180) without splitting them. Records end at `\n`, `\r\n` or `\r`
 * outside quotes; a quote opens a field only as its first character, elsewhere it is a character like others. Where the
 * text is cut never changes the records. Records that hold nothing but spaces and tabs are left out, unless the tabs
 * delimit.
 *
 * Time is linear and memory at most `maxRecordChars` beside the chunk. A quote that is not closed within that many
 * characters, or until the end, costs the line that it is opened on: reading goes on with the line after. (What follows
 * such a quote holds quotes in pairs only, so that it is read a second time at most.) In the rest of a record that is too
 * long quotes have no meaning: it ends with its line, so that no stray quote in it swallows the records after.
 *
 * @param quotes whether quotes have a meaning at all
 * @param firstLine number of the line that the text begins with
 */
export function createCsvFramer(delimiter: string, maxRecordChars: number, quotes = true, firstLine = 1): CsvFramer {
  const delimiterCode = delimiter.charCodeAt(0);
  let pending = "";
  let state = START;
  let fields = 1;
  let line = firstLine;
  let startLine = firstLine;
  let afterCr = false;
  let fault: string | undefined;
  let blank = true;
  /** Where in the record the last quoted field was opened, and on which line. */
  let openedAt = 0;
  let openedLine = 1;
  /** Whether the rest of a record that is too long is being passed over. */
  let skipping = false;

  const startRecord = (): void => {
    pending = "";
    state = START;
    fields = 1;
    startLine = line;
    fault = undefined;
    blank = true;
    skipping = false;
  };

  const finish = (frames: Frame[], raw: string): void => {
    if (!skipping && !blank) {
      frames.push(fault === undefined ? { line: startLine, raw, fields } : { line: startLine, raw, fields, fault });
    }
  };

  /** Gives up the record at the end of the line that the open quote stands on; returns what is to be read again. */
  const reopen = (frames: Frame[], record: string, why: string): string => {
    LINE_END.lastIndex = openedAt;
    const end = LINE_END.exec(record);
    const raw = end === null ? record : record.slice(0, end.index);
    const reason = `a quote opened on line ${openedLine} is not closed ${why}`;
    frames.push({ line: startLine, raw, fields, fault: reason });
    if (end === null) {
      skipping = true;
      // So that the next line end ends the record.
      state = PLAIN;
      pending = "";
      return "";
    }
    line = openedLine + 1;
    afterCr = end[0] === "\r";
    startRecord();
    return record.slice(end.index + end[0].length);
  };

  const push = (chunk: string): Frame[] => {
    const frames: Frame[] = [];
    let text = chunk;
    let from = 0;
    let i = 0;
    for (;;) {
      if (afterCr && state !== QUOTED && text.charCodeAt(i) === LF) {
        afterCr = false;
        from = ++i;
      }
      const limit = skipping ? Number.POSITIVE_INFINITY : from + maxRecordChars - pending.length;
      let ended = false;
      for (; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const atLineEnd = code === LF || code === CR;
        ended = atLineEnd && state !== QUOTED;
        if (i >= limit && !ended) break;
        if (atLineEnd && !(code === LF && afterCr)) line++;
        afterCr = code === CR;
        if (ended) break;
        if (state === QUOTED) {
          if (code === QUOTE) state = CLOSED;
        } else if (code === delimiterCode) {
          state = START;
          fields++;
          blank = false;
        } else if (code === QUOTE && quotes && state !== PLAIN && !skipping) {
          if (state === START) {
            openedAt = pending.length + i - from;
            openedLine = line;
          }
          state = QUOTED;
          blank = false;
        } else {
          if (state === CLOSED) fault ??= "a quote inside a quoted field is not doubled";
          state = PLAIN;
          if (blank && code !== 32 && code !== 9) blank = false;
        }
      }
      if (ended) {
        finish(frames, pending + text.slice(from, i));
        startRecord();
        from = ++i;
      } else if (i >= text.length) {
        if (!skipping) pending += text.slice(from);
        break;
      } else {
        // The record is as long as may be and goes on.
        const record = pending + text.slice(from, i);
        const rest = text.slice(i);
        if (state === QUOTED || state === CLOSED) {
          text = reopen(frames, record, `within ${maxRecordChars} characters`) + rest;
        } else {
          frames.push({ line: startLine, raw: record, fields, fault: `longer than ${maxRecordChars} characters` });
          skipping = true;
          pending = "";
          text = rest;
        }
        from = 0;
        i = 0;
      }
    }
    return frames;
  };

  const end = (): Frame[] => {
    const frames: Frame[] = [];
    while (state === QUOTED && !skipping) {
      const again = reopen(frames, pending, "until the end of the input");
      frames.push(...push(again));
    }
    if (pending !== "") finish(frames, pending);
    startRecord();
    return frames;
  };

  return { push, end };
}
