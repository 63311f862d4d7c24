import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/core/random.js";
import { fitAbstention, fitLabelThresholds, fitTemperature, logLoss } from "../../src/learning/calibrate.js";
import { toProbabilities } from "../../src/learning/probabilities.js";
import { TASK_KINDS } from "../../src/learning/scorer.js";

const score = fc.double({ min: -50, max: 50, noNaN: true });

describe("probabilities", () => {
  it("are from 0 to 1, one a label, and add up to 1 where a text has one label", () => {
    const scores = fc.array(score, { minLength: 4, maxLength: 4 }).map((list) => Float64Array.from(list));
    fc.assert(
      fc.property(
        fc.constantFrom(...TASK_KINDS),
        scores,
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (kind, row, t) => {
          const labels = kind === "ordinal" ? 5 : 4;
          const probabilities = toProbabilities(kind, row, labels, t);
          expect(probabilities).toHaveLength(labels);
          for (const probability of probabilities) expect(Math.abs(probability - 0.5)).toBeLessThanOrEqual(0.5);
          const sum = probabilities.reduce((total, each) => total + each, 0);
          if (kind !== "multi") expect(sum).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it("of ordered labels are the differences of reaching and passing them", () => {
    const [one, two, three] = toProbabilities("ordinal", Float64Array.of(Math.log(3), -Math.log(3)), 3, 1);
    expect([one, two, three].map((each) => each?.toFixed(6))).toEqual(["0.250000", "0.500000", "0.250000"]);
  });

  it("come nearer to one another the higher the temperature", () => {
    const at = (temperature: number): number =>
      toProbabilities("single", Float64Array.of(2, 0), 2, temperature)[0] ?? 0;
    expect([at(0.5), at(1), at(4)]).toEqual([at(0.5), at(1), at(4)].sort((a, b) => b - a));
    expect(at(20)).toBeLessThan(0.53);
  });
});

describe("the temperature", () => {
  /** Texts whose labels are as often right as scores of this many times less would say. */
  function overconfident(factor: number): Parameters<typeof fitTemperature>[0] {
    const random = createRandom(3);
    const drawn = Array.from({ length: 4000 }, () => {
      const honest = random() * 6 - 3;
      const truth = random() < 1 / (1 + Math.exp(-honest)) ? 0 : 1;
      return { scores: Float64Array.of(honest * factor, 0), truth };
    });
    return {
      kind: "single",
      labels: 2,
      scores: drawn.map(({ scores }) => scores),
      truths: drawn.map(({ truth }) => [truth]),
    };
  }

  it.each([0.5, 1, 3])("undoes scores that are %d times too large", (factor) => {
    expect(fitTemperature(overconfident(factor)) / factor).toBeCloseTo(1, 0.7);
  });

  it("is never further from the best log loss than the temperatures beside it", () => {
    const texts = overconfident(2);
    const found = fitTemperature(texts);
    for (const other of [0.5, 0.9, 1.1, 2].map((times) => found * times)) {
      expect(logLoss(texts, found)).toBeLessThanOrEqual(logLoss(texts, other));
    }
  });

  it("is 1 without texts", () => {
    expect(fitTemperature({ kind: "single", labels: 2, scores: [], truths: [] })).toBe(1);
  });

  it("stays within 1/20 and 20 where every label is right, or every one wrong", () => {
    for (const truth of [0, 1]) {
      const scores = [Float64Array.of(2, 0), Float64Array.of(1, 0)];
      const found = fitTemperature({ kind: "single", labels: 2, scores, truths: [[truth], [truth]] });
      expect(found).toBeGreaterThan(1 / 21);
      expect(found).toBeLessThan(21);
    }
  });
});

/** F1 of a label said from this probability on. */
function f1At(threshold: number, rows: readonly { probability: number; holds: boolean }[]): number {
  const said = rows.filter(({ probability }) => probability >= threshold);
  const right = said.filter(({ holds }) => holds).length;
  return (2 * right) / (said.length + rows.filter(({ holds }) => holds).length);
}

const judged = fc.array(
  fc.record({ probability: fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000), holds: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe("thresholds of labels", () => {
  it("give the best F1 that any threshold gives", () => {
    fc.assert(
      fc.property(judged, (rows) => {
        fc.pre(rows.some(({ holds }) => holds));
        const [threshold = 0] = fitLabelThresholds(
          rows.map(({ probability }) => [probability]),
          rows.map(({ holds }) => (holds ? [0] : [])),
          1,
        );
        const best = Math.max(...rows.map(({ probability }) => f1At(probability, rows)));
        expect(f1At(threshold, rows)).toBeCloseTo(best, 12);
      }),
    );
  });

  it("are 0.5 for labels that no text has", () => {
    expect(fitLabelThresholds([[0.9], [0.2]], [[], []], 1)).toEqual([0.5]);
  });
});

describe("the threshold of abstention", () => {
  const thresholdOf = (rows: readonly (readonly [top: number, right: boolean])[], wanted: number): number =>
    fitAbstention(
      rows.map(([top]) => [top, 1 - top]),
      rows.map(([, right]) => [right ? 0 : 1]),
      wanted,
    );

  it("lets through as many verdicts as are right often enough together", () => {
    const rows = [
      [0.9, true],
      [0.8, true],
      [0.7, false],
      [0.6, true],
    ] as const;
    expect(thresholdOf(rows, 1)).toBeCloseTo(0.75, 12);
    expect(thresholdOf(rows, 0.75)).toBe(0);
  });

  it("is 1 where even the surest verdict is wrong too often", () => {
    expect(
      thresholdOf(
        [
          [0.9, false],
          [0.8, true],
        ],
        0.9,
      ),
    ).toBe(1);
  });

  it("never parts verdicts of the same probability", () => {
    expect(
      thresholdOf(
        [
          [0.8, true],
          [0.8, false],
          [0.6, false],
        ],
        1,
      ),
    ).toBe(1);
  });
});
