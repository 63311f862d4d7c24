import type { Language } from "../core/labels.js";
import type { Prior } from "../learning/prior.js";
import { createLexiconPrior } from "./lexicon-prior.js";
import { loadLexicon } from "./load-lexicon.js";
import { loadSentiment } from "./load-sentiment.js";

/**
 * What this library knows of the words of a language, for `trainModel`: which are good and which bad by its lexicon, and how the
 * shipped sentiment model weighs each word, run of words and piece of a word; in this order. Loads both when first asked.
 *
 * Where your examples are among the public texts that the shipped model learned (its card names them), take the first prior alone.
 *
 * @example
 * const model = await trainModel(
 *   [
 *     { text: "the crew was lovely", label: "thanks" },
 *     { text: "the crew was rude to my mother", label: "complaint" },
 *   ],
 *   { priors: languagePriors("en") },
 * );
 * createScorer(model).score("a charming crew").labels; // ["thanks"]
 */
export function languagePriors(language: Language): Prior[] {
  const { table, features } = loadSentiment(language).words;
  return [createLexiconPrior(loadLexicon(language), features.bits), { ...table, bits: features.bits }];
}
