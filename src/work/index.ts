/** `verbatims/work`: files, for programs that run on Node. */

export type { InputShape, RecordPlace } from "../intake/input-shape.js";
export type { LocatedReject } from "../intake/read-range.js";
export type { AnalyzeBatchesOptions } from "./analyze-batches.js";
export { type AnalyzeFileOptions, analyzeFile, type WorkHooks, type WorkProgress } from "./analyze-file.js";
export { type EvaluatedFile, type EvaluateFileOptions, evaluateFile } from "./evaluate-file.js";
export { type OpenedInput, openInput } from "./open-input.js";
export type { LabelledHooks } from "./open-labelled.js";
export {
  type ByteRange,
  type CutFile,
  cutFile,
  type ScoredRange,
  type ScoreRangeOptions,
  scoreRange,
} from "./ranges/score-range.js";
export type { RangeTotals } from "./ranges/score-records.js";
export type { LabelledMapping, LabelledReading } from "./read-labelled-batches.js";
export { readModelFile } from "./read-model-file.js";
export { readSummaryFile } from "./read-summary-file.js";
export { readVerbatimsFile } from "./read-verbatims-file.js";
export { DEMO_FILE, type ReportedFile, type ReportFileOptions, reportFile } from "./report-file.js";
export { mergeFiles, type SummarizedFiles, type SummarizeFilesOptions, summarizeFiles } from "./summarize-files.js";
export type { Content } from "./tell-content.js";
export { type TrainedFile, type TrainFileOptions, trainFile } from "./train-file.js";
export type { WorkTotals } from "./work-totals.js";
