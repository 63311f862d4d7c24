import fc from "fast-check";
import { EMOTIONS, INTENTS, SENTIMENTS, STAGES, THEMES, TOUCHPOINTS } from "../../src/core/labels.js";
import type { Analysis, Polarity } from "../../src/meaning/analysis.js";

const polarity: fc.Arbitrary<Polarity> = fc.record({
  label: fc.constantFrom(...SENTIMENTS),
  score: fc.integer({ min: -1000, max: 1000 }).map((thousandths) => thousandths / 1000),
  confidence: fc.constantFrom(0.4, 0.7, 0.93),
});

/** Names that break careless code, among ordinary ones. */
const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("review", "chat", "__proto__", "constructor", "", "😀", "\ud800", "a\u0000b", "Größe"),
  fc.string({ unit: "binary", maxLength: 6 }),
);

/** Any analysis that one model may make. */
export const arbitraryAnalysis: fc.Arbitrary<Analysis> = fc
  .record({
    id: hostileName,
    text: fc.option(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), { freq: 5 }),
    language: fc.constantFrom("en" as const, "tr" as const),
    sentiment: polarity,
    themes: fc.uniqueArray(fc.record({ theme: fc.constantFrom(...THEMES), sentiment: polarity }), {
      selector: ({ theme }) => theme,
      maxLength: 3,
    }),
    stage: fc.option(fc.constantFrom(...STAGES)),
    intent: fc.constantFrom(...INTENTS),
    emotion: fc.option(fc.constantFrom(...EMOTIONS)),
    effort: fc.option(fc.constantFrom("high" as const, "low" as const)),
    touchpoint: fc.option(fc.constantFrom(...TOUCHPOINTS)),
    urgent: fc.boolean(),
    channel: fc.option(hostileName),
    month: fc.option(fc.integer({ min: 1, max: 6 })),
    nps: fc.option(fc.integer({ min: 0, max: 10 })),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  .map((made) => ({
    id: made.id,
    text: made.text,
    given: {
      ...(made.month === null ? {} : { at: `2026-0${made.month}-15` }),
      ...(made.channel === null ? {} : { channel: made.channel }),
      ...(made.rating === null ? {} : { rating: made.rating }),
      ...(made.nps === null ? {} : { nps: made.nps }),
    },
    language: made.language,
    sentiment: { ...made.sentiment, stars: 3, evidence: made.text === null ? [] : [[0, 1]] },
    clauses: [],
    themes: made.themes.map(({ theme, sentiment }) => ({
      theme,
      confidence: 0.8,
      sentiment,
      evidence: made.text === null ? [] : [[0, 1]],
    })),
    stage: made.stage === null ? null : { stage: made.stage, confidence: 0.7, second: null, evidence: [] },
    intent: { intent: made.intent, confidence: 0.6 },
    emotion: made.emotion === null ? null : { emotion: made.emotion, confidence: 0.6 },
    effort: made.effort === null ? null : { effort: made.effort, evidence: [] },
    touchpoints: made.touchpoint === null ? [] : [{ touchpoint: made.touchpoint, evidence: [] }],
    urgent: made.urgent,
    painPoints: [],
    model: `${made.language}-0.1.0-00000000`,
  }));
