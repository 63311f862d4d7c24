import { type LoadOptions, loadDataset } from "../../datasets/load.js";
import type { Language } from "../../src/core/labels.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";

/** How the utterances of one phenomenon were read. */
export interface Phenomenon {
  readonly name: string;
  readonly n: number;
  readonly right: number;
  /** What was taken for what, such as `negative as positive`, each with its count; most frequent first. */
  readonly mistakes: readonly (readonly [mistake: string, count: number])[];
}

/** Reads the contrast suite of a language by the shipped model: three values of polarity, `mixed` as `neutral`. Hardest phenomenon first. */
export async function measurePhenomena(language: Language, options: LoadOptions): Promise<Phenomenon[]> {
  const analyzer = createAnalyzer({ language });
  const read = new Map<string, { n: number; right: number; readonly mistakes: Map<string, number> }>();
  for await (const { text, category, polarity } of loadDataset(`contrast_${language}`, "dev", options)) {
    const label = analyzer.scoreSentiment(text)?.label;
    const said = label === "mixed" ? "neutral" : label;
    const found = read.get(category) ?? { n: 0, right: 0, mistakes: new Map<string, number>() };
    read.set(category, found);
    found.n++;
    if (said === polarity) found.right++;
    else {
      const mistake = `${polarity} as ${said}`;
      found.mistakes.set(mistake, (found.mistakes.get(mistake) ?? 0) + 1);
    }
  }
  return [...read]
    .map(([name, { n, right, mistakes }]) => ({
      name,
      n,
      right,
      mistakes: [...mistakes].sort(([a, m], [b, k]) => k - m || (a < b ? -1 : 1)),
    }))
    .sort((a, b) => a.right / a.n - b.right / b.n || (a.name < b.name ? -1 : 1));
}
