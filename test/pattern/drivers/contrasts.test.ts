import { describe, expect, it } from "vitest";
import type { SentimentLabel } from "../../../src/core/labels.js";
import type { Analysis } from "../../../src/meaning/analysis.js";
import { drivers } from "../../../src/pattern/drivers/drivers.js";
import { impacts } from "../../../src/pattern/drivers/impacts.js";
import { importancePerformance } from "../../../src/pattern/drivers/importance-performance.js";
import { penaltyReward } from "../../../src/pattern/drivers/penalty-reward.js";
import { addToSummary, emptySummary } from "../../../src/pattern/index.js";
import { readMentions, toAnalysis } from "./fixtures.js";

const tones: readonly SentimentLabel[] = ["negative", "neutral", "positive"];

/**
 * Customers of a hotel, who speak of three things in all ways: dirt costs three stars and cleanliness brings nothing, a friendly welcome
 * brings two and a cold one costs nothing, and price counts the same both ways.
 */
const guests: Analysis[] = Array.from({ length: 540 }, (_, i) => {
  const [cleanliness = "neutral", welcome = "neutral", price = "neutral"] = [i, i / 3, i / 9].map(
    (place) => tones[Math.floor(place) % 3],
  );
  const rating =
    3 -
    (cleanliness === "negative" ? 1.5 : 0) +
    (welcome === "positive" ? 1 : 0) +
    (price === "positive" ? 0.5 : price === "negative" ? -0.5 : 0) +
    (((i * 37) % 11) - 5) / 20;
  return toAnalysis({ themes: { cleanliness, welcome, price }, rating: Math.min(5, Math.max(1, rating)) });
});

describe("penaltyReward", () => {
  const found = penaltyReward(guests, { outcome: "rating", resamples: 200 });

  it("tells what must be right, what counts both ways, and what delights", () => {
    expect(found.factors.map(({ name, factor }) => [name, factor])).toEqual([
      ["cleanliness", "must-be"],
      ["price", "performance"],
      ["welcome", "delight"],
    ]);
    expect(found.claim).toBe("association");
  });

  it("gives penalties below 0 and rewards above, in the unit of the outcome", () => {
    const price = found.factors.find(({ name }) => name === "price");
    expect(Math.abs((price?.penalty.value ?? 0) + 0.5)).toBeLessThan(0.06);
    expect(Math.abs((price?.reward.value ?? 0) - 0.5)).toBeLessThan(0.06);
  });

  it("calls nothing a factor that may count for nothing", () => {
    const noise = guests.map((guest, i) => ({ ...guest, given: { rating: 1 + ((i * 101) % 5) } }));
    const { factors } = penaltyReward(noise, { outcome: "rating", resamples: 200, level: 0.999 });
    expect(factors.map(({ factor }) => factor)).toEqual([null, null, null]);
  });

  it("says what is missing of a theme that nobody praises", () => {
    const angry = guests.map((guest) => ({
      ...guest,
      themes: guest.themes.filter(({ theme, sentiment }) => theme !== "price" || sentiment.label === "negative"),
    }));
    const price = penaltyReward(angry, { outcome: "rating", resamples: 50 }).factors.find(
      ({ name }) => name === "price",
    );
    expect([price?.reward.reason, price?.asymmetry.reason, price?.factor]).toEqual([
      "No verbatim mentions it.",
      "It takes both a penalty and a reward.",
      null,
    ]);
    expect(price?.penalty.reliability).toBe("usual");
  });

  it("of nothing has no factors", () => {
    expect(penaltyReward([], { outcome: "nps" }).factors).toEqual([]);
  });
});

describe("drivers by polarity", () => {
  const found = drivers(guests, { outcome: "rating", indicators: "polarity", resamples: 50 });

  it("set speaking badly beside speaking well", () => {
    const effects = found.drivers.map(({ name, tone, effect }) => [
      name,
      tone,
      Math.round((effect.value ?? 0) * 2) / 2,
    ]);
    expect(effects).toContainEqual(["cleanliness", "negative", -1.5]);
    expect(effects).toContainEqual(["welcome", "positive", 1]);
    expect(effects).toHaveLength(6);
  });

  it("tell what the outcome would be without those who speak badly", () => {
    const dirty = found.drivers.find(({ name, tone }) => name === "cleanliness" && tone === "negative");
    expect(Math.abs((dirty?.impact.value ?? 0) - 0.5)).toBeLessThan(0.05);
    expect((dirty?.impact.low ?? 0) > 0).toBe(true);
  });
});

describe("importancePerformance", () => {
  it("takes both tones of a theme together, and sets importance beside performance", () => {
    const found = drivers(guests, { outcome: "rating", indicators: "polarity", resamples: 0 });
    const { points } = importancePerformance(found);
    expect(points.map(({ name }) => name)).toEqual(["cleanliness", "welcome", "price"]);
    expect(points.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(1, 12);
  });

  it("calls what matters and is done badly the place to concentrate on", () => {
    const shop = drivers(readMentions(), { outcome: "nps", resamples: 0 });
    const matrix = importancePerformance(shop, { split: "median" });
    const quadrantOf = (name: string): unknown => matrix.points.find((point) => point.name === name)?.quadrant;
    expect(quadrantOf("returns")).toBe("concentrate-here");
    expect(quadrantOf("billing")).toBe("possible-overkill");
    for (const { importance, performance, quadrant } of matrix.points) {
      expect(importance >= (matrix.importanceSplit ?? 0)).toBe(
        quadrant === "concentrate-here" || quadrant === "keep-up",
      );
      expect(performance >= (matrix.performanceSplit ?? 0)).toBe(
        quadrant === "keep-up" || quadrant === "possible-overkill",
      );
    }
  });

  it("has no points where no importance is told", () => {
    expect(importancePerformance(drivers([], { outcome: "nps" }))).toEqual({
      claim: "association",
      importanceSplit: null,
      performanceSplit: null,
      points: [],
    });
  });
});

describe("impacts from a summary", () => {
  it("add unread texts to neither side, as drivers do", () => {
    const unread = readMentions()
      .slice(0, 50)
      .map((analysis) => ({
        ...analysis,
        language: "other" as const,
        sentiment: null,
        themes: [],
        stage: null,
        model: "other-0.1.0",
      }));
    const all = [...readMentions(), ...unread];
    const found = impacts(addToSummary(emptySummary(), all), { outcome: "nps", resamples: 0 });
    expect([found.n, found.mean]).toEqual([400, -25.25]);
  });

  it("list what costs most first, and say why where there is no number", () => {
    const { impacts: found } = impacts(addToSummary(emptySummary(), readMentions()), {
      outcome: "nps",
      themes: ["billing", "returns", "parking"],
      stages: [],
      resamples: 50,
    });
    expect(found.map(({ name }) => name)).toEqual(["returns", "billing", "parking"]);
    expect(found[2]?.impact.reason).toBe("No verbatim with the outcome mentions it.");
  });

  it("take ratings as they are", () => {
    const { mean, impacts: found } = impacts(addToSummary(emptySummary(), guests), {
      outcome: "rating",
      resamples: 50,
    });
    expect(mean).toBeGreaterThan(2.4);
    expect(found.map(({ impact }) => impact.reliability)).toEqual(["not-estimable", "not-estimable", "not-estimable"]);
  });

  it("of nothing are none", () => {
    expect(impacts(emptySummary(), { outcome: "csat" })).toEqual({
      claim: "association",
      outcome: "csat",
      n: 0,
      mean: null,
      impacts: [],
    });
  });
});
