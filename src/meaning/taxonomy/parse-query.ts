import type { VerbatimsError } from "../../core/error.js";
import { type Language, SENTIMENTS, STAGES } from "../../core/labels.js";
import { holdsOfNothing, isNearable, type Query } from "./query.js";
import { type QueryPlace, queryFault } from "./query-fault.js";
import { type QueryPiece, scanQuery } from "./scan-query.js";
import { readTermKeys, TERM_WORDS_MOST } from "./term-words.js";

/** How deep parentheses, NOT and NEAR may stand within one another. */
const DEPTH_MOST = 64;
/** Fewest letters before a `*`. */
const BEGINNING_LEAST = 2;

/**
 * Parses a query of words of one language.
 *
 * ```text
 * any   = all { "OR" all }          binds last
 * all   = not { "AND" not }
 * not   = "NOT" not | near
 * near  = one { "NEAR/n" one }      binds first
 * one   = "(" any ")" | word | word* | "exact phrase" | sentiment:label | stage:label
 * ```
 *
 * @throws VerbatimsError `invalid-query` that points at the character
 */
export function parseQuery(text: string, language: Language, place: QueryPlace): Query {
  const fail = (at: number, expected: string, mend: string): VerbatimsError =>
    queryFault(text, place, at, expected, mend);
  const pieces = scanQuery(text, ({ at, expected, mend }) => fail(at, expected, mend));
  const end: QueryPiece = { kind: "end", at: text.length };
  let next = 0;
  const peek = (): QueryPiece => pieces[next] ?? end;

  const parseAny = (depth: number): Query => {
    const parts = [parseAll(depth)];
    while (peek().kind === "OR") {
      next++;
      parts.push(parseAll(depth));
    }
    return joined("or", parts);
  };

  const parseAll = (depth: number): Query => {
    const parts = [parseNot(depth)];
    while (peek().kind === "AND") {
      next++;
      parts.push(parseNot(depth));
    }
    return joined("and", parts);
  };

  const parseNot = (depth: number): Query => {
    if (peek().kind !== "NOT") return parseNear(depth);
    checkDepth(depth);
    next++;
    return { kind: "not", part: parseNot(depth + 1) };
  };

  const parseNear = (depth: number): Query => {
    let left = parseOne(depth);
    let links = depth;
    for (let near = peek(); near.kind === "NEAR"; near = peek()) {
      checkDepth(++links);
      next++;
      const right = parseOne(depth);
      if (!isNearable(left) || !isNearable(right)) {
        const mend = "Move AND, NOT and filters outside: (late NEAR/3 parcel) AND sentiment:negative.";
        throw fail(near.at, "words, phrases and their alternatives on both sides of NEAR", mend);
      }
      left = { kind: "near", left, right, distance: near.distance };
    }
    return left;
  };

  const parseOne = (depth: number): Query => {
    const piece = peek();
    if (piece.kind === "(") {
      checkDepth(depth);
      next++;
      const inner = parseAny(depth + 1);
      if (peek().kind !== ")") throw unexpected(peek(), "an operator or )");
      next++;
      return inner;
    }
    if (piece.kind === "word" || piece.kind === "phrase" || piece.kind === "filter") {
      next++;
      return piece.kind === "filter" ? readFilter(piece) : readWords(piece);
    }
    throw unexpected(piece, 'a word, a "phrase", a filter or (');
  };

  const readFilter = ({ at, name, value }: QueryPiece & { kind: "filter" }): Query => {
    if (name === "sentiment") {
      const label = SENTIMENTS.find((known) => known === value);
      if (label !== undefined) return { kind: "sentiment", label };
      throw fail(at, `sentiment: and one of ${SENTIMENTS.join(", ")}`, "Write one of these, without a space.");
    }
    if (name === "stage") {
      const label = STAGES.find((known) => known === value);
      if (label !== undefined) return { kind: "stage", label };
      throw fail(at, `stage: and one of ${STAGES.join(", ")}`, "Write one of these, without a space.");
    }
    throw fail(at, "sentiment: or stage: before a colon", "Put words that hold a colon in quotes.");
  };

  const readWords = ({ kind, at, text: written }: QueryPiece & { kind: "word" | "phrase" }): Query => {
    const star = written.indexOf("*");
    const inside = kind === "phrase" ? at + 1 : at;
    if (star >= 0 && star < written.trimEnd().length - 1) {
      throw fail(
        inside + star,
        "* behind the last letters of a word only",
        "Leave letters out at the end alone: refund*.",
      );
    }
    const form = star >= 0 ? "beginning" : kind === "phrase" ? "exact" : "any";
    const keys = readTermKeys(star >= 0 ? written.slice(0, star) : written, language, form);
    const last = keys[keys.length - 1];
    if (last === undefined) throw fail(at, "a word", "Marks, web addresses and @names are no words: leave them out.");
    if (form === "beginning" && last.length - 2 < BEGINNING_LEAST) {
      throw fail(inside + star, `${BEGINNING_LEAST} letters or more before *`, "Write more of the word.");
    }
    if (keys.length > TERM_WORDS_MOST) throw fail(at, `at most ${TERM_WORDS_MOST} words`, "Shorten the phrase.");
    return { kind: "words", keys };
  };

  const checkDepth = (depth: number): void => {
    if (depth < DEPTH_MOST) return;
    throw fail(peek().at, `at most ${DEPTH_MOST} levels of (, NOT and NEAR`, "Split the query in two.");
  };

  const unexpected = (piece: QueryPiece, expected: string): VerbatimsError => {
    if (piece.kind === "NOT") return fail(piece.at, expected, "Write AND NOT.");
    if (piece.kind === "word" || piece.kind === "phrase") {
      const mend = /^(?:and|or|not|near\/\d+)$/i.test(piece.text)
        ? `Write operators in capitals: ${piece.text.toUpperCase()}.`
        : "Join words by AND, OR or NEAR/n, or put a phrase in quotes.";
      return fail(piece.at, expected, mend);
    }
    return fail(piece.at, expected, "Correct the query.");
  };

  const query = parseAny(0);
  if (peek().kind !== "end") throw unexpected(peek(), "an operator or the end of the query");
  if (holdsOfNothing(query)) {
    throw fail(0, "a query that finds words", "Say what is to be found, and behind AND NOT what is not.");
  }
  return query;
}

function joined(kind: "and" | "or", parts: readonly [Query, ...Query[]] | readonly Query[]): Query {
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? first : { kind, parts };
}
