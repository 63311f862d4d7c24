import type { Score } from "../../benchmarks/accuracy/score.js";

const WIDTH = 40;

/**
 * Draws how honest confidences are, a line a bin: mean confidence, share of right verdicts, verdicts; a bar as long as the share
 * of right ones, with a mark where it would end if confidence were that share.
 */
export function calibrationPlot(name: string, { calibrationError, reliability }: Score): string {
  const lines = (reliability ?? []).map(({ count, confidence, accuracy }) => {
    const right = accuracy ?? 0;
    const sure = confidence ?? 0;
    return `  ${sure.toFixed(2)}  ${right.toFixed(2)}  ${String(count).padStart(6)}  ${bar(right, sure)}`;
  });
  return [`${name}, ECE ${calibrationError ?? "–"}`, "  conf  right   count", ...lines].join("\n");
}

function bar(right: number, sure: number): string {
  const mark = Math.min(WIDTH - 1, Math.round(sure * WIDTH));
  const end = Math.round(right * WIDTH);
  return Array.from({ length: WIDTH }, (_, at) => (at === mark ? "|" : at < end ? "#" : " "))
    .join("")
    .trimEnd();
}
