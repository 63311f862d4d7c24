import { characterKind, foldCharacter, foldText, LETTER } from "./characters.js";
import { LANGUAGE_MARKS } from "./language-words.js";
import { scanTokens } from "./tokenize.js";
import { createTokens, TOKEN } from "./tokens.js";
import { addToHash, endHash, HASH_START } from "./word-hash.js";

/** What {@link identifyLanguage} found. */
export interface IdentifiedLanguage {
  /** `"other"` is a language that is not read here; `null` cannot be told. */
  readonly language: "en" | "tr" | "other" | null;
  /** Evidence for the language as a share of that for it and for its strongest rival, 0 to 1; 0 where it cannot be told. */
  readonly confidence: number;
}

/** Words looked at: more hardly changed a verdict on development text. */
const WORDS_LOOKED_AT = 60;
/** Code units looked at, so that one huge word costs no more than a page. */
const LENGTH_LOOKED_AT = 2000;
/** Fewest words of a text whose language is told. */
const FEWEST_WORDS = 3;

// Weights of the evidence, set by hand on development text.
const WORD = 1;
const ENDING = 0.4;
const LETTERS = 0.7;
/** Least that speaks for another language where it is told, and by how much it outweighs both languages that are read. */
const FEWEST_OTHER = 1.7;
const OTHER_AHEAD = 0.6;

const EN = 0;
const TR = 1;

const tokens = createTokens();
/** Evidence for each language, in the order of {@link LANGUAGE_MARKS}. */
const scores: Float64Array = new Float64Array(LANGUAGE_MARKS.length);

/**
 * Tells whether a text is English, Turkish or something else. Texts of fewer than three words, of names and numbers only, or
 * with evidence that is evenly split give `null`. "Other" is said only where one other language outweighs both, since such a
 * text is not read at all.
 *
 * Frequent words, endings and letters of some thirty languages are weighed against each other; other scripts than Latin
 * are told by their letters.
 *
 * @example
 * identifyLanguage("Kargo çok geç geldi").language; // "tr"
 * identifyLanguage("ok").language; // null
 */
export function identifyLanguage(text: string): IdentifiedLanguage {
  const { words, letters, foreignLetters } = weighEvidence(text.slice(0, LENGTH_LOOKED_AT));
  if (foreignLetters * 2 > letters && letters > 3) {
    return { language: "other", confidence: share(foreignLetters, letters) };
  }
  if (words < FEWEST_WORDS) return { language: null, confidence: 0 };
  let other = 0;
  for (let i = TR + 1; i < scores.length; i++) other = Math.max(other, scores[i] ?? 0);
  const en = scores[EN] ?? 0;
  const tr = scores[TR] ?? 0;
  const read = Math.max(en, tr);
  if (other >= FEWEST_OTHER && other >= read + OTHER_AHEAD) {
    return { language: "other", confidence: share(other, other + read) };
  }
  if (en === tr) return { language: null, confidence: 0 };
  return { language: tr > en ? "tr" : "en", confidence: share(read, read + Math.max(Math.min(en, tr), other)) };
}

function share(part: number, all: number): number {
  return Math.round((part / (all + 0.5)) * 1000) / 1000;
}

interface Amounts {
  words: number;
  letters: number;
  /** Letters beyond Latin script. */
  foreignLetters: number;
}

/** Fills {@link scores}. */
function weighEvidence(text: string): Amounts {
  scanTokens(text, tokens);
  scores.fill(0);
  const amounts: Amounts = { words: 0, letters: 0, foreignLetters: 0 };
  for (let i = 0; i < tokens.count && amounts.words < WORDS_LOOKED_AT; i++) {
    if (tokens.kind[i] !== TOKEN.word) continue;
    amounts.words++;
    addScore(WORDS.get(tokens.hash[i] ?? 0) ?? 0, WORD);
    addScore(readEnding(tokens.lettersAt[i] ?? 0, tokens.lettersAt[i + 1] ?? 0), ENDING);
    addScore(readLetters(text, tokens.start[i] ?? 0, tokens.end[i] ?? 0, amounts), LETTERS);
  }
  return amounts;
}

