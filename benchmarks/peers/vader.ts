import vader from "vader-sentiment";
import type { Peer } from "./peer.js";

/** Thresholds of the compound score, as the README of vader-sentiment recommends. */
const POSITIVE_FROM = 0.05;
const NEGATIVE_TO = -0.05;

/** `vader-sentiment`: its compound score. */
export function createVaderPeer(): Peer {
  const score = (text: string): number => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound;
  return {
    name: "vader-sentiment",
    classify: (text) => {
      const compound = score(text);
      return compound >= POSITIVE_FROM ? "positive" : compound <= NEGATIVE_TO ? "negative" : "neutral";
    },
    score,
  };
}
