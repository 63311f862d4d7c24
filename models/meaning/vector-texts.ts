/** The texts that word vectors are learned from; nothing is asked of them but that customers could have written them. */
import type { DatasetName } from "../../datasets/catalogue.js";
import { loadDataset } from "../../datasets/load.js";
import type { Language } from "../../src/core/labels.js";

/** Tier A sets beside those that sentiment is learned from. */
const OTHERS: Readonly<Record<Language, readonly (readonly [DatasetName, string])[]>> = {
  en: [
    ["banking77", "train"],
    ["mams_acsa", "train"],
  ],
  tr: [],
};

/** Reads the texts of the sets that no label is learned from. */
export async function readUnlabelledTexts(language: Language, folder: string): Promise<string[]> {
  const texts: string[] = [];
  for (const [name, split] of OTHERS[language]) {
    for await (const { text } of loadDataset(name, split, { folder })) texts.push(text);
  }
  return texts;
}
