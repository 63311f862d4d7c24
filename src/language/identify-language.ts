import { characterKind, LETTER } from "./characters.js";
import { ENGLISH_WORDS, OTHER_WORDS, TURKISH_WORDS } from "./language-words.js";
import { scanTokens } from "./tokenize.js";
import { createTokens, foldedWord, TOKEN } from "./tokens.js";

/** What {@link identifyLanguage} found. */
export interface IdentifiedLanguage {
  /** `"other"` is a language that is not read here; `null` cannot be told. */
  readonly language: "en" | "tr" | "other" | null;
  /** Share of the evidence that speaks for the language, 0 to 1; 0 where it cannot be told. */
  readonly confidence: number;
}

/** What a text says about its language, in words. */
interface Evidence {
  words: number;
  en: number;
  tr: number;
  other: number;
  /** Letters beyond Latin script. */
  foreignLetters: number;
  letters: number;
}

/** Words looked at: more never changed a verdict on development text. */
const WORDS_LOOKED_AT = 80;
/** Code units looked at, so that one huge word costs no more than a page. */
const LENGTH_LOOKED_AT = 2000;
/** Fewest words of a text whose language is told. */
const FEWEST_WORDS = 3;

const tokens = createTokens();

/**
 * Tells whether a text is English, Turkish or something else. Texts of fewer than three words, of names and numbers only, or
 * with evidence that is evenly split give `null`. "Other" is said only where another language clearly outweighs both, since
 * such a text is not read at all.
 *
 * @example
 * identifyLanguage("Kargo çok geç geldi").language; // "tr"
 * identifyLanguage("ok").language; // null
 */
export function identifyLanguage(text: string): IdentifiedLanguage {
  const { words, en, tr, other, foreignLetters, letters } = weighEvidence(text.slice(0, LENGTH_LOOKED_AT));
  if (foreignLetters * 2 > letters && letters > 3)
    return { language: "other", confidence: share(foreignLetters, letters) };
  if (words < FEWEST_WORDS) return { language: null, confidence: 0 };
  const all = en + tr + other;
  if (other >= 2 && other > (en + tr) * 1.5 && other * 5 > words)
    return { language: "other", confidence: share(other, all) };
  if (en === tr || Math.max(en, tr) === 0) return { language: null, confidence: 0 };
  const language = tr > en ? "tr" : "en";
  return { language, confidence: share(Math.max(en, tr), all) };
}

function share(part: number, all: number): number {
  return Math.round((part / (all + 0.5)) * 1000) / 1000;
}

function weighEvidence(text: string): Evidence {
  scanTokens(text, tokens);
  const evidence: Evidence = { words: 0, en: 0, tr: 0, other: 0, foreignLetters: 0, letters: 0 };
  for (let i = 0; i < tokens.count && evidence.words < WORDS_LOOKED_AT; i++) {
    if (tokens.kind[i] !== TOKEN.word) continue;
    evidence.words++;
    const word = foldedWord(tokens, i);
    if (ENGLISH_WORDS.has(word)) evidence.en++;
    if (TURKISH_WORDS.has(word)) evidence.tr++;
    if (OTHER_WORDS.has(word) && !ENGLISH_WORDS.has(word) && !TURKISH_WORDS.has(word)) evidence.other++;
    if (word.length > 3) {
      if (TURKISH_ENDING.test(word)) evidence.tr += 0.7;
      else if (ENGLISH_ENDING.test(word)) evidence.en += 0.4;
    }
    weighLetters(tokens.start[i] ?? 0, tokens.end[i] ?? 0, evidence);
  }
  return evidence;
}

/** Endings that are frequent in one language and rare in the other. */
const TURKISH_ENDING =
  /(?:[ae]r[iı]m|l[ae]r[iı]?|[iu]yor(?:um|lar)?|d[iu][mk]|t[iu][mk]|m[iu]s|[ae]c[ae][kg]|l[iu][kg]|s[iu]z|nd[ae]n?|mad[iı]|medi|s[iu]n[iı]?|[ae]bil|yl[ae])$/;
const ENGLISH_ENDING = /(?:ing|tion|ed|ly|ment|ness|able|ous|n't|'s|ght|ould)$/;

/** Letters of Turkish alone, and of other Latin alphabets that neither language has. */
const TURKISH_LETTERS = "ğĞışŞİ";
const OTHER_LETTERS = "ßäåæøœñãõàáèéêëìíîòóôùúûýąćęłńóśźżčďěňřšťůžőűăâțțșəđ";

function weighLetters(start: number, end: number, evidence: Evidence): void {
  let turkish = 0;
  let other = 0;
  for (let at = start; at < end && at < start + 40; at++) {
    const code = tokens.text.charCodeAt(at);
    evidence.letters++;
    if (code < 128) continue;
    if (code > 0x24f && (code < 0x1e00 || code > 0x1eff) && characterKind(code) === LETTER) evidence.foreignLetters++;
    const char = tokens.text.charAt(at);
    if (TURKISH_LETTERS.includes(char)) turkish = 1;
    else if (OTHER_LETTERS.includes(char.toLowerCase())) other = 0.7;
    // Vietnamese stacks its diacritics.
    else if (code >= 0x1ea0 && code <= 0x1eff) other = 1;
  }
  evidence.tr += turkish;
  evidence.other += other;
}
