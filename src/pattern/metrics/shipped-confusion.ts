import type { Language } from "../../core/labels.js";
import type { ConfusionTable } from "./estimate-shares.js";

/** What the shipped models of one language take for what. */
export interface ShippedConfusion {
  /** Fingerprint of the model that read the texts. */
  readonly model: string;
  /** By set of texts: one to five stars, by seven classes of sentiment scores from most negative to most positive. */
  readonly stars: readonly { readonly set: string; readonly table: ConfusionTable }[];
  /** Effort as people annotated it, by what was read. */
  readonly effort: { readonly model: string; readonly set: string; readonly table: ConfusionTable };
}

/** Made by `npm run confusion` from the runs that it tells of; not written by hand. */
export const SHIPPED_CONFUSION: Readonly<Record<Language, ShippedConfusion>> = {
  en: {
    model: "en-0.1.0-0ed9a6f5",
    stars: [
      {
        set: "appstore_reviews, dev",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [764, 121, 44, 28, 10, 4, 3],
            [173, 46, 21, 9, 10, 4, 3],
            [161, 66, 43, 29, 22, 11, 17],
            [96, 47, 47, 28, 31, 35, 78],
            [110, 47, 72, 98, 97, 163, 854],
          ],
        },
      },
      {
        set: "tripadvisor_lara, dev",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [613, 168, 65, 51, 23, 9, 3],
            [366, 291, 200, 204, 105, 62, 32],
            [101, 127, 190, 304, 252, 240, 240],
            [22, 64, 119, 405, 535, 931, 1948],
            [4, 20, 50, 221, 350, 852, 3592],
          ],
        },
      },
      {
        set: "womens_clothing, test",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [54, 9, 8, 6, 5, 6, 4],
            [55, 26, 14, 18, 10, 10, 5],
            [52, 47, 37, 33, 43, 39, 37],
            [9, 19, 16, 27, 30, 71, 316],
            [0, 3, 3, 14, 23, 49, 1172],
          ],
        },
      },
    ],
    effort: {
      model: "en-0.1.0-0ed9a6f5",
      set: "gold_en, dev",
      table: {
        labels: ["high", "low", "none"],
        counts: [
          [7, 0, 12],
          [0, 2, 7],
          [8, 1, 252],
        ],
      },
    },
  },
  tr: {
    model: "tr-0.1.0-0d4cd702",
    stars: [
      {
        set: "shoppingwords, test",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [62, 7, 5, 4, 2, 1, 2],
            [13, 4, 3, 3, 7, 4, 3],
            [8, 4, 7, 5, 8, 13, 27],
            [8, 2, 4, 6, 7, 25, 209],
            [88, 24, 19, 14, 19, 30, 834],
          ],
        },
      },
      {
        set: "tripadvisor_hotels, dev",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [6, 0, 1, 0, 0, 1, 1],
            [3, 2, 1, 0, 0, 0, 0],
            [4, 3, 3, 1, 1, 3, 1],
            [0, 3, 3, 4, 2, 5, 22],
            [0, 2, 3, 5, 24, 52, 416],
          ],
        },
      },
    ],
    effort: {
      model: "tr-0.1.0-0d4cd702",
      set: "gold_tr, dev",
      table: {
        labels: ["high", "low", "none"],
        counts: [
          [14, 1, 4],
          [1, 2, 7],
          [12, 0, 147],
        ],
      },
    },
  },
};
