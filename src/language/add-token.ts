import { foldCharacter } from "./characters.js";
import { growLetters, growTokens, type Tokens } from "./tokens.js";
import { addToCheck, addToHash, endHash, HASH_START } from "./word-hash.js";

/** Adds a token; its folded letters, where it has any, were written to {@link Tokens.letters} from `lettersAt` on. */
export function addToken(
  tokens: Tokens,
  kind: number,
  start: number,
  end: number,
  marks: number,
  hash: number,
  check: number,
  lettersAt: number,
): void {
  if (tokens.count === tokens.start.length) growTokens(tokens);
  const i = tokens.count++;
  tokens.kind[i] = kind;
  tokens.start[i] = start;
  tokens.end[i] = end;
  tokens.marks[i] = marks;
  tokens.hash[i] = hash;
  tokens.check[i] = check;
  tokens.lettersAt[i] = lettersAt;
}

/** Adds a token whose key is a name of its own (an emoji, a face, a mark, a number). Returns where it ends. */
export function addNamedToken(
  tokens: Tokens,
  kind: number,
  start: number,
  end: number,
  marks: number,
  name: string,
): number {
  return addTokenNamedBy(tokens, kind, start, end, marks, name, 0, name.length);
}

/** As {@link addNamedToken}, the name being at most `longest` code units of the token as written. */
export function addWrittenToken(
  tokens: Tokens,
  kind: number,
  start: number,
  end: number,
  marks: number,
  longest: number,
): number {
  return addTokenNamedBy(tokens, kind, start, end, marks, tokens.text, start, Math.min(end, start + longest));
}

function addTokenNamedBy(
  tokens: Tokens,
  kind: number,
  start: number,
  end: number,
  marks: number,
  source: string,
  nameStart: number,
  nameEnd: number,
): number {
  const lettersAt = tokens.lettersUsed;
  while (lettersAt + (nameEnd - nameStart) + 1 >= tokens.letters.length) growLetters(tokens);
  const { letters } = tokens;
  let used = lettersAt;
  let state = HASH_START;
  let check = 0;
  for (let i = nameStart; i < nameEnd; i++) {
    const unit = foldCharacter(source.charCodeAt(i));
    letters[used++] = unit;
    state = addToHash(state, unit);
    check = addToCheck(check, unit);
  }
  tokens.lettersUsed = used;
  addToken(tokens, kind, start, end, marks, endHash(state), check, lettersAt);
  return end;
}

/** Adds a token that has no key: a URL, an address, a handle. Returns where it ends. */
export function addPlainToken(tokens: Tokens, kind: number, start: number, end: number, marks: number): number {
  addToken(tokens, kind, start, end, marks, 0, 0, tokens.lettersUsed);
  return end;
}
