import type { Quote, Summary } from "../pattern/summary.js";

/** Quotes of one theme that share a sentiment. */
export interface QuoteGroup {
  /** Theme, or `""` for verbatims as a whole. */
  readonly theme: string;
  /** Verbatims about the theme with that sentiment. */
  readonly count: number;
  readonly quotes: readonly Quote[];
}

const GROUPS: Readonly<Record<"negative" | "positive", number>> = { negative: 5, positive: 3 };
const QUOTES_PER_GROUP = 3;

/**
 * Quotes of the themes with most verbatims of a sentiment: at most five themes that hurt, three that delight, three quotes
 * each. A verbatim is quoted once. Without themes, the quotes of verbatims as a whole.
 */
export function pickQuotes(summary: Summary, sentiment: "negative" | "positive"): readonly QuoteGroup[] {
  const themes = summary.themes
    .filter((theme) => theme.sentiment[sentiment] > 0)
    .toSorted((a, b) => b.sentiment[sentiment] - a.sentiment[sentiment] || (a.name < b.name ? -1 : 1))
    .map(({ name, sentiment: counts }) => ({ theme: name, count: counts[sentiment] }));
  const whole = { theme: "", count: summary.all.sentiment[sentiment] };
  const samples = new Map(summary.quotes.filter((s) => s.sentiment === sentiment).map((s) => [s.theme, s.quotes]));
  const quoted = new Set<string>();
  const groups: QuoteGroup[] = [];
  for (const { theme, count } of themes.length > 0 ? themes : [whole]) {
    const quotes: Quote[] = [];
    for (const quote of samples.get(theme) ?? []) {
      if (quotes.length === QUOTES_PER_GROUP) break;
      if (quoted.has(quote.id) || quote.text.trim() === "") continue;
      quoted.add(quote.id);
      quotes.push(quote);
    }
    if (quotes.length > 0) groups.push({ theme, count, quotes });
    if (groups.length === GROUPS[sentiment]) break;
  }
  return groups;
}
