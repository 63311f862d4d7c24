/** Words of a text: runs of letters, marks, digits and inner apostrophes, lower-cased. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
}

/**
 * F1 of the words that two pieces of text share, counted with repetition, 0 to 1; 0 where either has no word.
 *
 * Source: the answer F1 of SQuAD (Rajpurkar et al. 2016), without its removal of articles.
 */
export function wordF1(gold: string, said: string): number {
  const wanted = wordsOf(gold);
  const given = wordsOf(said);
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const remaining = left.get(word) ?? 0;
    if (remaining === 0) continue;
    left.set(word, remaining - 1);
    shared++;
  }
  return shared === 0 ? 0 : (2 * shared) / (wanted.length + given.length);
}

/** Best {@link wordF1} against any of the acceptable spans; 0 where none is said or none is acceptable. */
export function bestWordF1(gold: readonly string[], said: string | null): number {
  return said === null ? 0 : Math.max(0, ...gold.map((span) => wordF1(span, said)));
}
