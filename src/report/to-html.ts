import type { Summary } from "../pattern/summary.js";
import { formatCount } from "./format-number.js";
import { writeHeadline } from "./headline.js";
import { BAR_PATTERNS } from "./html-bars.js";
import { journeyMarkup } from "./html-journey.js";
import { monthsMarkup } from "./html-months.js";
import { overviewMarkup, scoresMarkup } from "./html-overview.js";
import { quotesMarkup } from "./html-quotes.js";
import { REPORT_STYLE } from "./html-style.js";
import { signalsMarkup, sourcesMarkup, themesMarkup } from "./html-themes.js";
import { html, isolate, type Markup, NOTHING, toHtmlText } from "./markup.js";
import { type ReadOptions, type ReportOptions, readReportOptions } from "./options.js";
import { SMALL_SAMPLE } from "./share.js";
import { type Story, tellStory } from "./story.js";
import { type SectionName, type Wording, wordingOf } from "./wording.js";

/**
 * The whole story of a summary as one HTML page that needs nothing beside itself: no script, no request, style inside.
 * Light and dark, on paper and on a phone. Customer text is escaped and isolated; what acts on a screen is taken out.
 *
 * Deterministic: the same summary and options give the same bytes. A summary of nothing gives a page that says so.
 *
 * @throws VerbatimsError `invalid-option` or `invalid-summary`
 * @example
 * const summary = addToSummary(emptySummary(), analyze("The lid broke."));
 * const page = toHtml(summary, { title: "Spring reviews", source: "reviews.csv" });
 * page.includes("Spring reviews"); // true
 */
export function toHtml(summary: Summary, options: ReportOptions = {}): string {
  const read = readReportOptions("toHtml", summary, options);
  const wording = wordingOf(read.language);
  const story = tellStory(summary);
  const title = read.title ?? wording.terms.defaultTitle;
  const sections = story.all.n === 0 ? [] : listSections(story, wording);
  const links = sections.map(({ name }) => html`<li><a href="#${name}">${wording.sections[name]}</a></li>\n`);
  const contents =
    links.length === 0 ? NOTHING : html`<nav aria-label="${wording.terms.contents}"><ul>\n${links}</ul></nav>\n`;
  const body =
    sections.length === 0
      ? html`<p class="lead">${wording.terms.empty}</p>\n<p>${wording.terms.emptyAdvice}</p>\n`
      : html`${sections.map(({ name, content }) => sectionMarkup(name, content, wording))}`;
  return toHtmlText(html`<!doctype html>
<html lang="${read.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${REPORT_STYLE}</style>
</head>
<body>
<a class="skip" href="#report">${wording.terms.skip}</a>
${BAR_PATTERNS}
<header>
<h1>${isolate(title)}</h1>
${aboutMarkup(read, wording)}</header>
${contents}<main id="report" tabindex="-1">
${body}</main>
${footerMarkup(story, read, wording)}</body>
</html>
`);
}

function listSections(
  story: Story,
  wording: Wording,
): readonly { readonly name: SectionName; readonly content: Markup }[] {
  const list: { name: SectionName; content: Markup }[] = [
    { name: "overview", content: overviewMarkup(story, writeHeadline(story, wording), wording) },
  ];
  if (story.scores.length > 0) list.push({ name: "scores", content: scoresMarkup(story, wording) });
  list.push({ name: "journey", content: journeyMarkup(story, wording) });
  if (story.themes.length > 0) list.push({ name: "themes", content: themesMarkup(story, wording) });
  if (story.months.length > 0) list.push({ name: "months", content: monthsMarkup(story, wording) });
  const groups = [story.channels, story.segments, story.languages, story.touchpoints];
  if (groups.some(({ shown }) => shown.length > 0))
    list.push({ name: "sources", content: sourcesMarkup(story, wording) });
  list.push({ name: "signals", content: signalsMarkup(story, wording) });
  list.push({ name: "quotes", content: quotesMarkup(story, wording) });
  return list;
}

function sectionMarkup(name: SectionName, content: Markup, wording: Wording): Markup {
  return html`<section id="${name}" aria-labelledby="${name}-heading">
<h2 id="${name}-heading">${wording.sections[name]}</h2>
${content}</section>
`;
}

function aboutMarkup(read: ReadOptions, wording: Wording): Markup {
  const parts: Markup[] = [];
  if (read.source !== null) parts.push(html`<span>${wording.terms.source}: ${isolate(read.source)}</span> `);
  if (read.generatedAt !== null)
    parts.push(html`<span>${wording.terms.generated}: ${isolate(read.generatedAt)}</span>`);
  return parts.length === 0 ? NOTHING : html`<p class="about">${parts}</p>\n`;
}

function footerMarkup(story: Story, read: ReadOptions, wording: Wording): Markup {
  const { language, sections, sentences, terms } = wording;
  const paragraphs = [
    ...sentences.reading,
    sentences.smallSample(formatCount(SMALL_SAMPLE, language)),
    sentences.sampled(formatCount(story.quotesKept, language)),
    ...(read.rejected > 0 ? [sentences.rejected(formatCount(read.rejected, language))] : []),
  ].map((paragraph) => html`<p>${paragraph}</p>\n`);
  const models = story.models.map((entry) => html`<li>${isolate(entry.model)}</li>\n`);
  return html`<footer aria-labelledby="reading-heading">
<h2 id="reading-heading">${sections.reading}</h2>
${paragraphs}${models.length === 0 ? NOTHING : html`<p>${terms.model}:</p>\n<ul>\n${models}</ul>\n`}</footer>
`;
}
