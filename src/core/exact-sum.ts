/**
 * Adds a number to a sum without rounding, in place. The parts of the sum do not overlap and rise in size; their exact total is the
 * exact total of all numbers added, so that sums of fractions come out the same in any order.
 *
 * Source: Shewchuk 1997, Adaptive precision floating-point arithmetic, grow-expansion; the error of each sum as Knuth 1969 takes it.
 */
export function addExactly(parts: number[], number: number): void {
  let carried = number;
  let kept = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    const sum = carried + part;
    const added = sum - carried;
    const lost = carried - (sum - added) + (part - added);
    if (lost !== 0) parts[kept++] = lost;
    carried = sum;
  }
  if (carried !== 0) parts[kept++] = carried;
  if (parts.length > kept) parts.length = kept;
}

/**
 * The number nearest to an exact sum; 0 of no parts.
 *
 * Source: the rounding of Python's `math.fsum` (Hettinger and Dickinson), which sees to halves that parts further down decide.
 */
export function roundExactSum(parts: readonly number[]): number {
  let at = parts.length - 1;
  let sum = parts[at] ?? 0;
  let lost = 0;
  while (at > 0 && lost === 0) {
    const before = sum;
    const part = parts[--at] ?? 0;
    sum = before + part;
    lost = part - (sum - before);
  }
  const below = at > 0 ? (parts[at - 1] ?? 0) : 0;
  if (lost !== 0 && below !== 0 && lost > 0 === below > 0) {
    const twice = lost * 2;
    const other = sum + twice;
    if (other - sum === twice) return other;
  }
  return sum;
}

/**
 * The parts of an exact sum in the one form that depends on its total alone: each is what is nearest to the rest. Rising in size, as
 * {@link addExactly} takes them; none for 0.
 */
export function settleExactSum(parts: readonly number[]): number[] {
  const rest = [...parts];
  const settled: number[] = [];
  for (let next = roundExactSum(rest); next !== 0; next = roundExactSum(rest)) {
    settled.unshift(next);
    addExactly(rest, -next);
  }
  return settled;
}
