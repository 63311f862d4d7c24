import { excerpt, VerbatimsError } from "../core/error.js";
import type { Language } from "../core/labels.js";
import type { Format } from "../intake/format.js";
import { createScorer } from "../learning/create-scorer.js";
import type { Evaluation } from "../learning/evaluation.js";
import type { Scorer, TaskKind } from "../learning/scorer.js";
import type { TrainingProgress, TrainOptions } from "../learning/train-options.js";
import { createAnalyzer } from "../meaning/analyzer.js";
import { createSentimentScorer } from "../meaning/sentiment-scorer.js";
import { evaluationToTerminal } from "../report/evaluation-to-terminal.js";
import { evaluateFile } from "./evaluate-file.js";
import { type Invocation, inputOf, outputOf, penOf, print, tellMapping, tellTotals, textOf } from "./invocation.js";
import type { LabelledHooks } from "./open-labelled.js";
import { readModelFile } from "./read-model-file.js";
import { trainFile } from "./train-file.js";

/** `verbatims train`: gives the exit code. */
export async function runTrain(invocation: Invocation): Promise<number> {
  const { given, voice, streams } = invocation;
  const [source = streams.stdin] = invocation.inputs.map(inputOf(invocation));
  const out = outputOf(invocation, "out") ?? "model.vbtm";
  const dev = textOf(given.dev);
  const { model, totals, measured } = await trainFile(source, {
    ...readingOf(invocation),
    out,
    dev,
    training: { ...trainingOf(given), onProgress: (progress) => voice.tellStep(tellPass(progress)) },
  });
  voice.clear();
  if (measured !== null) {
    const { evaluation, totals: devTotals } = measured;
    // The model may have gone to standard output.
    if (typeof out === "string") await tellEvaluation(evaluation, model.labels.length, invocation);
    voice.say(`dev rows: ${devTotals.read} read, ${devTotals.written} measured, ${devTotals.rejected} rejected`);
  }
  const place = typeof out === "string" ? ` is in ${excerpt(out, 200)}` : "";
  voice.say(`the model${place}: ${model.labels.length} labels (${excerpt(model.labels.join(", "), 200)})`);
  return tellTotals(totals, "learned", invocation);
}

/** `verbatims evaluate`: gives the exit code. */
export async function runEvaluate(invocation: Invocation): Promise<number> {
  const { voice, streams } = invocation;
  const scorer = await scorerOf(invocation);
  const [source = streams.stdin] = invocation.inputs.map(inputOf(invocation));
  const out = outputOf(invocation, "out");
  const { evaluation, totals } = await evaluateFile(source, scorer, { ...readingOf(invocation), out });
  voice.clear();
  if (out !== streams.stdout) await tellEvaluation(evaluation, scorer.labels.length, invocation);
  return tellTotals(totals, "measured", invocation);
}

function readingOf(invocation: Invocation): LabelledHooks {
  const { given, voice, signal } = invocation;
  return {
    textColumn: textOf(given.text),
    labelColumn: textOf(given.label),
    task: textOf(given.task),
    // Any other word is refused where the input is opened.
    format: textOf(given.format) as Format | undefined,
    encoding: textOf(given.encoding),
    rejects: outputOf(invocation, "rejects"),
    onMapping: (mapping) => voice.say(tellMapping(mapping)),
    onReject: voice.tellReject,
    onProgress: voice.tellProgress,
    signal,
  };
}

function trainingOf(given: Invocation["given"]): Omit<TrainOptions, "onProgress" | "signal"> {
  const [kind, labels, seed] = [textOf(given.kind), textOf(given.labels), textOf(given.seed)];
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) {
    throw wrong(`train --seed: expected a whole number from 0 to 999999999, got ${excerpt(seed)}`);
  }
  return {
    // Any other word is refused by the trainer's own check. A text may be about several themes.
    kind: (kind ?? (given.task === "theme" ? "multi" : "single")) as TaskKind,
    ...(labels === undefined ? {} : { labels: labels.split("|").map((label) => label.trim()) }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}

async function scorerOf({ given, signal }: Invocation): Promise<Scorer> {
  const path = textOf(given.model);
  if (path !== undefined) return createScorer(await readModelFile(path, signal));
  if (given.task !== "sentiment") {
    throw wrong(
      "evaluate: expected --model <file>, or --task sentiment for the sentiment that analyze reads, got neither",
    );
  }
  // Any other word is refused by the analyzer's own check.
  const language = textOf(given.language) as Language | undefined;
  return createSentimentScorer(createAnalyzer({ language: language ?? "auto" }));
}

async function tellEvaluation(evaluation: Evaluation, known: number, { streams, voice }: Invocation): Promise<void> {
  await print(streams, evaluationToTerminal(evaluation, penOf(streams)));
  const unknown = evaluation.classes.slice(known);
  if (unknown.length === 0) return;
  const rows = unknown.reduce((sum, { support }) => sum + support, 0);
  const names = excerpt(unknown.map(({ label }) => label).join(", "), 200);
  voice.say(`${rows} ${rows === 1 ? "label is" : "labels are"} unknown to the model and counted as missed: ${names}`);
}

function tellPass({ phase, epoch, epochsMost, loss }: TrainingProgress): string {
  const doing = phase === "fit" ? "finding the number of passes" : "learning from all rows";
  return `${doing}: pass ${epoch} of at most ${epochsMost}${loss === null ? "" : ` · log loss ${loss.toFixed(4)}`}`;
}

function wrong(message: string): VerbatimsError {
  return new VerbatimsError("invalid-option", `${message}. See verbatims --help.`, {});
}
