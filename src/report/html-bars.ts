import { formatCount, formatShare } from "./format-number.js";
import { html, type Markup, NOTHING } from "./markup.js";
import { SHOWN_SENTIMENTS, type Share, type Split } from "./share.js";
import type { Wording } from "./wording.js";

/**
 * A bar divided by sentiment, negative at the start. Hidden from screen readers: the numbers always stand beside it. Drawn
 * with SVG attributes, so that it needs no style attribute and prints where backgrounds do not.
 */
export function splitBar(split: Split): Markup {
  let x = 0;
  const parts = SHOWN_SENTIMENTS.map((label) => {
    const width = (split.shares[label].count / Math.max(1, split.read)) * 100;
    const part = html`<rect class="${label}" x="${place(x)}%" width="${place(width)}%" height="100%"/>`;
    x += width;
    return width === 0 ? NOTHING : part;
  });
  return html`<svg class="bar" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="100%"/>${parts}</svg>`;
}

/** A bar of one share. Hidden from screen readers like {@link splitBar}. */
export function shareBar(share: Share, most: number): Markup {
  const width = place((share.count / Math.max(1, most)) * 100);
  return html`<svg class="bar thin" aria-hidden="true" focusable="false"><rect class="plain" width="${width}%" height="100%"/></svg>`;
}

/** The sentiments with their share and count, as a list that is also the key to the bars' colours. */
export function splitKey(split: Split, wording: Wording): Markup {
  const { language } = wording;
  const items = SHOWN_SENTIMENTS.map((label) => {
    const share = split.shares[label];
    return html`<li>${swatch(label)} <span class="key-name">${wording.sentiments[label]}</span> <b>${formatShare(share, language)}</b> <span class="quiet">${formatCount(share.count, language)}</span></li>`;
  });
  return html`<ul class="key">${items}</ul>`;
}

/** The little square that shows a sentiment's fill. */
export function swatch(label: string): Markup {
  return html`<svg class="swatch" width="12" height="12" aria-hidden="true" focusable="false"><rect class="${label}" width="12" height="12"/></svg>`;
}

/** Fills that differ by pattern as well as by colour; stands once in a page. */
export const BAR_PATTERNS: Markup = html`<svg width="0" height="0" class="defs" aria-hidden="true" focusable="false"><defs><pattern id="fill-negative" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="negative-base" width="6" height="6"/><rect class="negative-line" width="2" height="6"/></pattern><pattern id="fill-mixed" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="mixed-base" width="5" height="5"/><circle class="mixed-dot" cx="2.5" cy="2.5" r="1.2"/></pattern></defs></svg>`;

/** A number as a place in a drawing: at most two decimals. */
function place(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** One column of a {@link columnChart}. */
interface Column {
  readonly label: string;
  /** Height: 0 to the chart's `most`. */
  readonly value: number;
  /** What is written above the column. */
  readonly shown: string;
}

export interface ColumnChartOptions {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Value that fills the height. @defaultValue the largest value */
  readonly most?: number;
  readonly fill: "plain" | "negative";
}

const PLOT = { top: 16, height: 84, bottom: 18 } as const;
const LABELS_SHOWN = 12;

/**
 * Columns over labels. Places across are percentages and sizes of letters are pixels, so that the words stay readable at
 * any width. Where columns are many, every second, third … label is written; the description tells all values.
 */
export function columnChart(options: ColumnChartOptions): Markup {
  const { id, title, columns, fill } = options;
  const step = 100 / Math.max(1, columns.length);
  const values = columns.map(({ value }) => value);
  const highest = values.indexOf(Math.max(...values));
  const most = Math.max(options.most ?? 0, ...values) || 1;
  const few = columns.length <= LABELS_SHOWN;
  const every = few && columns.every(({ label }) => label.length <= 3) ? 1 : Math.ceil(columns.length / 4);
  const base = PLOT.top + PLOT.height;
  const drawn = columns.map(({ label, value, shown }, i) => {
    const height = (value / most) * PLOT.height;
    const middle = place((i + 0.5) * step);
    const column = html`<rect class="${fill}" x="${place((i + 0.14) * step)}%" width="${place(0.72 * step)}%" y="${place(base - height)}" height="${place(height)}"/>`;
    // Where columns are many the highest alone says its number, so that the scale is known.
    const at = i < columns.length / 10 ? "start" : i >= columns.length * 0.9 ? "end" : "middle";
    const number =
      few || i === highest
        ? html`<text class="${few ? "middle" : at}" x="${middle}%" y="${place(base - height - 4)}">${shown}</text>`
        : NOTHING;
    // The first label of many starts at its column, so that it is not cut off at the edge.
    const anchor = every > 1 && i === 0 ? "start" : "middle";
    const x = anchor === "start" ? place(0.14 * step) : middle;
    const name =
      i % every === 0 ? html`<text class="axis ${anchor}" x="${x}%" y="${base + 14}">${label}</text>` : NOTHING;
    return html`${column}${number}${name}`;
  });
  const told = columns.map(({ label, shown }) => `${label}: ${shown}`).join("; ");
  return html`<svg class="columns" role="img" aria-labelledby="${id}-title ${id}-desc" height="${base + PLOT.bottom}"><title id="${id}-title">${title}</title><desc id="${id}-desc">${told}</desc>${drawn}<line class="base" x1="0" x2="100%" y1="${base}" y2="${base}"/></svg>`;
}
