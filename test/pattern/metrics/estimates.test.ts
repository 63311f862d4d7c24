import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countScores } from "../../../benchmarks/confusion/count-scores.js";
import { toSource } from "../../../benchmarks/confusion/to-source.js";
import { VerbatimsError } from "../../../src/core/error.js";
import { addToSummary, analyze, createAnalyzer, emptySummary } from "../../../src/index.js";
import { evaluate } from "../../../src/learning/index.js";
import { createSentimentScorer } from "../../../src/meaning/sentiment-scorer.js";
import {
  effortFromText,
  estimateShares,
  npsFromText,
  scoreConfusion,
  starsFromText,
} from "../../../src/pattern/metrics/index.js";
import { SHIPPED_CONFUSION } from "../../../src/pattern/metrics/shipped-confusion.js";
import { fitMixture } from "../../../src/pattern/metrics/simplex-fit.js";
import { hasPublicData } from "../../support/public-data.js";

const complaints = {
  labels: ["complaint", "other"],
  counts: [
    [80, 20],
    [10, 190],
  ],
};

const valuesOf = (predicted: readonly number[], confusion = complaints): (number | null)[] =>
  estimateShares(predicted, confusion, { resamples: 100 }).shares.map(({ share }) => share.value);

describe("shares corrected for a classifier's errors", () => {
  it("agree to 1e-9 with Rogan and Gladen's formula and with the inverted table, computed in R", () => {
    const lines = readFileSync("test/fixtures/statistics/rogan-gladen.jsonl", "utf8").trim().split("\n");
    expect(lines.length).toBe(80);
    for (const line of lines) {
      const { predicted, counts, shares } = JSON.parse(line);
      const labels = shares.map((_: number, i: number) => `label ${i}`);
      const got = valuesOf(predicted, { labels, counts });
      for (const [i, share] of shares.entries()) expect(Math.abs((got[i] ?? Number.NaN) - share)).toBeLessThan(1e-9);
    }
  });

  it("are what was predicted where the classifier never errs", () => {
    const [complaint, other] = valuesOf([30, 70], {
      ...complaints,
      counts: [
        [50, 0],
        [0, 50],
      ],
    });
    expect(complaint).toBeCloseTo(0.3, 12);
    expect(other).toBeCloseTo(0.7, 12);
  });

  it("take texts that were not read as a class of their own", () => {
    const withSilence = {
      labels: ["a", "b"],
      counts: [
        [60, 10, 30],
        [5, 85, 10],
      ],
    };
    const predicted = [(60 + 5) * 10, (10 + 85) * 10, (30 + 10) * 10];
    for (const value of valuesOf(predicted, withSilence)) expect(value).toBeCloseTo(0.5, 12);
  });

  it("have an interval that grows where the table was counted on fewer texts", () => {
    const widthBy = (times: number): number => {
      const counts = complaints.counts.map((row) => row.map((count) => count * times));
      const [first] = estimateShares([2600, 7400], { ...complaints, counts }).shares;
      return (first?.share.high ?? 0) - (first?.share.low ?? 0);
    };
    expect(widthBy(0.2)).toBeGreaterThan(widthBy(1) * 1.5);
    expect(widthBy(1)).toBeGreaterThan(widthBy(10) * 1.5);
  });

  it("have an interval that holds how much tables differ", () => {
    const other = {
      ...complaints,
      counts: [
        [50, 50],
        [40, 160],
      ],
    };
    const width = (tables: Parameters<typeof estimateShares>[1]): number => {
      const [first] = estimateShares([2600, 7400], tables).shares;
      return (first?.share.high ?? 0) - (first?.share.low ?? 0);
    };
    expect(width([complaints, other])).toBeGreaterThan(width(complaints));
  });

  it("are the same for the same seed", () => {
    const draw = (seed: number) => estimateShares([260, 740], complaints, { seed });
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it("take the confusion of an evaluation as it is", async () => {
    const rows = [
      { text: "The lid broke after a day.", label: "negative" },
      { text: "Wonderful kettle, I love it!", label: "positive" },
      { text: "It arrived on Tuesday.", label: "neutral" },
      { text: "Lovely screen, but the battery is terrible.", label: "mixed" },
    ];
    const { confusion } = await evaluate(createSentimentScorer(createAnalyzer({ language: "en" })), rows);
    if (confusion === null) throw new Error("a task with one label has a confusion");
    expect(estimateShares([30, 30, 10, 30], confusion).shares.map(({ label }) => label)).toEqual(confusion.labels);
  });
});

describe("shares that cannot be told", () => {
  const reason = (counts: number[][]) => estimateShares([26, 74], { ...complaints, counts }).shares[0]?.share;

  it("say so where a true label has no texts", () => {
    expect(
      reason([
        [0, 0],
        [10, 190],
      ])?.reason,
    ).toBe('The confusion table has no texts that are truly "complaint".');
  });

  it("say so where two labels are predicted alike", () => {
    expect(
      reason([
        [10, 90],
        [20, 180],
      ])?.reliability,
    ).toBe("not-estimable");
  });

  it("say so of no texts, and are withheld of few", () => {
    const of = (predicted: number[]) => estimateShares(predicted, complaints).shares[0]?.share.reliability;
    expect([of([]), of([0, 0]), of([3, 4])]).toEqual(["not-estimable", "not-estimable", "withheld"]);
  });

  it("are refused where counts are no counts or a table is none", () => {
    const codes = [
      () => estimateShares([1.5, 3], complaints),
      () => estimateShares([-1, 3], complaints),
      () => estimateShares([1, 2, 3], complaints),
      () => estimateShares([1, 2], { labels: ["a"], counts: [[1, 2]] }),
      () => estimateShares([1, 2], { labels: ["a", "b"], counts: [[1, 2], [3]] }),
      () => estimateShares([1, 2], []),
    ].map((run) => {
      try {
        return run();
      } catch (error) {
        return error instanceof VerbatimsError ? error.code : error;
      }
    });
    expect(codes).toEqual([...new Array(3).fill("invalid-answer"), ...new Array(3).fill("invalid-option")]);
  });
});

describe("the nearest mixture", () => {
  const distance = (rows: number[][], target: number[], shares: readonly number[]): number =>
    target.reduce((sum, wanted, j) => {
      const got = rows.reduce((total, row, i) => total + (row[j] ?? 0) * (shares[i] ?? 0), 0);
      return sum + (got - wanted) ** 2;
    }, 0);

  it("is as near as the best of a fine grid, and a mixture", () => {
    const rates = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }).map((row) => {
      const total = row.reduce((sum, each) => sum + each, 0);
      return row.map((each) => each / total);
    });
    fc.assert(
      fc.property(fc.array(rates, { minLength: 3, maxLength: 3 }), rates, (rows, target) => {
        const shares = fitMixture(rows, target);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        let best = Infinity;
        for (let a = 0; a <= 20; a++)
          for (let b = 0; a + b <= 20; b++)
            best = Math.min(best, distance(rows, target, [a / 20, b / 20, (20 - a - b) / 20]));
        expect(distance(rows, target, shares)).toBeLessThanOrEqual(best + 1e-9);
      }),
    );
  });
});

