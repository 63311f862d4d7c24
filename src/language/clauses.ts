import type { Language } from "../core/labels.js";
import { MARKS, TOKEN, type Tokens } from "./tokens.js";
import { TRAIT, type WordReading } from "./traits.js";

/** How a clause stands to the one before it. */
export const LINK = {
  /** First of its sentence, or joined by "and" or a comma. */
  plain: 0,
  /** After but, however, ama: it counts more than the clause before it. */
  contrast: 1,
  /** After although, despite, or before rağmen: it counts less. */
  concession: 2,
} as const;

/** A run of tokens that says one thing. Tokens are numbered as in {@link Tokens}. */
export interface Clause {
  /** First token. */
  readonly from: number;
  /** After the last token; final punctuation and the joining word are outside. */
  readonly to: number;
  /** 0-based number of the sentence it belongs to. */
  readonly sentence: number;
  /** One of {@link LINK}. */
  readonly link: number;
  /** The sentence asks: it ends in a question mark, or its words ask. */
  readonly asks: boolean;
}

const QUESTION_MARK = 63;
const STOP = 46;

/**
 * Cuts a tokenised text into sentences, and sentences into clauses.
 *
 * Sentences end at `. ! ?`, line breaks and HTML tags; a full stop after an abbreviation of one letter, or before a lower-case letter
 * glued to it, does not end one. Clauses are cut at contrast (but, however, ama, fakat), concession (although, rağmen),
 * semicolons, colons and dashes, reasons (because, çünkü), and at commas with two words or more on either side.
 *
 * @param readings one for each token
 * @returns clauses in text order, at least one token each; `[]` for a text without tokens
 */
export function findClauses(tokens: Tokens, readings: readonly WordReading[], language: Language): Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  let from = 0;
  for (let i = 0; i <= tokens.count; i++) {
    const ended = i === tokens.count || endsSentence(tokens, i);
    const brokenBefore = !ended && i > from && ((tokens.marks[i] ?? 0) & MARKS.newLine) !== 0;
    if (brokenBefore) {
      cutSentence(clauses, tokens, readings, language, from, i, sentence++, false);
      from = i;
    }
    if (!ended) continue;
    const asks = i < tokens.count && isAsking(tokens, i);
    if (i > from) cutSentence(clauses, tokens, readings, language, from, i, sentence++, asks);
    from = i + 1;
  }
  return clauses;
}

function firstCode(tokens: Tokens, i: number): number {
  return tokens.text.charCodeAt(tokens.start[i] ?? 0);
}

function isAsking(tokens: Tokens, i: number): boolean {
  if (tokens.kind[i] !== TOKEN.punctuation) return false;
  const end = tokens.end[i] ?? 0;
  for (let at = tokens.start[i] ?? 0; at < end && at < (tokens.start[i] ?? 0) + 8; at++) {
    if (tokens.text.charCodeAt(at) === QUESTION_MARK) return true;
  }
  return false;
}

function endsSentence(tokens: Tokens, i: number): boolean {
  if (tokens.kind[i] !== TOKEN.punctuation) return false;
  const code = firstCode(tokens, i);
  if (code === 33 || code === QUESTION_MARK || code === 0x2026) return true;
  if (code !== STOP) return false;
  const start = tokens.start[i] ?? 0;
  const previousEnd = i > 0 ? (tokens.end[i - 1] ?? 0) : -1;
  // "J. Smith", "e.g.": a letter alone before the stop, glued to it
  const single =
    previousEnd === start && previousEnd - (tokens.start[i - 1] ?? 0) === 1 && tokens.kind[i - 1] === TOKEN.word;
  return !(single && (tokens.end[i] ?? 0) - start === 1);
}

const CUTTING_MARKS = ";:-–—(){}[]";

