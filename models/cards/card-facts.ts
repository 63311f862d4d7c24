import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ShippedFile } from "../../benchmarks/accuracy/result-file.js";
import type { SpeedReport } from "../../benchmarks/speed/speed-report.js";
import { type LoadOptions, loadDataset } from "../../datasets/load.js";
import type { Language } from "../../src/core/labels.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { measurePhenomena, type Phenomenon } from "./measure-phenomena.js";
import { readTrainingFacts, type TrainingFacts } from "./training-facts.js";

/** A file of a model. */
export interface ModelFile {
  readonly name: string;
  readonly gzippedBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** All that a card tells, beside what is written by hand. */
export interface CardFacts {
  readonly language: Language;
  /** Name of the model as every analysis carries it. */
  readonly model: string;
  readonly training: TrainingFacts;
  /** SHA-256 of `training.json`, hexadecimal. */
  readonly trainingSha256: string;
  /** The files that are shipped. */
  readonly files: readonly ModelFile[];
  /** Annotated training texts by the data set that they were drawn from. */
  readonly annotated: Readonly<Record<string, number>>;
  readonly shipped: ShippedFile;
  readonly phenomena: readonly Phenomenon[];
  /** The last run of the speed benchmark; `null` where there was none. */
  readonly speed: SpeedReport | null;
  /** Sections of the notes, by heading. */
  readonly notes: ReadonlyMap<string, string>;
}

const ROOT = join(import.meta.dirname, "../..");
const MODELS = join(ROOT, "models");

/** SHA-256 of bytes, hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The files of a language's model that are shipped. */
export function readModelFiles(language: Language): ModelFile[] {
  return readdirSync(join(MODELS, language))
    .filter((name) => name.endsWith(".js"))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(MODELS, language, name));
      return { name, gzippedBytes: gzipSync(bytes, { level: 9 }).length, sha256: sha256Of(bytes) };
    });
}

/**
 * Gathers what is known of a model: from its training, from the last `npm run eval` and `npm run bench`, and, of the contrast suite and
 * the annotated texts, from the data folder.
 *
 * @throws VerbatimsError `unreadable-input` where a file is absent
 */
export async function readCardFacts(language: Language, options: LoadOptions): Promise<CardFacts> {
  const annotated: Record<string, number> = {};
  for await (const { source } of loadDataset(`gold_${language}`, "train", options)) {
    annotated[source] = (annotated[source] ?? 0) + 1;
  }
  return {
    language,
    model: createAnalyzer({ language }).analyze("").model,
    training: readTrainingFacts(MODELS, language),
    trainingSha256: sha256Of(readFileSync(join(MODELS, language, "training.json"))),
    files: readModelFiles(language),
    annotated,
    shipped: ofLanguage(readJson("benchmarks/accuracy/shipped.json", { results: [], stars: [], gold: [] }), language),
    phenomena: await measurePhenomena(language, options),
    speed: readJson<SpeedReport | null>("benchmarks/speed/speed.json", null),
    notes: readNotes(readFileSync(join(MODELS, language, "card-notes.md"), "utf8")),
  };
}

/** Reads a file that a program of this repository wrote; `absent` where it was not written yet. */
function readJson<File>(file: string, absent: File): File {
  const path = join(ROOT, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as File) : absent;
}

function ofLanguage({ results, stars, gold }: ShippedFile, language: Language): ShippedFile {
  return {
    results: results.filter((result) => result.language === language),
    stars: stars.filter((result) => result.language === language),
    gold: gold.filter((result) => result.language === language),
  };
}

/** Cuts notes at their second-level headings; what stands before the first is left out. */
export function readNotes(text: string): ReadonlyMap<string, string> {
  const sections = text.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [heading = "", ...body] = section.split("\n");
      return [heading.trim(), body.join("\n").trim()] as const;
    }),
  );
}
