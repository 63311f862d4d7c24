import type { Statistic } from "../../core/statistic.js";
import { countRead } from "../change/measures.js";
import { checkReliability, type ReliabilityOptions } from "../metrics/judge.js";
import type { Summary, Tally } from "../summary.js";
import { toNetScore } from "../tally-statistics.js";
import { type AttributeSource, EXPERIENCE_ATTRIBUTES, type ExperienceAttribute } from "./experience-attributes.js";

/** What is scored. */
export interface ExperienceOptions extends ReliabilityOptions {
  /**
   * The attributes and what speaks to them.
   *
   * @defaultValue {@link EXPERIENCE_ATTRIBUTES}
   */
  readonly attributes?: readonly ExperienceAttribute[];
}

/** Mentions that speak to an attribute. */
export interface AttributeEvidence {
  readonly source: AttributeSource;
  /** Mentions whose sentiment was read. */
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
}

/** How an attribute is felt. */
export interface AttributeScore {
  readonly attribute: string;
  readonly meaning: string;
  /**
   * Mentions for it less mentions against it, in points, -100 to 100; `n` counts mentions. `null` where nothing speaks to it. A text that
   * speaks to it by two sources is two mentions, so that the interval is somewhat narrow where sources overlap.
   */
  readonly score: Statistic | null;
  /** One for each source, in the order of the table. */
  readonly evidence: readonly AttributeEvidence[];
}

/**
 * The experience scorecard: each attribute scored by what customers say of the themes, touchpoints and effort that speak to it, from the
 * counts of a summary. Attributes come in the order of the table.
 *
 * @throws VerbatimsError `invalid-option` where an option is out of range
 * @example
 * const summary = addToSummary(emptySummary(), analyze("It took five calls to get a refund."));
 * const told = scoreExperience(summary).filter(({ score }) => score !== null);
 * told.map(({ attribute }) => attribute).includes("ease"); // true
 */
export function scoreExperience(summary: Summary, options: ExperienceOptions = {}): readonly AttributeScore[] {
  const rules = checkReliability(options, "scoreExperience");
  return (options.attributes ?? EXPERIENCE_ATTRIBUTES).map(({ attribute, meaning, sources }) => {
    const evidence = sources.map((source) => ({ source, ...countMentions(summary, source) }));
    const total = (key: "n" | "positive" | "negative"): number => evidence.reduce((sum, each) => sum + each[key], 0);
    const n = total("n");
    const score = n === 0 ? null : toNetScore(total("positive"), total("negative"), n, rules);
    return { attribute, meaning, score, evidence };
  });
}

type Counts = Omit<AttributeEvidence, "source">;

function countMentions(summary: Summary, source: AttributeSource): Counts {
  if ("effort" in source) {
    const nOf = (effort: string): number => summary.efforts.find(({ name }) => name === effort)?.n ?? 0;
    const [positive, negative] = [nOf("low"), nOf("high")];
    return { n: positive + negative, positive, negative };
  }
  if ("touchpoint" in source) return toCounts(summary.touchpoints.find(({ name }) => name === source.touchpoint));
  const { theme, stage } = source;
  if (stage === undefined) return toCounts(summary.themes.find(({ name }) => name === theme));
  return toCounts(summary.themesByStage.find(({ name, within }) => name === theme && within === stage));
}

function toCounts(tally: Tally | undefined): Counts {
  if (tally === undefined) return { n: 0, positive: 0, negative: 0 };
  return { n: countRead(tally), positive: tally.sentiment.positive, negative: tally.sentiment.negative };
}
