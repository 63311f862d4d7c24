import { scanTokens } from "../language/tokenize.js";
import { createTokens } from "../language/tokens.js";
import { checkModel } from "./check-model.js";
import type { LinearModel } from "./linear-model.js";
import { columnsOf, toProbabilities } from "./probabilities.js";
import type { Scorer, TaskKind, Verdict } from "./scorer.js";
import { createTableReader } from "./table-reader.js";

/**
 * Makes the scorer that a model describes. A text without any feature that the model knows gets no label (`labels: []`).
 *
 * @throws VerbatimsError `damaged-model` where the value is no model, or a number in it is not finite
 * @example
 * const model = await trainModel([{ text: "Where is my parcel?", label: "delivery" }, { text: "Charged twice", label: "billing" }]);
 * createScorer(model).score("my parcel never came").labels; // ["delivery"]
 */
export function createScorer<Label extends string>(model: LinearModel<Label>): Scorer<Label> {
  checkModel(model);
  const { kind, labels, temperature, thresholds } = model;
  const reader = createTableReader(model.table, model.features);
  const tokens = createTokens();
  const scores = new Float64Array(columnsOf(kind, labels.length));
  const score = (text: string): Verdict<Label> => {
    scanTokens(text, tokens);
    const known = reader.read(tokens, 0, tokens.count, scores);
    const probabilities = toProbabilities(kind, scores, labels.length, temperature);
    return { labels: known === 0 ? [] : pickLabels(kind, labels, probabilities, thresholds), probabilities };
  };
  return { kind, labels, score };
}

/** The labels that are said, most probable first; of equally probable ones the first in the order of `labels`. */
function pickLabels<Label extends string>(
  kind: TaskKind,
  labels: readonly Label[],
  probabilities: readonly number[],
  thresholds: readonly number[],
): Label[] {
  const ranked = labels
    .map((label, at) => ({ label, at, probability: probabilities[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || a.at - b.at);
  const candidates = kind === "multi" ? ranked : ranked.slice(0, 1);
  return candidates.filter(({ at, probability }) => probability >= (thresholds[at] ?? 0)).map(({ label }) => label);
}
