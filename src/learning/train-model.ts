import { hashText } from "../core/hash.js";
import type { Source } from "../core/iterables.js";
import { fitAbstention, fitLabelThresholds, fitTemperature, logLoss, type ScoredTexts } from "./calibrate.js";
import type { LabelledText } from "./labelled-text.js";
import { type LinearModel, roundWeights } from "./linear-model.js";
import { fingerprintPrior } from "./prior.js";
import { toProbabilities } from "./probabilities.js";
import { scoreCorpusText } from "./score-corpus.js";
import { type LinearWeights, trainLinear } from "./train-linear.js";
import { checkTrainOptions, DEFAULT_FEATURES, type TrainOptions } from "./train-options.js";
import { readTrainingExamples, toTargets } from "./training-examples.js";

/** Steps of the trainer; chosen on development rows of public sets of 3,000 to 25,000 rows. */
const RATE = 0.3;
const DECAY = 1e-5;

/** With fewer examples held out than this, the default number of passes is used and nothing is calibrated. */
const HELD_OUT_LEAST = 20;
const EPOCHS_UNTOLD = 8;
/** Passes without a better loss after which the search ends. */
const PATIENCE = 2;
/** Below this many examples features met once are kept. */
const FEW = 5000;

/**
 * Trains a model on labelled texts, from a few to millions. Reads the source once and keeps hashed features, not texts.
 *
 * A tenth of the examples, chosen by a hash of their text, is held out to choose the number of passes, the temperature and the
 * thresholds; then the weights are learned anew from all. Same examples in the same order, same options: the same model, bit for bit.
 *
 * @throws VerbatimsError `invalid-record` for a row that is no labelled text; `unknown-label` for a label that is not among `labels`;
 * `too-few-labels` where there are not two labels with examples; `too-many-labels` where they would take more than about 4 GB of
 * memory, as where every row has a label of its own; `invalid-option`
 * @example
 * const model = await trainModel([
 *   { text: "Where is my parcel?", label: "delivery" },
 *   { text: "I was charged twice", label: "billing" },
 * ]);
 * model.labels; // ["billing", "delivery"]
 */
export async function trainModel<const Label extends string>(
  examples: Source<LabelledText<Label>>,
  options: TrainOptions<Label> = {},
): Promise<LinearModel<Label>> {
  const { kind = "single", seed = 1, rowsMost = 300_000, accuracyWanted = 0, epochsMost = 12, signal } = options;
  const { priors = [] } = options;
  const features = { ...DEFAULT_FEATURES, ...options.features };
  checkTrainOptions(options, features);
  const read = await readTrainingExamples(examples, kind, options.labels, features, seed, signal);
  const { labels, truths, heldOut, corpus } = read;
  const targets = toTargets(read, kind, options.classWeights ?? "none");
  const training = { rate: RATE, decay: DECAY, ratios: true, minCount: corpus.count < FEW ? 1 : 2, seed };

  const scoredBy = (weights: LinearWeights): ScoredTexts => ({
    kind,
    labels: labels.length,
    scores: heldOut.map((text) => scoreCorpusText(corpus, weights, text)),
    truths: heldOut.map((text) => truths[text] ?? []),
  });
  let epochs = Math.min(EPOCHS_UNTOLD, epochsMost);
  let temperature = 1;
  let thresholds: readonly number[] = labels.map(() => (kind === "multi" ? 0.5 : 0));
  let helpful = priors;
  if (heldOut.length >= HELD_OUT_LEAST) {
    let best = Infinity;
    let bestScores: ScoredTexts | undefined;
    const learned = { ...targets, weights: targets.weights.slice() };
    for (const text of heldOut) learned.weights[text] = 0;
    // What is known of sentiment says nothing of many topics and then only misleads: priors are kept where they help.
    for (const tried of priors.length === 0 ? [priors] : [priors, []]) {
      let own = Infinity;
      let ownEpoch = 0;
      let epoch = 0;
      for (const weights of trainLinear(corpus, learned, { ...training, priors: tried, epochs: epochsMost })) {
        epoch++;
        const scored = scoredBy(weights);
        const loss = logLoss(scored, fitTemperature(scored));
        options.onProgress?.({ phase: "fit", epoch, epochsMost, loss });
        if (loss < own - 1e-4) {
          own = loss;
          ownEpoch = epoch;
          if (own < best - 1e-4) {
            best = own;
            epochs = epoch;
            bestScores = scored;
            helpful = tried;
          }
        } else if (epoch - ownEpoch >= PATIENCE) break;
        await nextTurn(signal);
      }
    }
    if (bestScores !== undefined) {
      temperature = fitTemperature(bestScores);
      const probabilities = bestScores.scores.map((row) => toProbabilities(kind, row, labels.length, temperature));
      thresholds =
        kind === "multi"
          ? fitLabelThresholds(probabilities, bestScores.truths, labels.length)
          : labels.map(() =>
              accuracyWanted === 0 ? 0 : fitAbstention(probabilities, bestScores.truths, accuracyWanted),
            );
    }
  }
  let final: LinearWeights | undefined;
  let epoch = 0;
  for (const weights of trainLinear(corpus, targets, { ...training, priors: helpful, epochs })) {
    options.onProgress?.({ phase: "refit", epoch: ++epoch, epochsMost: epochs, loss: null });
    final = weights;
    await nextTurn(signal);
  }
  if (final === undefined) throw new Error("a training has at least one pass");
  const fingerprint = hashText(
    `${read.fingerprint} ${JSON.stringify({ kind, labels, seed, features, rowsMost, accuracyWanted, epochsMost, weights: options.classWeights, ...(priors.length === 0 ? {} : { priors: priors.map(fingerprintPrior) }) })}`,
  );
  return { kind, labels, features, table: roundWeights(final, rowsMost), temperature, thresholds, fingerprint };
}

/** Lets other work and aborts come in. */
async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}
