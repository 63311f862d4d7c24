import { describe, expect, it } from "vitest";
import { GOLD_READINGS, readingScorer, toExample } from "../../benchmarks/accuracy/gold-readings.js";
import { createMajorityScorer } from "../../benchmarks/accuracy/majority.js";
import { shippedMarkdown } from "../../benchmarks/accuracy/markdown.js";
import { measureShipped } from "../../benchmarks/accuracy/measure-shipped.js";
import { starScorer } from "../../benchmarks/accuracy/measure-stars.js";
import { mergeResults } from "../../benchmarks/accuracy/result-file.js";
import type { ShippedSet } from "../../benchmarks/accuracy/shipped-sets.js";
import { withoutDiacritics } from "../../benchmarks/accuracy/without-diacritics.js";
import { bestWordF1, wordF1 } from "../../benchmarks/metrics/span-f1.js";
import { createAfinnPeer } from "../../benchmarks/peers/afinn.js";
import type { GoldRow } from "../../datasets/rows.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";

describe("Turkish typed without diacritics", () => {
  it("has the plain letter for each of the twelve", () => {
    expect(withoutDiacritics("çğıöşü ÇĞİÖŞÜ")).toBe("cgiosu CGIOSU");
  });

  it("also where a letter was written as two characters", () => {
    expect(withoutDiacritics("şikâyet güzel İade".normalize("NFD"))).toBe("sikâyet guzel Iade");
  });

  it("leaves everything else alone", () => {
    expect(withoutDiacritics("Iade etmedim 😀 café")).toBe("Iade etmedim 😀 café");
  });
});

describe("majority", () => {
  it("always says the most frequent label, and the first of equally frequent ones", () => {
    const scorer = createMajorityScorer("single", ["a", "b", "c"], ["c", "b", "c", "b", "a"]);
    expect(scorer.score("anything")).toEqual({ labels: ["b"], probabilities: [0, 1, 0] });
  });
});

describe("word F1 of spans", () => {
  it("counts shared words with repetition: two of three and two of two give 4/5", () => {
    expect(wordF1("the lid broke", "lid broke")).toBeCloseTo(4 / 5, 12);
    expect(wordF1("very very late", "very late")).toBeCloseTo(4 / 5, 12);
  });

  it("ignores case and punctuation, and is 0 without a shared word", () => {
    expect(wordF1("The LID broke!", "the lid, broke")).toBe(1);
    expect(wordF1("the lid", "late parcel")).toBe(0);
    expect(wordF1("", "")).toBe(0);
  });

  it("takes the best of the acceptable spans", () => {
    expect(bestWordF1(["late", "the lid broke"], "lid broke")).toBeCloseTo(4 / 5, 12);
    expect(bestWordF1(["late"], null)).toBe(0);
  });
});

describe("readings of the gold", () => {
  const row: GoldRow = {
    id: "x-1",
    text: "I waited two weeks and the lid is broken.",
    language: "en",
    source: "written",
    sentiment: "negative",
    stage: null,
    stage2: null,
    intent: "complaint",
    emotion: null,
    effort: null,
    urgent: false,
    themes: ["delivery", "quality/lid"],
    theme_sentiment: {},
    pain: [],
  };
  const analyzer = createAnalyzer({ language: "en" });

  it("count what is not told as a value of its own, and themes by their first name", () => {
    const gold = Object.fromEntries(GOLD_READINGS.map((reading) => [reading.name, reading.gold(row)]));
    expect(gold).toEqual({
      sentiment: ["negative"],
      stage: ["none"],
      themes: ["delivery", "quality"],
      intent: ["complaint"],
      emotion: ["none"],
      effort: ["none"],
      urgent: [],
    });
  });

  it.each(GOLD_READINGS.map((reading) => [reading.name, reading] as const))(
    "%s: says labels of its own with probabilities from 0 to 1",
    (_, reading) => {
      const scorer = readingScorer(analyzer, reading);
      for (const text of [
        row.text,
        "",
        "How do I change my PIN?",
        "Urgent: my card was stolen and money is missing!",
      ]) {
        const { labels, probabilities } = scorer.score(text);
        for (const label of labels) expect(reading.labels).toContain(label);
        for (const each of probabilities) expect(each).toBeGreaterThanOrEqual(0);
        if (reading.kind === "single") expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
      }
      expect(toExample(reading, row)).toHaveProperty(reading.kind === "multi" ? "labels" : "label");
    },
  );
});

describe("a row of the table", () => {
  const set: ShippedSet = {
    name: "kettles",
    dataset: "kettles",
    split: "dev",
    language: "tr",
    view: "binary",
    measure: "accuracy",
    note: "three texts",
    anchors: [{ name: "A paper", value: "99", source: "Nobody 2020" }],
    aim: { floor: 70, goal: 90 },
    load: async () => [
      { text: "Çok kötü bir çaydanlık.", label: "negative" },
      { text: "Berbat, kırık geldi.", label: "negative" },
      { text: "Şahane, çok güzel.", label: "positive" },
    ],
  };
  const measured = measureShipped(set, [{ peer: createAfinnPeer(), rowsMost: 2 }], {});

  it("holds ours, ours without diacritics, majority and peers on the same labels", async () => {
    const { n, ours, withoutDiacritics: plain, majority, peers } = await measured;
    expect(n).toBe(3);
    expect(ours.accuracy.value).toBe(1);
    expect(plain?.n).toBe(3);
    expect(majority.accuracy.value).toBeCloseTo(2 / 3, 4);
    expect(Object.keys(peers)).toEqual(["sentiment"]);
  });

  it("runs slow peers on a sample, and marks it in the Markdown", async () => {
    const result = await measured;
    expect(result.peers.sentiment?.n).toBe(2);
    expect(shippedMarkdown({ results: [result], stars: [], gold: [] })).toMatch(/\| kettles +\| dev .*† .*\| 70 \/ 90/);
  });

  it("shows the note and the published results, but no text of the set", async () => {
    const result = await measured;
    const shown = shippedMarkdown({ results: [result], stars: [], gold: [] }) + JSON.stringify(result);
    expect(shown).toContain("A paper 99 (Nobody 2020)");
    expect(shown).not.toMatch(/çaydanlık|Berbat|Şahane/);
  });
});

describe("stars", () => {
  it("are the rating of the analysis in whole stars, and none where no sentiment was read", () => {
    const scorer = starScorer(createAnalyzer({ language: "en" }));
    const worst = Number(scorer.score("Terrible, awful, broken, a scam.").labels[0]);
    const best = Number(scorer.score("I love it, wonderful, best ever.").labels[0]);
    expect([1, 2]).toContain(worst);
    expect([4, 5]).toContain(best);
    const german = "Der Wasserkocher ist leider nach zwei Wochen kaputt gegangen und niemand hat geantwortet.";
    expect(starScorer(createAnalyzer()).score(german).labels).toEqual([]);
  });
});

describe("merging results", () => {
  it("replaces by key, keeps the order of the table, drops what is no longer in it", () => {
    const old = [
      { name: "gone", value: 0 },
      { name: "b", value: 1 },
      { name: "a", value: 2 },
    ];
    const merged = mergeResults(old, [{ name: "b", value: 3 }], ({ name }) => name, ["a", "b", "c"]);
    expect(merged).toEqual([
      { name: "a", value: 2 },
      { name: "b", value: 3 },
    ]);
  });
});
