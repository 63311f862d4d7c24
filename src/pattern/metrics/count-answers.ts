import { excerpt, VerbatimsError } from "../../core/error.js";
import { addExactly, settleExactSum } from "../../core/exact-sum.js";
import { type Source, toAsyncIterable } from "../../core/iterables.js";
import { type Answer, type AnswerCounts, checkScale, type Scale } from "./answers.js";

/** Weights outside would lose or overflow their squares; only their ratios matter, so that any set of weights can be brought within. */
const LEAST_WEIGHT = 1e-9;
const MOST_WEIGHT = 1e9;

/** Counts answers one by one. */
export interface AnswerCounter {
  /** @throws VerbatimsError `invalid-answer` naming the place of the answer and what is wrong with it */
  readonly add: (answer: Answer) => void;
  /** The counts so far, as a value of its own. */
  readonly toCounts: () => AnswerCounts;
}

/** Starts counting. Memory is bounded by the scale. */
export function createAnswerCounter(scale: Scale, where: string): AnswerCounter {
  const [least, most] = checkScale(scale, where);
  const bins = Array.from({ length: most - least + 1 }, () => ({
    n: 0,
    plain: 0,
    weight: [] as number[],
    squared: [] as number[],
  }));
  let place = 0;
  let unanswered = 0;

  const add = (answer: Answer): void => {
    const at = place++;
    const isPair = typeof answer === "object" && answer !== null;
    const score = isPair ? answer.score : answer;
    const weight = isPair ? answer.weight : undefined;
    if (weight !== undefined && !(typeof weight === "number" && weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT)) {
      throw wrongAnswer(
        `${where} answers[${at}].weight`,
        `a number above 0, from ${LEAST_WEIGHT} to ${MOST_WEIGHT}`,
        weight,
        "Leave out answers that count for nothing.",
      );
    }
    if (score === null || score === undefined) {
      unanswered++;
      return;
    }
    const bin = typeof score === "number" && Number.isInteger(score) ? bins[score - least] : undefined;
    if (bin === undefined) {
      const mend = typeof score === "string" ? "Turn text into numbers." : "Correct it, or give null for no answer.";
      throw wrongAnswer(`${where} answers[${at}]`, `a whole number from ${least} to ${most}`, score, mend);
    }
    bin.n++;
    if (weight === undefined) {
      bin.plain++;
      return;
    }
    addExactly(bin.weight, weight);
    addExactly(bin.squared, weight * weight);
  };

  const toCounts = (): AnswerCounts => ({
    format: "verbatims-answers",
    scale: [least, most],
    unanswered,
    scores: bins.map(({ n, plain, weight, squared }, i) => ({
      score: least + i,
      n,
      weight: withPlain(weight, plain),
      squaredWeight: withPlain(squared, plain),
    })),
  });
  return { add, toCounts };
}

/** An exact sum with the answers that count for 1. */
function withPlain(parts: readonly number[], plain: number): number[] {
  const sum = [...parts];
  addExactly(sum, plain);
  return settleExactSum(sum);
}

function wrongAnswer(field: string, expected: string, value: unknown, mend: string): VerbatimsError {
  const received = typeof value === "number" ? String(value) : excerpt(value);
  return new VerbatimsError("invalid-answer", `${field}: expected ${expected}, got ${received}. ${mend}`, {
    field,
    expected,
    received,
  });
}

/**
 * Counts answers to one question: the middle value of `nps`, `csat` and `ces`, to be stored, sent and merged. Of no answers all
 * counts are 0. Order does not matter, to the last bit, with weights too.
 *
 * @throws VerbatimsError `invalid-answer` for an answer that is no whole number of the scale, or a weight that is not above 0;
 * `invalid-option` for a scale that is none
 * @example
 * const answers = countAnswers([5, 4, null, { score: 1, weight: 2.5 }], [1, 5]);
 * answers.scores[0]; // { score: 1, n: 1, weight: [2.5], squaredWeight: [6.25] }
 * answers.unanswered; // 1
 */
export function countAnswers(answers: Iterable<Answer>, scale: Scale): AnswerCounts {
  const counter = createAnswerCounter(scale, "countAnswers");
  for (const answer of answers) counter.add(answer);
  return counter.toCounts();
}

/** What a stream of answers is counted with. */
export interface CountStreamOptions {
  /** Stops between two answers: the promise rejects with the signal's reason, and the source is closed. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Named at the head of errors.
   *
   * @internal
   */
  readonly where?: string;
}

/**
 * {@link countAnswers} of a stream, which is read one answer at a time and closed where an answer is wrong or the signal stops it.
 *
 * @throws VerbatimsError as {@link countAnswers}; the reason of `signal`; whatever the source throws
 */
export async function countAnswerStream(
  answers: Source<Answer>,
  scale: Scale,
  { signal, where = "countAnswerStream" }: CountStreamOptions = {},
): Promise<AnswerCounts> {
  const counter = createAnswerCounter(scale, where);
  // What can be iterated is, without a generator between, which would take as long again.
  for await (const answer of "getReader" in answers ? toAsyncIterable(answers) : answers) {
    signal?.throwIfAborted();
    counter.add(answer);
  }
  return counter.toCounts();
}

/**
 * Merges counted answers to the same question. Associative and commutative, byte for byte: shards may be counted anywhere and merged
 * in any order.
 *
 * @throws VerbatimsError `unlike-summaries` where scales differ
 * @example
 * const monday = countAnswers([5, 4], [1, 5]);
 * const tuesday = countAnswers([2], [1, 5]);
 * mergeAnswers(monday, tuesday).scores.map(({ n }) => n); // [0, 1, 0, 1, 1]
 */
export function mergeAnswers(first: AnswerCounts, ...others: readonly AnswerCounts[]): AnswerCounts {
  return others.reduce((left, right): AnswerCounts => {
    if (left.scale[0] !== right.scale[0] || left.scale[1] !== right.scale[1]) {
      const [expected, received] = [left.scale.join(" to "), right.scale.join(" to ")];
      throw new VerbatimsError(
        "unlike-summaries",
        `mergeAnswers scale: expected ${expected} as in the first, got ${received}. Merge answers to the same question only.`,
        { field: "scale", expected, received },
      );
    }
    return {
      format: "verbatims-answers",
      scale: left.scale,
      unanswered: left.unanswered + right.unanswered,
      scores: left.scores.map(({ score, n, weight, squaredWeight }, i) => {
        const other = right.scores[i];
        return {
          score,
          n: n + (other?.n ?? 0),
          weight: mergeSums(weight, other?.weight ?? []),
          squaredWeight: mergeSums(squaredWeight, other?.squaredWeight ?? []),
        };
      }),
    };
  }, first);
}

function mergeSums(left: readonly number[], right: readonly number[]): number[] {
  const sum = [...left];
  for (const part of right) addExactly(sum, part);
  return settleExactSum(sum);
}
