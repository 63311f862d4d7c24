import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvaluateOptions, evaluate } from "../../src/learning/evaluate.js";
import type { Evaluation } from "../../src/learning/evaluation.js";
import type { LabelledText } from "../../src/learning/labelled-text.js";
import type { Scorer, TaskKind } from "../../src/learning/scorer.js";

interface Told {
  readonly said: readonly string[];
  readonly probabilities?: readonly number[];
}

/** A scorer whose verdict on the n-th text is the n-th of those given; certain of what it says, undecided where it abstains. */
function scripted(kind: TaskKind, labels: readonly string[], told: readonly Told[]): Scorer {
  let next = 0;
  return {
    kind,
    labels,
    score: () => {
      const { said, probabilities } = told[next++] ?? { said: [] };
      const certain = labels.map((label) => (said.includes(label) ? 1 : 0));
      const undecided = labels.map(() => 1 / labels.length);
      return { labels: said, probabilities: probabilities ?? (said.length === 0 ? undecided : certain) };
    },
  };
}

const QUICK: EvaluateOptions = { resamples: 20 };

/** Evaluates pairs of true and said labels of a task with one label a text; `null` abstains. */
function evaluatePairs(
  labels: readonly string[],
  pairs: readonly (readonly [gold: string, said: string | null])[],
  kind: TaskKind = "single",
  options: EvaluateOptions = QUICK,
): Promise<Evaluation> {
  const told = pairs.map(([, said]) => ({ said: said === null ? [] : [said] }));
  const rows = pairs.map(([label], n) => ({ text: `The kettle, take ${n}`, label }));
  return evaluate(scripted(kind, labels, told), rows, options);
}

/** Six rows: of three complaints two are seen and one is held for praise; praise once right, once not told; a question is missed. */
const SIX = [
  ["complaint", "complaint"],
  ["complaint", "complaint"],
  ["complaint", "praise"],
  ["praise", "praise"],
  ["praise", null],
  ["question", "praise"],
] as const;
const INTENTS = ["complaint", "praise", "question"];

describe("one label a text", () => {
  it("counts exact verdicts, abstentions as wrong", async () => {
    const { n, accuracy, microF1 } = await evaluatePairs(INTENTS, SIX);
    expect(n).toBe(6);
    expect(accuracy.value).toBe(3 / 6);
    // Three right of six told and five said.
    expect(microF1.value).toBeCloseTo(6 / 11, 12);
  });

  it("scores each label by what was said and what was there", async () => {
    const { classes, macroF1, macroRecall } = await evaluatePairs(INTENTS, SIX);
    expect(classes).toEqual([
      { label: "complaint", precision: 1, recall: 2 / 3, f1: 4 / 5, support: 3 },
      { label: "praise", precision: 1 / 3, recall: 1 / 2, f1: 2 / 5, support: 2 },
      { label: "question", precision: 0, recall: 0, f1: 0, support: 1 },
    ]);
    expect(macroF1.value).toBeCloseTo((4 / 5 + 2 / 5 + 0) / 3, 12);
    expect(macroRecall.value).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3, 12);
  });

  it("leaves labels that are true of no row out of the means", async () => {
    const { macroF1 } = await evaluatePairs([...INTENTS, "churn"], SIX);
    expect(macroF1.value).toBeCloseTo((4 / 5 + 2 / 5 + 0) / 3, 12);
  });

  it("shows what was taken for what, abstentions in the last column", async () => {
    const { confusion } = await evaluatePairs(INTENTS, SIX);
    expect(confusion).toEqual({
      labels: INTENTS,
      counts: [
        [2, 1, 0, 0],
        [0, 1, 0, 1],
        [0, 1, 0, 0],
      ],
    });
  });

  it("tells how many rows were answered, and how many of those rightly", async () => {
    const { coverage, answeredAccuracy } = await evaluatePairs(INTENTS, SIX);
    expect(coverage).toBe(5 / 6);
    expect(answeredAccuracy).toBe(3 / 5);
  });

  it("has no accuracy of the answered where all abstain", async () => {
    const { coverage, answeredAccuracy, accuracy } = await evaluatePairs(INTENTS, [["praise", null]]);
    expect({ coverage, answeredAccuracy, accuracy: accuracy.value }).toEqual({
      coverage: 0,
      answeredAccuracy: null,
      accuracy: 0,
    });
  });
});

