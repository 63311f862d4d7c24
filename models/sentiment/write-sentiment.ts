/** Trains the sentiment model of one language and writes it beside its lexicon. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { encodeBase64 } from "../../src/core/base64.js";
import { type Language, SENTIMENTS } from "../../src/core/labels.js";
import { encodeModel } from "../../src/learning/model-codec.js";
import { readOwnExamples, readPublicExamples, type SentimentExample } from "./examples.js";
import { trainSentiment } from "./train-sentiment.js";

/**
 * Trains from the data folder and the texts of this project; says what it finds out as it goes.
 *
 * @returns by text, the sentiment of each own example as weights that have not seen it tell it
 */
export async function writeSentiment(
  language: Language,
  dataFolder: string,
): Promise<ReadonlyMap<string, Float64Array>> {
  const shared = await readPublicExamples(language, dataFolder);
  const own = await readOwnExamples(language, dataFolder);
  const found: string[] = [];
  const log = (line: string): void => {
    found.push(line);
    console.log(line);
  };
  const { model, unseen } = trainSentiment(language, shared, own, log);
  const { words, composition, sure, starTemperature } = model;
  const packed = {
    words: encodeBase64(encodeModel(words)),
    composition: encodeBase64(encodeModel(composition)),
    sure,
    starTemperature,
  };
  const folder = join(import.meta.dirname, "..", language);
  const comment = "// Made by `npm run train`; do not edit. Data, licences and limits: CARD.md beside this file.\n";
  writeFileSync(
    join(folder, "sentiment.js"),
    `${comment}export const sentiment = ${JSON.stringify(packed, null, 2)};\n`,
  );
  writeFileSync(join(folder, "sentiment.d.ts"), DECLARATION);
  // What the model card tells of the training.
  const facts = {
    fingerprint: words.fingerprint,
    examples: countBySource([...shared, ...own]),
    rows: { words: words.table.rows.length, composition: composition.table.rows.length },
    gzippedBytes: gzipSync(JSON.stringify(packed), { level: 9 }).length,
    crossValidation: found,
  };
  writeFileSync(join(folder, "training.json"), `${JSON.stringify(facts, null, 2)}\n`);
  return new Map(own.map(({ text }, i) => [text, unseen[i] ?? new Float64Array(SENTIMENTS.length)]));
}

/** Texts of each source, in the order they are learned. */
function countBySource(examples: readonly SentimentExample[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { source } of examples) counts.set(source, (counts.get(source) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Written out, since no source file may depend on a made one's types. */
const DECLARATION = `/** The sentiment model, packed (see src/meaning/load-sentiment.ts). */
export declare const sentiment: {
  readonly words: string;
  readonly composition: string;
  readonly sure: number;
  readonly starTemperature: number;
};
`;
