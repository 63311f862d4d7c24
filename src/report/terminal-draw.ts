import type { SentimentLabel } from "../core/labels.js";
import { cleanLine } from "./clean-text.js";
import { displayWidth, padToWidth } from "./display-width.js";
import { SHOWN_SENTIMENTS, type Split } from "./share.js";

/** How lines are drawn: how wide, and whether in colour. */
export interface Pen {
  readonly width: number;
  readonly color: boolean;
}

type Ink = "bold" | "dim" | SentimentLabel;

/** Numbers of ECMA-48's Select Graphic Rendition. */
const INKS: Readonly<Record<Ink, string>> = {
  bold: "1",
  dim: "2",
  negative: "31",
  mixed: "33",
  neutral: "90",
  positive: "32",
};

/** Each sentiment has its own sign, so that a bar is read without colour. */
export const SIGNS: Readonly<Record<SentimentLabel, string>> = {
  negative: "█",
  mixed: "▓",
  neutral: "·",
  positive: "▒",
};

/** Text in an ink; as it is where the pen has no colour. */
export function paint(text: string, ink: Ink, pen: Pen): string {
  return pen.color && text !== "" ? `\u001b[${INKS[ink]}m${text}\u001b[0m` : text;
}

/**
 * Foreign text for a terminal, on one line: escape sequences lose their first character, so that they are read instead of
 * obeyed; direction marks go too, because terminals differ in what they make of them.
 */
export function cleanForTerminal(text: string): string {
  return cleanLine(text.replace(/[\u061c\u200e\u200f]/g, ""));
}

/** A bar of `width` columns divided by sentiment; spaces where no sentiment was read. */
export function drawSplit(split: Split, width: number, pen: Pen): string {
  let reached = 0;
  let drawn = 0;
  let bar = "";
  for (const label of SHOWN_SENTIMENTS) {
    reached += split.shares[label].count;
    const to = split.read === 0 ? 0 : Math.round((reached / split.read) * width);
    bar += paint(SIGNS[label].repeat(to - drawn), label, pen);
    drawn = to;
  }
  return bar + " ".repeat(width - drawn);
}

/** A column of a {@link drawTable}. */
export interface DrawnColumn {
  readonly head: string;
  readonly align: "left" | "right";
}

/**
 * A table of clean texts. Columns are as wide as their content; where that is wider than the pen, the first column is cut,
 * at most to eight columns, then the last.
 */
export function drawTable(
  columns: readonly DrawnColumn[],
  rows: readonly (readonly string[])[],
  pen: Pen,
): readonly string[] {
  const widths = columns.map(({ head }, i) =>
    Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[i] ?? ""))),
  );
  const over = (): number => widths.reduce((sum, width) => sum + width, 0) + GAP * (columns.length - 1) - pen.width;
  const last = widths.length - 1;
  widths[0] = Math.max(Math.min(8, widths[0] ?? 0), (widths[0] ?? 0) - Math.max(0, over()));
  widths[last] = Math.max(0, (widths[last] ?? 0) - Math.max(0, over()));
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, i) => padToWidth(cells[i] ?? "", widths[i] ?? 0, align === "right" ? "left" : "right"))
      .join(" ".repeat(GAP))
      .trimEnd();
  return [paint(line(columns.map(({ head }) => head)), "dim", pen), ...rows.map(line)];
}

const GAP = 2;