describe("calibration", () => {
  const rows = ["good", "bad", "good", "good"].map((label, n) => ({ text: `Cup ${n}`, label }));
  const scorer = scripted(
    "single",
    ["bad", "good"],
    [
      { said: ["good"], probabilities: [0.05, 0.95] },
      { said: ["good"], probabilities: [0.05, 0.95] },
      { said: ["good"], probabilities: [0.35, 0.65] },
      { said: [], probabilities: [0.55, 0.45] },
    ],
  );
  const measured = evaluate(scorer, rows, QUICK);

  it("compares confidence with the share of right verdicts, bin by bin", async () => {
    const { calibration } = await measured;
    const filled = calibration.bins.filter(({ count }) => count > 0);
    expect(filled.map(({ from, to, count, accuracy }) => ({ from, to, count, accuracy }))).toEqual([
      { from: 0.5, to: 0.6, count: 1, accuracy: 0 },
      { from: 0.6, to: 0.7, count: 1, accuracy: 1 },
      { from: 0.9, to: 1, count: 2, accuracy: 0.5 },
    ]);
    // |0.55 - 0| + |0.65 - 1| + |1.9 - 1|, over four rows.
    expect(calibration.error).toBeCloseTo((0.55 + 0.35 + 0.9) / 4, 12);
  });

  it("says null of bins without verdicts", async () => {
    const { calibration } = await measured;
    expect(calibration.bins).toHaveLength(10);
    expect(calibration.bins[0]).toEqual({ from: 0, to: 0.1, count: 0, confidence: null, accuracy: null });
  });

  it("has the Brier score of the whole distribution", async () => {
    const { brier } = await measured;
    const squares = 2 * 0.05 ** 2 + 2 * 0.95 ** 2 + 2 * 0.35 ** 2 + 2 * 0.55 ** 2;
    expect(brier).toBeCloseTo(squares / 4, 12);
  });
});

