/** What a file holds: verbatims to analyse, analyses made before, or a summary of them. */
export type Content = "verbatims" | "analyses" | "summary";

/** Bytes that are looked at; an analysis begins with its text, which may be long. */
const MOST_BYTES = 10_000_000;

/** Whether these bytes are enough to tell the content. */
export function isTelling(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const start = firstSign(head);
  return (start !== -1 && head[start] !== OPEN_BRACE) || head.length >= MOST_BYTES || head.includes(LINE_FEED);
}

/**
 * Tells from the start of a file what it holds: analyses and summaries by the keys of the first line's object, verbatims
 * otherwise.
 */
export function tellContent(head: Uint8Array): Content {
  const start = firstSign(head);
  if (start === -1 || head[start] !== OPEN_BRACE) return "verbatims";
  // A summary may have been printed over many lines; its format is its first key.
  const opening = new TextDecoder().decode(head.subarray(start, start + 100));
  if (/^\{\s*"format"\s*:\s*"verbatims-summary"/.test(opening)) return "summary";
  const lineEnd = head.indexOf(LINE_FEED, start);
  const line = new TextDecoder().decode(lineEnd === -1 ? head.subarray(start) : head.subarray(start, lineEnd));
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return "verbatims";
    return ["clauses", "painPoints", "model"].every((key) => Object.hasOwn(value, key)) ? "analyses" : "verbatims";
  } catch {
    return "verbatims";
  }
}

const OPEN_BRACE = 0x7b;
const LINE_FEED = 0x0a;

/** Place of the first byte that is neither white space nor part of a UTF-8 byte-order mark; -1 where there is none. */
function firstSign(head: Uint8Array): number {
  return head.findIndex((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
}
