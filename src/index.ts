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
  Span,
  StageReading,
  ThemeReading,
} from "./meaning/analysis.js";
export { type Analyzer, type AnalyzerOptions, analyze, createAnalyzer } from "./meaning/analyzer.js";
