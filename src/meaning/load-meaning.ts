import { meaning as english } from "../../models/en/meaning.js";
import { meaning as turkish } from "../../models/tr/meaning.js";
import { decodeBase64 } from "../core/base64.js";
import type { Language } from "../core/labels.js";
import { decodeModel } from "../learning/model-codec.js";
import { type PackedVectors, unpackVectors } from "../learning/word-vectors.js";
import type { HeadName } from "./heads.js";
import type { MeaningModel } from "./meaning-model.js";

/** A meaning model as it is shipped: its vectors, and its tables as base64 of what `encodeModel` writes. */
interface PackedMeaning {
  readonly vectors: PackedVectors;
  readonly words: string;
  readonly features: string;
  readonly temperatures: Readonly<Record<HeadName, number>>;
  readonly pain: string;
}

const PACKED: Readonly<Record<Language, PackedMeaning>> = { en: english, tr: turkish };
const loaded = new Map<Language, MeaningModel>();

/** The shipped meaning model of a language, unpacked when first asked for and kept. */
export function loadMeaning(language: Language): MeaningModel {
  let model = loaded.get(language);
  if (model === undefined) {
    const { vectors, words, features, temperatures, pain } = PACKED[language];
    model = {
      vectors: unpackVectors(vectors),
      words: decodeModel(decodeBase64(words)),
      features: decodeModel(decodeBase64(features)),
      temperatures,
      pain: decodeModel(decodeBase64(pain)),
    };
    loaded.set(language, model);
  }
  return model;
}
