import type { SentimentLabel, Stage } from "../../core/labels.js";
import type { TermKey } from "./term-words.js";

/**
 * What a query asks, as a tree. Its value in a text is the list of places that it was found at:
 *
 * - `words`: one after another; `near`: both sides with at most `distance` words between them, in either order
 * - `and`: every part; `or`: any part; `not`: the part is not found
 * - `sentiment`, `stage`: the clauses that read so. Beside words in the same `and` they narrow where the words may stand
 */
export type Query =
  | { readonly kind: "words"; readonly keys: readonly TermKey[] }
  | { readonly kind: "near"; readonly left: Query; readonly right: Query; readonly distance: number }
  | { readonly kind: "and"; readonly parts: readonly Query[] }
  | { readonly kind: "or"; readonly parts: readonly Query[] }
  | { readonly kind: "not"; readonly part: Query }
  | { readonly kind: "sentiment"; readonly label: SentimentLabel }
  | { readonly kind: "stage"; readonly label: Stage };

/** Whether a query asks for clauses alone and for no words. */
export function asksForClauses(query: Query): boolean {
  switch (query.kind) {
    case "sentiment":
    case "stage":
      return true;
    case "and":
    case "or":
      return query.parts.every(asksForClauses);
    case "not":
      return asksForClauses(query.part);
    default:
      return false;
  }
}

/** Whether a query may hold of a text in which nothing is found that could be shown as evidence. */
export function holdsOfNothing(query: Query): boolean {
  switch (query.kind) {
    case "and":
      return query.parts.every(holdsOfNothing);
    case "or":
      return query.parts.some(holdsOfNothing);
    case "not":
      return !asksForClauses(query.part);
    default:
      return false;
  }
}

/** Whether a query is made of words, their alternatives and `NEAR` alone, so that a distance from it can be told. */
export function isNearable(query: Query): boolean {
  switch (query.kind) {
    case "words":
    case "near":
      return true;
    case "or":
      return query.parts.every(isNearable);
    default:
      return false;
  }
}
