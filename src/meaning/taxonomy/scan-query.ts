/** A piece of a query and the UTF-16 offset it starts at. */
export type QueryPiece = { readonly at: number } & (
  | { readonly kind: "(" | ")" | "AND" | "OR" | "NOT" | "end" }
  | { readonly kind: "NEAR"; readonly distance: number }
  | { readonly kind: "phrase" | "word"; readonly text: string }
  | { readonly kind: "filter"; readonly name: string; readonly value: string }
);

/** What is wrong with a query: where, what was expected there, and what to do. */
export interface QueryProblem {
  readonly at: number;
  readonly expected: string;
  readonly mend: string;
}

/** Most words that may stand between the sides of `NEAR`. */
const NEAR_MOST = 100;

const QUOTES = '"“”„';

/**
 * Cuts a query into its pieces, the last of which is its end. Time is linear in its length.
 *
 * @param fail makes the error that is thrown for a problem
 */
export function scanQuery(query: string, fail: (problem: QueryProblem) => Error): QueryPiece[] {
  const pieces: QueryPiece[] = [];
  let at = 0;
  while (at < query.length) {
    const char = query.charAt(at);
    if (/\s/.test(char)) at++;
    else if (char === "(" || char === ")") pieces.push({ kind: char, at: at++ });
    else if (QUOTES.includes(char)) {
      let end = at + 1;
      while (end < query.length && !QUOTES.includes(query.charAt(end))) end++;
      if (end === query.length) {
        throw fail({ at, expected: "a phrase that ends in quotes", mend: 'Put a " behind its last word.' });
      }
      pieces.push({ kind: "phrase", at, text: query.slice(at + 1, end) });
      at = end + 1;
    } else {
      let end = at;
      while (end < query.length && !/[\s()]/.test(query.charAt(end)) && !QUOTES.includes(query.charAt(end))) end++;
      pieces.push(readBare(query.slice(at, end), at, fail));
      at = end;
    }
  }
  pieces.push({ kind: "end", at });
  return pieces;
}

/** Reads what stands between spaces: an operator, a filter or a word. */
function readBare(text: string, at: number, fail: (problem: QueryProblem) => Error): QueryPiece {
  if (text === "AND" || text === "OR" || text === "NOT") return { kind: text, at };
  if (/^NEAR(?:\/|$)/.test(text)) {
    const distance = /^NEAR\/(\d{1,3})$/.exec(text)?.[1];
    if (distance === undefined || Number(distance) > NEAR_MOST) {
      throw fail({
        at,
        expected: `NEAR/n with n from 0 to ${NEAR_MOST}`,
        mend: "Write how many words may stand between, as in late NEAR/3 parcel.",
      });
    }
    return { kind: "NEAR", at, distance: Number(distance) };
  }
  const filter = /^([a-z]+):(.*)$/s.exec(text);
  if (filter !== null) return { kind: "filter", at, name: filter[1] ?? "", value: filter[2] ?? "" };
  return { kind: "word", at, text };
}
