import { lexiconSource as english } from "../../models/en/lexicon.js";
import { lexiconSource as turkish } from "../../models/tr/lexicon.js";
import type { Language } from "../core/labels.js";
import { compileLexicon, type Lexicon } from "./lexicon.js";

const SOURCES: Readonly<Record<Language, string>> = { en: english, tr: turkish };
const loaded = new Map<Language, Lexicon>();

/** The shipped lexicon of a language, compiled when first asked for and kept. */
export function loadLexicon(language: Language): Lexicon {
  let lexicon = loaded.get(language);
  if (lexicon === undefined) {
    lexicon = compileLexicon(SOURCES[language], language);
    loaded.set(language, lexicon);
  }
  return lexicon;
}
