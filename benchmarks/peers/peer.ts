import type { ThreeWay } from "../../datasets/rows.js";

/** A library that reads sentiment, used as its own documentation recommends. */
export interface Peer {
  /** Name in the registry. */
  readonly name: string;
  /** Verdict by the thresholds that the library's documentation gives. */
  readonly classify: (text: string) => ThreeWay;
  /** The library's own score; below 0 is bad, above 0 is good. */
  readonly score: (text: string) => number;
}

/** The class that the sign of a score tells. */
export function classOfSign(score: number): ThreeWay {
  return score > 0 ? "positive" : score < 0 ? "negative" : "neutral";
}
