import { formatCount, formatShare, formatSigned, NO_NUMBER } from "./format-number.js";
import { shareBar, splitBar } from "./html-bars.js";
import { html, isolate, type Markup, NOTHING } from "./markup.js";
import { SHOWN_SENTIMENTS } from "./share.js";
import type { NamedShare, NamedSplit, TopSplits } from "./story.js";
import { nameOf, type Vocabulary, type Wording } from "./wording.js";

/** A cell. The numbers of a drawing stand in other cells of its row. */
export interface Cell {
  readonly kind: "name" | "number" | "drawing" | "text";
  readonly content: Markup;
}

export interface TableOptions {
  readonly caption: string;
  /** How rows are laid out on a narrow screen: `split` and `stack` become cards, `plain` stays a table. */
  readonly layout: "split" | "stack" | "plain";
  /** Column heads, one for each cell of a row; empty where a column needs none. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * A table with caption and scopes. Roles are written out, because the cards of narrow screens are made with `display`, and
 * browsers drop a table's meaning with it.
 */
export function table(options: TableOptions): Markup {
  const { caption, layout, heads, rows } = options;
  const kinds = rows[0]?.map(({ kind }) => kind) ?? [];
  const head = heads.map((text, i) =>
    text === ""
      ? html`<td role="cell" class="${kinds[i] ?? "text"}"></td>`
      : html`<th role="columnheader" scope="col" class="${kinds[i] ?? "text"}">${text}</th>`,
  );
  const body = rows.map((cells) => {
    const drawn = cells.map(({ kind, content }, i) =>
      kind === "name"
        ? html`<th role="rowheader" scope="row" class="name">${content}</th>`
        : html`<td role="cell" class="${kind}" data-label="${heads[i] ?? ""}">${content}</td>`,
    );
    return html`<tr role="row">${drawn}</tr>\n`;
  });
  return html`<table role="table" class="${layout}"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">\n${body}</tbody></table>\n`;
}

/** Marks a number that rests on a small sample. */
export function smallMark(small: boolean, wording: Wording): Markup {
  return small ? html` <small class="small-sample">${wording.terms.small}</small>` : NOTHING;
}

/** A table of groups and how the sentiments divide each: number, bar, shares, net. */
export function splitTable(
  splits: readonly NamedSplit[],
  options: { readonly caption: string; readonly head: string; readonly name: (name: string) => string },
  wording: Wording,
): Markup {
  const { language, sentiments, terms } = wording;
  const rows = splits.map((split): readonly Cell[] => [
    {
      kind: "name",
      content: html`${isolate(options.name(split.name))}${smallMark(split.small && split.n > 0, wording)}`,
    },
    { kind: "number", content: html`${formatCount(split.n, language)}` },
    { kind: "drawing", content: splitBar(split) },
    ...SHOWN_SENTIMENTS.map((label): Cell => {
      const share = split.shares[label];
      const count =
        label === "negative" && share.of > 0
          ? html`<span class="count">${formatCount(share.count, language)}</span> `
          : NOTHING;
      return { kind: "number", content: html`${count}${formatShare(share, language)}` };
    }),
    { kind: "number", content: html`${split.net === null ? NO_NUMBER : formatSigned(split.net, language)}` },
  ]);
  const shares = SHOWN_SENTIMENTS.map((label) => sentiments[label]);
  const heads = [options.head, terms.verbatims, terms.share, ...shares, terms.net];
  return table({ caption: options.caption, layout: "split", heads, rows });
}

/** A {@link splitTable} of the largest groups and a line about the others; nothing where there are no groups. */
export function topTable(top: TopSplits, caption: string, vocabulary: Vocabulary | null, wording: Wording): Markup {
  if (top.shown.length === 0) return NOTHING;
  const name = (text: string): string => (vocabulary === null ? text : nameOf(vocabulary, text, wording));
  const { language, sentences, terms } = wording;
  const more =
    top.moreNames === 0
      ? NOTHING
      : html`<p class="quiet">${sentences.more(formatCount(top.moreNames, language), formatCount(top.moreVerbatims, language))}</p>\n`;
  return html`${splitTable(top.shown, { caption, head: terms.name, name }, wording)}${more}`;
}

/** A table of names, how often each was read and in which share of verbatims; nothing where there are none. */
export function shareTable(
  shares: readonly NamedShare[],
  caption: string,
  vocabulary: Vocabulary,
  wording: Wording,
): Markup {
  if (shares.length === 0) return NOTHING;
  const { language, terms } = wording;
  const most = Math.max(...shares.map(({ count }) => count));
  const rows = shares.map((share): readonly Cell[] => [
    { kind: "name", content: isolate(nameOf(vocabulary, share.name, wording)) },
    { kind: "drawing", content: shareBar(share, most) },
    { kind: "number", content: html`${formatCount(share.count, language)}` },
    { kind: "number", content: html`${formatShare(share, language)}` },
  ]);
  return table({ caption, layout: "plain", heads: [terms.name, "", terms.verbatims, terms.share], rows });
}
