/** What a simulation found. */
export interface Simulation {
  /** Plain values, one a line of the file. */
  readonly rows: readonly object[];
  /** The same for a reader. */
  readonly markdown: string;
}
