import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VerbatimsError } from "../../src/core/error.js";
import type { Language } from "../../src/core/labels.js";

/** What a training found out, as it lies in `training.json`. */
export interface TrainingFacts {
  /** Hash of all that the training read. */
  readonly fingerprint: string;
  /** Texts by source, in the order they are learned: a data set of the catalogue, or texts of this project, see text-sources.ts. */
  readonly examples: Readonly<Record<string, number>>;
  readonly rows: { readonly words: number; readonly composition: number };
  /** Of the sentiment model alone. */
  readonly gzippedBytes: number;
  /** What the training printed, line by line. */
  readonly crossValidation: readonly string[];
  /** Of the meaning model. */
  readonly meaning: {
    readonly fingerprint: string;
    /** Texts that word vectors were learned from. */
    readonly texts: number;
    /** Texts with every label, by source. */
    readonly labelled: Readonly<Record<string, number>>;
    readonly rows: {
      readonly vectors: number;
      readonly words: number;
      readonly features: number;
      readonly pain: number;
    };
    readonly gzippedBytes: number;
    readonly crossValidation: readonly string[];
  };
}

/**
 * Reads what the last training of a language found out.
 *
 * @throws VerbatimsError `unreadable-input` where the file is absent
 */
export function readTrainingFacts(modelsFolder: string, language: Language): TrainingFacts {
  const path = join(modelsFolder, language, "training.json");
  try {
    // Only the training writes the file.
    return JSON.parse(readFileSync(path, "utf8")) as TrainingFacts;
  } catch (cause) {
    throw new VerbatimsError(
      "unreadable-input",
      `${path}: expected what a training found out, got ${cause instanceof SyntaxError ? "no JSON" : "no file"}. Run npm run train.`,
      { field: path },
    );
  }
}
