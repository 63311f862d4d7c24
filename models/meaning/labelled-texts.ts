/** The texts that the meaning models learn from, with all that the annotation guide asks. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadDataset } from "../../datasets/load.js";
import type { GoldRow } from "../../datasets/rows.js";
import type { Language } from "../../src/core/labels.js";

/** What is told of a text, as the gold tells it. */
export type TextLabels = Pick<
  GoldRow,
  "text" | "sentiment" | "stage" | "stage2" | "intent" | "emotion" | "effort" | "urgent" | "themes" | "pain"
>;

/** A text that is learned. */
export interface LabelledVerbatim extends TextLabels {
  readonly source: "gold_train" | "gold_written" | "labelled";
  /** Texts of one group are never divided between what is learned and what is held out. */
  readonly group: string;
}

const FOLDER = join(import.meta.dirname, "../../datasets/labelled");

/** Texts written for this project, with every label, in the order of their files. */
export function readWrittenTexts(language: Language): readonly TextLabels[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(`${language}-`))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        // A test holds that each line has these parts.
        .map((line) => JSON.parse(line) as TextLabels),
    );
}

/** Annotated texts of the gold, those written beside it, and those of this project. */
export async function readLabelledTexts(language: Language, folder: string): Promise<LabelledVerbatim[]> {
  const found: LabelledVerbatim[] = [];
  for (const split of ["train", "written"] as const) {
    for await (const row of loadDataset(`gold_${language}`, split, { folder })) {
      // Both splits have the rows of the gold.
      const { pair, ...labels } = row as GoldRow & { pair?: string | null };
      found.push({ ...labels, source: `gold_${split}`, group: pair ?? labels.text });
    }
  }
  for (const labels of readWrittenTexts(language)) found.push({ ...labels, source: "labelled", group: labels.text });
  return found;
}
