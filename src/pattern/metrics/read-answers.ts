import { excerpt, VerbatimsError } from "../../core/error.js";
import type { Summary, Tally } from "../summary.js";
import { type Answer, type AnswerCounts, checkScale, type Scale } from "./answers.js";
import { countAnswerStream, createAnswerCounter } from "./count-answers.js";

/** Where answers come from at once: a list, counted answers, a summary, or one tally of it, such as a channel. */
export type AnswerSource = Iterable<Answer> | AnswerCounts | Summary | Tally;

/** Where answers come from one after another. */
export type AnswerStream = AsyncIterable<Answer> | ReadableStream<Answer>;

/** Lists of a tally that hold answers, and the score that their first place stands for. */
const FIRST_SCORE = { nps: 0, csat: 0, ces: 1, rating: 1 } as const;

/** A question whose answers a tally counts. */
type TallyQuestion = keyof typeof FIRST_SCORE;

/** What is asked of a source. */
export interface Question {
  /** The function that reads, for its errors. */
  readonly where: string;
  readonly scale: Scale;
  /** The list of a tally that holds its answers. */
  readonly question: TallyQuestion;
}

/** Whether a source must be waited for. */
function isStream(source: AnswerSource | AnswerStream): source is AnswerStream {
  return typeof source === "object" && source !== null && (Symbol.asyncIterator in source || "getReader" in source);
}

/** Computes from answers: at once where they are there, else when the stream has ended. */
export function withAnswers<Result>(
  source: AnswerSource | AnswerStream,
  question: Question,
  signal: AbortSignal | undefined,
  compute: (answers: AnswerCounts) => Result,
): Result | Promise<Result> {
  return isStream(source)
    ? countAnswerStream(source, question.scale, { signal, where: question.where }).then(compute)
    : compute(readAnswers(source, question));
}

/**
 * Answers of a source that is there at once.
 *
 * @throws VerbatimsError `invalid-answer` for a wrong answer, or a source that holds none; `invalid-option` for a wrong scale
 */
function readAnswers(source: AnswerSource, { where, scale, question }: Question): AnswerCounts {
  checkScale(scale, where);
  if (typeof source === "object" && source !== null) {
    if ("all" in source) return readTally(source.all, { where, scale, question });
    if ("sentiment" in source) return readTally(source, { where, scale, question });
    if ("format" in source) return checkCounts(source, scale, where);
  }
  if (typeof source !== "object" || source === null || !(Symbol.iterator in source)) {
    const received = excerpt(source);
    throw new VerbatimsError(
      "invalid-answer",
      `${where} answers: expected a list, a stream, counted answers or a summary, got ${received}. Give the answers as a list of numbers.`,
      { field: "answers", received },
    );
  }
  const counter = createAnswerCounter(scale, where);
  for (const answer of source) counter.add(answer);
  return counter.toCounts();
}

function readTally(tally: Tally, { where, scale, question }: Question): AnswerCounts {
  const [least, most] = scale;
  const first = FIRST_SCORE[question];
  const bins = tally[question];
  bins.forEach((n, i) => {
    const score = first + i;
    if (n === 0 || (score >= least && score <= most)) return;
    throw new VerbatimsError(
      "invalid-answer",
      `${where} ${question} of the summary: expected answers from ${least} to ${most}, got ${n} of ${score}. Give the scale that customers saw.`,
      { field: question, expected: `${least} to ${most}`, received: String(score) },
    );
  });
  const answered = bins.reduce((sum, n) => sum + n, 0);
  return {
    format: "verbatims-answers",
    scale,
    unanswered: Math.max(0, tally.n - answered),
    scores: Array.from({ length: most - least + 1 }, (_, i) => {
      const n = bins[least + i - first] ?? 0;
      const weight = n === 0 ? [] : [n];
      return { score: least + i, n, weight, squaredWeight: weight };
    }),
  };
}

function checkCounts(counts: AnswerCounts, [least, most]: Scale, where: string): AnswerCounts {
  const isOurs = counts.format === "verbatims-answers" && Array.isArray(counts.scores);
  if (isOurs && counts.scale[0] === least && counts.scale[1] === most && counts.scores.length === most - least + 1) {
    return counts;
  }
  const received = isOurs ? counts.scale.join(" to ") : excerpt(counts);
  throw new VerbatimsError(
    "invalid-answer",
    `${where} answers: expected counted answers on a scale of ${least} to ${most}, got ${received}. Count them with this scale.`,
    { field: "answers", expected: `${least} to ${most}`, received },
  );
}
