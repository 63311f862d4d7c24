/**
 * How the labels of a task exclude one another: `single`, one label a text; `multi`, any number of labels a text; `ordinal`,
 * one label a text and the labels stand in an order, such as one to five stars.
 */
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_KINDS = ["single", "multi", "ordinal"] as const;

/** What a scorer says of one text. */
export interface Verdict<Label extends string = string> {
  /**
   * The labels held to be true, most probable first: at most one for `single` and `ordinal`, any number for `multi`. Empty where
   * the scorer abstains, because no label is probable enough or nothing in the text is known to it.
   */
  readonly labels: readonly Label[];
  /**
   * Calibrated probability of each label, in the order of {@link Scorer.labels}, 0 to 1. They add up to 1 for `single` and
   * `ordinal`; each stands for itself for `multi`.
   */
  readonly probabilities: readonly number[];
}

/** Anything that reads texts as labels: a trained model, a lexicon, another library behind an adapter. */
export interface Scorer<Label extends string = string> {
  readonly kind: TaskKind;
  readonly labels: readonly Label[];
  /** Reads one text. Pure; any string is read, none throws. */
  readonly score: (text: string) => Verdict<Label>;
}
