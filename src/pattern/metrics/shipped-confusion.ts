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
    model: "en-0.1.0-0f4a6a99",
    stars: [
      {
        set: "appstore_reviews, dev",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [741, 126, 54, 33, 11, 6, 3],
            [173, 38, 23, 16, 8, 4, 4],
            [151, 75, 38, 29, 24, 18, 14],
            [94, 53, 41, 33, 26, 39, 76],
            [104, 50, 64, 91, 104, 172, 856],
          ],
        },
      },
      {
        set: "tripadvisor_lara, dev",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [561, 191, 92, 48, 27, 9, 4],
            [320, 283, 234, 215, 118, 59, 31],
            [91, 127, 168, 344, 254, 248, 222],
            [17, 49, 105, 454, 568, 988, 1843],
            [2, 12, 31, 254, 397, 895, 3498],
          ],
        },
      },
      {
        set: "womens_clothing, test",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [54, 6, 11, 6, 5, 5, 5],
            [52, 31, 11, 15, 11, 14, 4],
            [46, 44, 39, 41, 40, 40, 38],
            [7, 18, 21, 24, 33, 75, 310],
            [0, 1, 3, 12, 26, 57, 1165],
          ],
        },
      },
    ],
    effort: {
      model: "en-0.1.0-0f4a6a99",
      set: "gold_en, dev",
      table: {
        labels: ["high", "low", "none"],
        counts: [
          [6, 0, 13],
          [0, 2, 7],
          [8, 1, 252],
        ],
      },
    },
  },
  tr: {
    model: "tr-0.1.0-0fefdcb1",
    stars: [
      {
        set: "shoppingwords, test",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [59, 9, 4, 7, 1, 2, 1],
            [11, 4, 3, 6, 6, 5, 2],
            [6, 6, 8, 5, 5, 15, 27],
            [5, 4, 6, 3, 15, 15, 213],
            [82, 33, 14, 17, 19, 30, 833],
          ],
        },
      },
      {
        set: "tripadvisor_hotels, dev",
        table: {
          labels: ["1", "2", "3", "4", "5"],
          counts: [
            [4, 2, 1, 0, 1, 1, 0],
            [3, 1, 2, 0, 0, 0, 0],
            [4, 3, 2, 3, 2, 1, 1],
            [1, 2, 5, 2, 4, 5, 20],
            [0, 2, 2, 11, 31, 62, 394],
          ],
        },
      },
    ],
    effort: {
      model: "tr-0.1.0-0fefdcb1",
      set: "gold_tr, dev",
      table: {
        labels: ["high", "low", "none"],
        counts: [
          [6, 1, 12],
          [1, 1, 8],
          [4, 0, 155],
        ],
      },
    },
  },
};
