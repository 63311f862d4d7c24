/** `verbatims/metrics`: the numbers of customer experience with their uncertainty, without the engine that reads texts. */
export type { Reliability, Statistic } from "../../core/statistic.js";
export type { AnswerGroup, AnswerOptions, MeanInterval, NetInterval } from "./answer-statistics.js";
export type { Answer, AnswerCounts, Scale, ScoreCount } from "./answers.js";
export { CES_CONVENTIONS, type Ces, type CesConvention, type CesOptions, ces, type EffortDirection } from "./ces.js";
export { type CountStreamOptions, countAnswerStream, countAnswers, mergeAnswers } from "./count-answers.js";
export { type Csat, type CsatOptions, csat } from "./csat.js";
export type { ReliabilityOptions } from "./judge.js";
export { type Nps, type NpsOptions, nps } from "./nps.js";
export { NPS_BANDS, type NpsBand } from "./nps-bands.js";
export type { AnswerSource, AnswerStream } from "./read-answers.js";
