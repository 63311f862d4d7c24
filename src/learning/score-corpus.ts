import type { FeatureCorpus } from "./feature-corpus.js";
import { pieceShare } from "./features.js";
import type { LinearWeights } from "./train-linear.js";

/** Scores of the columns for one text of a corpus, by weights that are not rounded. */
export function scoreCorpusText(corpus: FeatureCorpus, weights: LinearWeights, text: number): Float64Array {
  const { columns, places, values, bias } = weights;
  const scores = bias.slice();
  const factor = corpus.factors[text] ?? 0;
  const to = corpus.ends[text] ?? 0;
  for (let k = text === 0 ? 0 : (corpus.ends[text - 1] ?? 0); k < to; k++) {
    const place = places[corpus.rows[k] ?? 0] ?? -1;
    if (place < 0) continue;
    const count = corpus.pieces[k] ?? 0;
    const share = factor * (count === 0 ? 1 : pieceShare(count)) * (corpus.values?.[k] ?? 1);
    for (let c = 0, at = place * columns; c < columns; c++, at++)
      scores[c] = (scores[c] ?? 0) + share * (values[at] ?? 0);
  }
  return scores;
}
