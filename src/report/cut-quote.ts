import type { Quote } from "../pattern/summary.js";
import { cleanText } from "./clean-text.js";

/** A quote cut to length, in three parts: the evidence and what stands around it. All parts are clean, one line. */
export interface CutQuote {
  /** Starts with "…" where text was left out. */
  readonly before: string;
  /** The evidence; empty where none is known. */
  readonly evidence: string;
  /** Ends with "…" where text was left out. */
  readonly after: string;
}

/**
 * Cuts a quote to about `max` characters around its evidence, at spaces where there are some near, never inside a
 * surrogate pair. A span outside the text is cut to it.
 */
export function cutQuote(quote: Pick<Quote, "text" | "span">, max = 320): CutQuote {
  const { text } = quote;
  let [start, end] = quote.span ?? [0, 0];
  start = whole(text, Math.min(Math.max(0, Math.trunc(start) || 0), text.length));
  end = whole(text, Math.min(Math.max(start, Math.trunc(end) || 0), text.length));
  end = Math.min(end, whole(text, start + max));
  const spare = max - (end - start);
  // What the text after the evidence does not need is given to the text before it.
  const room = Math.max(spare - (text.length - end), Math.floor(spare / 2));
  const from = start <= room ? 0 : startOfWord(text, whole(text, start - room), start);
  const left = Math.max(0, max - (end - from));
  const to = text.length - end <= left ? text.length : endOfWord(text, end, whole(text, end + left));
  return {
    before: (from > 0 ? "…" : "") + squeeze(text.slice(from, start), from === 0, start === end && to === end),
    evidence: squeeze(text.slice(start, end), false, false),
    after: squeeze(text.slice(end, to), start === end && from === end, true) + (to < text.length ? "…" : ""),
  };
}

/** Moves an offset that stands inside a surrogate pair before it. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}

/** How far a cut is moved to fall between words. */
const NEAR = 20;

function startOfWord(text: string, from: number, limit: number): number {
  const space = text.indexOf(" ", from);
  return space >= 0 && space < limit && space - from <= NEAR ? space + 1 : from;
}

function endOfWord(text: string, limit: number, to: number): number {
  const space = text.lastIndexOf(" ", to);
  return space > limit && to - space <= NEAR ? space : to;
}

function squeeze(text: string, atStart: boolean, atEnd: boolean): string {
  let clean = cleanText(text).replace(/ +/g, " ");
  if (atStart) clean = clean.trimStart();
  if (atEnd) clean = clean.trimEnd();
  return clean;
}
