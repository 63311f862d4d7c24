// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
/**
 * Characters that act on a reader's screen instead of being read: C0 and C1 controls (escape sequences start with one),
 * bidi embeddings, overrides and isolates (they reorder what stands around them), and noncharacters.
 */
const ACTING: RegExp = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const SPACES: RegExp = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * Makes text safe to show on one line: line breaks and tabs become spaces; control characters, bidi controls,
 * noncharacters and lone surrogates become U+FFFD. Everything else stays as written.
 */
export function cleanText(text: string): string {
  return text.replace(SPACES, " ").replace(ACTING, "\ufffd").toWellFormed();
}

/** {@link cleanText} with runs of spaces made one and none at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/ +/g, " ").trim();
}
