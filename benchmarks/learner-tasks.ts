import type { DatasetRow } from "../datasets/rows.js";
import type { LabelledText } from "../src/learning/labelled-text.js";
import type { TaskKind } from "../src/learning/scorer.js";
import { type Aim, ANCHORS, type Anchor } from "./accuracy/anchors.js";
import type { Measure } from "./accuracy/score.js";
import type { LabelledDatasetName } from "./accuracy/shipped-sets.js";
import type { View } from "./accuracy/views.js";

/** One file of a data set. */
export interface TaskSplit {
  readonly dataset: LabelledDatasetName;
  readonly split: string;
}

/** A task that the learner is trained on in its own domain. */
export interface LearnerTask {
  readonly name: string;
  readonly language: "en" | "tr";
  readonly kind: TaskKind;
  /** In their order for `ordinal`; the trainer finds them in the examples where left out. */
  readonly labels?: readonly string[];
  readonly train: TaskSplit;
  /** The published test split, or the development split where the test split is not at hand. */
  readonly test: TaskSplit;
  readonly measure: Measure;
  /** Examples that a row gives: mostly one. */
  readonly examplesOf: (row: DatasetRow) => readonly LabelledText[];
  /** Whether the shipped model learned sentences of the training split, so that its weights must not be a prior: they seem to know more than they do. */
  readonly isShared?: true;
  /** How the peers' sentiment is read as labels of this task; `null` where it cannot be. */
  readonly peersView: View | null;
  /** What a reader of the number must know. */
  readonly note: string;
  readonly anchors: readonly Anchor[];
  readonly aim: Aim | null;
}

const STARS = ["1", "2", "3", "4", "5"] as const;

const bySentiment = ({ text, sentiment }: DatasetRow): LabelledText[] =>
  sentiment === undefined ? [] : [{ text, label: sentiment }];

const byStars = ({ text, stars }: DatasetRow): LabelledText[] =>
  stars === undefined ? [] : [{ text, label: String(stars) }];

const byLabel = ({ text, label }: DatasetRow): LabelledText[] => (typeof label === "string" ? [{ text, label }] : []);

/** The aspect categories of a sentence; each once. */
const byCategories = ({ text, aspects = [] }: DatasetRow): LabelledText[] => [
  { text, labels: [...new Set(aspects.flatMap(({ category }) => (category === undefined ? [] : [category])))] },
];

/** One example for each category of a sentence: what is said of it, `conflict` where both good and bad is. */
const byCategoryPolarity = ({ text, aspects = [] }: DatasetRow): LabelledText[] =>
  aspects.flatMap(({ category, sentiment }) =>
    category === undefined || sentiment === undefined ? [] : [{ text: aspectText(category, text), label: sentiment }],
  );

/** A sentence as it is asked about one category: the category's name before it. */
function aspectText(category: string, text: string): string {
  return `${category}: ${text}`;
}

