/** Verdicts of like confidence, and how many of them were right. */
export interface ReliabilityBin {
  /** Confidence from here, 0 to 1 … */
  readonly from: number;
  /** … to below here; the last bin holds 1. */
  readonly to: number;
  /** Verdicts in the bin. */
  readonly count: number;
  /** Their mean confidence, 0 to 1; `null` without verdicts. */
  readonly confidence: number | null;
  /** Share of them that were right, 0 to 1; `null` without verdicts. */
  readonly accuracy: number | null;
}

/** How honest confidences are. */
export interface Reliability {
  /**
   * Expected calibration error, 0 (confidence is the share of right verdicts) to 1: the distance between the two in each bin,
   * weighted by its verdicts. 0 without verdicts.
   */
  readonly error: number;
  readonly bins: readonly ReliabilityBin[];
}

/** Collects verdicts one by one; made by {@link createReliability}. */
export interface ReliabilityCount {
  /** Counts a verdict by its confidence, 0 to 1, and whether it was right. */
  readonly add: (confidence: number, right: boolean) => void;
  readonly toReliability: () => Reliability;
}

/**
 * Makes a count without verdicts, in bins of equal width.
 *
 * Source: Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, equation 3.
 */
export function createReliability(bins = 10): ReliabilityCount {
  const counts = new Float64Array(bins);
  const confident = new Float64Array(bins);
  const correct = new Float64Array(bins);
  return {
    add: (confidence, right) => {
      // 1 belongs to the last bin, and rounding may leave a confidence a hair outside.
      const bin = Math.max(0, Math.min(bins - 1, Math.floor(confidence * bins)));
      counts[bin] = (counts[bin] ?? 0) + 1;
      confident[bin] = (confident[bin] ?? 0) + confidence;
      if (right) correct[bin] = (correct[bin] ?? 0) + 1;
    },
    toReliability: () => {
      let total = 0;
      let gap = 0;
      const made = Array.from(counts, (count, bin): ReliabilityBin => {
        const sum = confident[bin] ?? 0;
        const hits = correct[bin] ?? 0;
        total += count;
        gap += Math.abs(sum - hits);
        return {
          from: bin / bins,
          to: (bin + 1) / bins,
          count,
          confidence: count === 0 ? null : sum / count,
          accuracy: count === 0 ? null : hits / count,
        };
      });
      return { error: total === 0 ? 0 : gap / total, bins: made };
    },
  };
}
