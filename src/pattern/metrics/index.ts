/** `verbatims/metrics`: the numbers of customer experience with their uncertainty, without the engine that reads texts. */
export type { Reliability, Statistic } from "../../core/statistic.js";
export type { Change, ChangeFamily } from "../change/change.js";
export { type ComparisonOptions, compareMeans } from "../change/compare-means.js";
export { compareNps } from "../change/compare-nps.js";
export { type CountOf, compareShares } from "../change/compare-shares.js";
export { compareSummaries } from "../change/compare-summaries.js";
export { compareWithin, type GroupChange, type Grouping } from "../change/compare-within.js";
export type { ComparedSide, Comparison, TestMethod } from "../change/comparison.js";
export { type Decomposition, type DecompositionOptions, decomposeChange } from "../change/decompose-change.js";
export type { GroupEffect } from "../change/decompose-histograms.js";
export type { Histogram } from "../change/histogram.js";
export type { Measure } from "../change/measures.js";
export type { Partition } from "../change/partition.js";
export type { PermutationOptions } from "../change/permute-sums.js";
export { toQValues } from "../change/q-values.js";
export {
  addToDriverTable,
  type DriverTableOptions,
  emptyDriverTable,
  mergeDriverTables,
  tabulateStream,
} from "../drivers/add-to-driver-table.js";
export type { DriverKind, DriverName, DriverTone } from "../drivers/design.js";
export type { DriverPattern, DriverTable, Mention, Tone } from "../drivers/driver-table.js";
export { drivers, driversStream, type MentionDriverOptions } from "../drivers/drivers.js";
export { type ColumnDriverOptions, driversOf } from "../drivers/drivers-of.js";
export type { Driver, Drivers, ShapleyMethod } from "../drivers/drivers-result.js";
export { type Impact, type ImpactOptions, type ImpactOutcome, type Impacts, impacts } from "../drivers/impacts.js";
export {
  type ImportanceOptions,
  type ImportancePerformance,
  type ImportancePoint,
  importancePerformance,
  type Quadrant,
} from "../drivers/importance-performance.js";
export type { DriverOptions, MentionOptions, ResamplingOptions, TopicOptions } from "../drivers/options.js";
export { DRIVER_OUTCOMES, type DriverOutcome } from "../drivers/outcome.js";
export { parseDriverTable } from "../drivers/parse-driver-table.js";
export {
  type PenaltyReward,
  type PenaltyRewardOptions,
  type PenaltyRewards,
  penaltyReward,
  type SatisfactionFactor,
} from "../drivers/penalty-reward.js";
export type { AnswerGroup, AnswerOptions, MeanInterval, NetInterval } from "./answer-statistics.js";
export type { Answer, AnswerCounts, Scale, ScoreCount } from "./answers.js";
export { CES_CONVENTIONS, type Ces, type CesConvention, type CesOptions, ces, type EffortDirection } from "./ces.js";
export { type CountStreamOptions, countAnswerStream, countAnswers, mergeAnswers } from "./count-answers.js";
export { type Csat, type CsatOptions, csat } from "./csat.js";
export { type ConfusionTable, estimateShares, type SharesEstimate } from "./estimate-shares.js";
export {
  type EffortFromText,
  type EstimateBasis,
  effortFromText,
  type FromTextOptions,
  type NpsFromText,
  npsFromText,
  type StarsFromText,
  starsFromText,
  type TextEstimate,
} from "./from-text.js";
export type { ReliabilityOptions } from "./judge.js";
export { type Nps, type NpsOptions, nps } from "./nps.js";
export { NPS_BANDS, type NpsBand } from "./nps-bands.js";
export type { AnswerSource, AnswerStream } from "./read-answers.js";
export { scoreConfusion } from "./score-confusion.js";
