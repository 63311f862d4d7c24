import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMOTIONS, INTENTS, SENTIMENTS, STAGES, THEMES, TOUCHPOINTS } from "../../src/core/labels.js";
import type { Analysis, Polarity } from "../../src/meaning/analysis.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { parseAnalysis } from "../../src/meaning/parse-analysis.js";
import { anyText, evidenceOf } from "./any-text.js";

const analyzers = {
  en: createAnalyzer({ language: "en" }),
  tr: createAnalyzer({ language: "tr" }),
  auto: createAnalyzer(),
};
const names = Object.keys(analyzers);

/** Holds a law for every text, as read by the English, the Turkish and the identifying analyzer. */
function holdsAlways(law: (analysis: Analysis, text: string) => void, settings: { seed?: number } = {}): void {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const analyzer of Object.values(analyzers)) law(analyzer.analyze(text), text);
    }),
    { numRuns: 300, ...settings },
  );
}

const KEYS = {
  analysis:
    "id text given language sentiment clauses themes stage intent emotion effort touchpoints urgent painPoints model",
  sentiment: "label score confidence stars evidence",
  polarity: "label score confidence",
  clause: "span sentiment themes stage",
  theme: "theme confidence sentiment evidence",
  stage: "stage confidence second evidence",
  intent: "intent confidence",
  emotion: "emotion confidence",
  effort: "effort evidence",
  touchpoint: "touchpoint evidence",
  painPoint: "span theme stage severity",
} as const;

/** A value with the kind of thing that it is; parts that were not read are left out. */
function partsOf(analysis: Analysis): readonly (readonly [kind: keyof typeof KEYS, part: object | null])[] {
  return [
    ["analysis", analysis],
    ["sentiment", analysis.sentiment],
    ...analysis.clauses.flatMap((clause) => [["clause", clause] as const, ["polarity", clause.sentiment] as const]),
    ...analysis.themes.flatMap((theme) => [["theme", theme] as const, ["polarity", theme.sentiment] as const]),
    ["stage", analysis.stage],
    ["intent", analysis.intent],
    ["emotion", analysis.emotion],
    ["effort", analysis.effort],
    ...analysis.touchpoints.map((touchpoint) => ["touchpoint", touchpoint] as const),
    ...analysis.painPoints.map((painPoint) => ["painPoint", painPoint] as const),
  ];
}

const polaritiesOf = (analysis: Analysis): readonly Polarity[] => [
  ...(analysis.sentiment === null ? [] : [analysis.sentiment]),
  ...analysis.clauses.map(({ sentiment }) => sentiment),
  ...analysis.themes.map(({ sentiment }) => sentiment),
];

const isWithin = (low: number, value: number, high: number): boolean => value >= low && value <= high;

describe("the texts that the laws are tried on", () => {
  it("are read as something: every label of sentiment, and themes, stages, effort and pain points", () => {
    const seen = new Set<string>();
    holdsAlways(
      (analysis) => {
        if (analysis.sentiment) seen.add(analysis.sentiment.label);
        if (analysis.themes.length > 1) seen.add("themes");
        if (analysis.stage !== null) seen.add("stage");
        if (analysis.effort !== null) seen.add("effort");
        if (analysis.painPoints.length > 1) seen.add("pains");
        if (analysis.clauses.length > 2) seen.add("clauses");
      },
      { seed: 1 },
    );
    expect([...seen].sort()).toEqual([...SENTIMENTS, "clauses", "effort", "pains", "stage", "themes"].sort());
    expect(fc.sample(anyText, { numRuns: 200, seed: 1 }).some((text) => !text.isWellFormed())).toBe(true);
    expect(names).toEqual(["en", "tr", "auto"]);
  });
});

