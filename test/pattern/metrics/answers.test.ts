import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type AnswerOptions,
  CES_CONVENTIONS,
  ces,
  csat,
  NPS_BANDS,
  nps,
  type Statistic,
} from "../../../src/pattern/metrics/index.js";

interface Fixture {
  readonly kind: "nps" | "csat" | "ces";
  readonly answers: readonly number[];
  readonly weights: readonly number[];
  readonly scale: readonly [number, number];
  readonly level: number;
  readonly effectiveN: number;
  readonly better: readonly number[];
  readonly worse: readonly number[];
  readonly net: readonly number[];
  readonly wald: readonly number[];
  readonly mean: readonly number[];
  readonly t: readonly number[];
}

const fixtures: Fixture[] = readFileSync("test/fixtures/statistics/answers.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const close = (statistic: Statistic, expected: readonly number[]): void => {
  const got = [statistic.value, statistic.low, statistic.high];
  for (const [i, number] of expected.entries()) {
    expect(Math.abs((got[i] ?? Number.NaN) - number)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(number)));
  }
};

const pairs = ({ answers, weights }: Fixture) => answers.map((score, i) => ({ score, weight: weights[i] ?? 1 }));
const ofKind = (kind: Fixture["kind"]): Fixture[] => fixtures.filter((fixture) => fixture.kind === kind);

describe("numbers of surveys agree with R to 1e-9, with weights and without", () => {
  it("nps, its shares, its adjusted and its plain Wald interval", () => {
    expect(ofKind("nps").length).toBeGreaterThan(20);
    for (const fixture of ofKind("nps")) {
      const { level } = fixture;
      const result = nps(pairs(fixture), { level });
      close(result.score, fixture.net);
      close(result.promoters.share, fixture.better);
      close(result.detractors.share, fixture.worse);
      close(nps(pairs(fixture), { level, interval: "wald" }).score, fixture.wald);
      expect(result.effectiveN).toBeCloseTo(fixture.effectiveN, 9);
    }
  });

  it("csat, its mean with either interval", () => {
    for (const fixture of ofKind("csat")) {
      const { level, scale } = fixture;
      const result = csat(pairs(fixture), { scale, level });
      close(result.satisfied.share, fixture.better);
      close(result.mean, fixture.mean);
      close(csat(pairs(fixture), { scale, level, interval: "t" }).mean, fixture.t);
    }
  });

  it("ces, its shares, its net and its mean", () => {
    for (const fixture of ofKind("ces")) {
      const { level } = fixture;
      const result = ces(pairs(fixture), { ...CES_CONVENTIONS["ces-2"], level });
      close(result.easy.share, fixture.better);
      close(result.hard.share, fixture.worse);
      close(result.net, fixture.net);
      close(result.mean, fixture.mean);
    }
  });
});

const twenty = [10, 9, 10, 9, 9, 8, 7, 10, 3, 9, 10, 6, 10, 9, 5, 8, 0, 9, 10, 7];

describe("nps", () => {
  it("counts 9 and 10 as promoters, 7 and 8 as passives, the rest as detractors", () => {
    const { promoters, passives, detractors, score, n } = nps(twenty);
    expect([promoters.answers, passives.answers, detractors.answers, n]).toEqual([12, 4, 4, 20]);
    expect(score.value).toBe(40);
  });

  it("gives half the interval as its margin", () => {
    const { score, margin } = nps(twenty);
    expect(margin).toBe(((score.high ?? 0) - (score.low ?? 0)) / 2);
  });

  it("bootstraps the same interval for the same seed, near the others", () => {
    const plain = nps(twenty, { interval: "wald" }).score;
    const drawn = nps(twenty, { interval: "bootstrap", seed: 4 }).score;
    expect(nps(twenty, { interval: "bootstrap", seed: 4 }).score).toEqual(drawn);
    expect(Math.abs((drawn.low ?? 0) - (plain.low ?? 0))).toBeLessThan(8);
    expect(Math.abs((drawn.high ?? 0) - (plain.high ?? 0))).toBeLessThan(8);
  });

  it("names the band of a score, 0 itself not being above 0", () => {
    const bandOfScore = (promoters: number): string | null =>
      nps([...new Array(promoters).fill(10), ...new Array(100 - promoters).fill(0)]).band;
    expect([50, 51, 74, 75, 84, 85].map(bandOfScore)).toEqual([
      "poor",
      "good",
      "good",
      "excellent",
      "excellent",
      "world-class",
    ]);
    expect(NPS_BANDS.map(({ from }) => from)).toEqual([-100, 0, 50, 70]);
  });
});

