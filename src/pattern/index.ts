/** `verbatims/summary`: adding up analyses, without the engine that makes them. */
export { addToSummary, emptySummary, mergeSummaries, type SummaryOptions } from "./add-to-summary.js";
export { parseSummary } from "./parse-summary.js";
export type { CrossTally, NamedTally, Quote, QuoteSample, SentimentCounts, Summary, Tally } from "./summary.js";
