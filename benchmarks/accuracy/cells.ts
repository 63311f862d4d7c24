import type { Estimate } from "../../src/core/bootstrap.js";
import type { Aim } from "./anchors.js";
import type { GoldResult } from "./measure-gold.js";
import type { Measure, Score } from "./score.js";

/** Libraries that are run on the same rows, in the order of the columns. */
export const PEERS = ["sentiment", "vader-sentiment", "wink-nlp"] as const;

/** Names of the measures, as a reader knows them. */
export const MEASURES: Readonly<Record<GoldResult["measure"], string>> = {
  accuracy: "accuracy",
  macroF1: "macro-F1",
  macroRecall: "macro-recall",
  microF1: "micro-F1",
  wordF1: "word F1",
};

/** A Markdown table with columns of even width, so that it reads in a terminal too. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((cell, at) => Math.max(3, cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(header), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n");
}

/** A share as per cent with one decimal. */
export function percent(share: number): string {
  // Adding 0 turns -0 into 0, which a loss of less than a twentieth of a point would show.
  return (Math.round(share * 1000) / 10 + 0).toFixed(1);
}

/** A number with three decimals; a dash where there is none. */
export function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : value.toFixed(3);
}

/** An estimate as per cent, its interval in brackets. */
export function interval({ value, low, high }: Estimate): string {
  return `${percent(value)} (${percent(low)}-${percent(high)})`;
}

/** A peer's number; marked where it was run on fewer rows. */
export function beside(score: Score | undefined, measure: Measure, rows: number): string {
  if (score === undefined) return "–";
  return `${percent(score[measure].value)}${score.n < rows ? "†" : ""}`;
}

/** What is wanted: floor and goal. */
export function aimOf(aim: Aim | null): string {
  return aim === null ? "–" : `${aim.floor} / ${aim.goal}`;
}
