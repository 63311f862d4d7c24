import type { Language } from "../core/labels.js";
import { isWritten, MARKS, TOKEN, type Tokens } from "./tokens.js";
import { TRAIT } from "./traits.js";

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
 * @param traits of each token, followed by two zeros
 * @returns clauses in text order, at least one token each; `[]` for a text without tokens
 */
export function findClauses(tokens: Tokens, traits: Int32Array, language: Language): Clause[] {
  const clauses: Clause[] = [];
  const { count, kind, marks } = tokens;
  let sentence = 0;
  let from = 0;
  for (let i = 0; i < count; i++) {
    if (kind[i] === TOKEN.punctuation && endsSentence(tokens, i)) {
      if (i > from) cutSentence(clauses, tokens, traits, language, from, i, sentence++, isAsking(tokens, i));
      from = i + 1;
    } else if (i > from && ((marks[i] ?? 0) & MARKS.newLine) !== 0) {
      cutSentence(clauses, tokens, traits, language, from, i, sentence++, false);
      from = i;
    }
  }
  if (count > from) cutSentence(clauses, tokens, traits, language, from, count, sentence, false);
  return clauses;
}

function firstUnit(tokens: Tokens, i: number): number {
  return tokens.units[tokens.start[i] ?? 0] ?? 0;
}

function isAsking({ units, start, end }: Tokens, i: number): boolean {
  const first = start[i] ?? 0;
  const last = Math.min(end[i] ?? 0, first + 8);
  for (let at = first; at < last; at++) if (units[at] === QUESTION_MARK) return true;
  return false;
}

/** Whether a mark ends its sentence. */
function endsSentence(tokens: Tokens, i: number): boolean {
  const unit = firstUnit(tokens, i);
  if (unit === 33 || unit === QUESTION_MARK || unit === 0x2026) return true;
  if (unit !== STOP) return false;
  const start = tokens.start[i] ?? 0;
  const previousEnd = i > 0 ? (tokens.end[i - 1] ?? 0) : -1;
  // "J. Smith", "e.g.": a letter alone before the stop, glued to it
  const single =
    previousEnd === start && previousEnd - (tokens.start[i - 1] ?? 0) === 1 && tokens.kind[i - 1] === TOKEN.word;
  return !(single && (tokens.end[i] ?? 0) - start === 1);
}

const COMMA = 44;

/** `; : - – — ( ) { } [ ]` */
function isCuttingMark(unit: number): boolean {
  switch (unit) {
    case 40:
    case 41:
    case 45:
    case 58:
    case 59:
    case 91:
    case 93:
    case 123:
    case 125:
    case 0x2013:
    case 0x2014:
      return true;
    default:
      return false;
  }
}

/** Words that may cut a clause. */
const CUTTING = TRAIT.contrast | TRAIT.concession | TRAIT.cause | TRAIT.coordinator;

function cutSentence(
  clauses: Clause[],
  tokens: Tokens,
  traits: Int32Array,
  language: Language,
  from: number,
  to: number,
  sentence: number,
  marked: boolean,
): void {
  const asks = marked || asksInWords(tokens, traits, language, from, to);
  const { kind } = tokens;
  const first = clauses.length;
  let start = from;
  let link: number = LINK.plain;
  let openConcession = false;
  for (let i = from; i <= to; i++) {
    // Where the clause at hand ends, where the next one starts and how it stands to this one; no cut while `end` is below 0.
    let end = -1;
    const next = i + 1;
    let nextLink: number = LINK.plain;
    if (i === to) {
      end = to;
    } else if (kind[i] === TOKEN.punctuation) {
      const unit = firstUnit(tokens, i);
      if (unit === COMMA) {
        if (
          openConcession ||
          (wordsBetween(tokens, start, i) > 1 && startsClause(tokens, traits, language, i + 1, to))
        ) {
          end = i;
          openConcession = false;
        }
      } else if (isCuttingMark(unit) && spaced(tokens, i)) end = i;
    } else {
      const own = (traits[i] ?? 0) & CUTTING;
      if (own === 0) continue;
      if ((own & TRAIT.contrast) !== 0 && isContrast(tokens, traits, language, i, start)) {
        end = i;
        nextLink = LINK.contrast;
        openConcession = false;
      } else if ((own & TRAIT.concession) !== 0) {
        if (language === "tr") {
          // "pahalı olmasına rağmen aldım": the clause that ends here is the conceded one
          link = LINK.concession;
          end = next;
        } else {
          const boosted = ((traits[i - 1] ?? 0) & TRAIT.booster) !== 0 || isWritten(tokens, i - 1, "even");
          end = Math.max(start, boosted ? i - 1 : i);
          nextLink = LINK.concession;
          openConcession = true;
        }
      } else if ((own & TRAIT.cause) !== 0 && i > start) {
        end = i;
      } else if (language === "en" && (own & TRAIT.coordinator) !== 0 && joinsClauses(tokens, traits, start, i, to)) {
        end = i;
      }
    }
    if (end < 0) continue;
    if (hasContent(tokens, start, end)) clauses.push({ from: start, to: end, sentence, link, asks });
    else if (clauses.length > first && nextLink === LINK.plain && link !== LINK.plain) nextLink = link;
    start = next;
    link = nextLink;
  }
}

