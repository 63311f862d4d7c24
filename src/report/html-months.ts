import { LEAST_TO_COMPARE, type MonthChanges, type ThemeChange } from "./find-changes.js";
import { formatMonth, formatShortMonth } from "./format-date.js";
import { formatCount, formatShare, formatSigned } from "./format-number.js";
import { writeInterval } from "./headline.js";
import { columnChart } from "./html-bars.js";
import { type Cell, splitTable, table } from "./html-table.js";
import { html, isolate, type Markup, NOTHING } from "./markup.js";
import { shareOf } from "./share.js";
import type { Story } from "./story.js";
import { nameOf, type Wording } from "./wording.js";

/** How volume and mood went month by month, and the themes that changed most. */
export function monthsMarkup(story: Story, wording: Wording): Markup {
  const { language, terms } = wording;
  const volume = columnChart({
    id: "months-volume",
    title: terms.volumeByMonth,
    fill: "plain",
    columns: story.months.map(({ name, n }) => ({
      label: formatShortMonth(name, wording),
      value: n,
      shown: formatCount(n, language),
    })),
  });
  const mood = columnChart({
    id: "months-negative",
    title: terms.negativeByMonth,
    fill: "negative",
    most: 100,
    columns: story.months.map(({ name, shares, read }) => ({
      label: formatShortMonth(name, wording),
      value: (shares.negative.count / Math.max(1, read)) * 100,
      shown: formatShare(shares.negative, language),
    })),
  });
  const numbers = splitTable(
    story.months,
    { caption: terms.captionMonths, head: terms.month, name: (name) => formatMonth(name, wording) },
    wording,
  );
  return html`<div class="cards"><div class="card"><h3>${terms.volumeByMonth}</h3>${volume}</div>
<div class="card"><h3>${terms.negativeByMonth}</h3>${mood}</div></div>
<details><summary>${terms.monthTable}</summary>
${numbers}</details>
${story.changes === null ? NOTHING : changesMarkup(story.changes, wording)}`;
}

function changesMarkup(changes: MonthChanges, wording: Wording): Markup {
  const { language, sentences, terms } = wording;
  const range = ({ from, to }: MonthChanges["before"]): string =>
    sentences.range(formatMonth(from, wording), formatMonth(to, wording));
  const found = [...changes.rises, ...changes.falls];
  const heads = [terms.theme, terms.before, terms.after, terms.change, terms.interval, ""];
  const body =
    found.length === 0
      ? html`<p>${terms.noChanges}</p>\n`
      : table({
          caption: terms.captionChanges,
          layout: "stack",
          heads,
          rows: found.map((change) => changeCells(change, wording)),
        });
  const halves = sentences.halves(range(changes.before), range(changes.after), formatCount(LEAST_TO_COMPARE, language));
  return html`${body}<p class="quiet">${halves}</p>\n`;
}

function changeCells(change: ThemeChange, wording: Wording): readonly Cell[] {
  const { language, terms } = wording;
  const side = ({ count, n }: ThemeChange["before"]): Markup =>
    html`${formatShare(shareOf(count, n), language)} <span class="count">${formatCount(count, language)} / ${formatCount(n, language)}</span>`;
  const direction = change.points > 0 ? terms.rises : terms.falls;
  return [
    {
      kind: "name",
      content: html`${isolate(nameOf("themes", change.name, wording))} <small class="quiet">${direction}</small>`,
    },
    { kind: "number", content: side(change.before) },
    { kind: "number", content: side(change.after) },
    { kind: "number", content: html`${change.points > 0 ? "▲" : "▼"} ${formatSigned(change.points, language)}` },
    { kind: "number", content: html`${writeInterval(change.interval, wording) ?? ""}` },
    { kind: "text", content: html`${change.clear ? terms.clear : terms.maybeChance}` },
  ];
}
