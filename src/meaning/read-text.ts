import { hashText } from "../core/hash.js";
import type { Language, Stage } from "../core/labels.js";
import { VERSION } from "../core/version.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens } from "../language/tokens.js";
import type { Analysis, SentimentScore, Span, StageReading, ThemeReading } from "./analysis.js";
import { collectCues, type Supports, supportOf } from "./collect-cues.js";
import { loadMeaning } from "./load-meaning.js";
import { loadSentiment } from "./load-sentiment.js";
import { createMeaningReader } from "./meaning-model.js";
import { createPainScorer } from "./pain-model.js";
import { readClauses } from "./read-clauses.js";
import { readMeaning } from "./read-meaning.js";
import { readPainPoints } from "./read-pain-points.js";
import { createRuleReader } from "./read-rules.js";
import { readSentimentAlone, readTextSentiment } from "./read-sentiment.js";
import { readEffort, readEmotion, readIntent, readTouchpoints, readUrgent } from "./read-signals.js";
import { readClauseStages, readStage } from "./read-stage.js";
import { readFoundThemes, readThemes } from "./read-themes.js";
import { reconcileMass } from "./reconcile.js";
import { createSentimentReader } from "./sentiment-model.js";
import type { Taxonomy } from "./taxonomy/taxonomy.js";
import { createThemeFinder } from "./taxonomy/theme-finder.js";

/** The part of an {@link Analysis} that is read from the text. */
export type TextReading = Omit<Analysis, "id" | "text" | "given" | "language" | "model">;

/** Reads texts of one language. */
export interface TextReader {
  readonly read: (text: string) => TextReading;
  /** The sentiment that `read` gives, alone. */
  readonly readSentiment: (text: string) => SentimentScore;
  /** How many tokens of a text its vocabulary knows; to choose between languages where nothing else tells. */
  readonly countKnown: (text: string) => number;
  /** Language, version and fingerprint, such as `en-0.1.0-3f9c2a1b`. */
  readonly model: string;
}

/**
 * Makes a reader; its working memory serves one text after another.
 *
 * @param taxonomy the themes that are read; the default ones where left out
 */
export function createTextReader(language: Language, taxonomy?: Taxonomy): TextReader {
  const rules = createRuleReader(language);
  const model = loadSentiment(language);
  const sentiments = createSentimentReader(model);
  const meaningModel = loadMeaning(language);
  const meanings = createMeaningReader(meaningModel);
  const scorePain = createPainScorer(meaningModel.pain);
  const own = taxonomy === undefined ? null : createThemeFinder(taxonomy, language);
  const fingerprint = hashText(
    `${rules.fingerprint} ${model.words.fingerprint} ${meaningModel.words.fingerprint}${taxonomy === undefined ? "" : ` ${taxonomy.fingerprint}`}`,
  ).slice(0, 8);

  const read = (text: string): TextReading => {
    const reading = rules.read(text);
    const { clauses, hits, matches } = reading;
    const { tokens } = reading.text;
    const spanOf = ({ from, to }: { from: number; to: number }): Span => [
      tokens.start[from] ?? 0,
      tokens.end[to - 1] ?? 0,
    ];
    const { whole: sentiment, clauses: polarities } = readTextSentiment(sentiments, reading, spanOf);
    const masses = reading.masses.map((mass, i) => reconcileMass(mass, polarities[i] ?? sentiment));
    const facts = { hits, polarities };
    const supports = collectCues(matches);
    if (clauses.length === 0) return { ...SILENT, sentiment };
    const meaning = readMeaning(meanings, reading, supports, sentiments.probabilities);
    const isNonsense = supports.nonsense.length > 0 && tokens.count <= 4;
    const stage = isNonsense ? null : readStage(meaning, spanOf);
    const readThemesOf = (): ThemeReading[] => {
      if (own === null) return isNonsense ? [] : readThemes(meaning, facts, sentiment, spanOf);
      const stageOf = stageReader(supports, clauses.length, stage);
      return readFoundThemes(own.find(reading, polarities, stageOf, isNonsense), facts, sentiment, spanOf);
    };
    const themes = readThemesOf();
    const effort = readEffort(meaning, supports, spanOf);
    const urgent = readUrgent(meaning);
    const told = readClauses(clauses, polarities, supports, themes, stage, spanOf, own?.ranks);
    return {
      sentiment,
      clauses: told,
      themes,
      stage,
      intent: readIntent(meaning),
      emotion: readEmotion(meaning),
      effort,
      touchpoints: readTouchpoints(supports, spanOf),
      urgent,
      painPoints: readPainPoints(
        { rules: reading, masses, polarities, whole: sentiment },
        scorePain,
        told,
        laboriousClauses(supports, effort),
        urgent,
      ),
    };
  };

  const alone = createTokens();
  const readSentiment = (text: string): SentimentScore => {
    scanTokens(text, alone);
    return readSentimentAlone(sentiments, alone, () => rules.read(text));
  };

  return { read, readSentiment, countKnown: rules.countKnown, model: `${language}-${VERSION}-${fingerprint}` };
}

/** Tells the stage of a clause; the stages are read when the first is asked for. */
function stageReader(
  supports: Supports,
  clauses: number,
  whole: StageReading | null,
): (clause: number) => Stage | null {
  let stages: readonly (Stage | null)[] | undefined;
  return (clause) => {
    stages ??= readClauseStages(supports, clauses);
    return stages[clause] ?? whole?.stage ?? null;
  };
}

/** The reading of a text without a clause, as one of marks alone, but for its sentiment. */
const SILENT = {
  clauses: [],
  themes: [],
  stage: null,
  intent: null,
  emotion: null,
  effort: null,
  touchpoints: [],
  urgent: false,
  painPoints: [],
} as const;

const NONE: ReadonlySet<number> = new Set();

/** Numbers of the clauses that tell of high effort. */
function laboriousClauses(supports: Supports, effort: Analysis["effort"]): ReadonlySet<number> {
  if (effort?.effort !== "high") return NONE;
  return new Set(supportOf(supports.effort, 0)?.places.map((place) => place.clause));
}
