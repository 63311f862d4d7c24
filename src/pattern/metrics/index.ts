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
export { type Advocacy, advocacy } from "../experience/advocacy.js";
export {
  type ChannelConsistency,
  type ComparedChannel,
  channelConsistency,
  type StageConsistency,
} from "../experience/channel-consistency.js";
export {
  type AttributeSource,
  EXPERIENCE_ATTRIBUTES,
  type ExperienceAttribute,
} from "../experience/experience-attributes.js";
export {
  type NeededResponse,
  type RankOptions,
  type ResponseRanking,
  rankResponses,
} from "../experience/rank-responses.js";
export { PUBLISHED_EXPECTATIONS, type ReplyExpectation } from "../experience/reply-expectations.js";
export {
  type KeptExpectation,
  type ReplyOptions,
  type ReplyTime,
  type ReplyTimes,
  replyTimes,
} from "../experience/reply-times.js";
export { type ChannelNeed, type NeedShares, type ResponseNeed, responseNeed } from "../experience/response-need.js";
export {
  type AttributeEvidence,
  type AttributeScore,
  type ExperienceOptions,
  scoreExperience,
} from "../experience/score-experience.js";
export { type JourneyScore, type JourneyScores, scoreJourney } from "../experience/score-journey.js";
export { addToSeries, emptySeries, mergeSeries, type SeriesOptions } from "../trends/add-to-series.js";
export type { PeriodUnit } from "../trends/calendar.js";
export type { WindowOptions } from "../trends/calendar-window.js";
export {
  type Alarm,
  type AlarmOptions,
  type AlarmSpan,
  type AlarmState,
  type Alarms,
  findAlarms,
} from "../trends/find-alarms.js";
export {
  type ChangePoint,
  type ChangePointOptions,
  type ChangePoints,
  findChangePoints,
  type SteadySpan,
} from "../trends/find-change-points.js";
export type { TrendMeasure } from "../trends/measure.js";
export type { SeriesPart } from "../trends/mentions.js";
export { parseSeries } from "../trends/parse-series.js";
export {
  type Season,
  type SeasonalOptions,
  type SeasonalPattern,
  seasonalPattern,
} from "../trends/seasonal-pattern.js";
export type { PeriodCounts, PeriodMention, PeriodPain, Series } from "../trends/series.js";
export { seriesFromSummary } from "../trends/series-from-summary.js";
export { type TrendLine, type TrendPeriod, type Trends, trends } from "../trends/trends.js";
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
