import type { Dataset } from "./dataset.js";

export type GoldDatasetName = "gold_en" | "gold_tr" | "contrast_en" | "contrast_tr";

const GOLD = {
  tier: "B",
  licence: "labels of this project, MIT; texts of the data set that each row names",
  source: "rows of public data sets, annotated for this project by the definitions of docs/labels.md",
  about:
    "Customer texts with every reading that the library gives: two independent annotations by language models, differences settled by a third. Enriched with rare journey stages. Split `train`: tier A texts with one annotation; `written`: texts written for this project; `dev`: in part texts of tier B sets, to choose and report on, never to train on.",
} as const;

const CONTRAST = {
  tier: "A",
  licence: "MIT",
  source: "written for this project",
  about:
    "Short utterances of one phenomenon each (negation, contrast, idiom …), many as minimal pairs; three values of polarity.",
} as const;

/** The gold verbatims and contrast suites of this project, in a folder `gold` beside that of the public data. */
export const GOLD_DATASETS: Readonly<Record<GoldDatasetName, Dataset>> = {
  gold_en: {
    language: "en",
    ...GOLD,
    splits: {
      train: { file: "../gold/train.en.jsonl", rows: 2299, sha256: "6a445bf0f00d" },
      written: { file: "../gold/written.en.jsonl", rows: 3844, sha256: "a4c0c2a4aed6" },
      dev: { file: "../gold/dev.en.jsonl", rows: 289, sha256: "f1ec4c6cee07" },
    },
  },
  gold_tr: {
    language: "tr",
    ...GOLD,
    splits: {
      train: { file: "../gold/train.tr.jsonl", rows: 1205, sha256: "7aa94599af15" },
      written: { file: "../gold/written.tr.jsonl", rows: 2383, sha256: "06f809e62654" },
      dev: { file: "../gold/dev.tr.jsonl", rows: 188, sha256: "eb99041774cd" },
    },
  },
  contrast_en: {
    language: "en",
    ...CONTRAST,
    splits: { dev: { file: "../gold/contrast.en.dev.jsonl", rows: 162, sha256: "3aa1b9b5a0b2" } },
  },
  contrast_tr: {
    language: "tr",
    ...CONTRAST,
    splits: { dev: { file: "../gold/contrast.tr.dev.jsonl", rows: 132, sha256: "74514e868e2e" } },
  },
};
