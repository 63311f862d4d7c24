/** `verbatims/learning`: train, measure and explain models of your own labels. */
export type { BootstrapOptions, Estimate } from "../core/bootstrap.js";
export type { ClassScore } from "./class-scores.js";
export type { Confusion, OrdinalError } from "./confusion.js";
export { createScorer } from "./create-scorer.js";
export { type EvaluateOptions, evaluate } from "./evaluate.js";
export type { Evaluation } from "./evaluation.js";
export { type ExplainOptions, type Explanation, explain, type WordWeight } from "./explain.js";
export type { FeatureOptions } from "./features.js";
export type { LabelledText } from "./labelled-text.js";
export type { LinearModel, WeightTable } from "./linear-model.js";
export { decodeModel, encodeModel } from "./model-codec.js";
export type { Prior } from "./prior.js";
export type { Reliability, ReliabilityBin } from "./reliability.js";
export type { Scorer, TaskKind, Verdict } from "./scorer.js";
export { checkScorer, type Finding } from "./scorer-battery.js";
export { trainModel } from "./train-model.js";
export type { TrainingProgress, TrainOptions } from "./train-options.js";
