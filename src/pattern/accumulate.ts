import { excerpt, VerbatimsError } from "../core/error.js";
import type { SentimentLabel } from "../core/labels.js";
import type { Analysis } from "../meaning/analysis.js";
import { closeSamples, makeQuote, type OpenSamples, offerQuote } from "./quote-sample.js";
import type { CrossTally, NamedTally, Summary } from "./summary.js";
import { addTally, copyTally, countVerbatim, type OpenTally, openTally } from "./tally.js";

/** Whether somebody speaks for the company unasked: a promoter by text. Advice to stay away is a recommendation too, so the tone decides. */
function isAdvocate({ sentiment, intent, emotion }: Analysis): boolean {
  return sentiment?.label === "positive" && (intent?.intent === "recommendation" || emotion?.emotion === "delight");
}

function isOpposite(text: SentimentLabel | undefined, theme: SentimentLabel): boolean {
  return (text === "negative" && theme === "positive") || (text === "positive" && theme === "negative");
}

/** Names of the lists of a summary that are counted by one name. */
const NAMED = [
  "languages",
  "themes",
  "stages",
  "intents",
  "emotions",
  "efforts",
  "touchpoints",
  "channels",
  "segments",
  "months",
  "urgentByChannel",
  "advocatesByChannel",
] as const;
/** Names of the lists that are counted by two names. */
const CROSSED = ["themesByStage", "themesByMonth", "stagesByChannel", "intentsByChannel"] as const;

type NamedList = (typeof NAMED)[number];
type CrossList = (typeof CROSSED)[number];

/** Adds analyses and summaries up in place: what `addToSummary` and `mergeSummaries` are made of. */
export interface SummaryAccumulator {
  readonly addAnalysis: (analysis: Analysis) => void;
  /** @throws VerbatimsError `unlike-summaries` where models or the number of quotes kept differ */
  readonly addSummary: (summary: Summary) => void;
  /** The sum so far, as a value of its own. */
  readonly toSummary: () => Summary;
}

/** Quotes kept for each theme and sentiment where nothing else is asked. */
export const QUOTES_KEPT = 5;

