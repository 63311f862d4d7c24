import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../../src/core/error.js";
import { addToSummary, analyze, emptySummary } from "../../../src/index.js";
import {
  type Answer,
  CES_CONVENTIONS,
  ces,
  countAnswerStream,
  countAnswers,
  csat,
  mergeAnswers,
  nps,
} from "../../../src/pattern/metrics/index.js";

const answers = [10, 9, 3, 8, 7, 10, 10, 6, 0, 9, 10, 5];

async function* oneByOne<Item>(items: readonly Item[], closed?: () => void): AsyncGenerator<Item> {
  try {
    yield* items;
  } finally {
    closed?.();
  }
}

const streamOf = <Item>(items: readonly Item[]): ReadableStream<Item> =>
  new ReadableStream({
    start(controller) {
      for (const item of items) controller.enqueue(item);
      controller.close();
    },
  });

describe("the same answers give the same bytes", () => {
  const bytes = JSON.stringify(nps(answers));

  it("as a list, a set of pairs, counts, an async source and a Web Stream", async () => {
    expect(JSON.stringify(nps(answers.map((score) => ({ score }))))).toBe(bytes);
    expect(JSON.stringify(nps(answers.map((score) => ({ score, weight: 1 }))))).toBe(bytes);
    expect(JSON.stringify(nps(countAnswers(answers, [0, 10])))).toBe(bytes);
    expect(JSON.stringify(await nps(oneByOne(answers)))).toBe(bytes);
    expect(JSON.stringify(await nps(streamOf(answers)))).toBe(bytes);
  });

  it("as a summary, and as one tally of it", () => {
    const analyses = answers.map((score) => analyze({ text: "The box came today.", nps: score, channel: "email" }));
    const summary = addToSummary(emptySummary(), analyses);
    expect(JSON.stringify(nps(summary))).toBe(bytes);
    expect(summary.channels.map((channel) => JSON.stringify(nps(channel)))).toEqual([bytes]);
  });

  it("as stars and as effort in a summary", () => {
    const stars = [5, 4, 1, 3, 5, 5, 2, 4, 5, 5];
    const efforts = [7, 6, 1, 4, 5, 5, 2, 4, 7, 3];
    const analyses = stars.map((rating, i) => analyze({ text: "The box came today.", rating, ces: efforts[i] }));
    const summary = addToSummary(emptySummary(), analyses);
    expect(csat(summary, { scale: [1, 5], question: "rating" })).toEqual(csat(stars, { scale: [1, 5] }));
    expect(ces(summary, CES_CONVENTIONS["ces-2"])).toEqual(ces(efforts, CES_CONVENTIONS["ces-2"]));
  });

  it("whether a question was left open or never asked", () => {
    const { unanswered, n } = nps([...answers, null, undefined, { score: null }]);
    expect([unanswered, n]).toEqual([3, 12]);
    const analyses = [...answers, undefined].map((score) => analyze({ text: "Fine.", nps: score }));
    expect(nps(addToSummary(emptySummary(), analyses)).unanswered).toBe(1);
  });
});

