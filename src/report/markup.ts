import { cleanText } from "./clean-text.js";

// A symbol cannot come out of JSON, so that no value read from a file can pass for markup.
const MARKUP: unique symbol = Symbol("markup");

/** HTML that was written by this library, every piece of foreign text in it escaped. Made by {@link html} alone. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** What may stand in a template: text is escaped, markup is not, lists are joined. */
export type Piece = string | number | Markup | readonly Markup[];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["`", "&#96;"],
]);

/** Escapes text for HTML content and for quoted attributes; characters that act on the screen are made harmless. */
function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"'`]/g, (found) => ENTITIES.get(found) ?? "");
}

/**
 * Template tag: every text that is put in is escaped, so that forgetting to escape is not possible.
 *
 * @example
 * const name = "<b>";
 * toHtmlText(html`<p title="${name}">${name}</p>`); // "<p title=\"&lt;b&gt;\">&lt;b&gt;</p>"
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let out = strings[0] ?? "";
  for (const [i, piece] of pieces.entries()) out += pieceText(piece) + (strings[i + 1] ?? "");
  return { [MARKUP]: out };
}

function pieceText(piece: Piece): string {
  if (typeof piece === "string") return escapeHtml(piece);
  if (typeof piece === "number") return escapeHtml(String(piece));
  if (isMarkup(piece)) return piece[MARKUP];
  // Whatever else a hand-made summary put where text belongs is shown as text, never as markup.
  if (!Array.isArray(piece)) return escapeHtml(String(piece));
  return piece.map(pieceText).join("");
}

function isMarkup(piece: Piece): piece is Markup {
  return typeof piece === "object" && piece !== null && MARKUP in piece;
}

/** Markup of nothing, for parts that are left out. */
export const NOTHING: Markup = html``;

/** Foreign text in its own bidi isolate, so that its direction does not reorder what stands around it. */
export function isolate(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** The text of markup, to be written to a file. */
export function toHtmlText(markup: Markup): string {
  return markup[MARKUP];
}
