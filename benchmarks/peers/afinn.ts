import Sentiment from "sentiment";
import { classOfSign, type Peer } from "./peer.js";

/** `sentiment` (AFINN-165 and emoji): the sign of its score. */
export function createAfinnPeer(): Peer {
  const sentiment = new Sentiment();
  const score = (text: string): number => sentiment.analyze(text).score;
  return { name: "sentiment", classify: (text) => classOfSign(score(text)), score };
}
