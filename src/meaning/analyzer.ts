import { excerpt, VerbatimsError } from "../core/error.js";
import { hashText } from "../core/hash.js";
import { LANGUAGES, type Language } from "../core/labels.js";
import { VERSION } from "../core/version.js";
import { GIVEN_KEYS, type Given, parseVerbatim, type Verbatim, type VerbatimInput } from "../intake/verbatim.js";
import { identifyLanguage } from "../language/identify-language.js";
import type { Analysis, SentimentScore } from "./analysis.js";
import { createTextReader, type TextReader, type TextReading } from "./read-text.js";
import type { Taxonomy } from "./taxonomy/taxonomy.js";

/** Reads verbatims. Made by {@link createAnalyzer}; holds nothing between calls that changes a result. */
export interface Analyzer<Theme extends string = string> {
  /**
   * Reads one verbatim.
   *
   * @throws VerbatimsError `invalid-verbatim` where a field is not what the schema says
   */
  readonly analyze: (input: VerbatimInput) => Analysis<Theme>;
  /**
   * Reads the sentiment of a text alone: label, score, confidence and stars as {@link Analyzer.analyze} gives them, in a fraction of its
   * time; `null` for a language that is not read.
   */
  readonly scoreSentiment: (text: string) => SentimentScore | null;
}

/** How an analyzer reads; each option has a default. */
export interface AnalyzerOptions<Theme extends string = string> {
  /**
   * Language of every verbatim that does not name its own; `"auto"` identifies it from each text.
   *
   * @defaultValue "auto"
   */
  readonly language?: Language | "auto";
  /**
   * Whether analyses carry the original text. Spans point into it either way.
   *
   * @defaultValue true
   */
  readonly keepText?: boolean;
  /**
   * Themes of your own, made by `defineTaxonomy`: analyses then carry these instead of the default ones, and another `model`.
   *
   * @defaultValue "cx"
   */
  readonly taxonomy?: Taxonomy<Theme> | "cx";
}

/**
 * Makes an analyzer. A language's lexicon is loaded when its first text comes.
 *
 * @throws VerbatimsError `invalid-option` where an option has another value than listed
 * @example
 * const analyzer = createAnalyzer({ language: "tr" });
 * analyzer.analyze("Kargo çok geç geldi.").sentiment?.label; // "negative"
 */
export function createAnalyzer<Theme extends string = string>(options: AnalyzerOptions<Theme> = {}): Analyzer<Theme> {
  const { language = "auto", keepText = true, taxonomy = "cx" } = options;
  if (language !== "auto" && !LANGUAGES.includes(language)) {
    throw new VerbatimsError(
      "invalid-option",
      `createAnalyzer language: expected "auto" or one of ${LANGUAGES.join(", ")}, got ${excerpt(language)}. Leave it out to identify each text.`,
      { field: "language", received: excerpt(language) },
    );
  }
  if (taxonomy !== "cx" && !isTaxonomy(taxonomy)) {
    throw new VerbatimsError(
      "invalid-option",
      `createAnalyzer taxonomy: expected "cx" or a value made by defineTaxonomy, got ${excerpt(taxonomy)}. Leave it out for the default themes.`,
      { field: "taxonomy", received: excerpt(taxonomy) },
    );
  }
  const readers = new Map<Language, TextReader>();
  const readerOf = (name: Language): TextReader => {
    let reader = readers.get(name);
    if (reader === undefined) {
      reader = createTextReader(name, taxonomy === "cx" ? undefined : taxonomy);
      readers.set(name, reader);
    }
    return reader;
  };

  const analyze = (input: VerbatimInput): Analysis => {
    const verbatim = parseVerbatim(input);
    const { text } = verbatim;
    const named = verbatim.language ?? (language === "auto" ? undefined : language);
    const identified = named ?? identifyLanguage(text).language;
    const reader =
      identified === "other" ? null : identified === null ? likelierReader(readerOf, text) : readerOf(identified);
    const reading = reader === null ? UNREAD : reader.read(text);
    // Named one by one: every analysis has these keys in this order, and spreading costs more than reading a short text.
    return {
      id: verbatim.id ?? hashText(text),
      text: keepText ? text : null,
      given: typeof input === "string" ? {} : givenOf(verbatim),
      language: identified,
      sentiment: reading.sentiment,
      clauses: reading.clauses,
      themes: reading.themes,
      stage: reading.stage,
      intent: reading.intent,
      emotion: reading.emotion,
      effort: reading.effort,
      touchpoints: reading.touchpoints,
      urgent: reading.urgent,
      painPoints: reading.painPoints,
      model: reader === null ? UNREAD_MODEL : reader.model,
    };
  };
  const scoreSentiment = (text: string): SentimentScore | null => {
    const identified = language === "auto" ? identifyLanguage(text).language : language;
    if (identified === "other") return null;
    const reader = identified === null ? likelierReader(readerOf, text) : readerOf(identified);
    return reader.readSentiment(text);
  };
  // The themes of an analysis are read from the taxonomy whose names these are.
  return { analyze, scoreSentiment } as Analyzer<Theme>;
}

/** Whether a value has the parts of a taxonomy. */
function isTaxonomy(value: Partial<Taxonomy> | null): boolean {
  return typeof value === "object" && Array.isArray(value?.names) && typeof value.fingerprint === "string";
}

/** For texts too short to tell their language: the one whose vocabulary knows more of the words, English where equal. */
function likelierReader(readerOf: (name: Language) => TextReader, text: string): TextReader {
  const english = readerOf("en");
  const turkish = readerOf("tr");
  const start = text.slice(0, 2000);
  return turkish.countKnown(start) > english.countKnown(start) ? turkish : english;
}

const UNREAD_MODEL = `other-${VERSION}`;

/** The reading of a text in a language that is not read here. */
const UNREAD: TextReading = {
  sentiment: null,
  clauses: [],
  themes: [],
  stage: null,
  intent: null,
  emotion: null,
  effort: null,
  touchpoints: [],
  urgent: false,
  painPoints: [],
};

function givenOf(verbatim: Verbatim): Given {
  const known: [string, unknown][] = [];
  for (const key of GIVEN_KEYS) if (verbatim[key] !== undefined) known.push([key, verbatim[key]]);
  // Object.fromEntries cannot know that the keys are those of Given.
  return Object.fromEntries(known) as Given;
}

let shared: Analyzer | undefined;

/**
 * Reads one verbatim, or bare text, with the default options.
 *
 * Evidence spans are UTF-16 offsets into the text given. The same input gives the same bytes on every runtime. An empty
 * text gives a neutral analysis without clauses.
 *
 * @throws VerbatimsError `invalid-verbatim` where a field is not what the schema says
 * @example
 * const { sentiment, themes } = analyze("Easy to use, but the invoice was charged twice.");
 * sentiment?.label; // "negative"
 * themes.map(({ theme }) => theme).includes("billing"); // true
 */
export function analyze(input: VerbatimInput): Analysis {
  shared ??= createAnalyzer();
  return shared.analyze(input);
}
