import { lexicon as english } from "../../models/en/lexicon.js";
import { lexicon as turkish } from "../../models/tr/lexicon.js";
import type { Language } from "../core/labels.js";
import type { Lexicon } from "./lexicon.js";
import { type PackedLexicon, unpackLexicon } from "./pack-lexicon.js";

const PACKED: Readonly<Record<Language, PackedLexicon>> = { en: english, tr: turkish };
const loaded = new Map<Language, Lexicon>();

/** The shipped lexicon of a language, unpacked when first asked for and kept. */
export function loadLexicon(language: Language): Lexicon {
  let lexicon = loaded.get(language);
  if (lexicon === undefined) {
    lexicon = unpackLexicon(PACKED[language], language);
    loaded.set(language, lexicon);
  }
  return lexicon;
}
