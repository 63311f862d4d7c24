import { sentiment as english } from "../../models/en/sentiment.js";
import { sentiment as turkish } from "../../models/tr/sentiment.js";
import { decodeBase64 } from "../core/base64.js";
import type { Language } from "../core/labels.js";
import { decodeModel } from "../learning/model-codec.js";
import type { SentimentModel } from "./sentiment-model.js";

/** A sentiment model as it is shipped: its tables as base64 of what `encodeModel` writes. */
interface PackedSentiment {
  readonly words: string;
  readonly composition: string;
  readonly sure: number;
  readonly starTemperature: number;
}

const PACKED: Readonly<Record<Language, PackedSentiment>> = { en: english, tr: turkish };
const loaded = new Map<Language, SentimentModel>();

/** The shipped sentiment model of a language, unpacked when first asked for and kept. */
export function loadSentiment(language: Language): SentimentModel {
  let model = loaded.get(language);
  if (model === undefined) {
    const { words, composition, sure, starTemperature } = PACKED[language];
    model = {
      words: decodeModel(decodeBase64(words)),
      composition: decodeModel(decodeBase64(composition)),
      sure,
      starTemperature,
    };
    loaded.set(language, model);
  }
  return model;
}
