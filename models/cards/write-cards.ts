import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadOptions } from "../../datasets/load.js";
import { LANGUAGES } from "../../src/core/labels.js";
import { toCard } from "./card.js";
import { readCardFacts } from "./card-facts.js";

/**
 * Writes the card of every language beside its model.
 *
 * @throws VerbatimsError `unreadable-input` where a file of the data or of a training is absent
 */
export async function writeCards(options: LoadOptions): Promise<void> {
  for (const language of LANGUAGES) {
    const card = toCard(await readCardFacts(language, options));
    writeFileSync(join(import.meta.dirname, "..", language, "CARD.md"), card);
  }
}
