import { logGamma } from "../../core/gamma.js";
import { exp } from "../../core/math.js";
import { createRandom } from "../../core/random.js";
import type { Draw } from "./permute-sums.js";

/** Logarithms of factorials up to here are looked up, beyond computed. */
const TABLE = 1 << 16;

/** Up to so many answers are drawn one by one, from a list of at most so many; more by how many of each value are among them. */
const FEW_DRAWN = 2000;
const LISTED = 1 << 22;

/**
 * The same as `exactTail` by random permutations: (1 + as far off) / (1 + permutations), which is never 0.
 *
 * Source: Phipson and Smyth 2010, Permutation p-values should never be zero.
 */
export function sampledTail({ pool, drawn, observed }: Draw, resamples: number, seed: number): number {
  const n = pool.reduce((sum, count) => sum + count, 0);
  const all = pool.reduce((sum, count, value) => sum + value * count, 0);
  const random = createRandom(seed);
  const few = drawn <= FEW_DRAWN && n <= LISTED && pool.length <= 256;
  const drawSum = few ? createListDrawer(pool, n, drawn, random) : createCountDrawer(pool, n, drawn, random);
  // Whole numbers on both sides, so that ties are ties.
  const limit = Math.abs(observed * n - all * drawn);
  let far = 0;
  for (let sample = 0; sample < resamples; sample++) {
    if (Math.abs(drawSum() * n - all * drawn) >= limit) far++;
  }
  return (1 + far) / (1 + resamples);
}

/** Draws the sum by putting the first answers of a list into another order, which the next drawing may start from. Source: Durstenfeld 1964. */
function createListDrawer(pool: readonly number[], n: number, drawn: number, random: () => number): () => number {
  const list = new Uint8Array(n);
  let at = 0;
  for (const [value, count] of pool.entries()) {
    list.fill(value, at, at + count);
    at += count;
  }
  return () => {
    let sum = 0;
    for (let i = 0; i < drawn; i++) {
      const other = i + Math.floor(random() * (n - i));
      const value = list[other] ?? 0;
      list[other] = list[i] ?? 0;
      list[i] = value;
      sum += value;
    }
    return sum;
  };
}

/** Draws the sum by how many of each value are among the answers drawn, which is hypergeometric, the most frequent value first. */
function createCountDrawer(pool: readonly number[], n: number, drawn: number, random: () => number): () => number {
  const values = pool
    .flatMap((count, value) => (count > 0 ? [{ value, count }] : []))
    .sort((a, b) => b.count - a.count);
  const logFactorial = createLogFactorial(Math.min(TABLE, n));
  return () => {
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
    return sum;
  };
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
