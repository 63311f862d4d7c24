import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, loadDataset } from "../../datasets/load.js";
import { readVerbatims } from "../../src/intake/read-verbatims.js";

/** The reviews that speed is measured on. */
export interface ReviewTexts {
  readonly texts: readonly string[];
  /** Where they are from, in words. */
  readonly source: string;
  /** UTF-8 bytes, on average. */
  readonly meanBytes: number;
}

/** Bytes of the reviews taken, so that their mean is about 580. */
const LEAST_BYTES = 460;
const MOST_BYTES = 700;
const AIM_BYTES = 580;

/** Takes English reviews of about 580 bytes: real ones where the public data is there, else demo texts joined to that length. */
export async function readReviewTexts(most: number): Promise<ReviewTexts> {
  const real = existsSync(join(dataFolder(), "en", "tripadvisor_lara.dev.jsonl.gz"));
  const texts = real ? await readHotelReviews(most) : await joinDemoTexts(most);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    texts,
    source: real
      ? `${texts.length} hotel reviews of ${LEAST_BYTES} to ${MOST_BYTES} bytes (tripadvisor_lara, dev)`
      : `${texts.length} texts joined from datasets/demo.csv (the public data is not here)`,
    meanBytes: Math.round(bytes / texts.length),
  };
}

async function readHotelReviews(most: number): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of loadDataset("tripadvisor_lara", "dev")) {
    const bytes = Buffer.byteLength(text);
    if (bytes < LEAST_BYTES || bytes > MOST_BYTES) continue;
    texts.push(text);
    if (texts.length === most) break;
  }
  return texts;
}

/** English demo texts, joined one after another until each is long enough; starting places differ so that the texts do. */
async function joinDemoTexts(most: number): Promise<string[]> {
  const demo: string[] = [];
  for await (const record of readVerbatims([readFileSync(join(import.meta.dirname, "../../datasets/demo.csv"))])) {
    if (record.ok && record.verbatim.language === "en") demo.push(record.verbatim.text);
  }
  return Array.from({ length: Math.min(most, demo.length) }, (_, start) => {
    let text = "";
    for (let i = start; Buffer.byteLength(text) < AIM_BYTES - 40; i++) text += `${demo[i % demo.length]} `;
    return text.trimEnd();
  });
}