describe("for any text, spans", () => {
  it("lie inside the text and hold at least one character", () => {
    holdsAlways((analysis, text) => {
      const pains = analysis.painPoints.map(({ span }) => span);
      for (const [start, end] of [...pains, ...evidenceOf(analysis).flatMap(([, spans]) => spans)]) {
        expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toHaveLength(end - start);
      }
    });
  });

  it("of one list stand in the order of the text and never overlap: evidence and clauses alike", () => {
    holdsAlways((analysis) => {
      for (const [place, spans] of evidenceOf(analysis)) {
        for (const [i, [start]] of spans.entries()) {
          expect(start, place).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
        }
      }
    });
  });

  it("of evidence stand within a clause", () => {
    holdsAlways((analysis) => {
      const clauses = analysis.clauses.map(({ span }) => span);
      for (const [place, spans] of evidenceOf(analysis)) {
        for (const [start, end] of spans) {
          const whole = clauses.some(([from, to]) => start >= from && end <= to);
          expect(whole, `${place} ${start}-${end}`).toBe(true);
        }
      }
    });
  });

  it("never cut a pair of surrogates", () => {
    holdsAlways((analysis, text) => {
      const cuts = (at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
      for (const [start, end] of evidenceOf(analysis).flatMap(([, spans]) => spans)) {
        expect([cuts(start), cuts(end)]).toEqual([false, false]);
      }
    });
  });
});

describe("for any text, an analysis", () => {
  it("has the same keys in the same order, down to its smallest part", () => {
    holdsAlways((analysis) => {
      for (const [kind, part] of partsOf(analysis)) {
        if (part !== null) expect(Object.keys(part).join(" "), kind).toBe(KEYS[kind]);
      }
    });
  });

  it("has scores, confidences, stars and severities within their ranges, to three decimals", () => {
    holdsAlways((analysis) => {
      const rounded = (value: number): boolean => Math.round(value * 1000) / 1000 === value && !Object.is(value, -0);
      for (const { label, score, confidence } of polaritiesOf(analysis)) {
        expect(SENTIMENTS).toContain(label);
        expect(isWithin(-1, score, 1) && rounded(score), `score ${score}`).toBe(true);
        expect(isWithin(0, confidence, 1) && rounded(confidence), `confidence ${confidence}`).toBe(true);
      }
      const { sentiment, stage, intent, emotion } = analysis;
      if (sentiment !== null) expect(isWithin(1, sentiment.stars, 5), `stars ${sentiment.stars}`).toBe(true);
      for (const part of [...analysis.themes, stage, intent, emotion]) {
        if (part !== null) expect(isWithin(0, part.confidence, 1) && rounded(part.confidence)).toBe(true);
      }
      for (const { severity } of analysis.painPoints) expect(isWithin(0, severity, 1) && rounded(severity)).toBe(true);
    });
  });

  it("uses the labels of the lists alone, each theme and touchpoint once", () => {
    holdsAlways(({ themes, stage, intent, emotion, touchpoints, painPoints }) => {
      const named = { themes: themes.map(({ theme }) => theme), touchpoints: touchpoints.map((met) => met.touchpoint) };
      expect(new Set(named.themes).size).toBe(themes.length);
      expect(new Set(named.touchpoints).size).toBe(touchpoints.length);
      expect(THEMES).toEqual(expect.arrayContaining(named.themes));
      expect(TOUCHPOINTS).toEqual(expect.arrayContaining(named.touchpoints));
      if (stage !== null) {
        expect(STAGES).toContain(stage.stage);
        expect(stage.second).not.toBe(stage.stage);
      }
      if (intent !== null) expect(INTENTS).toContain(intent.intent);
      if (emotion !== null) expect(EMOTIONS).toContain(emotion.emotion);
      for (const { theme } of painPoints) if (theme !== null) expect(named.themes).toContain(theme);
    });
  });

  it("lists themes by falling confidence, then by name", () => {
    holdsAlways(({ themes }) => {
      const sorted = themes.toSorted((a, b) => b.confidence - a.confidence || (a.theme < b.theme ? -1 : 1));
      expect(themes.map(({ theme }) => theme)).toEqual(sorted.map(({ theme }) => theme));
    });
  });

  it("comes back from JSON as it was, and passes the check of analyses", () => {
    holdsAlways((analysis) => {
      const line = JSON.stringify(analysis);
      expect(line).not.toContain("\n");
      expect(parseAnalysis(JSON.parse(line))).toEqual(analysis);
    });
  });

  it("is the same bytes the second time, whoever reads it and whatever was read between", () => {
    const other = createAnalyzer();
    const before = new Map<string, string>();
    fc.assert(
      fc.property(anyText, (text) => {
        before.set(text, JSON.stringify(analyzers.auto.analyze(text)));
      }),
    );
    for (const [text, bytes] of [...before].reverse()) expect(JSON.stringify(other.analyze(text))).toBe(bytes);
  });

  it("differs in its text alone where the text is not kept", () => {
    const silent = createAnalyzer({ keepText: false });
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = analyzers.auto.analyze(text);
        expect(kept.text).toBe(text);
        expect(JSON.stringify(silent.analyze(text))).toBe(JSON.stringify({ ...kept, text: null }));
      }),
    );
  });

  it("is the same for bare text and for a verbatim that has nothing else", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(analyzers.auto.analyze({ text })).toEqual(analyzers.auto.analyze(text));
      }),
    );
  });
});
