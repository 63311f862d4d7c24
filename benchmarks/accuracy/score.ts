import type { Estimate } from "../../src/core/bootstrap.js";
import type { ClassScore } from "../../src/learning/class-scores.js";
import type { Confusion, OrdinalError } from "../../src/learning/confusion.js";
import type { Evaluation } from "../../src/learning/evaluation.js";
import type { ReliabilityBin } from "../../src/learning/reliability.js";

/** The number that a row of a table shows. */
export type Measure = "accuracy" | "macroF1" | "macroRecall" | "microF1";

/** What is kept of an evaluation: rounded to four decimals, so that files differ only where results do. */
export interface Score {
  readonly n: number;
  readonly accuracy: Estimate;
  readonly macroF1: Estimate;
  readonly macroRecall: Estimate;
  readonly microF1: Estimate;
  readonly coverage: number;
  /** Expected calibration error; `null` for what gives no confidence. */
  readonly calibrationError: number | null;
  /** Bins with verdicts, for a plot; `null` for what gives no confidence. */
  readonly reliability: readonly ReliabilityBin[] | null;
  readonly brier: number | null;
  readonly ordinal: OrdinalError | null;
  readonly classes: readonly ClassScore[];
  readonly confusion: Confusion | null;
}

export interface ScoreOptions {
  /** Whether the scorer's probabilities mean anything. */
  readonly confident: boolean;
}

/** Rounds an evaluation for a file. */
export function toScore(evaluation: Evaluation, { confident }: ScoreOptions): Score {
  const { n, accuracy, macroF1, macroRecall, microF1, coverage, calibration, brier, ordinal, classes, confusion } =
    evaluation;
  return {
    n,
    accuracy: roundEstimate(accuracy),
    macroF1: roundEstimate(macroF1),
    macroRecall: roundEstimate(macroRecall),
    microF1: roundEstimate(microF1),
    coverage: round4(coverage),
    calibrationError: confident ? round4(calibration.error) : null,
    reliability: confident ? calibration.bins.filter(({ count }) => count > 0).map(roundBin) : null,
    brier: confident ? round4(brier) : null,
    ordinal: ordinal === null ? null : roundOrdinal(ordinal),
    classes: classes.map(({ label, precision, recall, f1, support }) => ({
      label,
      precision: round4(precision),
      recall: round4(recall),
      f1: round4(f1),
      support,
    })),
    // 77 labels squared would bury the rest of the file.
    confusion: confusion === null || confusion.labels.length > 12 ? null : confusion,
  };
}

/** Rounds the three numbers of an estimate to four decimals. */
export function roundEstimate({ value, low, high }: Estimate): Estimate {
  return { value: round4(value), low: round4(low), high: round4(high) };
}

function roundBin({ from, to, count, confidence, accuracy }: ReliabilityBin): ReliabilityBin {
  return {
    from,
    to,
    count,
    confidence: confidence === null ? null : round4(confidence),
    accuracy: accuracy === null ? null : round4(accuracy),
  };
}

function roundOrdinal({ meanAbsoluteError, weightedKappa }: OrdinalError): OrdinalError {
  return {
    meanAbsoluteError: round4(meanAbsoluteError),
    weightedKappa: weightedKappa === null ? null : round4(weightedKappa),
  };
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
