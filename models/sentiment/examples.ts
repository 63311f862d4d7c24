/** The texts that the sentiment models learn from: tier A data sets, and texts written for this project. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatasetName } from "../../datasets/catalogue.js";
import { loadDataset } from "../../datasets/load.js";
import type { DatasetRow, GoldRow } from "../../datasets/rows.js";
import { type Language, SENTIMENTS, type SentimentLabel } from "../../src/core/labels.js";
import { readWrittenTexts } from "../meaning/labelled-texts.js";

/** A text, and what is known of its sentiment. */
export interface SentimentExample {
  readonly text: string;
  readonly sentiment: SentimentLabel | null;
  /** 1 to 5, where the text came with a rating. */
  readonly stars: number | null;
  readonly weight: number;
  /** Data set, or `pairs` for the contrast texts in datasets/contrast. */
  readonly source: string;
  /** Texts of one group are never divided between what is learned and what is held out. */
  readonly group: string;
  /** Labelled by people sentence by sentence: what the second step of the training learns from, beside the own texts. */
  readonly clean: boolean;
}

interface Source {
  readonly name: DatasetName;
  readonly split: string;
  /** How much one text counts: less where labels are noisy or the texts are unlike customers'. */
  readonly weight: number;
  readonly clean?: true;
}

/** Tier A sets by language; those with stars give both readings. */
const PUBLIC: Readonly<Record<Language, readonly Source[]>> = {
  en: [
    { name: "pros_cons", split: "train", weight: 0.3 },
    { name: "huliu_product_reviews_1", split: "all", weight: 1, clean: true },
    { name: "huliu_product_reviews_2", split: "all", weight: 1, clean: true },
    { name: "mr_sentence_polarity", split: "train", weight: 1 },
    { name: "vader_gt_amazonreviewsnippets", split: "all", weight: 1, clean: true },
    { name: "vader_gt_tweets", split: "all", weight: 1, clean: true },
    { name: "vader_gt_nyteditorialsnippets", split: "all", weight: 1 },
    { name: "goemotions", split: "train", weight: 1 },
    { name: "twitter_entity", split: "train", weight: 0.5 },
    { name: "womens_clothing", split: "train", weight: 1 },
    { name: "nhs_fft_multilabel", split: "train", weight: 1 },
    { name: "nhs_fft_phase1", split: "train", weight: 0.7 },
    { name: "skytrax_seat", split: "train", weight: 1 },
    { name: "skytrax_lounge", split: "train", weight: 1 },
  ],
  tr: [
    { name: "shoppingwords", split: "train", weight: 0.5 },
    { name: "trbrain_telecom", split: "train", weight: 1 },
    { name: "boun_movies", split: "train", weight: 1 },
    { name: "xed_tr", split: "train", weight: 0.5 },
    { name: "verigood_absa", split: "train", weight: 0.5 },
  ],
};

/** Sentences that a benchmark of the learner is measured on, which may start from the shipped weights; most stand among the movie sentences too. */
const MEASURED = { name: "sst5", split: "dev" } as const;

/** Examples of the public data sets, in the order above. */
export async function readPublicExamples(language: Language, folder: string): Promise<SentimentExample[]> {
  const found: SentimentExample[] = [];
  const measured = new Set<string>();
  if (language === "en") {
    for await (const { text } of loadDataset(MEASURED.name, MEASURED.split, { folder })) measured.add(bareText(text));
  }
  for (const { name, split, weight, clean = false } of PUBLIC[language]) {
    for await (const row of loadDataset(name, split, { folder })) {
      // The sets above have rows of this shape, which their checksums hold.
      const {
        text,
        stars: rated,
        sentiment: told,
        aspects,
        star_gaming: gamed,
      } = row as DatasetRow & { star_gaming?: boolean };
      // Buyers who give five stars to be seen say so; their stars say nothing.
      const stars = rated === undefined || gamed === true ? null : rated;
      const sentiment = stars === null ? (gamed === true ? null : (told ?? agreed(aspects))) : sentimentOfStars(stars);
      if ((sentiment !== null || stars !== null) && !measured.has(bareText(text)))
        found.push({ text, sentiment, stars, weight, source: name, group: text, clean });
    }
  }
  return found;
}

/** A text without what tokenizers and typists differ in. */
function bareText(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Three stars say neither; the text of such a review may lean to any side. */
function sentimentOfStars(stars: number): SentimentLabel | null {
  return stars > 3 ? "positive" : stars < 3 ? "negative" : null;
}

/** The sentiment that all aspects of a text share, if they do. */
function agreed(aspects: DatasetRow["aspects"]): SentimentLabel | null {
  const told = new Set((aspects ?? []).map(({ sentiment }) => sentiment));
  const [only] = told;
  return told.size === 1 && only !== undefined && only !== "conflict" ? only : null;
}

/** Examples with all four labels: annotated ones, and those written for this project. */
export async function readOwnExamples(language: Language, folder: string): Promise<SentimentExample[]> {
  const found: SentimentExample[] = [];
  for (const split of ["train", "written"] as const) {
    for await (const row of loadDataset(`gold_${language}`, split, { folder })) {
      // Both splits have the rows of the gold.
      const { text, sentiment, pair } = row as GoldRow & { pair?: string | null };
      found.push({
        text,
        sentiment,
        stars: null,
        weight: 1,
        source: `gold_${split}`,
        group: pair ?? text,
        clean: true,
      });
    }
  }
  for (const { text, sentiment } of readWrittenTexts(language)) {
    found.push({ text, sentiment, stars: null, weight: 1, source: "labelled", group: text, clean: true });
  }
  const contrast = join(import.meta.dirname, "../../datasets/contrast");
  for (const file of readdirSync(contrast).sort()) {
    if (!file.startsWith(`${language}-`)) continue;
    for (const line of readFileSync(join(contrast, file), "utf8").split("\n")) {
      const [label, pair, text] = line.split("\t");
      const sentiment = SENTIMENTS.find((name) => name === label);
      if (sentiment === undefined || text === undefined) continue;
      found.push({
        text,
        sentiment,
        stars: null,
        weight: 1,
        source: "pairs",
        clean: true,
        group: pair === "-" ? text : `${file} ${pair}`,
      });
    }
  }
  return found;
}