/** Whether "and" joins two clauses and not two words: enough words on either side, the second with a subject. */
function joinsClauses(tokens: Tokens, traits: Int32Array, start: number, i: number, to: number): boolean {
  return (
    ((traits[i + 1] ?? 0) & TRAIT.subject) !== 0 &&
    wordsBetween(tokens, start, i) > 2 &&
    wordsBetween(tokens, i + 1, to) > 2
  );
}

function hasContent({ kind }: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (kind[i] !== TOKEN.punctuation && kind[i] !== TOKEN.symbol) return true;
  return false;
}

/** Words (with numbers and hashtags) from one token to another, at most three of them counted. */
function wordsBetween({ kind: kinds }: Tokens, from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to && words < 3; i++) {
    const kind = kinds[i];
    if (kind === TOKEN.word || kind === TOKEN.number || kind === TOKEN.hashtag || kind === TOKEN.price) words++;
  }
  return words;
}

/** After a comma: enough words before the next mark, and not the last item of a list ("slow, buggy and ugly"). */
function startsClause(tokens: Tokens, traits: Int32Array, language: Language, from: number, to: number): boolean {
  let end = from;
  while (end < to && tokens.kind[end] !== TOKEN.punctuation) end++;
  const words = wordsBetween(tokens, from, end);
  if (words < 2) return false;
  if (language === "tr") return true;
  const first = traits[from] ?? 0;
  return (first & TRAIT.coordinator) === 0 || words > 2;
}

/** "only" and "except" join clauses only between words; "yet" at the end means "until now", "but" after "nothing" excludes. */
function isContrast(tokens: Tokens, traits: Int32Array, language: Language, i: number, start: number): boolean {
  if (language === "tr") return i > start || (tokens.marks[i] ?? 0) !== 0 || i === start;
  if (isWritten(tokens, i, "but")) return ((traits[i - 1] ?? 0) & TRAIT.negator) === 0 || i === start;
  if (isWritten(tokens, i, "yet") || isWritten(tokens, i, "only") || isWritten(tokens, i, "except"))
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
function asksInWords(tokens: Tokens, traits: Int32Array, language: Language, from: number, to: number): boolean {
  if (language === "tr") {
    for (let i = from; i < to; i++) {
      const start = tokens.start[i] ?? 0;
      // The particle mi, mı, mu, mü is a word of its own, at most eight letters with its endings.
      if (((tokens.units[start] ?? 0) | 32) === 109 && ((traits[i] ?? 0) & TRAIT.question) !== 0) return true;
    }
    return false;
  }
  let at = from;
  while (at < to && tokens.kind[at] !== TOKEN.word) at++;
  const first = traits[at] ?? 0;
  const second = traits[at + 1] ?? 0;
  if ((first & TRAIT.auxiliary) !== 0 && (second & TRAIT.subject) !== 0 && (first & TRAIT.negator) === 0) return true;
  return (first & TRAIT.question) !== 0 && (second & TRAIT.auxiliary) !== 0 && (second & TRAIT.negator) === 0;
}
