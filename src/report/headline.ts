import type { ThemeChange } from "./find-changes.js";
import { formatMonth } from "./format-date.js";
import { formatCount, formatDecimal, formatShare, formatSigned } from "./format-number.js";
import type { ScoreGiven } from "./score-given.js";
import { SMALL_SAMPLE, shareOf } from "./share.js";
import type { StageStory, Story } from "./story.js";
import { nameOf, type Wording } from "./wording.js";

/** A report's headline: what the numbers are of, and what stands out in them. */
export interface Headline {
  /** How many verbatims, from when to when, how they lean, and the scores given. */
  readonly facts: readonly string[];
  /** Where it hurts most, what clearly got worse and better, and how many need an answer now. */
  readonly findings: readonly string[];
}

/** Puts the story's main numbers into sentences. Theme names in them are foreign text. */
export function writeHeadline(story: Story, wording: Wording): Headline {
  const { language, sentences } = wording;
  const { all, period } = story;
  const facts = [
    sentences.volume(
      formatCount(all.n, language),
      all.n === 1,
      period === null ? null : formatMonth(period.from, wording),
      period === null ? null : formatMonth(period.to, wording),
    ),
  ];
  if (all.read > 0) {
    const { negative, positive } = all.shares;
    facts.push(sentences.balance(formatShare(negative, language), formatShare(positive, language)));
  }
  if (all.n > all.read) facts.push(sentences.unread(formatCount(all.n - all.read, language)));
  for (const score of story.scores) facts.push(writeScore(score, wording));

  const findings: string[] = [];
  const pain = story.themes[0];
  if (pain !== undefined && pain.shares.negative.count > 0) {
    const { negative } = pain.shares;
    findings.push(
      sentences.topPain(
        nameOf("themes", pain.name, wording),
        formatCount(negative.count, language),
        formatCount(pain.read, language),
        formatShare(negative, language),
      ),
    );
  }
  const worst = findWorstStage(story.journey);
  if (worst !== null) {
    findings.push(
      sentences.worstStage(
        wording.stages[worst.stage],
        formatShare(worst.shares.negative, language),
        formatCount(worst.read, language),
      ),
    );
  }
  const tell = (change: ThemeChange | undefined, say: Wording["sentences"]["rose"]): void => {
    if (change === undefined) return;
    const [then = "", now = ""] = [change.before, change.after].map(({ count, n }) =>
      formatShare(shareOf(count, n), language),
    );
    findings.push(say(nameOf("themes", change.name, wording), then, now));
  };
  tell(
    story.changes?.rises.find(({ clear }) => clear),
    sentences.rose,
  );
  tell(
    story.changes?.falls.find(({ clear }) => clear),
    sentences.fell,
  );
  if (story.urgent > 0) findings.push(sentences.urgent(formatCount(story.urgent, language), story.urgent === 1));
  return { facts, findings };
}

/** A score given, in a sentence. */
function writeScore(score: ScoreGiven, wording: Wording): string {
  const { language, sentences } = wording;
  const n = formatCount(score.n, language) + (score.small ? `, ${wording.terms.small}` : "");
  if (score.kind === "nps")
    return sentences.nps(formatSigned(score.value, language), writeInterval(score.interval, wording), n);
  const mean = formatDecimal(score.value, language);
  return score.kind === "rating"
    ? sentences.meanRating(mean, n)
    : sentences.meanScore(wording.scores[score.kind], mean, n);
}

/** An interval of points, in words; `null` where there is none. */
export function writeInterval(interval: readonly [number, number] | null, wording: Wording): string | null {
  if (interval === null) return null;
  const [low, high] = interval.map((end) => formatSigned(end, wording.language));
  return wording.sentences.interval(low ?? "", high ?? "");
}

/** The stage with the largest share negative among those with no small sample; the earlier where equal. */
function findWorstStage(journey: readonly StageStory[]): StageStory | null {
  let worst: StageStory | null = null;
  let most = 0;
  for (const stage of journey) {
    if (stage.read < SMALL_SAMPLE) continue;
    const share = stage.shares.negative.count / stage.read;
    if (share > most) {
      most = share;
      worst = stage;
    }
  }
  return worst;
}
