import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { classOfSign, type Peer } from "./peer.js";

/**
 * `wink-nlp` with `wink-eng-lite-web-model`: the sign of the document's sentiment. Only the annotators that its sentiment needs
 * are run (the others change no score, and would cost it time in the comparison of speed).
 */
export function createWinkPeer(): Peer {
  const wink = winkNlp(model, ["sbd", "negation", "sentiment"]);
  // The type of `out` allows a string for helpers that give text; this one gives a number.
  const score = (text: string): number => Number(wink.readDoc(text).out(wink.its.sentiment));
  return { name: "wink-nlp", classify: (text) => classOfSign(score(text)), score };
}
