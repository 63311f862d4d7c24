/** One file of a data set. */
export interface Split {
  /** Path below the data folder; `../gold/…` for what lies beside it. Gzipped where it ends in `.gz`. */
  readonly file: string;
  readonly rows: number;
  /** First 12 hexadecimal digits of the SHA-256 of the file as it lies on disk. */
  readonly sha256: string;
}

/** What is known of a data set beside its rows. */
export interface Dataset {
  /** Language of the texts, ISO 639-1; `"many"` for sets of language identification. */
  readonly language: "en" | "tr" | "many";
  /**
   * `A`: its licence lets shipped weights learn from it. `B`: research-only, non-commercial or unstated; measure on it, never
   * ship what learned from it.
   */
  readonly tier: "A" | "B";
  /** Licence as its publisher states it: of the compilation, not of the customers' words. */
  readonly licence: string;
  /** Public repository, commit and files that it was taken from. */
  readonly source: string;
  /** What the texts are and what to beware of. */
  readonly about: string;
  readonly splits: Readonly<Record<string, Split>>;
}

/** Rows and checksum of each split of a data set, as {@link datasetSplits} takes them. */
type SplitFacts = Readonly<Record<string, readonly [rows: number, sha256: string]>>;

/** Splits of a data set whose files are named `<folder>/<name>.<split>.jsonl.gz`. */
export function datasetSplits(folder: "en" | "tr", name: string, facts: SplitFacts): Readonly<Record<string, Split>> {
  return Object.fromEntries(
    Object.entries(facts).map(([split, [rows, sha256]]) => [
      split,
      { file: `${folder}/${name}.${split}.jsonl.gz`, rows, sha256 },
    ]),
  );
}
