import type { CxTheme, Effort, Emotion, Intent, Language, SentimentLabel, Stage, Touchpoint } from "../core/labels.js";
import type { ScoreKind } from "./score-given.js";
import { ENGLISH } from "./wording-en.js";
import { TURKISH } from "./wording-tr.js";

/** Headings of a report's sections. */
export type SectionName =
  | "overview"
  | "scores"
  | "journey"
  | "themes"
  | "months"
  | "sources"
  | "signals"
  | "quotes"
  | "reading";

/** Words that stand alone: column heads, captions, links. */
type TermName =
  | "after"
  | "allSentiments"
  | "answers"
  | "before"
  | "captionChanges"
  | "captionChannels"
  | "captionEfforts"
  | "captionEmotions"
  | "captionIntents"
  | "captionLanguages"
  | "captionMonths"
  | "captionSegments"
  | "captionThemes"
  | "captionTouchpoints"
  | "change"
  | "clear"
  | "contents"
  | "defaultTitle"
  | "delights"
  | "empty"
  | "emptyAdvice"
  | "falls"
  | "generated"
  | "hurtsMost"
  | "interval"
  | "maybeChance"
  | "model"
  | "month"
  | "monthTable"
  | "name"
  | "negativeByMonth"
  | "negativeShare"
  | "net"
  | "noChanges"
  | "noPain"
  | "noQuotes"
  | "noStage"
  | "pains"
  | "rises"
  | "share"
  | "skip"
  | "small"
  | "source"
  | "stage"
  | "theme"
  | "urgent"
  | "verbatims"
  | "volumeByMonth";

/** Everything a report says in one language; numbers come in already written in that language. */
export interface Wording {
  readonly language: Language;
  readonly months: readonly string[];
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly terms: Readonly<Record<TermName, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly themes: Readonly<Record<CxTheme, string>>;
  readonly sentiments: Readonly<Record<SentimentLabel, string>>;
  readonly intents: Readonly<Record<Intent, string>>;
  readonly emotions: Readonly<Record<Emotion, string>>;
  readonly efforts: Readonly<Record<Effort, string>>;
  readonly touchpoints: Readonly<Record<Touchpoint, string>>;
  readonly languages: Readonly<Record<Language | "other" | "unknown", string>>;
  readonly scores: Readonly<Record<ScoreKind, string>>;
  readonly sentences: Sentences;
}

/** Sentences with places for names and numbers. */
interface Sentences {
  readonly volume: (count: string, one: boolean, from: string | null, to: string | null) => string;
  readonly balance: (negative: string, positive: string) => string;
  readonly unread: (count: string) => string;
  readonly meanRating: (mean: string, n: string) => string;
  readonly nps: (score: string, interval: string | null, n: string) => string;
  readonly meanScore: (name: string, mean: string, n: string) => string;
  readonly topPain: (theme: string, negative: string, n: string, share: string) => string;
  readonly worstStage: (stage: string, share: string, n: string) => string;
  /** The theme whose complaints clearly rose most; shares of all verbatims. */
  readonly rose: (theme: string, then: string, now: string) => string;
  readonly fell: (theme: string, then: string, now: string) => string;
  readonly urgent: (count: string, one: boolean) => string;
  readonly interval: (low: string, high: string) => string;
  readonly more: (names: string, verbatims: string) => string;
  readonly unplaced: (count: string) => string;
  readonly halves: (before: string, after: string, least: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly negativeOf: (count: string) => string;
  readonly smallSample: (least: string) => string;
  readonly rejected: (count: string) => string;
  readonly sampled: (kept: string) => string;
  /** How to read the report, a paragraph each. */
  readonly reading: readonly string[];
}

/** The words of a language. */
export function wordingOf(language: Language): Wording {
  return language === "tr" ? TURKISH : ENGLISH;
}

/** Lists of names that have words of their own. */
export type Vocabulary = "stages" | "themes" | "intents" | "emotions" | "efforts" | "touchpoints" | "languages";

/**
 * The word for a name. Names without one (a theme of the user's own taxonomy, a channel) are shown as they are; the parts
 * of a nested theme are looked up one by one.
 */
export function nameOf(vocabulary: Vocabulary, name: string, wording: Wording): string {
  const words: Readonly<Record<string, string>> = wording[vocabulary];
  const wordFor = (part: string): string => (Object.hasOwn(words, part) ? (words[part] ?? part) : part);
  return vocabulary === "themes" && name.includes("/") ? name.split("/").map(wordFor).join(" / ") : wordFor(name);
}
