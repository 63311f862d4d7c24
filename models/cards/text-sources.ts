/** Where the texts that shipped weights learn from come from, and by which licence. */
import { DATASETS } from "../../datasets/catalogue.js";
import type { Language } from "../../src/core/labels.js";

/** A source as a card tells of it. */
export interface TextSource {
  /** Where it can be found. */
  readonly from: string;
  readonly licence: string;
  readonly tier: "A" | "B" | "own";
  readonly about: string;
}

/** Texts and labels of this project, by the name that a training counts them under. */
const PROJECT_TEXTS: Readonly<Record<string, TextSource>> = {
  gold_train: {
    from: "gold, split train",
    licence: "labels MIT; texts of the sets in the next table",
    tier: "own",
    about: "Customer texts of tier A sets, annotated once by a language model working by docs/labels.md.",
  },
  gold_written: {
    from: "gold, split written",
    licence: "MIT",
    tier: "own",
    about:
      "Customer texts written for this project by language models, labelled as they were written; no real feedback.",
  },
  labelled: {
    from: "datasets/labelled",
    licence: "MIT",
    tier: "own",
    about:
      "Customer texts of many trades written for this project by language models, with every label of docs/labels.md.",
  },
  pairs: {
    from: "datasets/contrast",
    licence: "MIT",
    tier: "own",
    about:
      "Short utterances, sentences of reviews and posts written for this project by language models, many as minimal pairs.",
  },
};

/** Tier A sets that annotated texts were drawn from and that nothing else here uses: licence as stated. */
const DRAWN_FROM: Readonly<Record<string, TextSource>> = {
  mams_atsa: drawn("siat-nlp/MAMS-for-ABSA @cddcdb0f42", "Apache-2.0", "Sentences of restaurant reviews."),
  hint3_curekart: drawn("hellohaptik/HINT3 @99965c892e", "ODbL 1.0; contents DbCL 1.0", "Questions to a shop's bot."),
  hint3_sofmattress: drawn(
    "hellohaptik/HINT3 @99965c892e",
    "ODbL 1.0; contents DbCL 1.0",
    "Questions to a shop's bot.",
  ),
  nlupp_banking: drawn("PolyAI-LDN/task-specific-datasets @57ec275d80", "CC BY 4.0", "Requests to a bank."),
  nlupp_hotels: drawn("PolyAI-LDN/task-specific-datasets @57ec275d80", "CC BY 4.0", "Requests to a hotel."),
  clinc150: drawn("clinc/oos-eval @828f809393", "CC BY 3.0", "Requests to an assistant, written for pay."),
  multidogo_turns: drawn(
    "awslabs/multi-domain-goal-oriented-dialogues-dataset @baa30639c4",
    "CDLA-Permissive-1.0",
    "Turns of customers played for pay.",
  ),
};

function drawn(from: string, licence: string, about: string): TextSource {
  return { from, licence, tier: "A", about };
}

/** Word lists compiled into the lexicons beside those written for this project. */
export const WORD_LISTS: Readonly<Record<Language, readonly TextSource[]>> = {
  en: [
    { from: "AFINN-165 in the package `sentiment`", licence: "MIT", tier: "A", about: "Words with a valence." },
    { from: "cjhutto/vaderSentiment", licence: "MIT", tier: "A", about: "Words with a valence." },
    {
      from: "opinion lexicon of Minqing Hu and Bing Liu, 2004",
      licence: "CC BY 4.0",
      tier: "A",
      about: "Positive and negative words.",
    },
  ],
  tr: [],
};

/** What is known of a source of texts; `undefined` for one that neither the catalogue nor this file knows. */
export function findTextSource(name: string): TextSource | undefined {
  if (Object.hasOwn(PROJECT_TEXTS, name)) return PROJECT_TEXTS[name];
  const dataset = Object.entries(DATASETS).find(([known]) => known === name)?.[1];
  if (dataset === undefined) return Object.hasOwn(DRAWN_FROM, name) ? DRAWN_FROM[name] : undefined;
  const { source, licence, tier, about } = dataset;
  return { from: source, licence, tier, about };
}
