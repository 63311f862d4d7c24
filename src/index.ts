/** Portable public names, in the order of the data: what comes in, what is read, what it adds up to, how it is shown. */
export { type ErrorCode, type ErrorDetails, VerbatimsError } from "./core/error.js";
export type { Source } from "./core/iterables.js";
export {
  type CxTheme,
  EFFORTS,
  type Effort,
  EMOTIONS,
  type Emotion,
  INTENTS,
  type Intent,
  LANGUAGES,
  type Language,
  SENTIMENTS,
  type SentimentLabel,
  STAGES,
  type Stage,
  THEMES,
  TOUCHPOINTS,
  type Touchpoint,
} from "./core/labels.js";
export { VERSION } from "./core/version.js";
export type { DateOrder } from "./intake/coerce-date.js";
export type { ColumnField } from "./intake/column-names.js";
export { type ColumnChoice, type ColumnMapping, describeMapping, type MappedColumn } from "./intake/columns.js";
export type { Encoding } from "./intake/decode.js";
export type { Format } from "./intake/format.js";
export type { IntakeMapping, IntakeOptions, IntakeTotals } from "./intake/intake-options.js";
export {
  type AcceptedRecord,
  type IntakeBatch,
  type IntakeRecord,
  type RejectedRecord,
  readVerbatimBatches,
  readVerbatims,
} from "./intake/read-verbatims.js";
export {
  type Given,
  parseVerbatim,
  type Verbatim,
  type VerbatimInput,
  verbatimJsonSchema,
  verbatimSchema,
} from "./intake/verbatim.js";
export { identifyLanguage } from "./language/identify-language.js";
export { tokenize } from "./language/tokenize.js";
export type { Token, TokenKind } from "./language/tokens.js";
export type {
  Analysis,
  ClauseReading,
  PainPointReading,
  Polarity,
  Sentiment,
  SentimentScore,
  Span,
  StageReading,
  ThemeReading,
} from "./meaning/analysis.js";
export { type Analyzer, type AnalyzerOptions, analyze, createAnalyzer } from "./meaning/analyzer.js";
export { languagePriors } from "./meaning/language-priors.js";
export { parseAnalysis } from "./meaning/parse-analysis.js";
export { defineTaxonomy } from "./meaning/taxonomy/define-taxonomy.js";
export type { ByLanguage, Taxonomy, TaxonomyTheme, ThemeDefinition, ThemeNames } from "./meaning/taxonomy/taxonomy.js";
export { addToSummary, emptySummary, mergeSummaries, type SummaryOptions } from "./pattern/add-to-summary.js";
export type { Change, ChangeFamily } from "./pattern/change/change.js";
export type { ComparisonOptions } from "./pattern/change/compare-means.js";
export { compareSummaries } from "./pattern/change/compare-summaries.js";
export type { ComparedSide, Comparison, TestMethod } from "./pattern/change/comparison.js";
export { drivers, type MentionDriverOptions } from "./pattern/drivers/drivers.js";
export type { Driver, Drivers } from "./pattern/drivers/drivers-result.js";
export type { AnswerGroup, AnswerOptions, MeanInterval, NetInterval } from "./pattern/metrics/answer-statistics.js";
export type { Answer, AnswerCounts, Scale } from "./pattern/metrics/answers.js";
export {
  CES_CONVENTIONS,
  type Ces,
  type CesConvention,
  type CesOptions,
  ces,
  type EffortDirection,
} from "./pattern/metrics/ces.js";
export { type Csat, type CsatOptions, csat } from "./pattern/metrics/csat.js";
export { type Nps, type NpsOptions, nps } from "./pattern/metrics/nps.js";
export type { AnswerSource, AnswerStream } from "./pattern/metrics/read-answers.js";
export { parseSummary } from "./pattern/parse-summary.js";
export type {
  CrossTally,
  NamedTally,
  Quote,
  QuoteSample,
  SentimentCounts,
  Summary,
  Tally,
} from "./pattern/summary.js";
export { addToSeries, emptySeries, mergeSeries, type SeriesOptions } from "./pattern/trends/add-to-series.js";
export { type Alarms, findAlarms } from "./pattern/trends/find-alarms.js";
export type { Series } from "./pattern/trends/series.js";
export { type Trends, trends } from "./pattern/trends/trends.js";
export type { ReportOptions } from "./report/options.js";
export { toHtml } from "./report/to-html.js";
export { toMarkdown } from "./report/to-markdown.js";
export { type TerminalOptions, toTerminal } from "./report/to-terminal.js";
export { analyzeStream, analyzeTransform, type StreamOptions, type StreamReject } from "./stream/analyze-stream.js";
export { countSeriesStream } from "./stream/count-series-stream.js";
export { type AnalysisRecord, readAnalyses } from "./stream/read-analyses.js";
export { summarizeStream } from "./stream/summarize-stream.js";
