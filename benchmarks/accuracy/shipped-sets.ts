import type { EnglishDatasetName } from "../../datasets/catalogue-en.js";
import type { TurkishDatasetName } from "../../datasets/catalogue-tr.js";
import { type LoadOptions, loadDataset } from "../../datasets/load.js";
import type { ContrastRow, DatasetRow } from "../../datasets/rows.js";
import type { Language } from "../../src/core/labels.js";
import { type Aim, ANCHORS, type Anchor } from "./anchors.js";
import type { Measure } from "./score.js";
import type { View } from "./views.js";

/** Sets whose rows are texts with labels. */
export type LabelledDatasetName = Exclude<EnglishDatasetName | TurkishDatasetName, "ud_boun" | "ud_tourism">;

/** A text with its true label. */
export interface Example {
  readonly text: string;
  readonly label: string;
}

/** One row of the table of shipped models: a set, how its labels are read, and what is wanted. */
export interface ShippedSet {
  readonly name: string;
  readonly dataset: string;
  readonly split: string;
  readonly language: Language;
  readonly view: View;
  readonly measure: Measure;
  /** What a reader of the number must know. */
  readonly note: string;
  readonly anchors: readonly Anchor[];
  readonly aim: Aim | null;
  readonly load: (options: LoadOptions) => Promise<Example[]>;
}

type Facts = Pick<ShippedSet, "name" | "language" | "view" | "split"> &
  Partial<Pick<ShippedSet, "measure" | "note" | "anchors" | "aim">>;

/** Rows without the label are left out. */
function publicSet(
  dataset: LabelledDatasetName,
  facts: Facts,
  labelOf: (row: DatasetRow) => string | undefined = ({ sentiment }) => sentiment,
): ShippedSet {
  return {
    ...completed(facts),
    dataset,
    load: (options) => collect(loadDataset(dataset, facts.split, options), labelOf),
  };
}

function contrastSet(dataset: "contrast_en" | "contrast_tr", facts: Facts): ShippedSet {
  const labelOf = ({ polarity }: ContrastRow): string => polarity;
  return {
    ...completed(facts),
    dataset,
    load: (options) => collect(loadDataset(dataset, facts.split, options), labelOf),
  };
}

function completed(facts: Facts): Omit<ShippedSet, "dataset" | "load"> {
  return { measure: "accuracy", note: "", anchors: [], aim: null, ...facts };
}

async function collect<Row extends { readonly text: string }>(
  rows: AsyncIterable<Row>,
  labelOf: (row: Row) => string | undefined,
): Promise<Example[]> {
  const examples: Example[] = [];
  for await (const row of rows) {
    const label = labelOf(row);
    if (label !== undefined) examples.push({ text: row.text, label });
  }
  return examples;
}

const STARS = "stars 1-2 negative, 3 neutral, 4-5 positive";

/** The sets that nothing shipped was trained on, in the order of the table. */
export const SHIPPED_SETS: readonly ShippedSet[] = [
  contrastSet("contrast_en", {
    name: "contrast_en",
    split: "dev",
    language: "en",
    view: "three-way",
    note: "written for this project",
    aim: { floor: 70, goal: 90 },
  }),
  publicSet("uci_yelp_sentences", {
    name: "uci_yelp_sentences",
    split: "all",
    language: "en",
    view: "binary",
    aim: { floor: 88, goal: 93 },
  }),
  publicSet("tweeteval_sentiment", {
    name: "tweeteval_sentiment",
    split: "test",
    language: "en",
    view: "three-way",
    measure: "macroRecall",
    note: "published results are trained in-domain",
    anchors: ANCHORS.tweetSentiment,
    aim: { floor: 60, goal: 64 },
  }),
  publicSet("imdb", {
    name: "imdb",
    split: "test",
    language: "en",
    view: "binary",
    note: "published results are trained in-domain",
    anchors: ANCHORS.imdb,
  }),
  publicSet("appstore_reviews", {
    name: "appstore_reviews",
    split: "dev",
    language: "en",
    view: "three-way",
    note: STARS,
  }),
  publicSet("tripadvisor_lara", {
    name: "tripadvisor_lara",
    split: "dev",
    language: "en",
    view: "three-way",
    note: STARS,
  }),
  publicSet("womens_clothing", {
    name: "womens_clothing",
    split: "test",
    language: "en",
    view: "three-way",
    note: STARS,
  }),
  publicSet(
    "complaints_twitter",
    {
      name: "complaints_twitter",
      split: "dev",
      language: "en",
      view: "complaint",
      note: "a complaint is what is read as negative",
    },
    // The set's labels are these two strings.
    ({ label }) => (label === "complaint" || label === "not_complaint" ? label : undefined),
  ),
  contrastSet("contrast_tr", {
    name: "contrast_tr",
    split: "dev",
    language: "tr",
    view: "three-way",
    note: "written for this project",
    aim: { floor: 68, goal: 88 },
  }),
  publicSet("shoppingwords", {
    name: "shoppingwords",
    split: "test",
    language: "tr",
    view: "binary",
    anchors: ANCHORS.shoppingwords,
    aim: { floor: 92, goal: 95 },
  }),
  publicSet("boun_movies", { name: "boun_movies", split: "test", language: "tr", view: "binary" }),
  publicSet("eticaret_urun", { name: "eticaret_urun", split: "dev", language: "tr", view: "three-way" }),
  publicSet("trbrain_telecom", { name: "trbrain_telecom", split: "dev", language: "tr", view: "three-way" }),
  publicSet("tripadvisor_hotels", {
    name: "tripadvisor_hotels",
    split: "dev",
    language: "tr",
    view: "three-way",
    note: `${STARS}; 95 % positive`,
  }),
];
