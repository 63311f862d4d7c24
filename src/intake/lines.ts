import type { Row, RowReader } from "./rows.js";

/** One line of text without its end; `tooLong` where it was cut off at the longest length. */
interface Line {
  readonly line: number;
  readonly raw: string;
  readonly tooLong: boolean;
}

/**
 * Makes a reader that cuts text into lines, which end at `\n`, `\r\n` or `\r`. Lines of nothing but white space are left
 * out. Where the text is cut never changes the lines; time is linear.
 */
function createLineFramer(maxChars: number, firstLine: number): { push: (text: string) => Line[]; end: () => Line[] } {
  let pending = "";
  let line = firstLine;
  let tooLong = false;
  let afterCr = false;

  const take = (lines: Line[], rest: string): void => {
    if (!tooLong) {
      pending += rest;
      if (pending.length > maxChars) {
        pending = pending.slice(0, maxChars);
        tooLong = true;
      }
    }
    if (tooLong || pending.trim() !== "") lines.push({ line, raw: pending, tooLong });
    pending = "";
    tooLong = false;
  };

  const push = (text: string): Line[] => {
    const lines: Line[] = [];
    let from = afterCr && text.startsWith("\n") ? 1 : 0;
    if (text !== "") afterCr = false;
    let lf = text.indexOf("\n", from);
    let cr = text.indexOf("\r", from);
    while (lf !== -1 || cr !== -1) {
      const end = cr === -1 || (lf !== -1 && lf < cr) ? lf : cr;
      take(lines, text.slice(from, end));
      line++;
      from = end + 1;
      if (end === cr) {
        if (lf === from) from++;
        afterCr = from === text.length && lf !== from - 1;
        cr = text.indexOf("\r", from);
      }
      if (lf !== -1 && lf < from) lf = text.indexOf("\n", from);
    }
    if (!tooLong) {
      pending += text.slice(from);
      if (pending.length > maxChars) {
        pending = pending.slice(0, maxChars);
        tooLong = true;
      }
    }
    return lines;
  };

  const end = (): Line[] => {
    const lines: Line[] = [];
    take(lines, "");
    return lines;
  };
  return { push, end };
}

/** Reads every line that is not blank as one text, from line `firstLine` on. Lines longer than `maxRecordChars` give a fault. */
export function createLineReader(maxRecordChars: number, firstLine = 1): RowReader {
  return readRows(maxRecordChars, firstLine, (line, raw) => ({ line, raw, value: raw }));
}

/**
 * Reads JSON lines: one object a line. Lines that are no JSON, or no object, or longer than `maxRecordChars`, give a
 * fault. Keys such as `__proto__` stay plain keys of their object.
 */
export function createJsonlReader(maxRecordChars: number, firstLine = 1): RowReader {
  return readRows(maxRecordChars, firstLine, (line, raw) => {
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch {
      return { line, raw, fault: "not JSON" };
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { line, raw, value };
    const got = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
    return { line, raw, fault: `expected a JSON object, got ${got}` };
  });
}

function readRows(maxRecordChars: number, firstLine: number, read: (line: number, raw: string) => Row): RowReader {
  const framer = createLineFramer(maxRecordChars, firstLine);
  const toRow = ({ line, raw, tooLong }: Line): Row =>
    tooLong ? { line, raw, fault: `longer than ${maxRecordChars} characters` } : read(line, raw);
  return {
    header: () => undefined,
    push: (text) => framer.push(text).map(toRow),
    end: () => framer.end().map(toRow),
  };
}