describe("any number of labels a text", () => {
  const labels = ["delivery", "price", "quality"];
  const rows: LabelledText[] = [
    { text: "Late, dear and broken.", labels: ["delivery", "price", "quality"] },
    { text: "Came on time, worth it.", labels: ["delivery", "price"] },
    { text: "Hello.", labels: [] },
    { text: "A fine cup.", label: "quality" },
  ];
  const scorer = scripted("multi", labels, [
    { said: ["quality", "delivery"], probabilities: [0.8, 0.2, 0.9] },
    { said: ["price", "delivery"], probabilities: [0.7, 0.7, 0.1] },
    { said: [], probabilities: [0.1, 0.1, 0.1] },
    { said: ["price"], probabilities: [0, 0.6, 0.4] },
  ]);
  const measured = evaluate(scorer, rows, QUICK);

  it("counts a row as right where the sets are equal", async () => {
    expect((await measured).accuracy.value).toBe(2 / 4);
  });

  it("sums right, wrong and missed labels for the micro-average", async () => {
    // Four right, one said wrongly, two missed.
    expect((await measured).microF1.value).toBeCloseTo(8 / 11, 12);
  });

  it("scores each label", async () => {
    expect((await measured).classes.map(({ label, f1, support }) => ({ label, f1, support }))).toEqual([
      { label: "delivery", f1: 1, support: 2 },
      { label: "price", f1: 0.5, support: 2 },
      { label: "quality", f1: 2 / 3, support: 2 },
    ]);
  });

  it("has no confusion and no order", async () => {
    const { confusion, ordinal } = await measured;
    expect({ confusion, ordinal }).toEqual({ confusion: null, ordinal: null });
  });

  it("calibrates every label of every row", async () => {
    const { calibration, brier } = await measured;
    expect(calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(12);
    const squares = 0.04 + 0.64 + 0.01 + 0.09 + 0.09 + 0.01 + 0.01 + 0.01 + 0.01 + 0 + 0.36 + 0.36;
    expect(brier).toBeCloseTo(squares / 12, 12);
  });

  it("is perfect where there is nothing to say and nothing is said", async () => {
    const { accuracy, microF1 } = await evaluate(
      scripted("multi", labels, []),
      [{ text: "Hello.", labels: [] }],
      QUICK,
    );
    expect([accuracy.value, microF1.value]).toEqual([1, 1]);
  });
});

describe("labels in an order", () => {
  const STARS = ["1", "2", "3", "4", "5"];

  it("measures distance and agreement beyond chance", async () => {
    const { ordinal } = await evaluatePairs(
      STARS,
      [
        ["1", "2"],
        ["5", "5"],
        ["3", "3"],
        ["5", "1"],
      ],
      "ordinal",
    );
    expect(ordinal?.meanAbsoluteError).toBe((1 + 0 + 0 + 4) / 4);
    // Squared distances 1 + 16 = 17. By chance: gold {1, 3, 5, 5} against said {1, 2, 3, 5}, all pairs over four:
    // from 1: 0+1+4+16, from 3: 4+1+0+4, from 5 twice: 2 * (16+9+4+0); (21 + 9 + 58) / 4 = 22.
    expect(ordinal?.weightedKappa).toBeCloseTo(1 - 17 / 22, 12);
  });

  it("leaves abstentions out of distance and agreement", async () => {
    const { ordinal } = await evaluatePairs(
      STARS,
      [
        ["1", null],
        ["2", "2"],
        ["4", "4"],
      ],
      "ordinal",
    );
    expect(ordinal).toEqual({ meanAbsoluteError: 0, weightedKappa: 1 });
  });

  it("has no agreement beyond chance where all is one label, and nothing where nothing was answered", async () => {
    const same = await evaluatePairs(
      STARS,
      [
        ["5", "5"],
        ["5", "5"],
      ],
      "ordinal",
    );
    expect(same.ordinal).toEqual({ meanAbsoluteError: 0, weightedKappa: null });
    const silent = await evaluatePairs(STARS, [["5", null]], "ordinal");
    expect(silent.ordinal).toBe(null);
  });
});

describe("bad input", () => {
  const scorer = scripted("single", ["negative", "positive"], []);

  it("refuses no rows at all, since nothing can be said then", async () => {
    await expect(evaluate(scorer, [])).rejects.toMatchObject({ code: "empty-input" });
  });

  it("names an unknown label, its row, the known labels and the way out", async () => {
    const rows = [
      { text: "Lovely.", label: "positive" },
      { text: "So-so.", label: "mixed" },
    ];
    await expect(evaluate(scorer, rows)).rejects.toMatchObject({
      code: "unknown-label",
      message: expect.stringMatching(/row 2, label: expected one of negative, positive, got mixed\..*"count-wrong"/),
      details: { field: "label", line: 2, received: "mixed", found: ["negative", "positive"] },
    });
  });

  it("counts unknown labels as wrong on request, as labels of their own", async () => {
    const { labels, accuracy, classes, confusion } = await evaluatePairs(
      ["bad", "good"],
      [
        ["good", "good"],
        ["mixed", "good"],
      ],
      "single",
      { ...QUICK, unknownLabels: "count-wrong" },
    );
    expect(labels).toEqual(["bad", "good", "mixed"]);
    expect(accuracy.value).toBe(0.5);
    expect(classes[2]).toEqual({ label: "mixed", precision: 0, recall: 0, f1: 0, support: 1 });
    expect(confusion?.counts[2]).toEqual([0, 1, 0, 0]);
  });

  it.each([
    ["no text", { label: "positive" }, /row 1, text: expected .*, got nothing/],
    ["a number as text", { text: 7, label: "positive" }, /row 1, text: expected .*, got 7/],
    ["no label", { text: "Fine." }, /row 1, label: expected .*, got nothing/],
    ["a number as label", { text: "Fine.", label: 5 }, /row 1, label: expected .*, got 5/],
    [
      "two labels where one can be true",
      { text: "Fine.", labels: ["positive", "negative"] },
      /row 1, labels: expected/,
    ],
    ["null instead of a row", null, /row 1/],
  ])("names the row that has %s", async (_, row, message) => {
    // What code without types may pass.
    await expect(evaluate(scorer, [row as LabelledText])).rejects.toMatchObject({
      code: "invalid-record",
      message: expect.stringMatching(message),
      details: { line: 1 },
    });
  });

  it("wants a list of strings where any number of labels may be true", async () => {
    const many = scripted("multi", ["price"], []);
    const row = { text: "Dear.", labels: ["price", 3] };
    // What code without types may pass.
    await expect(evaluate(many, [row as unknown as LabelledText])).rejects.toMatchObject({
      code: "invalid-record",
      details: { field: "labels", line: 1 },
    });
  });

  it.each([
    ["resamples", { resamples: -1 }],
    ["resamples", { resamples: 1.5 }],
    ["seed", { seed: Number.NaN }],
    ["unknownLabels", { unknownLabels: "ignore" }],
  ])("refuses a wrong %s", async (field, options) => {
    // What code without types may pass.
    const wrong = options as EvaluateOptions;
    await expect(evaluate(scorer, [{ text: "Fine.", label: "positive" }], wrong)).rejects.toMatchObject({
      code: "invalid-option",
      details: { field },
    });
  });

  it.each([
    ["a label that is not its own", { said: ["great"], probabilities: [0, 1] }],
    ["too few probabilities", { said: ["positive"], probabilities: [1] }],
    ["a probability that is no number", { said: ["positive"], probabilities: [0, Number.NaN] }],
    ["a probability above 1", { said: ["positive"], probabilities: [0, 1.5] }],
  ])("refuses a scorer that gives %s", async (_, told) => {
    const broken = scripted("single", ["negative", "positive"], [told]);
    await expect(evaluate(broken, [{ text: "Fine.", label: "positive" }])).rejects.toMatchObject({
      code: "invalid-option",
      details: { field: "scorer" },
    });
  });

  it("refuses a scorer that lists a label twice", async () => {
    const twice = scripted("single", ["good", "good"], []);
    await expect(evaluate(twice, [{ text: "Fine.", label: "good" }])).rejects.toMatchObject({ code: "duplicate-name" });
  });
});

describe("sources", () => {
  const scorer: Scorer = {
    kind: "single",
    labels: ["bad", "good"],
    score: (text) =>
      text.includes("bad") ? { labels: ["bad"], probabilities: [0.9, 0.1] } : { labels: [], probabilities: [0.5, 0.5] },
  };
  const rows = [
    { text: "bad lid", label: "bad" },
    { text: "fine lid", label: "good" },
  ];

  it("reads arrays, async generators and Web Streams alike", async () => {
    const fromArray = await evaluate(scorer, rows);
    async function* generate(): AsyncGenerator<LabelledText> {
      yield* rows;
    }
    expect(await evaluate(scorer, generate())).toEqual(fromArray);
    expect(await evaluate(scorer, streamOf(rows))).toEqual(fromArray);
  });

  it("closes its source when a row is wrong, and when it is told to stop", async () => {
    let closed = 0;
    function* generate(): Generator<LabelledText> {
      try {
        yield { text: "bad lid", label: "bad" };
        yield { text: "fine lid", label: "unheard of" };
      } finally {
        closed++;
      }
    }
    await expect(evaluate(scorer, generate())).rejects.toMatchObject({ code: "unknown-label" });
    expect(closed).toBe(1);
    await expect(evaluate(scorer, generate(), { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
      "enough",
    );
    expect(closed).toBe(2);
  });
});

function streamOf<T>(items: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(controller) {
      for (const item of items) controller.enqueue(item);
      controller.close();
    },
  });
}

describe("laws", () => {
  const LABELS = ["a", "b", "c"];
  const pair = fc.tuple(fc.constantFrom(...LABELS), fc.option(fc.constantFrom(...LABELS), { freq: 4 }));
  const pairs = fc.array(pair, { minLength: 1, maxLength: 30 });

  it("keeps shares between 0 and 1, inside their intervals' reach, and counts between rows and labels", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (told) => {
        const made = await evaluatePairs(LABELS, told);
        for (const { value, low, high } of [made.accuracy, made.macroF1, made.macroRecall, made.microF1]) {
          for (const share of [value, low, high]) expect(share).toBeGreaterThanOrEqual(0);
          for (const share of [value, low, high]) expect(share).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(high);
        }
        expect(made.confusion?.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(told.length);
        expect(made.calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(told.length);
        expect(made.brier).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  it("splits accuracy into coverage and the accuracy of the answered", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (told) => {
        const { accuracy, coverage, answeredAccuracy } = await evaluatePairs(LABELS, told, "single", { resamples: 0 });
        expect(accuracy.value).toBeCloseTo(coverage * (answeredAccuracy ?? 0), 12);
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of the rows, intervals aside", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (told) => {
        const options = { resamples: 0 };
        const forward = await evaluatePairs(LABELS, told, "ordinal", options);
        const backward = await evaluatePairs(LABELS, told.toReversed(), "ordinal", options);
        expect({ ...backward, brier: 0, calibration: 0 }).toEqual({ ...forward, brier: 0, calibration: 0 });
        expect(backward.brier).toBeCloseTo(forward.brier, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("is perfect of a scorer that says the truth, and has kappa 1 wherever two labels occur", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 20 }), async (gold) => {
        const truth = gold.map((label) => [label, label] as const);
        const made = await evaluatePairs(LABELS, truth, "ordinal");
        expect([made.accuracy.low, made.macroF1.low, made.brier, made.calibration.error]).toEqual([1, 1, 0, 0]);
        expect(made.ordinal?.weightedKappa).toBe(new Set(gold).size > 1 ? 1 : null);
      }),
      { numRuns: 60 },
    );
  });

  it("is plain JSON", async () => {
    const made = await evaluatePairs(
      LABELS,
      [
        ["a", "b"],
        ["c", null],
      ],
      "ordinal",
    );
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });
});
