/** A published result on the same task, for orientation: other training data or settings may stand behind it. */
export interface Anchor {
  readonly name: string;
  /** In per cent, as published. */
  readonly value: string;
  /** Author and year; "not traced" where the number is common knowledge that we could not follow to a paper. */
  readonly source: string;
}

/** What is wanted of a row, in per cent. */
export interface Aim {
  /** The least that is worth shipping. */
  readonly floor: number;
  readonly goal: number;
}

const TWEETEVAL = "Barbieri et al. 2020";

/** Published results by task. */
export const ANCHORS = {
  imdb: [
    { name: "NBSVM", value: "91.2", source: "Wang and Manning 2012" },
    { name: "fastText", value: "about 88", source: "not traced" },
    { name: "DistilBERT", value: "92.8", source: "Sanh et al. 2019" },
  ],
  sst2: [
    { name: "NBSVM type", value: "80-82", source: "not traced" },
    { name: "BERT-Tiny", value: "83.2", source: "Turc et al. 2019, GLUE test" },
    { name: "distilled BiLSTM", value: "90.7", source: "Tang et al. 2019" },
  ],
  banking77: [
    { name: "tf-idf SVM", value: "88-90", source: "not traced" },
    { name: "MPNet, fine-tuned", value: "94", source: "not traced" },
  ],
  tweetSentiment: [
    { name: "SVM", value: "62.9", source: TWEETEVAL },
    { name: "fastText", value: "62.9", source: TWEETEVAL },
    { name: "RoBERTa", value: "71.3", source: TWEETEVAL },
  ],
  tweetEmotion: [
    { name: "SVM", value: "64.7", source: TWEETEVAL },
    { name: "RoBERTa", value: "76.1", source: TWEETEVAL },
  ],
  aspectCategory: [
    { name: "SVM with Yelp lexicons", value: "88.6", source: "Kiritchenko et al. 2014" },
    { name: "BERT-pair", value: "92.2", source: "Sun et al. 2019" },
  ],
  aspectPolarity: [
    { name: "SVM with Yelp lexicons", value: "82.9", source: "Kiritchenko et al. 2014" },
    { name: "BERT-pair", value: "85.9", source: "Sun et al. 2019" },
  ],
  shoppingwords: [{ name: "BERT class, on like data", value: "91-94", source: "not traced" }],
} as const satisfies Readonly<Record<string, readonly Anchor[]>>;
