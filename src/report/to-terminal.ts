import type { Summary } from "../pattern/summary.js";
import { cutQuote } from "./cut-quote.js";
import { wrapToWidth } from "./display-width.js";
import { formatDate, formatMonth } from "./format-date.js";
import { formatCount, formatShare, formatSigned, NO_NUMBER } from "./format-number.js";
import { writeHeadline, writeInterval } from "./headline.js";
import { invalidOption, type ReportOptions, readReportOptions } from "./options.js";
import type { QuoteGroup } from "./pick-quotes.js";
import { SHOWN_SENTIMENTS, shareOf } from "./share.js";
import { type Story, tellStory } from "./story.js";
import { cleanForTerminal, type DrawnColumn, drawSplit, drawTable, type Pen, paint, SIGNS } from "./terminal-draw.js";
import { nameOf, type Wording, wordingOf } from "./wording.js";

/** Options of {@link toTerminal}. */
export interface TerminalOptions extends ReportOptions {
  /** Columns of the terminal, 40 to 1,000. @defaultValue 80 */
  readonly width?: number | undefined;
  /** Whether to write colours (ECMA-48 escape sequences). @defaultValue false */
  readonly color?: boolean | undefined;
}

const WIDTHS = { least: 40, most: 1000 } as const;
const THEMES_SHOWN = 8;
const MONTHS_SHOWN = 6;
const BAR_WIDTH = 20;

/**
 * The short story of a summary for a terminal: headline, sentiment, journey, themes, months and a few quotes, no line
 * wider than `width`. Control characters in customer text are made harmless. Deterministic; a summary of nothing gives a
 * text that says so. Ends with a line break.
 *
 * @throws VerbatimsError `invalid-option` or `invalid-summary`
 */
export function toTerminal(summary: Summary, options: TerminalOptions = {}): string {
  const read = readReportOptions("toTerminal", summary, options);
  const { width = 80, color = false } = options;
  if (!Number.isInteger(width) || width < WIDTHS.least || width > WIDTHS.most) {
    throw invalidOption("toTerminal", "width", `a whole number from ${WIDTHS.least} to ${WIDTHS.most}`, width);
  }
  if (typeof color !== "boolean") throw invalidOption("toTerminal", "color", "true or false", color);
  const wording = wordingOf(read.language);
  const { sentences, terms } = wording;
  const pen: Pen = { width, color };
  const story = tellStory(summary);
  const blocks: (readonly string[])[] = [heading(read.title ?? terms.defaultTitle, pen)];
  if (read.source !== null) blocks.push(wrap(`${terms.source}: ${read.source}`, pen));
  if (story.all.n === 0) blocks.push(wrap(terms.empty, pen), wrap(terms.emptyAdvice, pen));
  else blocks.push(...tellBlocks(story, wording, pen));
  if (read.rejected > 0) blocks.push(wrap(sentences.rejected(formatCount(read.rejected, read.language)), pen));
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function tellBlocks(story: Story, wording: Wording, pen: Pen): (readonly string[])[] {
  const { sections, terms } = wording;
  const { facts, findings } = writeHeadline(story, wording);
  const blocks = [
    wrap(facts.join(" "), pen),
    [drawSplit(story.all, pen.width, pen), ...drawKey(story, wording, pen)],
    findings.flatMap((sentence) => wrap(sentence, pen, "- ")),
    [...heading(sections.journey, pen), ...drawJourney(story, wording, pen)],
  ].filter((lines) => lines.length > 0);
  if (story.themes.length > 0) blocks.push([...heading(sections.themes, pen), ...drawThemes(story, wording, pen)]);
  const months = drawMonths(story, wording, pen);
  if (months.length > 0) blocks.push([...heading(sections.months, pen), ...months]);
  for (const [name, groups] of [
    [terms.pains, story.pains.slice(0, 3)],
    [terms.delights, story.delights.slice(0, 1)],
  ] as const) {
    if (groups.length > 0)
      blocks.push([...heading(name, pen), ...groups.flatMap((group) => drawQuotes(group, wording, pen))]);
  }
  return blocks;
}

function drawKey(story: Story, wording: Wording, pen: Pen): readonly string[] {
  const parts = SHOWN_SENTIMENTS.map(
    (label) => `${SIGNS[label]} ${wording.sentiments[label]} ${formatShare(story.all.shares[label], wording.language)}`,
  );
  return wrap(parts.map((part) => part.replaceAll(" ", KEPT)).join("  "), pen).map((line) =>
    line.replaceAll(KEPT, " "),
  );
}

/** Holds words together while lines are broken. */
const KEPT = "\u00a0";

function drawJourney(story: Story, wording: Wording, pen: Pen): readonly string[] {
  const { language, terms } = wording;
  const columns: readonly DrawnColumn[] = [
    { head: terms.stage, align: "left" },
    { head: "n", align: "right" },
    { head: terms.negativeShare, align: "right" },
    { head: terms.hurtsMost, align: "left" },
  ];
  const rows = story.journey.map((stage) => [
    wording.stages[stage.stage],
    formatCount(stage.n, language) + (stage.small && stage.n > 0 ? "*" : ""),
    formatShare(stage.shares.negative, language),
    stage.hurtsMost.map(({ name }) => cleanForTerminal(nameOf("themes", name, wording))).join(", "),
  ]);
  const anySmall = story.journey.some(({ small, n }) => small && n > 0);
  return [...drawTable(columns, rows, pen), ...(anySmall ? wrap(`* ${terms.small}`, pen) : [])];
}

function drawThemes(story: Story, wording: Wording, pen: Pen): readonly string[] {
  const { language, terms } = wording;
  const columns: readonly DrawnColumn[] = [
    { head: terms.theme, align: "left" },
    { head: "n", align: "right" },
    { head: terms.negativeShare, align: "right" },
    { head: terms.net, align: "right" },
  ];
  const shown = story.themes.toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1)).slice(0, THEMES_SHOWN);
  const barWidth = Math.min(BAR_WIDTH, pen.width - 48);
  const bars = barWidth >= 8;
  const rows = shown.map((theme) => [
    cleanForTerminal(nameOf("themes", theme.name, wording)),
    formatCount(theme.n, language) + (theme.small ? "*" : ""),
    formatShare(theme.shares.negative, language),
    theme.net === null ? NO_NUMBER : formatSigned(theme.net, language),
  ]);
  const table = drawTable(columns, rows, bars ? { ...pen, width: pen.width - barWidth - 2 } : pen);
  const lines = bars
    ? table.map((line, i) => {
        const theme = shown[i - 1];
        return theme === undefined ? line : `${drawSplit(theme, barWidth, pen)}  ${line}`;
      })
    : table;
  const head = bars ? `${" ".repeat(barWidth + 2)}${lines[0] ?? ""}` : (lines[0] ?? "");
  const anySmall = shown.some(({ small }) => small);
  return [head, ...lines.slice(1), ...(anySmall ? wrap(`* ${terms.small}`, pen) : [])];
}

