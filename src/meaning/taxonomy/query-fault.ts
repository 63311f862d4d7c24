import { excerpt, VerbatimsError } from "../../core/error.js";

/** Where a query stands: `taxonomy "shop", theme "delivery", query in en`. */
export interface QueryPlace {
  /** In words, for the message. */
  readonly where: string;
  /** As a path, for code. */
  readonly field: string;
}

/** Code points of a long query that are shown before and after the character at fault. */
const SHOWN_BEFORE = 40;
const SHOWN_AFTER = 20;

/**
 * The error of a query that does not parse: it names the theme, says what was expected, and points at the character.
 *
 * @param at UTF-16 offset of the character at fault; the length of the query where it ends too early
 */
export function queryFault(
  query: string,
  place: QueryPlace,
  at: number,
  expected: string,
  mend: string,
): VerbatimsError {
  const before = [...query.slice(0, at)];
  const after = [...query.slice(at)];
  const head = before.length > SHOWN_BEFORE ? `…${before.slice(-SHOWN_BEFORE).join("")}` : before.join("");
  const tail = after.length > SHOWN_AFTER ? `${after.slice(0, SHOWN_AFTER).join("")}…` : after.join("");
  const received = after.length === 0 ? "the end of the query" : JSON.stringify(excerpt(tail, SHOWN_AFTER + 1));
  const line = excerpt(`${head}${tail}`, SHOWN_BEFORE + SHOWN_AFTER + 10);
  const caret = " ".repeat([...head].length);
  return new VerbatimsError(
    "invalid-query",
    `${place.where}, character ${before.length + 1}: expected ${expected}, got ${received}. ${mend}\n  ${line}\n  ${caret}^`,
    { field: place.field, expected, received },
  );
}
