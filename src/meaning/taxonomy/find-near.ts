/** Runs of words, `from` and `to` of each in turn, in order of `from`. */
export type Runs = readonly number[];

/**
 * The runs that hold one run of either side with at most `distance` words between the two: for each run on the left the nearest on the right
 * before it and behind it, of those that start together the shortest. Runs that overlap are no two words and do not count.
 *
 * Time and memory are linear in the words and runs, at most `words` runs are returned, so that NEAR in NEAR stays linear too.
 *
 * @param words number of words in the text
 */
export function findNear(left: Runs, right: Runs, distance: number, words: number): Runs {
  if (left.length === 0 || right.length === 0) return [];
  /** Of the runs on the right: the last start of those that end at a word, the first end of those that start at one. */
  const startOf = new Int32Array(words + 1).fill(-1);
  const endOf = new Int32Array(words + 1).fill(-1);
  for (let k = 0; k < right.length; k += 2) {
    const [from = 0, to = 0] = [right[k], right[k + 1]];
    startOf[to] = Math.max(startOf[to] ?? -1, from);
    if (endOf[from] === -1 || to < (endOf[from] ?? 0)) endOf[from] = to;
  }
  const shortest = new Int32Array(words + 1).fill(-1);
  const add = (from: number, to: number): void => {
    if (shortest[from] === -1 || to < (shortest[from] ?? 0)) shortest[from] = to;
  };
  for (let k = 0; k < left.length; k += 2) {
    const [from = 0, to = 0] = [left[k], left[k + 1]];
    for (let end = from; end >= Math.max(0, from - distance); end--) {
      const start = startOf[end] ?? -1;
      if (start === -1) continue;
      add(start, to);
      break;
    }
    for (let start = to; start <= Math.min(words, to + distance); start++) {
      const end = endOf[start] ?? -1;
      if (end === -1) continue;
      add(from, end);
      break;
    }
  }
  const found: number[] = [];
  for (let from = 0; from < words; from++) {
    const to = shortest[from] ?? -1;
    if (to !== -1) found.push(from, to);
  }
  return found;
}

/** The runs of several lists in one, in order of `from`, then the shorter first; each once. Time is linear in the runs. */
export function joinRuns(lists: readonly Runs[]): Runs {
  let joined: readonly Runs[] = [...new Set(lists)];
  while (joined.length > 1) {
    const half: Runs[] = [];
    for (let k = 0; k < joined.length; k += 2) half.push(mergeRuns(joined[k] ?? [], joined[k + 1] ?? []));
    joined = half;
  }
  return joined[0] ?? [];
}

function mergeRuns(a: Runs, b: Runs): Runs {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const merged: number[] = [];
  let [i, k] = [0, 0];
  while (i < a.length || k < b.length) {
    const [from = Infinity, to = Infinity] = [a[i], a[i + 1]];
    const [otherFrom = Infinity, otherTo = Infinity] = [b[k], b[k + 1]];
    const order = from - otherFrom || to - otherTo;
    if (order <= 0) merged.push(from, to);
    else merged.push(otherFrom, otherTo);
    if (order <= 0) i += 2;
    if (order >= 0) k += 2;
  }
  return merged;
}
