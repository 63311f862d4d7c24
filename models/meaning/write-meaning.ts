/** Trains the meaning model of one language and writes it beside its lexicon. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { encodeBase64 } from "../../src/core/base64.js";
import type { Language } from "../../src/core/labels.js";
import { encodeModel } from "../../src/learning/model-codec.js";
import { packVectors } from "../../src/learning/word-vectors.js";
import { readOwnExamples, readPublicExamples } from "../sentiment/examples.js";
import { readLabelledTexts } from "./labelled-texts.js";
import { trainMeaning } from "./train-meaning.js";
import { trainPain } from "./train-pain.js";
import { readUnlabelledTexts } from "./vector-texts.js";

/**
 * Trains from the data folder and the texts of this project; says what it finds out as it goes.
 *
 * @param unseenSentiment by text, the sentiment of each labelled text as weights that have not seen it tell it
 */
export async function writeMeaning(
  language: Language,
  dataFolder: string,
  unseenSentiment: ReadonlyMap<string, Float64Array>,
): Promise<void> {
  const examples = [
    ...(await readPublicExamples(language, dataFolder)),
    ...(await readOwnExamples(language, dataFolder)),
  ];
  const texts = [...examples.map(({ text }) => text), ...(await readUnlabelledTexts(language, dataFolder))];
  const labelled = await readLabelledTexts(language, dataFolder);
  const found: string[] = [];
  const say = (line: string): void => {
    found.push(line);
    console.log(line);
  };
  const { vectors, words, features, temperatures } = trainMeaning(language, texts, labelled, unseenSentiment, say);
  const pain = trainPain(language, labelled);
  const packed = {
    vectors: packVectors(vectors),
    words: encodeBase64(encodeModel(words)),
    features: encodeBase64(encodeModel(features)),
    temperatures,
    pain: encodeBase64(encodeModel(pain)),
  };
  const folder = join(import.meta.dirname, "..", language);
  const comment = "// Made by `npm run train`; do not edit. Data, licences and limits: CARD.md beside this file.\n";
  writeFileSync(join(folder, "meaning.js"), `${comment}export const meaning = ${JSON.stringify(packed, null, 2)};\n`);
  writeFileSync(join(folder, "meaning.d.ts"), DECLARATION);
  // What the model card tells of the training, beside what it tells of sentiment.
  const file = join(folder, "training.json");
  const facts = {
    ...JSON.parse(readFileSync(file, "utf8")),
    meaning: {
      fingerprint: words.fingerprint,
      texts: texts.length,
      labelled: countBySource(labelled),
      rows: {
        vectors: vectors.hashes.length,
        words: words.table.rows.length,
        features: features.table.rows.length,
        pain: pain.table.rows.length,
      },
      gzippedBytes: gzipSync(JSON.stringify(packed), { level: 9 }).length,
      crossValidation: found,
    },
  };
  writeFileSync(file, `${JSON.stringify(facts, null, 2)}\n`);
}

function countBySource(labelled: readonly { readonly source: string }[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { source } of labelled) counts.set(source, (counts.get(source) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Written out, since no source file may depend on a made one's types. */
const DECLARATION = `/** The meaning model, packed (see src/meaning/load-meaning.ts). */
export declare const meaning: {
  readonly vectors: { readonly dims: number; readonly hashes: string; readonly values: string };
  readonly words: string;
  readonly features: string;
  readonly temperatures: {
    readonly themes: number;
    readonly stage: number;
    readonly intent: number;
    readonly emotion: number;
    readonly effort: number;
    readonly urgent: number;
  };
  readonly pain: string;
};
`;
