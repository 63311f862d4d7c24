import { type LoadOptions, loadDataset } from "../../datasets/load.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import type { ConfusionTable } from "../../src/pattern/metrics/index.js";
import { scoreConfusion } from "../../src/pattern/metrics/index.js";
import type { StarSet } from "../accuracy/measure-stars.js";

/** Counts the sentiment scores that texts with stars are read with. */
export async function countScores(
  { name, split, language }: StarSet,
  options: LoadOptions,
): Promise<{ readonly model: string; readonly n: number; readonly table: ConfusionTable }> {
  const analyzer = createAnalyzer({ language });
  const rated: { stars: number; score: number | null }[] = [];
  for await (const { text, stars } of loadDataset(name, split, options)) {
    if (stars !== undefined) rated.push({ stars, score: analyzer.scoreSentiment(text)?.score ?? null });
  }
  return { model: analyzer.analyze("").model, n: rated.length, table: scoreConfusion(rated) };
}
