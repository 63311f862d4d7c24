import type { Effort, Emotion, Intent, SentimentLabel, Stage } from "../src/core/labels.js";
import type { DatasetName } from "./catalogue.js";

/** Sentiment in public data sets; they know no `mixed`. */
export type ThreeWay = "negative" | "neutral" | "positive";

/** What a text says of one aspect. */
interface RowAspect {
  readonly category?: string;
  readonly term?: string;
  /** Offsets of the term in the text, in UTF-16 code units. */
  readonly from?: number;
  readonly to?: number;
  readonly opinion?: string;
  readonly sentiment?: ThreeWay | "conflict";
}

/** One row of a public data set. Only `text` is in every row; which others a set has is told by its card. */
export interface DatasetRow {
  readonly text: string;
  readonly id?: string;
  /** Class by the set's own scheme; several where the set gives several. */
  readonly label?: string | number | readonly string[];
  /** 1 to 5. */
  readonly stars?: number;
  readonly sentiment?: ThreeWay;
  readonly aspects?: readonly RowAspect[];
  readonly topic?: string;
  readonly date?: string;
}

/** One sentence of a treebank. */
interface TreebankRow {
  readonly text: string;
  readonly id: string;
  readonly surface_tokens: readonly string[];
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
}

/** One gold verbatim; `null` says that the text does not tell. */
export interface GoldRow {
  readonly id: string;
  readonly text: string;
  readonly language: "en" | "tr";
  /** Data set that the text is of. */
  readonly source: string;
  readonly sentiment: SentimentLabel;
  readonly stage: Stage | null;
  readonly stage2: Stage | null;
  readonly intent: Intent;
  readonly emotion: Emotion | null;
  readonly effort: Effort | null;
  readonly urgent: boolean;
  readonly themes: readonly string[];
  readonly theme_sentiment: Readonly<Record<string, SentimentLabel>>;
  /** The acceptable wordings of the main problem, as they stand in the text; `[]` where there is none. */
  readonly pain: readonly string[];
}

/** One utterance of a contrast suite. */
export interface ContrastRow {
  readonly id: string;
  readonly text: string;
  /** The phenomenon. */
  readonly category: string;
  readonly polarity: ThreeWay;
  /** Name shared by the utterances of a minimal pair. */
  readonly pair?: string;
}

/** Type of the rows of a data set. */
export type RowOf<Name extends DatasetName> = Name extends "gold_en" | "gold_tr"
  ? GoldRow
  : Name extends "contrast_en" | "contrast_tr"
    ? ContrastRow
    : Name extends "ud_boun" | "ud_tourism"
      ? TreebankRow
      : DatasetRow;
