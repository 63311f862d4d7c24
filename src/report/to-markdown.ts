import type { Quote, Summary } from "../pattern/summary.js";
import { cutQuote } from "./cut-quote.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { LEAST_TO_COMPARE, type ThemeChange } from "./find-changes.js";
import { formatDate, formatMonth } from "./format-date.js";
import { formatCount, formatShare, formatSigned, NO_NUMBER } from "./format-number.js";
import { writeHeadline, writeInterval } from "./headline.js";
import { type ReportOptions, readReportOptions } from "./options.js";
import type { QuoteGroup } from "./pick-quotes.js";
import { SHOWN_SENTIMENTS, SMALL_SAMPLE, shareOf } from "./share.js";
import { type NamedShare, type NamedSplit, type Story, type TopSplits, tellStory } from "./story.js";
import { nameOf, type Vocabulary, type Wording, wordingOf } from "./wording.js";

/**
 * The story of a summary as Markdown (CommonMark with GitHub's tables), for tickets, wikis and chats. Customer text is
 * escaped. Deterministic; a summary of nothing gives a text that says so. Ends with a line break.
 *
 * @throws VerbatimsError `invalid-option` or `invalid-summary`
 */
export function toMarkdown(summary: Summary, options: ReportOptions = {}): string {
  const read = readReportOptions("toMarkdown", summary, options);
  const wording = wordingOf(read.language);
  const { sentences, terms } = wording;
  const story = tellStory(summary);
  const blocks = [`# ${escapeMarkdown(read.title ?? terms.defaultTitle)}`];
  if (read.source !== null) blocks.push(`${terms.source}: ${escapeMarkdown(read.source)}`);
  if (read.generatedAt !== null) blocks.push(`${terms.generated}: ${escapeMarkdown(read.generatedAt)}`);
  blocks.push(...(story.all.n === 0 ? [terms.empty, terms.emptyAdvice] : tellBlocks(story, wording)));
  blocks.push(`## ${wording.sections.reading}`, ...sentences.reading);
  blocks.push(sentences.smallSample(formatCount(SMALL_SAMPLE, read.language)));
  if (read.rejected > 0) blocks.push(sentences.rejected(formatCount(read.rejected, read.language)));
  if (story.models.length > 0) {
    blocks.push(`${terms.model}: ${story.models.map(({ model }) => escapeMarkdown(model)).join(", ")}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

function tellBlocks(story: Story, wording: Wording): readonly string[] {
  const { sections, terms } = wording;
  const { facts, findings } = writeHeadline(story, wording);
  const blocks = [escapeMarkdown(facts.join(" "))];
  if (findings.length > 0) blocks.push(findings.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n"));
  blocks.push(splitTable([{ name: terms.verbatims, ...story.all }], terms.allSentiments, (name) => name, wording));
  blocks.push(`## ${sections.journey}`, journeyTable(story, wording));
  if (story.themes.length > 0) {
    blocks.push(
      `## ${sections.themes}`,
      splitTable(story.themes, terms.theme, (name) => nameOf("themes", name, wording), wording),
    );
  }
  if (story.months.length > 0) {
    blocks.push(
      `## ${sections.months}`,
      splitTable(story.months, terms.month, (name) => formatMonth(name, wording), wording),
    );
    blocks.push(...changeBlocks(story, wording));
  }
  const groups = [
    ...topBlocks(story.channels, terms.captionChannels, null, wording),
    ...topBlocks(story.segments, terms.captionSegments, null, wording),
    ...topBlocks(story.languages, terms.captionLanguages, "languages", wording),
    ...topBlocks(story.touchpoints, terms.captionTouchpoints, "touchpoints", wording),
  ];
  if (groups.length > 0) blocks.push(`## ${sections.sources}`, ...groups);
  const signals = [
    ...shareBlocks(story.intents, terms.captionIntents, "intents", wording),
    ...shareBlocks(story.emotions, terms.captionEmotions, "emotions", wording),
    ...shareBlocks(story.efforts, terms.captionEfforts, "efforts", wording),
  ];
  if (signals.length > 0) blocks.push(`## ${sections.signals}`, ...signals);
  blocks.push(`## ${sections.quotes}`);
  if (story.pains.length + story.delights.length === 0) blocks.push(terms.noQuotes);
  if (story.pains.length > 0)
    blocks.push(`### ${terms.pains}`, ...story.pains.flatMap((group) => quoteBlocks(group, wording)));
  if (story.delights.length > 0) {
    blocks.push(`### ${terms.delights}`, ...story.delights.flatMap((group) => quoteBlocks(group, wording)));
  }
  return blocks;
}

/** Rows of clean cells as a table; columns are numbers but for those named as texts. */
function table(heads: readonly string[], rows: readonly (readonly string[])[], texts: readonly number[] = [0]): string {
  const rule = heads.map((_, i) => (texts.includes(i) ? "---" : "---:"));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function splitTable(
  splits: readonly NamedSplit[],
  head: string,
  name: (name: string) => string,
  wording: Wording,
): string {
  const { language, sentiments, terms } = wording;
  const rows = splits.map((split) => [
    escapeMarkdown(name(split.name)) + smallMark(split.small && split.n > 0, wording),
    formatCount(split.n, language),
    ...SHOWN_SENTIMENTS.map((label) => escapeMarkdown(formatShare(split.shares[label], language))),
    split.net === null ? NO_NUMBER : formatSigned(split.net, language),
  ]);
  return table([head, terms.verbatims, ...SHOWN_SENTIMENTS.map((label) => sentiments[label]), terms.net], rows);
}

function journeyTable(story: Story, wording: Wording): string {
  const { language, terms } = wording;
  const rows = story.journey.map((stage) => [
    wording.stages[stage.stage] + smallMark(stage.small && stage.n > 0, wording),
    formatCount(stage.n, language),
    escapeMarkdown(formatShare(stage.shares.negative, language)),
    stage.hurtsMost
      .map(
        ({ name, shares }) =>
          `${escapeMarkdown(nameOf("themes", name, wording))} (${formatCount(shares.negative.count, language)})`,
      )
      .join(", ") || NO_NUMBER,
  ]);
  return table([terms.stage, terms.verbatims, terms.negativeShare, terms.hurtsMost], rows, [0, 3]);
}

function changeBlocks(story: Story, wording: Wording): readonly string[] {
  const { changes } = story;
  if (changes === null) return [];
  const { language, sentences, terms } = wording;
  const side = ({ count, n }: ThemeChange["before"]): string =>
    `${escapeMarkdown(formatShare(shareOf(count, n), language))} (${formatCount(count, language)}/${formatCount(n, language)})`;
  const rows = [...changes.rises, ...changes.falls].map((change) => [
    escapeMarkdown(nameOf("themes", change.name, wording)),
    side(change.before),
    side(change.after),
    formatSigned(change.points, language),
    writeInterval(change.interval, wording) ?? "",
    change.clear ? terms.clear : terms.maybeChance,
  ]);
  const range = ({ from, to }: { readonly from: string; readonly to: string }): string =>
    escapeMarkdown(sentences.range(formatMonth(from, wording), formatMonth(to, wording)));
  const halves = sentences.halves(range(changes.before), range(changes.after), formatCount(LEAST_TO_COMPARE, language));
  if (rows.length === 0) return [terms.noChanges, halves];
  return [table([terms.theme, terms.before, terms.after, terms.change, terms.interval, ""], rows, [0, 5]), halves];
}

function topBlocks(top: TopSplits, head: string, vocabulary: Vocabulary | null, wording: Wording): readonly string[] {
  if (top.shown.length === 0) return [];
  const name = (text: string): string => (vocabulary === null ? text : nameOf(vocabulary, text, wording));
  const blocks = [splitTable(top.shown, head, name, wording)];
  const { language, sentences } = wording;
  if (top.moreNames > 0) {
    blocks.push(sentences.more(formatCount(top.moreNames, language), formatCount(top.moreVerbatims, language)));
  }
  return blocks;
}

function shareBlocks(
  shares: readonly NamedShare[],
  head: string,
  vocabulary: Vocabulary,
  wording: Wording,
): readonly string[] {
  if (shares.length === 0) return [];
  const rows = shares.map((share) => [
    escapeMarkdown(nameOf(vocabulary, share.name, wording)),
    formatCount(share.count, wording.language),
    escapeMarkdown(formatShare(share, wording.language)),
  ]);
  return [table([head, wording.terms.verbatims, wording.terms.share], rows)];
}

function quoteBlocks(group: QuoteGroup, wording: Wording): readonly string[] {
  const name = group.theme === "" ? wording.terms.verbatims : nameOf("themes", group.theme, wording);
  return [
    `#### ${escapeMarkdown(name)} (${formatCount(group.count, wording.language)})`,
    ...group.quotes.map((quote) => quoteBlock(quote, wording)),
  ];
}

function quoteBlock(quote: Quote, wording: Wording): string {
  const { before, evidence, after } = cutQuote(quote);
  const at = quote.at === null ? [] : [formatDate(quote.at, wording)];
  const about = [quote.id, ...at, ...(quote.channel === null ? [] : [quote.channel])].map(escapeMarkdown).join(" · ");
  return `> “${escapeMarkdown(`${before}${evidence}${after}`)}”\\\n> — ${about}`;
}

function smallMark(small: boolean, wording: Wording): string {
  return small ? ` (${wording.terms.small})` : "";
}
