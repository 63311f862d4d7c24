import { TOKEN, type Tokens } from "../language/tokens.js";
import { TRAIT } from "../language/traits.js";
import { chooseMatches } from "./choose-matches.js";
import type { Match } from "./match-cues.js";
import type { ReadyText } from "./ready-text.js";

/** Classes of tokens; each below 64. Those of traits are tried in this order. */
const TRAIT_CLASSES: readonly number[] = [
  TRAIT.contrast,
  TRAIT.concession,
  TRAIT.negator,
  TRAIT.negatorAfter,
  TRAIT.privative,
  TRAIT.negated,
  TRAIT.excess,
  TRAIT.booster,
  TRAIT.dampener,
  TRAIT.unreal,
  TRAIT.question,
  TRAIT.than,
  TRAIT.request,
  TRAIT.comparative,
  TRAIT.degree,
  TRAIT.opinion,
  TRAIT.timeUnit,
  TRAIT.numberWord,
  TRAIT.cause,
];
const TRAIT_CLASSES_FROM = 16;
const CLASS_TRAITS = TRAIT_CLASSES.reduce((all, trait) => all | trait, 0);

/** All other words in a run. */
export const OTHER_CLASS = 1;
const NUMBER = 2;
/** Comma, stop, exclamation, question, other marks. */
const MARKS_FROM = 3;
/** Good and bad words, strong and weak, as listed or as complete phrases. */
const VALENCED_FROM = 8;

/**
 * Writes the classes of the tokens `[from, to)` to `classes`, after the first `count` of them and up to its length; returns how many there
 * are then. A listed phrase has one class, and so has a run of plain words.
 */
export function classifyTokens(
  { tokens, traits }: ReadyText,
  from: number,
  to: number,
  matches: readonly Match[],
  classes: Uint8Array,
  count: number,
): number {
  const chosen = chooseMatches(matches);
  const most = classes.length;
  let next = 0;
  let used = count;
  for (let i = from; i < to && used < most; i++) {
    while (next < chosen.length && (chosen[next]?.to ?? 0) <= i) next++;
    const match = next < chosen.length ? chosen[next] : undefined;
    if (match !== undefined && match.from <= i) {
      const valence = match.entry.valence ?? 0;
      if (valence !== 0) {
        classes[used++] =
          VALENCED_FROM + (valence > 0 ? 0 : 4) + (Math.abs(valence) >= 2 ? 2 : 0) + (match.entry.fixed ? 1 : 0);
        i = match.to - 1;
        continue;
      }
    }
    const own = classOfToken(tokens, traits, i);
    if (own !== OTHER_CLASS || used === 0 || classes[used - 1] !== OTHER_CLASS) classes[used++] = own;
  }
  return used;
}

/** The class of the i-th token by what it does in its clause, whatever any list says of it. */
export function classOfToken(tokens: Tokens, traits: Int32Array, i: number): number {
  const kind = tokens.kind[i] ?? 0;
  return kind === TOKEN.punctuation ? markOf(tokens.units[tokens.start[i] ?? 0] ?? 0) : classOf(traits[i] ?? 0, kind);
}

function classOf(traits: number, kind: number): number {
  if ((traits & CLASS_TRAITS) !== 0) {
    for (let k = 0; k < TRAIT_CLASSES.length; k++)
      if ((traits & (TRAIT_CLASSES[k] ?? 0)) !== 0) return TRAIT_CLASSES_FROM + k;
  }
  return kind === TOKEN.number || kind === TOKEN.price ? NUMBER : OTHER_CLASS;
}

/** The class of a mark, by its first code unit: `.` `!` `?` `,` or another. */
function markOf(unit: number): number {
  if (unit === 46) return MARKS_FROM;
  if (unit === 33) return MARKS_FROM + 1;
  if (unit === 63) return MARKS_FROM + 2;
  return unit === 44 ? MARKS_FROM + 3 : MARKS_FROM + 4;
}