/** Adds to the score of each language of a set. */
function addScore(languages: number, weight: number): void {
  for (let rest = languages; rest !== 0; rest &= rest - 1) {
    const i = 31 - Math.clz32(rest & -rest);
    scores[i] = (scores[i] ?? 0) + weight;
  }
}

/** Languages for which the end, or an elision at the start, of the folded letters from `from` to `to` speaks. */
function readEnding(from: number, to: number): number {
  if (to - from < 4) return 0;
  const { letters } = tokens;
  const elided = letters[from + 1] === APOSTROPHE && ELIDED.includes(letters[from] ?? 0) ? ROMANCE : 0;
  if (to - from < 5) return elided;
  const two = (fiveBits(letters[to - 2]) << 5) | fiveBits(letters[to - 1]);
  const three = (fiveBits(letters[to - 3]) << 10) | two;
  return elided | (ENDINGS[two] ?? 0) | (ENDINGS[three | THREE] ?? 0);
}

/** Languages for which the diacritics of a word speak; counts its letters. */
function readLetters(text: string, start: number, end: number, amounts: Amounts): number {
  // Only those that have all of them: one that lacks a letter would not write the word.
  let languages = -1;
  const to = Math.min(end, start + 40);
  for (let at = start; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) continue;
    if (code < LATIN_END) languages &= MARKED[code] ?? 0;
    else if (code >= 0x1e00 && code <= 0x1eff) languages &= VIETNAMESE;
    else if (characterKind(code) === LETTER) amounts.foreignLetters++;
  }
  amounts.letters += to - start;
  return languages === -1 ? 0 : languages;
}

const LATIN_END = 0x300;
const APOSTROPHE = 39;
const ELIDED: readonly number[] = [..."ldcjnsmqt"].map((letter) => letter.charCodeAt(0));
/** Marks an ending of three letters in {@link ENDINGS}. */
const THREE = 1 << 15;

/** A folded letter as five bits: a to z, the apostrophe, ə; 0 for any other. */
function fiveBits(code: number | undefined): number {
  if (code === undefined) return 0;
  if (code >= 97 && code <= 122) return code - 96;
  return code === APOSTROPHE ? 27 : code === 0x259 ? 28 : 0;
}

function bitOf(code: string): number {
  return 1 << LANGUAGE_MARKS.findIndex((language) => language.code === code);
}

const ROMANCE = bitOf("fr") | bitOf("it") | bitOf("ca");
const VIETNAMESE = bitOf("vi");

/** Sets of languages, a bit each in the order of {@link LANGUAGE_MARKS}: by the hash of a word, by an ending, by a letter. */
const WORDS = new Map<number, number>();
const ENDINGS: Int32Array = new Int32Array(THREE * 2);
const MARKED: Int32Array = new Int32Array(LATIN_END);

for (const [i, { words, endings, letters }] of LANGUAGE_MARKS.entries()) {
  const bit = 1 << i;
  for (const word of words.split(" ")) {
    let state = HASH_START;
    for (let at = 0; at < word.length; at++) state = addToHash(state, foldCharacter(word.charCodeAt(at)));
    const hash = endHash(state);
    WORDS.set(hash, (WORDS.get(hash) ?? 0) | bit);
  }
  for (const ending of endings.split(" ")) {
    let key = ending.length === 3 ? 1 : 0;
    for (const letter of foldText(ending)) key = (key << 5) | fiveBits(letter.charCodeAt(0));
    ENDINGS[key] = (ENDINGS[key] ?? 0) | bit;
  }
  for (const letter of letters + letters.toUpperCase()) {
    const code = letter.charCodeAt(0);
    MARKED[code] = (MARKED[code] ?? 0) | bit;
  }
}
