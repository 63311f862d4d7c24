import { logGamma } from "../../core/gamma.js";
import { exp } from "../../core/math.js";
import { createRandom } from "../../core/random.js";
import type { Draw } from "./permute-sums.js";

/** Logarithms of factorials up to here are looked up, beyond computed. */
const TABLE = 1 << 16;

/**
 * The same as `exactTail` by random permutations: (1 + as far off) / (1 + drawn). Answers are not drawn one by one: each value's
 * number among them is, from the hypergeometric distribution.
 */
export function sampledTail({ pool, drawn, observed }: Draw, resamples: number, seed: number): number {
  const random = createRandom(seed);
  const values = pool
    .flatMap((count, value) => (count > 0 ? [{ value, count }] : []))
    .sort((a, b) => b.count - a.count);
  const n = values.reduce((sum, { count }) => sum + count, 0);
  const all = values.reduce((sum, { value, count }) => sum + value * count, 0);
  const logFactorial = createLogFactorial(Math.min(TABLE, n));
  const limit = Math.abs(observed * n - all * drawn);
  let far = 0;
  for (let sample = 0; sample < resamples; sample++) {
    let left = n;
    let wanted = drawn;
    let sum = 0;
    for (const { value, count } of values) {
      if (wanted === 0) break;
      const taken = drawMarked(count, left, wanted, logFactorial, random);
      sum += taken * value;
      wanted -= taken;
      left -= count;
    }
    if (Math.abs(sum * n - all * drawn) >= limit) far++;
  }
  return (1 + far) / (1 + resamples);
}

function createLogFactorial(most: number): (n: number) => number {
  const table = new Float64Array(most + 1);
  for (let n = 2; n <= most; n++) table[n] = logGamma(n + 1);
  return (n) => (n <= most ? (table[n] ?? 0) : logGamma(n + 1));
}

/**
 * How many of `wanted` items drawn from `left` are among the `marked`: inverts the distribution function, walking outwards from the mode,
 * which takes some standard deviations' steps.
 */
function drawMarked(
  marked: number,
  left: number,
  wanted: number,
  logFactorial: (n: number) => number,
  random: () => number,
): number {
  const plain = left - marked;
  const low = Math.max(0, wanted - plain);
  const high = Math.min(wanted, marked);
  if (low === high) return low;
  const mode = Math.min(high, Math.max(low, Math.floor(((wanted + 1) * (marked + 1)) / (left + 2))));
  const ways = (of: number, k: number): number => logFactorial(of) - logFactorial(k) - logFactorial(of - k);
  const top = exp(ways(marked, mode) + ways(plain, wanted - mode) - ways(left, wanted));
  let rest = random() - top;
  let [down, up] = [mode, mode];
  let [chanceDown, chanceUp] = [top, top];
  while (rest >= 0 && (down > low || up < high)) {
    if (up < high) {
      chanceUp *= ((marked - up) / (up + 1)) * ((wanted - up) / (plain - wanted + up + 1));
      up++;
      rest -= chanceUp;
      if (rest < 0) return up;
    }
    if (down > low) {
      chanceDown *= (down / (marked - down + 1)) * ((plain - wanted + down) / (wanted - down + 1));
      down--;
      rest -= chanceDown;
      if (rest < 0) return down;
    }
  }
  return mode;
}
