import type { SentimentLabel, Stage } from "../../core/labels.js";
import type { CompiledQuery } from "./compile-taxonomy.js";
import { findNear, joinRuns, type Runs } from "./find-near.js";
import type { FoundWords } from "./find-words.js";

/** What queries are asked of: the words found in a text, and what its clauses say. */
export interface AskedText {
  readonly found: FoundWords;
  /** Clause of each word. */
  readonly clauseOf: Int32Array;
  /** Words `[from, to)` of each clause. */
  readonly clauses: readonly (readonly [from: number, to: number])[];
  readonly sentimentOf: (clause: number) => SentimentLabel;
  readonly stageOf: (clause: number) => Stage | null;
}

/** The clauses that words are looked for in, 1 for each; `null` for all. */
type Frame = Uint8Array | null;

/**
 * Asks a query of a text. Returns where it was found, in text order; `null` where it does not hold. Time is linear in the text times the length of
 * the query: every part is asked once, and none answers with more runs than its words were found at or the text has words.
 */
export function evaluateQuery(query: CompiledQuery, text: AskedText): Runs | null {
  return evaluate(query, text, null);
}

function evaluate(query: CompiledQuery, text: AskedText, frame: Frame): Runs | null {
  switch (query.kind) {
    case "words":
      return orNull(within(text.found.runs.get(query.node) ?? [], text, frame));
    case "near": {
      const left = evaluate(query.left, text, frame);
      const right = left === null ? null : evaluate(query.right, text, frame);
      return left === null || right === null ? null : orNull(findNear(left, right, query.distance, text.found.count));
    }
    case "and":
      return evaluateAll(query.clauses, query.words, text, frame);
    case "or": {
      const told = [...query.clauses, ...query.words].map((part) => evaluate(part, text, frame));
      const holding = told.filter((runs) => runs !== null);
      return holding.length === 0 ? null : joinRuns(holding);
    }
    case "not":
      if (isOfClauses(query)) return runsOf(framed(query, text, frame), text);
      return evaluate(query.part, text, frame) === null ? [] : null;
    default:
      return runsOf(framed(query, text, frame), text);
  }
}

/** Parts joined by AND: those that ask for clauses first, which tell where the others look for their words. */
function evaluateAll(
  clauses: readonly CompiledQuery[],
  words: readonly CompiledQuery[],
  text: AskedText,
  frame: Frame,
): Runs | null {
  let inner = frame;
  for (const part of clauses) inner = framed(part, text, inner);
  if (clauses.length > 0 && inner !== null && !inner.includes(1)) return null;
  const found: Runs[] = [];
  for (const part of words) {
    const runs = evaluate(part, text, inner);
    if (runs === null) return null;
    if (runs.length > 0) found.push(runs);
  }
  if (found.length > 0) return joinRuns(found);
  return clauses.length === 0 ? [] : runsOf(inner, text);
}

function isOfClauses(query: CompiledQuery): boolean {
  switch (query.kind) {
    case "sentiment":
    case "stage":
      return true;
    case "not":
      return isOfClauses(query.part);
    case "and":
    case "or":
      return query.words.length === 0;
    default:
      return false;
  }
}

/** The clauses of a frame that a query holds of which asks for clauses alone. */
function framed(query: CompiledQuery, text: AskedText, frame: Frame): Uint8Array {
  const holds = new Uint8Array(text.clauses.length);
  for (let clause = 0; clause < holds.length; clause++) {
    if (frame === null || frame[clause] === 1) holds[clause] = holdsOf(query, text, clause) ? 1 : 0;
  }
  return holds;
}

function holdsOf(query: CompiledQuery, text: AskedText, clause: number): boolean {
  switch (query.kind) {
    case "sentiment":
      return text.sentimentOf(clause) === query.label;
    case "stage":
      return text.stageOf(clause) === query.label;
    case "not":
      return !holdsOf(query.part, text, clause);
    case "and":
      return query.clauses.every((part) => holdsOf(part, text, clause));
    case "or":
      return query.clauses.some((part) => holdsOf(part, text, clause));
    default:
      return false;
  }
}

/** The runs that start in a clause of the frame. */
function within(runs: Runs, { clauseOf }: AskedText, frame: Frame): Runs {
  if (frame === null) return runs;
  const kept: number[] = [];
  for (let k = 0; k < runs.length; k += 2) {
    const [from = 0, to = 0] = [runs[k], runs[k + 1]];
    if (frame[clauseOf[from] ?? 0] === 1) kept.push(from, to);
  }
  return kept;
}

/** The clauses of a frame as runs; `null` where it has none. */
function runsOf(frame: Frame, { clauses }: AskedText): Runs | null {
  return orNull(clauses.filter(([from, to], clause) => to > from && (frame === null || frame[clause] === 1)).flat());
}

function orNull(runs: Runs): Runs | null {
  return runs.length === 0 ? null : runs;
}
