import { createRandom } from "../../src/core/random.js";
import type { SentimentExample } from "./examples.js";

/** Sentences of the shortest and the longest text that is made. */
const SENTENCES = [3, 20] as const;

/** Largest share of sentences that speak against the side of the text. */
const DISSENT = 0.34;

/**
 * Makes long texts of one side by joining short ones of one source, with at most a third of them of the other side. Public sets
 * hold few long texts; without these, length itself is taken for mixed feelings.
 */
export function joinTexts(examples: readonly SentimentExample[], count: number, seed: number): SentimentExample[] {
  const random = createRandom(seed);
  const draw = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const bySource = new Map<string, { readonly positive: string[]; readonly negative: string[] }>();
  for (const { source, sentiment, text } of examples) {
    if (text.length > 400 || (sentiment !== "positive" && sentiment !== "negative")) continue;
    const texts = bySource.get(source) ?? { positive: [], negative: [] };
    bySource.set(source, texts);
    texts[sentiment].push(text);
  }
  const sources = [...bySource.values()].filter((texts) => texts.positive.length >= 50 && texts.negative.length >= 50);
  return Array.from({ length: sources.length === 0 ? 0 : count }, () => {
    const texts = draw(sources);
    const length = SENTENCES[0] + Math.floor(random() * (SENTENCES[1] - SENTENCES[0] + 1));
    const sentiment = random() < 0.5 ? "positive" : "negative";
    const other = sentiment === "positive" ? "negative" : "positive";
    const dissent = Math.floor(random() * (DISSENT * length + 1));
    // Who speaks against stands anywhere but at the end, where verdicts stand.
    const drawn = Array.from({ length }, (_, n) => draw(texts?.[n < dissent ? other : sentiment] ?? []) ?? "");
    const order = drawn.slice(0, -1).sort((a, b) => (a.length % 7) - (b.length % 7));
    const text = [...order, drawn.at(-1) ?? ""].map(endSentence).join(" ");
    return { text, sentiment, stars: null, weight: 1, source: "joined", group: text, clean: false };
  });
}

function endSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