/** Starts an accumulator. Its memory grows with the distinct names it meets, not with the analyses. */
export function createAccumulator(quotesKept: number = QUOTES_KEPT): SummaryAccumulator {
  const all = openTally();
  const models = new Map<string, string>();
  const named = new Map<NamedList, Map<string, OpenTally>>(NAMED.map((list) => [list, new Map()]));
  const crossed = new Map<CrossList, Map<string, Map<string, OpenTally>>>(CROSSED.map((list) => [list, new Map()]));
  const samples: OpenSamples = new Map();
  let urgent = 0;
  let advocates = 0;

  const tallyOf = (list: NamedList, name: string): OpenTally => getTally(named.get(list) ?? new Map(), name);
  const crossTallyOf = (list: CrossList, name: string, within: string): OpenTally => {
    const byName = crossed.get(list) ?? new Map<string, Map<string, OpenTally>>();
    let byWithin = byName.get(name);
    if (byWithin === undefined) {
      byWithin = new Map();
      byName.set(name, byWithin);
    }
    return getTally(byWithin, within);
  };
  const noteModel = (language: string, model: string): void => {
    const known = models.get(language);
    if (known === undefined) models.set(language, model);
    else if (known !== model) throw unlike(`model of ${language}`, known, model);
  };

  const addAnalysis = (analysis: Analysis): void => {
    const { given, sentiment, stage, intent, emotion, effort } = analysis;
    noteModel(analysis.model.split("-", 1)[0] ?? "", analysis.model);
    const count = (tally: OpenTally): void => countVerbatim(tally, sentiment, given);
    count(all);
    count(tallyOf("languages", analysis.language ?? "unknown"));
    if (stage !== null) count(tallyOf("stages", stage.stage));
    if (intent !== null) count(tallyOf("intents", intent.intent));
    if (emotion !== null) count(tallyOf("emotions", emotion.emotion));
    if (effort !== null) count(tallyOf("efforts", effort.effort));
    for (const { touchpoint } of analysis.touchpoints) count(tallyOf("touchpoints", touchpoint));
    if (given.segment !== undefined) count(tallyOf("segments", given.segment));
    const advocate = isAdvocate(analysis);
    if (advocate) advocates++;
    if (analysis.urgent) urgent++;
    const { channel } = given;
    if (channel !== undefined) {
      count(tallyOf("channels", channel));
      if (stage !== null) count(crossTallyOf("stagesByChannel", stage.stage, channel));
      if (intent !== null) count(crossTallyOf("intentsByChannel", intent.intent, channel));
      if (analysis.urgent) count(tallyOf("urgentByChannel", channel));
      if (advocate) count(tallyOf("advocatesByChannel", channel));
    }
    const month = given.at?.slice(0, 7);
    if (month !== undefined) count(tallyOf("months", month));
    if (sentiment !== null) {
      const quote = makeQuote(analysis, sentiment.label, sentiment.evidence[0] ?? null);
      if (quote !== null) offerQuote(samples, "", quote, quotesKept);
    }
    for (const reading of analysis.themes) {
      countVerbatim(tallyOf("themes", reading.theme), reading.sentiment, given);
      if (stage !== null)
        countVerbatim(crossTallyOf("themesByStage", reading.theme, stage.stage), reading.sentiment, given);
      if (month !== undefined)
        countVerbatim(crossTallyOf("themesByMonth", reading.theme, month), reading.sentiment, given);
      // A complaint that praises one thing in passing is no quotation of delight, nor the reverse.
      if (isOpposite(sentiment?.label, reading.sentiment.label)) continue;
      const quote = makeQuote(analysis, reading.sentiment.label, reading.evidence[0] ?? null);
      if (quote !== null) offerQuote(samples, reading.theme, quote, quotesKept);
    }
  };

  const addSummary = (summary: Summary): void => {
    if (summary.quotesKept !== quotesKept) throw unlike("quotesKept", quotesKept, summary.quotesKept);
    for (const { language, model } of summary.models) noteModel(language, model);
    addTally(all, summary.all);
    for (const list of NAMED) for (const tally of summary[list]) addTally(tallyOf(list, tally.name), tally);
    for (const list of CROSSED)
      for (const tally of summary[list]) addTally(crossTallyOf(list, tally.name, tally.within), tally);
    urgent += summary.urgent;
    advocates += summary.advocates;
    for (const { theme, quotes } of summary.quotes)
      for (const quote of quotes) offerQuote(samples, theme, quote, quotesKept);
  };

  const namedList = (list: NamedList): NamedTally[] => sorted(named.get(list) ?? new Map());
  const crossList = (list: CrossList): CrossTally[] =>
    [...(crossed.get(list) ?? new Map<string, Map<string, OpenTally>>())]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, byWithin]) =>
        sorted(byWithin).map(({ name: within, ...tally }) => ({ name, within, ...tally })),
      );

  const toSummary = (): Summary => ({
    format: "verbatims-summary",
    version: 1,
    models: [...models].sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, model]) => ({ language, model })),
    quotesKept,
    all: copyTally(all),
    languages: namedList("languages"),
    themes: namedList("themes"),
    stages: namedList("stages"),
    intents: namedList("intents"),
    emotions: namedList("emotions"),
    efforts: namedList("efforts"),
    touchpoints: namedList("touchpoints"),
    channels: namedList("channels"),
    segments: namedList("segments"),
    months: namedList("months"),
    themesByStage: crossList("themesByStage"),
    themesByMonth: crossList("themesByMonth"),
    stagesByChannel: crossList("stagesByChannel"),
    intentsByChannel: crossList("intentsByChannel"),
    urgent,
    urgentByChannel: namedList("urgentByChannel"),
    advocates,
    advocatesByChannel: namedList("advocatesByChannel"),
    quotes: closeSamples(samples),
  });

  return { addAnalysis, addSummary, toSummary };
}

function getTally(from: Map<string, OpenTally>, name: string): OpenTally {
  let tally = from.get(name);
  if (tally === undefined) {
    tally = openTally();
    from.set(name, tally);
  }
  return tally;
}

function sorted(tallies: ReadonlyMap<string, OpenTally>): NamedTally[] {
  return [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, tally]) => ({ name, ...copyTally(tally) }));
}

function unlike(what: string, ours: unknown, theirs: unknown): VerbatimsError {
  return new VerbatimsError(
    "unlike-summaries",
    `${what}: expected ${excerpt(ours)}, got ${excerpt(theirs)}. Summarize all analyses with the same version and options before merging.`,
    { field: what, expected: excerpt(ours), received: excerpt(theirs) },
  );
}
