import type { Quote } from "../pattern/summary.js";
import { cutQuote } from "./cut-quote.js";
import { formatDate } from "./format-date.js";
import { formatCount } from "./format-number.js";
import { swatch } from "./html-bars.js";
import { html, isolate, type Markup, NOTHING } from "./markup.js";
import type { QuoteGroup } from "./pick-quotes.js";
import type { Story } from "./story.js";
import { nameOf, type Wording } from "./wording.js";

/** What customers wrote, about the themes that hurt and those that delight. */
export function quotesMarkup(story: Story, wording: Wording): Markup {
  const { terms } = wording;
  if (story.pains.length + story.delights.length === 0) return html`<p>${terms.noQuotes}</p>\n`;
  return html`${sideMarkup(terms.pains, "negative", story.pains, wording)}${sideMarkup(terms.delights, "positive", story.delights, wording)}`;
}

function sideMarkup(
  heading: string,
  sentiment: "negative" | "positive",
  groups: readonly QuoteGroup[],
  wording: Wording,
): Markup {
  if (groups.length === 0) return NOTHING;
  const parts = groups.map(({ theme, count, quotes }) => {
    const name = theme === "" ? wording.terms.verbatims : nameOf("themes", theme, wording);
    const told = `${formatCount(count, wording.language)} ${wording.sentiments[sentiment].toLowerCase()}`;
    return html`<section class="theme-quotes"><h4>${swatch(sentiment)} ${isolate(name)} <span class="quiet">${told}</span></h4>\n${quotes.map((quote) => quoteMarkup(quote, wording))}</section>\n`;
  });
  return html`<h3>${heading}</h3>\n<div class="quotes">\n${parts}</div>\n`;
}

function quoteMarkup(quote: Quote, wording: Wording): Markup {
  const { before, evidence, after } = cutQuote(quote);
  const mark = evidence === "" ? NOTHING : html`<mark>${evidence}</mark>`;
  const about = [
    isolate(quote.id),
    ...(quote.at === null ? [] : [isolate(formatDate(quote.at, wording))]),
    ...(quote.channel === null ? [] : [isolate(quote.channel)]),
  ].map((part, i) => (i === 0 ? part : html` · ${part}`));
  return html`<figure><blockquote dir="auto">${before}${mark}${after}</blockquote><figcaption>${about}</figcaption></figure>\n`;
}
