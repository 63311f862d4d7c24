/**
 * Columns that text takes in a terminal, about: East Asian wide characters and emoji take two, combining marks and
 * invisible characters none, all others one. Joined emoji are counted one by one, so the answer may be too large for
 * terminals that draw them as one, and never too small for those that do not.
 *
 * Source: the wide blocks of Unicode Standard Annex #11 (East Asian Width), merged into ranges.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2600, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f000, 0x1faff],
  [0x20000, 0x3fffd],
];

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return code === 0xad ? 0 : 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  for (const [from, to] of WIDE) if (code >= from && code <= to) return 2;
  return 1;
}

/** The text cut to `width` columns, "…" in place of what is missing. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let out = "";
  let used = 0;
  for (const character of text) {
    const next = characterWidth(character);
    if (used + next > width - 1) break;
    out += character;
    used += next;
  }
  return width > 0 ? `${out}…` : "";
}

/** The text cut or filled with spaces to exactly `width` columns. */
export function padToWidth(text: string, width: number, side: "left" | "right" = "right"): string {
  const cut = cutToWidth(text, width);
  const space = " ".repeat(Math.max(0, width - displayWidth(cut)));
  return side === "left" ? space + cut : cut + space;
}

/** The text in lines of at most `width` columns, broken at spaces, words that are too long inside. `width` at least 2. */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const push = (): void => {
    if (line !== "") lines.push(line);
    line = "";
    used = 0;
  };
  for (const word of text.split(" ")) {
    const length = displayWidth(word);
    if (length === 0) continue;
    if (used > 0 && used + 1 + length > width) push();
    if (used > 0) {
      line += " ";
      used += 1;
    }
    for (const character of word) {
      const next = characterWidth(character);
      if (used + next > width) push();
      line += character;
      used += next;
    }
  }
  push();
  return lines;
}