function cutSentence(
  clauses: Clause[],
  tokens: Tokens,
  readings: readonly WordReading[],
  language: Language,
  from: number,
  to: number,
  sentence: number,
  marked: boolean,
): void {
  const asks = marked || asksInWords(tokens, readings, language, from, to);
  const first = clauses.length;
  let start = from;
  let link: number = LINK.plain;
  let openConcession = false;
  const close = (end: number, next: number, nextLink: number): void => {
    if (hasContent(tokens, start, end)) clauses.push({ from: start, to: end, sentence, link, asks });
    else if (clauses.length > first && nextLink === LINK.plain && link !== LINK.plain) nextLink = link;
    start = next;
    link = nextLink;
  };
  for (let i = from; i < to; i++) {
    const traits = readings[i]?.traits ?? 0;
    const kind = tokens.kind[i];
    if (kind === TOKEN.punctuation) {
      const code = firstCode(tokens, i);
      if (code === 44) {
        if (
          openConcession ||
          (wordsBetween(tokens, start, i) > 1 && startsClause(tokens, readings, language, i + 1, to))
        ) {
          close(i, i + 1, LINK.plain);
          openConcession = false;
        }
      } else if (CUTTING_MARKS.includes(String.fromCharCode(code)) && spaced(tokens, i)) close(i, i + 1, LINK.plain);
    } else if ((traits & TRAIT.contrast) !== 0 && isContrast(tokens, readings, language, i, start)) {
      close(i, i + 1, LINK.contrast);
      openConcession = false;
    } else if ((traits & TRAIT.concession) !== 0) {
      if (language === "tr") {
        // "pahalı olmasına rağmen aldım": the clause that ends here is the conceded one
        link = LINK.concession;
        close(i + 1, i + 1, LINK.plain);
      } else {
        const clauseStart =
          (readings[i - 1]?.traits ?? 0) & TRAIT.booster || firstWord(tokens, i - 1, "even") ? i - 1 : i;
        close(Math.max(start, clauseStart), i + 1, LINK.concession);
        openConcession = true;
      }
    } else if ((traits & TRAIT.cause) !== 0 && i > start) {
      close(i, i + 1, LINK.plain);
    } else if (
      language === "en" &&
      (traits & TRAIT.coordinator) !== 0 &&
      wordsBetween(tokens, start, i) > 2 &&
      ((readings[i + 1]?.traits ?? 0) & TRAIT.subject) !== 0 &&
      wordsBetween(tokens, i + 1, to) > 2
    ) {
      close(i, i + 1, LINK.plain);
    }
  }
  close(to, to, LINK.plain);
}

function firstWord(tokens: Tokens, i: number, word: string): boolean {
  return i >= 0 && tokens.text.slice(tokens.start[i], tokens.end[i]).toLowerCase() === word;
}

function hasContent(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (tokens.kind[i] !== TOKEN.punctuation && tokens.kind[i] !== TOKEN.symbol) return true;
  return false;
}

/** Words (with numbers and hashtags) from one token to another, at most three of them counted. */
function wordsBetween(tokens: Tokens, from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to && words < 3; i++) {
    const kind = tokens.kind[i];
    if (kind === TOKEN.word || kind === TOKEN.number || kind === TOKEN.hashtag || kind === TOKEN.price) words++;
  }
  return words;
}

/** After a comma: enough words before the next mark, and not the last item of a list ("slow, buggy and ugly"). */
function startsClause(
  tokens: Tokens,
  readings: readonly WordReading[],
  language: Language,
  from: number,
  to: number,
): boolean {
  let end = from;
  while (end < to && tokens.kind[end] !== TOKEN.punctuation) end++;
  const words = wordsBetween(tokens, from, end);
  if (words < 2) return false;
  if (language === "tr") return true;
  const first = readings[from]?.traits ?? 0;
  return (first & TRAIT.coordinator) === 0 || words > 2;
}

/** "only" and "except" join clauses only between words; "yet" at the end means "until now", "but" after "nothing" excludes. */
function isContrast(
  tokens: Tokens,
  readings: readonly WordReading[],
  language: Language,
  i: number,
  start: number,
): boolean {
  if (language === "tr") return i > start || (tokens.marks[i] ?? 0) !== 0 || i === start;
  const word = tokens.text.slice(tokens.start[i], tokens.end[i]).toLowerCase();
  if (word === "but") return ((readings[i - 1]?.traits ?? 0) & TRAIT.negator) === 0 || i === start;
  if (word === "yet" || word === "only" || word === "except")
    return i > start && tokens.kind[i - 1] === TOKEN.punctuation;
  return true;
}

/** A dash, colon or bracket that stands free, not inside a word or time. */
function spaced(tokens: Tokens, i: number): boolean {
  const start = tokens.start[i] ?? 0;
  const end = tokens.end[i] ?? 0;
  const glued = i > 0 && tokens.end[i - 1] === start && i + 1 < tokens.count && tokens.start[i + 1] === end;
  return !glued || end - start > 1;
}

/** Whether a sentence without a question mark asks: it opens with a question word or inverted auxiliary, or holds Turkish mi. */
function asksInWords(
  tokens: Tokens,
  readings: readonly WordReading[],
  language: Language,
  from: number,
  to: number,
): boolean {
  if (language === "tr") {
    for (let i = from; i < to; i++) {
      const start = tokens.start[i] ?? 0;
      // The particle mi, mı, mu, mü is a word of its own, at most eight letters with its endings.
      if ((tokens.text.charCodeAt(start) | 32) === 109 && ((readings[i]?.traits ?? 0) & TRAIT.question) !== 0)
        return true;
    }
    return false;
  }
  let at = from;
  while (at < to && tokens.kind[at] !== TOKEN.word) at++;
  const first = readings[at]?.traits ?? 0;
  const second = readings[at + 1]?.traits ?? 0;
  if ((first & TRAIT.auxiliary) !== 0 && (second & TRAIT.subject) !== 0 && (first & TRAIT.negator) === 0) return true;
  return (first & TRAIT.question) !== 0 && (second & TRAIT.auxiliary) !== 0 && (second & TRAIT.negator) === 0;
}
