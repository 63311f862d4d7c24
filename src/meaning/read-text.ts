import { hashText } from "../core/hash.js";
import type { Language } from "../core/labels.js";
import { VERSION } from "../core/version.js";
import type { Clause } from "../language/clauses.js";
import { scanTokens } from "../language/tokenize.js";
import { createTokens } from "../language/tokens.js";
import type { Analysis, SentimentScore, Span } from "./analysis.js";
import { collectCues, type Supports, supportOf } from "./collect-cues.js";
import { loadSentiment } from "./load-sentiment.js";
import { readClauses } from "./read-clauses.js";
import { readPainPoints } from "./read-pain-points.js";
import { createRuleReader } from "./read-rules.js";
import { readSentimentAlone, readTextSentiment } from "./read-sentiment.js";
import { readEffort, readEmotion, readIntent, readTouchpoints, readUrgent } from "./read-signals.js";
import { readStage } from "./read-stage.js";
import { readThemes } from "./read-themes.js";
import { reconcileMass } from "./reconcile.js";
import type { Hit } from "./score-clause.js";
import { createSentimentReader } from "./sentiment-model.js";

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

/** Makes a reader; its working memory serves one text after another. */
export function createTextReader(language: Language): TextReader {
  const rules = createRuleReader(language);
  const model = loadSentiment(language);
  const sentiments = createSentimentReader(model);
  const fingerprint = hashText(`${rules.fingerprint} ${model.words.fingerprint}`).slice(0, 8);

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
    const facts = { clauses, hits, masses, polarities };
    const supports = collectCues(matches);
    const isNonsense = supports.nonsense.length > 0 && tokens.count <= 4;
    const judges = !isNonsense && (sentiment.label !== "neutral" || supports.theme.length > 0 || holdsHit(hits));
    const themes = isNonsense ? [] : readThemes(supports, facts, sentiment, spanOf);
    const stage = isNonsense ? null : readStage(supports, judges, spanOf);
    const effort = readEffort(supports, spanOf);
    const urgent = readUrgent(supports, sentiment);
    const told = readClauses(clauses, polarities, supports, themes, stage, spanOf);
    return {
      sentiment,
      clauses: told,
      themes,
      stage,
      intent: readIntent(supports, sentiment, clauses.some(asks), tokens.count === 0),
      emotion: readEmotion(supports, sentiment),
      effort,
      touchpoints: readTouchpoints(supports, spanOf),
      urgent,
      painPoints: readPainPoints(tokens, facts, told, laboriousClauses(supports, effort), urgent),
    };
  };

  const alone = createTokens();
  const readSentiment = (text: string): SentimentScore => {
    scanTokens(text, alone);
    return readSentimentAlone(sentiments, alone, () => rules.read(text));
  };

  return { read, readSentiment, countKnown: rules.countKnown, model: `${language}-${VERSION}-${fingerprint}` };
}

function asks(clause: Clause): boolean {
  return clause.asks;
}

function holdsHit(hits: readonly (readonly Hit[])[]): boolean {
  for (const list of hits) if (list.length > 0) return true;
  return false;
}

const NONE: ReadonlySet<number> = new Set();

/** Numbers of the clauses that tell of high effort. */
function laboriousClauses(supports: Supports, effort: Analysis["effort"]): ReadonlySet<number> {
  if (effort?.effort !== "high") return NONE;
  return new Set(supportOf(supports.effort, 0)?.places.map((place) => place.clause));
}