function drawMonths(story: Story, wording: Wording, pen: Pen): readonly string[] {
  const { language, terms } = wording;
  if (story.months.length === 0) return [];
  const columns: readonly DrawnColumn[] = [
    { head: terms.month, align: "left" },
    { head: "n", align: "right" },
    { head: terms.negativeShare, align: "right" },
  ];
  const rows = story.months
    .slice(-MONTHS_SHOWN)
    .map((month) => [
      formatMonth(month.name, wording),
      formatCount(month.n, language) + (month.small && month.n > 0 ? "*" : ""),
      formatShare(month.shares.negative, language),
    ]);
  const changes = story.changes === null ? [] : [...story.changes.rises, ...story.changes.falls];
  const told = changes
    .filter(({ clear }) => clear)
    .flatMap(({ name, before, after, points, interval }) => {
      const [then, now] = [before, after].map(({ count, n }) => formatShare(shareOf(count, n), language));
      const range = writeInterval(interval, wording) ?? "";
      const sign = points > 0 ? "▲" : "▼";
      return wrap(
        `${nameOf("themes", name, wording)}: ${then} → ${now} (${formatSigned(points, language)}; ${range})`,
        pen,
        `${sign} `,
      );
    });
  return [...drawTable(columns, rows, pen), ...told];
}

function drawQuotes(group: QuoteGroup, wording: Wording, pen: Pen): readonly string[] {
  const quote = group.quotes[0];
  if (quote === undefined) return [];
  const { before, evidence, after } = cutQuote(quote, 200);
  const name = group.theme === "" ? wording.terms.verbatims : nameOf("themes", group.theme, wording);
  const at = quote.at === null ? [] : [formatDate(quote.at, wording)];
  const about = [quote.id, ...at, ...(quote.channel === null ? [] : [quote.channel])].join(" · ");
  return [
    ...wrap(`${name}: “${before}${evidence}${after}”`, pen, "  "),
    ...wrap(about, pen, "    ").map((line) => paint(line, "dim", pen)),
  ];
}

function heading(text: string, pen: Pen): readonly string[] {
  return wrap(text, pen).map((line) => paint(line, "bold", pen));
}

/** Cleans and wraps text; the first line starts with `start`, the others are as far in. */
function wrap(text: string, pen: Pen, start = ""): readonly string[] {
  const lines = wrapToWidth(cleanForTerminal(text), pen.width - start.length);
  return lines.map((line, i) => (i === 0 ? start : " ".repeat(start.length)) + line);
}
