/** Steps that the walk below needs at most, with room: each class enters and leaves a few times. */
const STEPS = 200;

/**
 * The mixture of rows that comes nearest to a target, by squared distance: shares of the rows, from 0 up and adding up to 1. Where some
 * mixture meets the target exactly and the rows are independent, it is that one.
 *
 * @param rows rates of each true class over the predicted ones
 * @param target shares of the predicted classes
 *
 * Source: active sets of Lawson and Hanson 1974, chapter 23, with a sum of 1 as side condition.
 */
export function fitMixture(rows: readonly (readonly number[])[], target: readonly number[]): number[] {
  const size = rows.length;
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const gram = rows.map((row) => rows.map((other) => dot(row, other)));
  const wanted = rows.map((row) => dot(row, target));
  const distance = (i: number): number => (gram[i]?.[i] ?? 0) - 2 * (wanted[i] ?? 0);

  // The walk starts with all on the row that alone comes nearest.
  let nearest = 0;
  for (let i = 1; i < size; i++) if (distance(i) < distance(nearest)) nearest = i;
  let shares: number[] = rows.map((_, i) => (i === nearest ? 1 : 0));
  const free = new Set([nearest]);
  for (let step = 0; step < STEPS; step++) {
    const best = solveFree(gram, wanted, [...free]);
    const held = [...free].filter((i) => (best[i] ?? 0) < 0);
    if (held.length > 0) {
      // Go as far as no share falls below 0, and take out the rows that got there.
      let reach = 1;
      for (const i of held) reach = Math.min(reach, (shares[i] ?? 0) / ((shares[i] ?? 0) - (best[i] ?? 0)));
      shares = shares.map((share, i) => Math.max(0, share + reach * ((best[i] ?? 0) - share)));
      for (const i of held) if ((shares[i] ?? 0) <= 1e-12) free.delete(i);
      continue;
    }
    shares = best;
    const pull = wanted.map((each, i) => each - dot(gram[i] ?? [], shares));
    const level = Math.max(...[...free].map((i) => pull[i] ?? 0));
    let most = -1;
    for (let i = 0; i < size; i++) {
      if (!free.has(i) && (pull[i] ?? 0) > level + 1e-12 && (pull[i] ?? 0) > (pull[most] ?? -Infinity)) most = i;
    }
    if (most < 0) break;
    free.add(most);
  }
  return shares;
}

/** The best shares of the free rows that add up to 1, whatever their sign; 0 for the others. */
function solveFree(gram: readonly (readonly number[])[], wanted: readonly number[], free: readonly number[]): number[] {
  const matrix = free.map((i) => [...free.map((j) => gram[i]?.[j] ?? 0), 1, wanted[i] ?? 0]);
  matrix.push([...free.map(() => 1), 0, 1]);
  const solution = solveLinear(matrix);
  const shares = gram.map(() => 0);
  free.forEach((i, at) => {
    shares[i] = solution[at] ?? 0;
  });
  return shares;
}

/** Solves linear equations, given as rows with the right-hand side last, by elimination; an undetermined unknown is 0. */
function solveLinear(matrix: number[][]): number[] {
  const size = matrix.length;
  const at = (row: number, column: number): number => matrix[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot] ?? [], matrix[column] ?? []];
    if (Math.abs(at(column, column)) < 1e-13) continue;
    for (let row = 0; row < size; row++) {
      const factor = row === column ? 0 : at(row, column) / at(column, column);
      if (factor !== 0) matrix[row] = (matrix[row] ?? []).map((value, i) => value - factor * at(column, i));
    }
  }
  return matrix.map((_, i) => (Math.abs(at(i, i)) < 1e-13 ? 0 : at(i, size) / at(i, i)));
}

/** Whether rows are so much alike that their mixture cannot be told from what it gives: the determinant of their scaled products. */
export function areIndistinct(rows: readonly (readonly number[])[]): boolean {
  const scaled = rows.map((row) => {
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
    return row.map((x) => (length === 0 ? 0 : x / length));
  });
  // Gram-Schmidt: what is left of each row beside those before it.
  const apart: number[][] = [];
  for (const row of scaled) {
    let rest = [...row];
    for (const other of apart) {
      const along = rest.reduce((sum, x, i) => sum + x * (other[i] ?? 0), 0);
      rest = rest.map((x, i) => x - along * (other[i] ?? 0));
    }
    const length = Math.sqrt(rest.reduce((sum, x) => sum + x * x, 0));
    if (length < 1e-6) return true;
    apart.push(rest.map((x) => x / length));
  }
  return false;
}
