import type { Encoding } from "./decode.js";

/** Tells at which byte a line begins; made by {@link createLineOffsets}. */
export interface LineOffsets {
  /** Takes the next bytes of the input. */
  readonly push: (bytes: Uint8Array) => void;
  /** Byte at which a line of what was pushed begins. Lines are to be asked for in their order; those before are forgotten. */
  readonly offsetOf: (line: number) => number;
  /** Says that no line before this one will be asked for. */
  readonly forget: (line: number) => void;
}

/** Bytes that hold line ends, and where they lie. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly offset: number;
  /** The line that its first byte belongs to, and where that begins. */
  readonly line: number;
  readonly lineStart: number;
  /** The line that its last byte belongs to, or the one that begins after it. */
  readonly lastLine: number;
}

/** Bytes kept at most; beyond that the oldest are forgotten. Only blank lines can be that many before a row comes. */
const MOST_KEPT = 64 * 1024 * 1024;
const LF = 10;
const CR = 13;

/**
 * Follows the bytes of an input to tell where its lines begin: rows are read from decoded text, which no longer knows its bytes.
 * Lines end at `\n`, `\r\n` or `\r`. Pieces without a line end are not kept, so that a line of any length costs no memory.
 *
 * @param offset byte at which the first line begins, `line` its number
 */
export function createLineOffsets(encoding: Encoding, offset = 0, line = 1): LineOffsets {
  const unit = encoding === "utf-16le" || encoding === "utf-16be" ? 2 : 1;
  const low = encoding === "utf-16be" ? 1 : 0;
  let pieces: Piece[] = [];
  let kept = 0;
  let at = offset;
  let [current, currentStart, afterCr] = [line, offset, false];

  /** The line end that `bytes` hold at `i`, a multiple of the unit; 0 for none. */
  const endAt = (bytes: Uint8Array, i: number): number => {
    const code = bytes[i + low] ?? 0;
    if (code !== LF && code !== CR) return 0;
    return unit === 1 || bytes[i + 1 - low] === 0 ? code : 0;
  };

  const push = (bytes: Uint8Array): void => {
    const [lineBefore, startBefore] = [current, currentStart];
    const lineStart = afterCr && endAt(bytes, 0) === LF ? at + unit : startBefore;
    // Where units of two bytes are cut between pieces, the odd byte belongs to the unit before.
    for (let i = (at - offset) % unit; i < bytes.length; i += unit) {
      const end = endAt(bytes, i);
      if (end === 0) afterCr = false;
      else {
        if (end === LF && afterCr) afterCr = false;
        else {
          current++;
          afterCr = end === CR;
        }
        currentStart = at + i + unit;
      }
    }
    if (currentStart !== startBefore) {
      pieces.push({ bytes, offset: at, line: lineBefore, lineStart, lastLine: current });
      kept += bytes.length;
      while (kept > MOST_KEPT && pieces.length > 1) kept -= pieces.shift()?.bytes.length ?? 0;
    }
    at += bytes.length;
  };

  const forget = (wanted: number): void => {
    let first = 0;
    for (; (pieces[first]?.lastLine ?? wanted) < wanted; first++) kept -= pieces[first]?.bytes.length ?? 0;
    if (first > 0) pieces = pieces.slice(first);
  };

  const offsetOf = (wanted: number): number => {
    forget(wanted);
    // Of a line end that is cut in two, the later piece knows the end.
    const piece = pieces.findLast(({ line: first }) => first <= wanted) ?? pieces[0];
    if (piece === undefined || wanted >= current) return currentStart;
    if (wanted <= piece.line) return piece.lineStart;
    return findIn(piece, wanted);
  };

  const findIn = (piece: Piece, wanted: number): number => {
    let [found, cr] = [piece.line, false];
    const { bytes } = piece;
    for (let i = (piece.offset - offset) % unit; i < bytes.length; i += unit) {
      const end = endAt(bytes, i);
      if (end === 0) cr = false;
      else if (end === LF && cr) cr = false;
      else {
        // A line end that was cut in two belongs to the piece before.
        const isRest = i === 0 && end === LF && piece.lineStart === piece.offset + unit;
        if (!isRest && ++found === wanted) {
          const paired = end === CR && endAt(bytes, i + unit) === LF;
          return piece.offset + i + (paired ? 2 * unit : unit);
        }
        cr = end === CR;
      }
    }
    return currentStart;
  };
  return { push, offsetOf, forget };
}