describe("csat", () => {
  it("counts as many boxes as it is told", () => {
    const { satisfied, satisfiedFrom } = csat(twenty, { scale: [0, 10], top: 3 });
    expect([satisfied.answers, satisfiedFrom]).toEqual([14, 8]);
  });
});

describe("ces", () => {
  it("turns its sides round where a high answer means much effort", () => {
    const answers = [1, 1, 2, 2, 1, 3, 5, 4, 2, 1];
    const { easy, neutral, hard } = ces(answers, CES_CONVENTIONS["ces-1"]);
    expect([easy.answers, neutral.answers, hard.answers]).toEqual([7, 1, 2]);
  });

  it("has no middle on an even scale", () => {
    const { easy, neutral, hard } = ces(twenty.slice(10), { scale: [0, 11], direction: "high-is-easy" });
    expect([easy.answers, neutral.answers, hard.answers]).toEqual([8, 0, 2]);
  });
});

describe("few answers", () => {
  const reliability = (n: number, options?: AnswerOptions): string =>
    nps(new Array(n).fill(9), options).score.reliability;

  it("are withheld below 10, marked below 30, and plain from there", () => {
    expect([0, 1, 9, 10, 29, 30].map((n) => reliability(n))).toEqual([
      "not-estimable",
      "withheld",
      "withheld",
      "small",
      "small",
      "usual",
    ]);
  });

  it("are told where the limits are set lower", () => {
    expect(reliability(1, { withhold: 0 })).toBe("small");
    expect(reliability(5, { withhold: 0, small: 5 })).toBe("usual");
  });

  it("tell no counts where they are withheld", () => {
    const { promoters, score, margin, band } = nps([9, 3, 5]);
    expect([promoters.answers, promoters.share.value, score.value, score.low, margin, band]).toEqual(
      new Array(6).fill(null),
    );
    expect(score.reason).toBe("Fewer than 10 answers (3): kept back.");
  });

  it("say why there is nothing of none", () => {
    expect(csat([], { scale: [1, 5] }).mean).toEqual({
      value: null,
      low: null,
      high: null,
      level: 0.95,
      n: 0,
      reliability: "not-estimable",
      reason: "There are no answers.",
    });
  });

  it("are marked where unequal weights make them worth few", () => {
    const weighed = Array.from({ length: 40 }, (_, i) => ({ score: i % 11, weight: i === 0 ? 20 : 1 }));
    const { effectiveN, score } = nps(weighed);
    expect(effectiveN).toBeCloseTo(59 ** 2 / 439, 10);
    expect(score.reason).toBe("Only 40 answers as good as 7.9 of equal weight: to be read with care.");
  });
});

describe("answers that are all equal", () => {
  const fives = new Array<number>(50).fill(5);

  it("still have an interval of some width", () => {
    const { mean, satisfied } = csat(fives, { scale: [1, 5] });
    expect([mean.value, mean.high, satisfied.share.high]).toEqual([5, 5, 1]);
    expect(mean.low).toBeLessThan(5);
    expect(satisfied.share.low).toBeLessThan(1);
  });

  it("have no t interval, and it is said why", () => {
    const { mean } = csat(fives, { scale: [1, 5], interval: "t" });
    expect([mean.value, mean.low, mean.high]).toEqual([5, null, null]);
    expect(mean.reason).toBe("All answers are equal and tell no spread, so that there is no t interval.");
  });
});