describe("the laws of counted answers", () => {
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.integer({ min: 1, max: 5 }),
    fc.constant(null),
    fc.record({
      score: fc.integer({ min: 1, max: 5 }),
      weight: fc.double({ min: 1e-8, max: 1e9, noNaN: true }),
    }),
  );
  const shards = fc.array(fc.array(answer, { maxLength: 12 }), { maxLength: 6 });
  const none = countAnswers([], [1, 5]);
  const count = (items: readonly Answer[]) => countAnswers(items, [1, 5]);

  it("any order and grouping is one pass, byte for byte", () => {
    fc.assert(
      fc.property(shards, (parts) => {
        const onePass = JSON.stringify(count(parts.flat()));
        expect(JSON.stringify(count(parts.flat().reverse()))).toBe(onePass);
        expect(JSON.stringify(mergeAnswers(none, ...parts.map(count)))).toBe(onePass);
        const fromRight = parts.map(count).reduceRight((right, left) => mergeAnswers(left, right), none);
        expect(JSON.stringify(fromRight)).toBe(onePass);
        expect(JSON.stringify(mergeAnswers(none, ...parts.map(count).reverse()))).toBe(onePass);
      }),
    );
  });

  it("survives JSON, and gives the same numbers then", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (items) => {
        const stored = JSON.parse(JSON.stringify(count(items)));
        expect(csat(stored, { scale: [1, 5] })).toEqual(csat(items, { scale: [1, 5] }));
      }),
    );
  });

  it("of weights only their ratios matter", () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 40 }), (items) => {
        const doubled = items.map((each) =>
          typeof each === "object" && each !== null
            ? { ...each, weight: (each.weight ?? 1) / 4 }
            : { score: each, weight: 1 / 4 },
        );
        const [one, other] = [csat(items, { scale: [1, 5] }), csat(doubled, { scale: [1, 5] })];
        expect(other.mean.low ?? 0).toBeCloseTo(one.mean.low ?? 0, 9);
        expect(other.satisfied.share.high ?? 0).toBeCloseTo(one.satisfied.share.high ?? 0, 9);
      }),
    );
  });

  it("numbers lie in their intervals, and these on the scale", () => {
    fc.assert(
      fc.property(
        fc.array(answer, { maxLength: 60 }),
        fc.constantFrom("adjusted-wald", "t", "bootstrap"),
        (items, interval) => {
          const { mean, satisfied } = csat(items, { scale: [1, 5], interval, resamples: 100, withhold: 0 });
          for (const { value, low, high } of [mean, satisfied.share]) {
            if (value === null || low === null || high === null) continue;
            expect(low).toBeLessThanOrEqual(high);
          }
          expect(mean.low ?? 1).toBeGreaterThanOrEqual(1);
          expect(mean.high ?? 5).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});

const failure = (run: () => unknown): VerbatimsError => {
  try {
    run();
  } catch (error) {
    if (error instanceof VerbatimsError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("bad input", () => {
  // What a table without types may hold.
  const untyped = (value: unknown): readonly number[] => value as readonly number[];

  it.each([
    [[9, 11], "nps answers[1]: expected a whole number from 0 to 10, got 11. Correct it, or give null for no answer."],
    [
      [Number.NaN],
      "nps answers[0]: expected a whole number from 0 to 10, got NaN. Correct it, or give null for no answer.",
    ],
    [[8.5], "nps answers[0]: expected a whole number from 0 to 10, got 8.5. Correct it, or give null for no answer."],
    [[9, 9, "9"], "nps answers[2]: expected a whole number from 0 to 10, got 9. Turn text into numbers."],
    [
      "9",
      "nps answers: expected a list, a stream, counted answers or a summary, got 9. Give the answers as a list of numbers.",
    ],
    [
      null,
      "nps answers: expected a list, a stream, counted answers or a summary, got null. Give the answers as a list of numbers.",
    ],
  ])("%j is refused, and the message says where and what to do", (wrong, message) => {
    const error = failure(() => nps(untyped(wrong)));
    expect([error.code, error.message]).toEqual(["invalid-answer", message]);
  });

  it.each([0, -1, Number.NaN, Infinity, "2"])("a weight of %j is refused", (wrong) => {
    // What a table without types may hold.
    const weight = wrong as number;
    const error = failure(() => nps([{ score: 9 }, { score: 9, weight }]));
    expect(error.code).toBe("invalid-answer");
    expect(error.details.field).toBe("nps answers[1].weight");
  });

  it("an answer to another scale in a summary is refused, and named", () => {
    const summary = addToSummary(emptySummary(), [analyze({ text: "Fine.", csat: 8 })]);
    expect(failure(() => csat(summary, { scale: [1, 5] })).message).toBe(
      "csat csat of the summary: expected answers from 1 to 5, got 1 of 8. Give the scale that customers saw.",
    );
  });

  it("options that make no sense are refused", () => {
    const codes = [
      () => csat([1], { scale: [5, 1] }),
      () => csat([1], { scale: [1, 5], top: 5 }),
      () => nps([1], { level: 1 }),
      () => nps([1], { small: -1 }),
      () => nps([1], { withhold: 0.5 }),
      () => nps([1], { interval: "bootstrap", resamples: 1 }),
      () => mergeAnswers(countAnswers([], [1, 5]), countAnswers([], [0, 10])),
      () => nps(countAnswers([], [1, 5])),
    ].map((run) => failure(run).code);
    expect(codes).toEqual([...new Array(6).fill("invalid-option"), "unlike-summaries", "invalid-answer"]);
  });

  it("closes a stream where an answer is wrong, and rejects", async () => {
    let closed = 0;
    const source = oneByOne([9, 12, 9], () => closed++);
    await expect(nps(source)).rejects.toThrow("nps answers[1]");
    expect(closed).toBe(1);
  });

  it("stops by a signal and closes the stream", async () => {
    let closed = 0;
    const stopped = AbortSignal.abort(new Error("enough"));
    const source = oneByOne([9, 9], () => closed++);
    await expect(countAnswerStream(source, [0, 10], { signal: stopped })).rejects.toThrow("enough");
    expect(closed).toBe(1);
  });
});

describe("a million answers", () => {
  it("are summarised within a second, with weights", () => {
    const million = Array.from({ length: 1_000_000 }, (_, i) => ({ score: (i * 7) % 11, weight: 0.5 + (i % 97) / 97 }));
    const started = performance.now();
    expect(nps(million).n).toBe(1_000_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