describe("numbers from text", () => {
  const good = ["Wonderful kettle, I love it!", "Great service, thank you so much.", "Perfect, works like a charm."];
  const bad = ["The lid broke after a day, terrible.", "Awful support, nobody answered me."];
  const summary = addToSummary(
    emptySummary(),
    Array.from({ length: 60 }, (_, i) => analyze((i % 3 === 0 ? bad[i % 2] : good[i % 3]) ?? "")),
  );

  it("say that they are estimates, of what, and by which model's errors", () => {
    const { estimate, n, basis } = npsFromText(summary);
    expect([estimate, n, basis.model, basis.sets.length]).toEqual([true, 60, SHIPPED_CONFUSION.en.model, 3]);
    expect(basis.isSameModel).toBe(summary.models[0]?.model === SHIPPED_CONFUSION.en.model);
  });

  it("hold together: shares add up to 1, the score is their difference, numbers lie in their intervals", () => {
    const { promoters, passives, detractors, score } = npsFromText(summary);
    const [p = 0, s = 0, d = 0] = [promoters, passives, detractors].map(({ value }) => value ?? Number.NaN);
    expect(p + s + d).toBeCloseTo(1, 9);
    expect(score.value).toBeCloseTo(100 * (p - d), 9);
    const { mean, shares } = starsFromText(summary);
    for (const { value, low, high } of [promoters, score, mean, ...shares]) {
      expect(low ?? 0).toBeLessThanOrEqual(value ?? Number.NaN);
      expect(high ?? 0).toBeGreaterThanOrEqual(value ?? Number.NaN);
    }
  });

  it("find back the true stars of texts that the table was counted on", () => {
    const rated = [1, 2, 3, 4, 5].flatMap((stars) =>
      Array.from({ length: 40 * stars }, (_, i) => ({
        stars,
        score: Math.max(-1, Math.min(1, (stars - 3) / 2 + ((i % 7) - 3) / 10)),
      })),
    );
    const scores = new Array<number>(21).fill(0);
    for (const { score } of rated)
      scores[Math.round((score + 1) * 10)] = (scores[Math.round((score + 1) * 10)] ?? 0) + 1;
    const tally = { ...summary.all, n: rated.length, scores };
    const { mean } = starsFromText(tally, { language: "en", confusion: scoreConfusion(rated) });
    expect(mean.value).toBeCloseTo(rated.reduce((sum, { stars }) => sum + stars, 0) / rated.length, 6);
  });

  it("are never more reliable than small by the shipped tables, and say why; by a table of one's own they may be", () => {
    const { score } = npsFromText(summary);
    expect(score.reliability).toBe("small");
    expect(score.reason).toMatch(
      /^Corrected by how other texts were read \(appstore_reviews, dev; .*count a table of your own\.$/,
    );
    const own = SHIPPED_CONFUSION.en.stars[0]?.table;
    if (own === undefined) throw new Error("English has a table");
    expect(npsFromText(summary, { confusion: own }).score.reliability).toBe("usual");
  });

  it("estimate effort from a summary of one language", () => {
    const { high, low, untold, n } = effortFromText(summary);
    expect(n).toBe(60);
    expect((high.value ?? 0) + (low.value ?? 0) + (untold.value ?? 0)).toBeCloseTo(1, 9);
  });

  it("ask for the language where it cannot be told", () => {
    const mixed = addToSummary(summary, analyze("Ürün çok güzel, teşekkürler."));
    expect(() => npsFromText(mixed)).toThrow('npsFromText language: expected "en" or "tr", got nothing');
    expect(npsFromText(mixed, { language: "en" }).n).toBe(60);
    expect(() => npsFromText(summary.all)).toThrow("npsFromText language");
    expect(() => effortFromText(mixed, { language: "en" })).toThrow("expected texts in one language, got en and tr");
  });
});

describe("the shipped tables", () => {
  const recorded = JSON.parse(readFileSync("benchmarks/accuracy/shipped.json", "utf8"));
  const total = (row: readonly number[]): number => row.reduce((sum, count) => sum + count, 0);

  it("count the same texts by the same models as the recorded evaluation", () => {
    const tables = Object.values(SHIPPED_CONFUSION).flatMap(({ model, stars }) =>
      stars.map((each) => ({ model, ...each })),
    );
    const told = tables.map(({ model, set, table }) => ({ model, set, rows: table.counts.map(total) }));
    interface Recorded {
      readonly name: string;
      readonly split: string;
      readonly model: string;
      readonly ours: { readonly confusion: { readonly counts: readonly (readonly number[])[] } };
    }
    const expected = recorded.stars.map(({ name, split, model, ours }: Recorded) => ({
      model,
      set: `${name}, ${split}`,
      rows: ours.confusion.counts.map(total),
    }));
    expect(told).toEqual(expected);
  });

  it("of effort are those of the recorded evaluation", () => {
    for (const [language, { effort }] of Object.entries(SHIPPED_CONFUSION)) {
      const result = recorded.gold.find(
        (each: { name: string; language: string }) => each.name === "effort" && each.language === language,
      );
      expect(effort.model).toBe(result.model);
      expect(effort.table.counts).toEqual(result.ours.confusion.counts.map((row: number[]) => row.slice(0, 3)));
    }
  });

  it("lie in the file as `npm run confusion` writes it", () => {
    expect(readFileSync("src/pattern/metrics/shipped-confusion.ts", "utf8")).toBe(toSource(SHIPPED_CONFUSION));
  });

  it.skipIf(!hasPublicData("tr/tripadvisor_hotels.dev.jsonl.gz"))("are what the shipped model reads now", async () => {
    const set = { name: "tripadvisor_hotels", split: "dev", language: "tr" } as const;
    const { table } = await countScores(set, {});
    expect(SHIPPED_CONFUSION.tr.stars.find((each) => each.set === "tripadvisor_hotels, dev")?.table).toEqual(table);
  });
});
