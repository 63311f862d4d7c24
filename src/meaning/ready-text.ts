import type { Language } from "../core/labels.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens, TOKEN, type Tokens } from "../language/tokens.js";
import type { WordReading } from "../language/traits.js";
import { CLASS_SYMBOLS } from "./cue-pattern.js";
import { bitOf } from "./pattern-trie.js";

/** A text made ready for reading: its tokens and what is known of each. Written anew by the next text. */
export interface ReadyText {
  readonly language: Language;
  readonly tokens: Tokens;
  /** Readings of the tokens; longer than their count. */
  readonly readings: WordReading[];
  /** Traits of the tokens, a column of their own since most rules ask for nothing else; 0 after the last token. */
  traits: Int32Array;
  /** The bits of the patterns' branches that each token may follow; 0 after the last token. */
  bits: Int32Array;
  /** 1 for the tokens of the phrases chosen so far: their words do not turn what stands beside them. */
  covered: Uint8Array;
}

/** Makes room for one text after another. */
export function createReadyText(language: Language): ReadyText {
  return {
    language,
    tokens: createTokens(),
    readings: [],
    traits: new Int32Array(1024),
    bits: new Int32Array(1024),
    covered: new Uint8Array(1024),
  };
}

/** The bits of the classes that a token belongs to by its kind: any token but a mark is `<any>`, a number is `<num>`. */
const CLASS_BITS: readonly number[] = Array.from({ length: 16 }, (_, kind) => {
  if (kind === TOKEN.punctuation) return 0;
  return bitOf(CLASS_SYMBOLS["<any>"] ?? 0) | (kind === TOKEN.number ? bitOf(CLASS_SYMBOLS["<num>"] ?? 0) : 0);
});

/** Tokens after the last that rules may look at. */
const LOOK_AHEAD = 2;
/** Readings kept between texts; a text that needed more gives them back. */
const KEPT = 1 << 17;

/** Cuts a text into tokens and reads each. */
export function prepareText(
  ready: ReadyText,
  text: string,
  readWord: (tokens: Tokens, i: number) => WordReading,
): void {
  const { tokens, readings } = ready;
  scanTokens(text, tokens);
  const { count } = tokens;
  const room = count + LOOK_AHEAD;
  if (room > ready.traits.length || ready.traits.length > KEPT) {
    const size = Math.max(1024, room * 2);
    ready.traits = new Int32Array(size);
    ready.bits = new Int32Array(size);
    ready.covered = new Uint8Array(size);
    readings.length = 0;
  }
  const { traits, bits } = ready;
  for (let i = 0; i < count; i++) {
    const reading = readWord(tokens, i);
    readings[i] = reading;
    traits[i] = reading.traits;
    bits[i] = reading.bits | (CLASS_BITS[tokens.kind[i] ?? 0] ?? 0);
  }
  for (let i = count; i < room; i++) {
    traits[i] = 0;
    bits[i] = 0;
  }
  ready.covered.fill(0, 0, room);
}