/** The tasks of the learner's table, in its order. */
export const LEARNER_TASKS: readonly LearnerTask[] = [
  {
    name: "imdb",
    language: "en",
    kind: "single",
    train: { dataset: "imdb", split: "train" },
    test: { dataset: "imdb", split: "test" },
    measure: "accuracy",
    examplesOf: bySentiment,
    peersView: "binary",
    note: "",
    anchors: ANCHORS.imdb,
    aim: { floor: 91, goal: 93 },
  },
  {
    name: "sst2",
    language: "en",
    kind: "single",
    isShared: true,
    train: { dataset: "sst2", split: "train" },
    test: { dataset: "sst2", split: "dev" },
    measure: "accuracy",
    examplesOf: bySentiment,
    peersView: "binary",
    note: "6,920 sentences, no phrases; most published results train on 67,349 phrases",
    anchors: ANCHORS.sst2,
    aim: { floor: 81, goal: 87 },
  },
  {
    name: "sst5",
    language: "en",
    kind: "ordinal",
    labels: STARS,
    isShared: true,
    train: { dataset: "sst5", split: "train" },
    test: { dataset: "sst5", split: "dev" },
    measure: "accuracy",
    examplesOf: byStars,
    peersView: null,
    note: "sentences, no phrases",
    anchors: [],
    aim: null,
  },
  {
    name: "banking77",
    language: "en",
    kind: "single",
    train: { dataset: "banking77", split: "train" },
    test: { dataset: "banking77", split: "test" },
    measure: "accuracy",
    examplesOf: byLabel,
    peersView: null,
    note: "",
    anchors: ANCHORS.banking77,
    aim: { floor: 90, goal: 92.5 },
  },
  {
    name: "tweeteval_sentiment",
    language: "en",
    kind: "single",
    train: { dataset: "semeval2017_t4a", split: "train" },
    test: { dataset: "tweeteval_sentiment", split: "test" },
    measure: "macroRecall",
    examplesOf: bySentiment,
    peersView: "three-way",
    note: "trained on 17,174 of the 45,615 tweets that published results train on",
    anchors: ANCHORS.tweetSentiment,
    aim: { floor: 62, goal: 67 },
  },
  {
    name: "tweeteval_emotion",
    language: "en",
    kind: "single",
    train: { dataset: "tweeteval_emotion", split: "train" },
    test: { dataset: "tweeteval_emotion", split: "test" },
    measure: "macroF1",
    examplesOf: byLabel,
    peersView: null,
    note: "",
    anchors: ANCHORS.tweetEmotion,
    aim: { floor: 65, goal: 70 },
  },
  {
    name: "semeval14_category",
    language: "en",
    kind: "multi",
    train: { dataset: "semeval14_restaurants", split: "train" },
    test: { dataset: "semeval14_restaurants", split: "test" },
    measure: "microF1",
    examplesOf: byCategories,
    peersView: null,
    note: "",
    anchors: ANCHORS.aspectCategory,
    aim: { floor: 84, goal: 89.5 },
  },
  {
    name: "semeval14_polarity",
    language: "en",
    kind: "single",
    train: { dataset: "semeval14_restaurants", split: "train" },
    test: { dataset: "semeval14_restaurants", split: "test" },
    measure: "accuracy",
    examplesOf: byCategoryPolarity,
    peersView: null,
    note: "four values; the categories are given",
    anchors: ANCHORS.aspectPolarity,
    aim: { floor: 76, goal: 84 },
  },
  {
    name: "womens_clothing_stars",
    language: "en",
    kind: "ordinal",
    labels: STARS,
    isShared: true,
    train: { dataset: "womens_clothing", split: "train" },
    test: { dataset: "womens_clothing", split: "test" },
    measure: "accuracy",
    examplesOf: byStars,
    peersView: null,
    note: "",
    anchors: [],
    aim: null,
  },
  {
    name: "shoppingwords_stars",
    language: "tr",
    kind: "ordinal",
    labels: STARS,
    isShared: true,
    train: { dataset: "shoppingwords", split: "train" },
    test: { dataset: "shoppingwords", split: "test" },
    measure: "accuracy",
    examplesOf: byStars,
    peersView: null,
    note: "most negative texts of the test split came with four or five stars",
    anchors: [],
    aim: null,
  },
  {
    name: "boun_movies",
    language: "tr",
    kind: "single",
    isShared: true,
    train: { dataset: "boun_movies", split: "train" },
    test: { dataset: "boun_movies", split: "test" },
    measure: "accuracy",
    examplesOf: bySentiment,
    peersView: "binary",
    note: "",
    anchors: [],
    aim: null,
  },
  {
    name: "trbrain_telecom",
    language: "tr",
    kind: "single",
    isShared: true,
    train: { dataset: "trbrain_telecom", split: "train" },
    test: { dataset: "trbrain_telecom", split: "dev" },
    measure: "accuracy",
    examplesOf: bySentiment,
    peersView: "three-way",
    note: "",
    anchors: [],
    aim: null,
  },
];
