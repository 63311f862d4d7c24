import { hashText } from "../core/hash.js";
import type { SentimentLabel } from "../core/labels.js";
import type { Analysis, Span } from "../meaning/analysis.js";
import type { Quote, QuoteSample } from "./summary.js";

/** Longest quotation kept, in UTF-16 code units. */
const QUOTE_LENGTH = 500;

/** Quotes by theme and sentiment while they are being gathered. */
export type OpenSamples = Map<string, Map<SentimentLabel, Quote[]>>;

/** Makes the quote of an analysis around a piece of evidence; `null` where the text was left out. */
export function makeQuote(analysis: Analysis, sentiment: SentimentLabel, span: Span | null): Quote | null {
  const { id, text, given } = analysis;
  if (text === null || text === "") return null;
  const cut = cutAround(text, span);
  return {
    id,
    text: cut.text,
    at: given.at ?? null,
    channel: given.channel ?? null,
    sentiment,
    span: cut.span,
    hash: hashText(`${id}\u0000${text}`),
  };
}

/** Keeps at most {@link QUOTE_LENGTH} units around the evidence, never half a surrogate pair. */
function cutAround(text: string, span: Span | null): { text: string; span: Span | null } {
  if (text.length <= QUOTE_LENGTH) return { text, span };
  const middle = span === null ? 0 : Math.floor((span[0] + span[1]) / 2);
  let start = Math.max(0, Math.min(middle - QUOTE_LENGTH / 2, text.length - QUOTE_LENGTH));
  let end = start + QUOTE_LENGTH;
  if (isLowSurrogate(text, start)) start++;
  if (isLowSurrogate(text, end)) end--;
  const inside = span !== null && span[0] >= start && span[1] <= end;
  return { text: text.slice(start, end), span: inside ? [span[0] - start, span[1] - start] : null };
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Order of quotes in a sample: by hash, then id, then the rest, so that it never depends on who came first. */
function compareQuotes(a: Quote, b: Quote): number {
  return (
    compare(a.hash, b.hash) ||
    compare(a.id, b.id) ||
    compare(a.text, b.text) ||
    compare(a.at ?? "", b.at ?? "") ||
    compare(a.channel ?? "", b.channel ?? "") ||
    (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1) ||
    (a.span?.[1] ?? -1) - (b.span?.[1] ?? -1)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Offers a quote to a sample that keeps the smallest hashes. The same quote offered twice is kept once.
 *
 * Source: bottom-k sampling (Cohen and Kelley 2007): the k smallest of random keys are a uniform sample, and the sample of a
 * union is the smallest k of the samples.
 */
export function offerQuote(samples: OpenSamples, theme: string, quote: Quote, kept: number): void {
  if (kept === 0) return;
  let bySentiment = samples.get(theme);
  if (bySentiment === undefined) {
    bySentiment = new Map();
    samples.set(theme, bySentiment);
  }
  let quotes = bySentiment.get(quote.sentiment);
  if (quotes === undefined) {
    quotes = [];
    bySentiment.set(quote.sentiment, quotes);
  }
  const last = quotes[kept - 1];
  if (last !== undefined && compareQuotes(quote, last) >= 0) return;
  const at = quotes.findIndex((other) => compareQuotes(quote, other) <= 0);
  const same = at < 0 ? undefined : quotes[at];
  if (same !== undefined && compareQuotes(quote, same) === 0) return;
  quotes.splice(at < 0 ? quotes.length : at, 0, quote);
  if (quotes.length > kept) quotes.pop();
}

/** The samples as plain values, sorted by theme, then sentiment. */
export function closeSamples(samples: OpenSamples): QuoteSample[] {
  return [...samples]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([theme, bySentiment]) =>
      [...bySentiment]
        .sort(([a], [b]) => compare(a, b))
        .map(([sentiment, quotes]) => ({ theme, sentiment, quotes: quotes.map((quote) => ({ ...quote })) })),
    );
}
