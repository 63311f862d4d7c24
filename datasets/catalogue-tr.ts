import { type Dataset, datasetSplits } from "./dataset.js";

export type TurkishDatasetName =
  | "shoppingwords"
  | "boun_movies"
  | "eticaret_urun"
  | "trbrain_telecom"
  | "tripadvisor_hotels"
  | "ud_boun"
  | "ud_tourism"
  | "lid_lingua_sentences"
  | "lid_lingua_wordpairs";

/** Public Turkish data sets, and the two of language identification, which lie beside them. */
export const TURKISH_DATASETS: Readonly<Record<TurkishDatasetName, Dataset>> = {
  shoppingwords: {
    language: "tr",
    tier: "A",
    licence: "MIT",
    source: "bkanx/shoppingwords @99daa4b, data/reviews.rda and data/reviews_test.rda",
    about:
      "Short reviews of one shopping site, many of clothes; the test split is labelled positive or negative by hand.",
    splits: datasetSplits("tr", "shoppingwords", {
      train: [200241, "0226a77986f8"],
      dev: [10528, "25e3e121544c"],
      test: [1481, "2f8a80e6f7f8"],
    }),
  },
  boun_movies: {
    language: "tr",
    tier: "A",
    licence: "MIT",
    source: "cemrifki/sentiment-analysis @21130d5, datasets/turkish/turkish_sentiment_data.csv",
    about: "Film reviews, half positive, half negative.",
    splits: datasetSplits("tr", "boun_movies", {
      train: [11084, "c0f812aae5ae"],
      dev: [1444, "1aabdc4a42c7"],
      test: [1456, "44856b0ccf57"],
    }),
  },
  eticaret_urun: {
    language: "tr",
    tier: "B",
    licence: "unstated",
    source: "ssedayzc/Analysis-of-E-Commerce-Product-Reviews-with-NLP @9283922, e-ticaret_urun_yorumlari.csv",
    about: "Product reviews with three values of sentiment.",
    splits: datasetSplits("tr", "eticaret_urun", {
      train: [10570, "94cd6c02b773"],
      dev: [1335, "338fa307ef80"],
    }),
  },
  trbrain_telecom: {
    language: "tr",
    tier: "A",
    licence: "Apache-2.0",
    source: "tr-brain-com/Acikhack2024TDDI @771c5f7, data/final_df.xlsx",
    about: "Posts and complaints about telephone operators, labelled by the team of a contest; one label a row.",
    splits: datasetSplits("tr", "trbrain_telecom", {
      train: [16175, "97edb69a4f3d"],
      dev: [2086, "99883dcec5a3"],
    }),
  },
  tripadvisor_hotels: {
    language: "tr",
    tier: "B",
    licence: "unstated",
    source: "timmdov/Hotel_Review_Analysis @a2a68eb, ML_SentimentAnalysis/data/raw/tripadvisor_tr_reviews.csv",
    about: "Hotel reviews with stars, 95 % positive.",
    splits: datasetSplits("tr", "tripadvisor_hotels", {
      train: [5087, "b32cce490e16"],
      dev: [572, "99f27975da66"],
    }),
  },
  ud_boun: {
    language: "tr",
    tier: "A",
    licence: "CC BY-SA 4.0",
    source: "UniversalDependencies/UD_Turkish-BOUN @f828b02",
    about: "Sentences of news and non-fiction with tokens, lemmas and parts of speech.",
    splits: datasetSplits("tr", "ud_boun", { dev: [979, "39cd1c977ecd"] }),
  },
  ud_tourism: {
    language: "tr",
    tier: "A",
    licence: "CC BY-SA 4.0",
    source: "UniversalDependencies/UD_Turkish-Tourism @e410880",
    about: "Fragments of hotel reviews in capitals, cut into tokens beforehand, with lemmas and parts of speech.",
    splits: datasetSplits("tr", "ud_tourism", { dev: [2159, "db470de2a666"] }),
  },
  lid_lingua_sentences: {
    language: "many",
    tier: "A",
    licence: "Apache-2.0; texts of the Leipzig Corpora Collection (CC BY)",
    source: "pemistahl/lingua-py @754ce21, language-testdata/sentences",
    about: "Web sentences in 23 languages, about 1,000 each; the label is the ISO 639-1 code.",
    splits: datasetSplits("tr", "lid_lingua_sentences", { test: [23007, "0390b20a624f"] }),
  },
  lid_lingua_wordpairs: {
    language: "many",
    tier: "A",
    licence: "Apache-2.0; texts of the Leipzig Corpora Collection (CC BY)",
    source: "pemistahl/lingua-py @754ce21, language-testdata/word-pairs",
    about: "Pairs of words in 23 languages, about 1,000 each; the label is the ISO 639-1 code.",
    splits: datasetSplits("tr", "lid_lingua_wordpairs", { test: [23000, "7c7b561d4cc5"] }),
  },
};
