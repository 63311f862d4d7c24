/**
 * Expected calibration error: how far confidence is from the share of right verdicts, 0 (honest) to 1. Ten bins of equal
 * width over 0 to 1, each weighted by its verdicts; 0 without verdicts.
 *
 * Source: Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, equation 3.
 */
export function calibrationError(confidences: readonly number[], right: readonly boolean[], bins = 10): number {
  const count = new Float64Array(bins);
  const confident = new Float64Array(bins);
  const correct = new Float64Array(bins);
  confidences.forEach((confidence, i) => {
    // 1 belongs to the last bin.
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    count[bin] = (count[bin] ?? 0) + 1;
    confident[bin] = (confident[bin] ?? 0) + confidence;
    if (right[i] === true) correct[bin] = (correct[bin] ?? 0) + 1;
  });
  let gap = 0;
  for (let bin = 0; bin < bins; bin++) gap += Math.abs((confident[bin] ?? 0) - (correct[bin] ?? 0));
  return confidences.length === 0 ? 0 : gap / confidences.length;
}
