import { type Dataset, datasetSplits } from "./dataset.js";

export type TrainingDatasetName =
  | "pros_cons"
  | "huliu_product_reviews_1"
  | "huliu_product_reviews_2"
  | "mr_sentence_polarity"
  | "vader_gt_amazonreviewsnippets"
  | "vader_gt_tweets"
  | "vader_gt_nyteditorialsnippets"
  | "goemotions"
  | "twitter_entity"
  | "nhs_fft_phase1"
  | "skytrax_seat"
  | "skytrax_lounge"
  | "xed_tr"
  | "verigood_absa";

/** Public data sets that shipped weights learn from and that nothing is measured on. */
export const TRAINING_DATASETS: Readonly<Record<TrainingDatasetName, Dataset>> = {
  pros_cons: {
    language: "en",
    tier: "A",
    licence: "CC BY 4.0",
    source: "nltk/nltk_data @5db857e6f7, packages/corpora/pros_cons.zip",
    about: "What buyers listed as pros and cons of products; keyword lists, labelled by the field they stand in.",
    splits: datasetSplits("en", "pros_cons", { train: [32467, "17f08be5d2af"], dev: [4068, "34c3cc89f9da"] }),
  },
  huliu_product_reviews_1: {
    language: "en",
    tier: "A",
    licence: "CC BY 4.0",
    source: "nltk/nltk_data @5db857e6f7, packages/corpora/product_reviews_1.zip",
    about: "Sentences of product reviews; shares sentences with vader_gt_amazonreviewsnippets.",
    splits: datasetSplits("en", "huliu_product_reviews_1", { all: [3748, "9d5db058175f"] }),
  },
  huliu_product_reviews_2: {
    language: "en",
    tier: "A",
    licence: "CC BY 4.0",
    source: "nltk/nltk_data @5db857e6f7, packages/corpora/product_reviews_2.zip",
    about: "Sentences of product reviews; shares sentences with vader_gt_amazonreviewsnippets.",
    splits: datasetSplits("en", "huliu_product_reviews_2", { all: [4056, "43366196c1ba"] }),
  },
  mr_sentence_polarity: {
    language: "en",
    tier: "A",
    licence: "CC BY 4.0",
    source: "nltk/nltk_data @5db857e6f7, packages/corpora/sentence_polarity.zip",
    about:
      "Sentences of film critics; about 80 % of the SST sentences are here too, those of its test split taken out.",
    splits: datasetSplits("en", "mr_sentence_polarity", { train: [7094, "d09c2387060c"], dev: [936, "9a7f2849b3b6"] }),
  },
  vader_gt_amazonreviewsnippets: {
    language: "en",
    tier: "A",
    licence: "MIT",
    source: "cjhutto/vaderSentiment @44fc044cd8, additional_resources/hutto_ICWSM_2014.tar.gz",
    about: "Sentences of product reviews rated by twenty people; cut at 0.5 into three values.",
    splits: datasetSplits("en", "vader_gt_amazonreviewsnippets", { all: [3551, "79c9c6fe8693"] }),
  },
  vader_gt_tweets: {
    language: "en",
    tier: "A",
    licence: "MIT",
    source: "cjhutto/vaderSentiment @44fc044cd8, additional_resources/hutto_ICWSM_2014.tar.gz",
    about: "Tweets rated by twenty people; cut at 0.5 into three values.",
    splits: datasetSplits("en", "vader_gt_tweets", { all: [4200, "3398656848da"] }),
  },
  vader_gt_nyteditorialsnippets: {
    language: "en",
    tier: "A",
    licence: "MIT",
    source: "cjhutto/vaderSentiment @44fc044cd8, additional_resources/hutto_ICWSM_2014.tar.gz",
    about: "Sentences of newspaper editorials rated by twenty people; cut at 0.5 into three values.",
    splits: datasetSplits("en", "vader_gt_nyteditorialsnippets", { all: [5190, "33957860bc4d"] }),
  },
  goemotions: {
    language: "en",
    tier: "A",
    licence: "Apache-2.0; data CC BY 4.0",
    source: "monologg/GoEmotions-pytorch @b75f9d3a8b, data/original",
    about: "Comments of a forum with 28 emotions; sentiment is derived from their groups.",
    splits: datasetSplits("en", "goemotions", { train: [43406, "fb2c432054f2"], dev: [5425, "8336ff97bd54"] }),
  },
  twitter_entity: {
    language: "en",
    tier: "A",
    licence: "CC0 (to be verified)",
    source: "mohamedYoussfi/nlp-sentiment-analysis-bert @34870bf0ba, twitter_training.csv.zip",
    about: "Tweets about games and firms with their sentiment toward these; noisy, many near duplicates.",
    splits: datasetSplits("en", "twitter_entity", { train: [55143, "0ad822514251"], dev: [6809, "55087cc3b1b0"] }),
  },
  nhs_fft_phase1: {
    language: "en",
    tier: "A",
    licence: "MIT",
    source: "The-Strategy-Unit/pxtextmining @ba6c0a2f10, datasets/phase_1/text_data.csv",
    about: "Answers to patient surveys of a health service with one theme and how critical they are.",
    splits: datasetSplits("en", "nhs_fft_phase1", { train: [6895, "e5d03bb1bb1d"], dev: [922, "94e819057249"] }),
  },
  skytrax_seat: {
    language: "en",
    tier: "A",
    licence: "CC0",
    source: "quankiquanki/skytrax-reviews-dataset @bd4997cbfc, data/seat.csv",
    about: "Reviews of aircraft seats with stars.",
    splits: datasetSplits("en", "skytrax_seat", { train: [1000, "943a408a7a93"], dev: [114, "ceeb771fb8fd"] }),
  },
  skytrax_lounge: {
    language: "en",
    tier: "A",
    licence: "CC0",
    source: "quankiquanki/skytrax-reviews-dataset @bd4997cbfc, data/lounge.csv",
    about: "Reviews of airport lounges with stars.",
    splits: datasetSplits("en", "skytrax_lounge", { train: [1797, "0a79cfc59969"], dev: [222, "e6bea335a1dd"] }),
  },
  xed_tr: {
    language: "tr",
    tier: "A",
    licence: "CC BY 4.0",
    source: "Helsinki-NLP/XED @76666d2, Projections/tr-projections2.tsv",
    about: "Film subtitles; labels projected from English.",
    splits: datasetSplits("tr", "xed_tr", {
      train: [7094, "8fa78f3dbf9d"],
      dev: [920, "92085ce41898"],
      test: [890, "f26b14958625"],
    }),
  },
  verigood_absa: {
    language: "tr",
    tier: "A",
    licence: "Apache-2.0",
    source: "verigood-team/VeriGood-Teknofest2024 @c060a73, dataset/All_dataset",
    about: "Posts and complaints about brands, each brand with its sentiment.",
    splits: datasetSplits("tr", "verigood_absa", { train: [2897, "1e23908c9c39"], dev: [368, "995f608d5336"] }),
  },
};
