import { describe, expect, it } from "vitest";
import { VIEW_LABELS, type View, viewAnalyzer, viewPeer } from "../../benchmarks/accuracy/views.js";
import { createAfinnPeer } from "../../benchmarks/peers/afinn.js";
import type { Peer } from "../../benchmarks/peers/peer.js";
import { createVaderPeer } from "../../benchmarks/peers/vader.js";
import { createWinkPeer } from "../../benchmarks/peers/wink.js";
import type { SentimentLabel } from "../../src/core/labels.js";
import { type Analyzer, createAnalyzer } from "../../src/meaning/analyzer.js";

const VIEWS: readonly View[] = ["binary", "three-way", "four-way", "complaint"];

/** An analyzer that reads the same sentiment in every text; `null` reads none. */
function fixed(sentiment: { label: SentimentLabel; score: number; confidence: number } | null): Analyzer {
  const made = createAnalyzer({ language: "en" }).analyze("A kettle.");
  return {
    analyze: () => ({ ...made, sentiment: sentiment === null ? null : { ...sentiment, stars: 3, evidence: [] } }),
    scoreSentiment: () => (sentiment === null ? null : { ...sentiment, stars: 3 }),
  };
}

const labelOf = (view: View, label: SentimentLabel, score: number): string | undefined =>
  viewAnalyzer(fixed({ label, score, confidence: 0.7 }), view).score("A kettle.").labels[0];

describe("reading a sentiment as the labels of a set", () => {
  it("takes the sign of the score for two labels, and negative where there is none", () => {
    expect(labelOf("binary", "mixed", 0.01)).toBe("positive");
    expect(labelOf("binary", "mixed", -0.01)).toBe("negative");
    expect(labelOf("binary", "neutral", 0)).toBe("negative");
  });

  it("counts mixed as neutral for three labels, and keeps it for four", () => {
    expect(labelOf("three-way", "mixed", -0.2)).toBe("neutral");
    expect(labelOf("three-way", "positive", 0.2)).toBe("positive");
    expect(labelOf("four-way", "mixed", -0.2)).toBe("mixed");
  });

  it("takes what is negative for a complaint", () => {
    expect(labelOf("complaint", "negative", -0.5)).toBe("complaint");
    expect(labelOf("complaint", "mixed", -0.1)).toBe("not_complaint");
  });

  it.each(VIEWS)("gives probabilities that add up to 1, of the labels of the view: %s", (view) => {
    const scorer = viewAnalyzer(fixed({ label: "positive", score: 0.4, confidence: 0.7 }), view);
    const { labels, probabilities } = scorer.score("A kettle.");
    expect(scorer.labels).toEqual(VIEW_LABELS[view]);
    expect(scorer.labels).toContain(labels[0]);
    expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });

  it("shares the confidence in a label among what the view joins", () => {
    const of = (view: View): readonly number[] =>
      viewAnalyzer(fixed({ label: "negative", score: -0.4, confidence: 0.7 }), view).score("A kettle.").probabilities;
    expect(of("four-way").map((each) => each.toFixed(2))).toEqual(["0.70", "0.10", "0.10", "0.10"]);
    expect(of("three-way").map((each) => each.toFixed(2))).toEqual(["0.70", "0.20", "0.10"]);
    expect(of("complaint").map((each) => each.toFixed(2))).toEqual(["0.70", "0.30"]);
    // Of negative against positive alone.
    expect(of("binary").map((each) => each.toFixed(3))).toEqual(["0.875", "0.125"]);
  });

  it.each(VIEWS)("abstains where no sentiment was read: %s", (view) => {
    expect(viewAnalyzer(fixed(null), view).score("Ein Wasserkocher.").labels).toEqual([]);
  });
});

describe("the peers", () => {
  const peers: readonly Peer[] = [createAfinnPeer(), createVaderPeer(), createWinkPeer()];

  it.each(peers.map((peer) => [peer.name, peer] as const))("%s tells plain praise from plain blame", (_, peer) => {
    for (const view of ["binary", "three-way", "four-way"] as const) {
      expect(viewPeer(peer, view).score("I love this wonderful kettle, it is great.").labels).toEqual(["positive"]);
      expect(viewPeer(peer, view).score("A terrible kettle, I hate it, awful.").labels).toEqual(["negative"]);
    }
    expect(viewPeer(peer, "complaint").score("A terrible kettle, I hate it, awful.").labels).toEqual(["complaint"]);
  });

  it.each(peers.map((peer) => [peer.name, peer] as const))("%s calls a plain fact neutral", (_, peer) => {
    expect(viewPeer(peer, "three-way").score("The kettle has a lid.").labels).toEqual(["neutral"]);
  });

  it.each(peers.map((peer) => [peer.name, peer] as const))("%s reads any string", (_, peer) => {
    for (const text of ["", " ", "\ud800", "😀", "Kargo çok geç geldi"]) {
      expect(VIEW_LABELS.binary).toContain(viewPeer(peer, "binary").score(text).labels[0]);
    }
  });
});
