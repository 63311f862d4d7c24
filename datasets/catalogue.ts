import { ENGLISH_DATASETS, type EnglishDatasetName } from "./catalogue-en.js";
import { GOLD_DATASETS, type GoldDatasetName } from "./catalogue-gold.js";
import { TURKISH_DATASETS, type TurkishDatasetName } from "./catalogue-tr.js";
import { TRAINING_DATASETS, type TrainingDatasetName } from "./catalogue-training.js";
import type { Dataset } from "./dataset.js";

/** Names of the data sets that the evaluation and the training know. */
export type DatasetName = EnglishDatasetName | TurkishDatasetName | TrainingDatasetName | GoldDatasetName;

/**
 * The data sets by name: where each comes from, under which licence, its splits with their rows and checksums. The texts are
 * not in this repository; see {@link loadDataset} for where they are looked for.
 */
export const DATASETS: Readonly<Record<DatasetName, Dataset>> = {
  ...ENGLISH_DATASETS,
  ...TURKISH_DATASETS,
  ...TRAINING_DATASETS,
  ...GOLD_DATASETS,
};
