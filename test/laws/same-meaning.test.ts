import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { withoutDiacritics } from "../../benchmarks/accuracy/without-diacritics.js";
import type { Language } from "../../src/core/labels.js";
import { type Analysis, analyze, readVerbatims, type Verbatim } from "../../src/index.js";

const demo = resolve(import.meta.dirname, "../../datasets/demo.csv");
const verbatims: Verbatim[] = [];

beforeAll(async () => {
  for await (const record of readVerbatims([readFileSync(demo)], { fileName: demo })) {
    if (record.ok) verbatims.push(record.verbatim);
  }
});

/** Everything that an analysis says, without where it says it and without the name made from the text. */
function labelsOf({
  language,
  sentiment,
  themes,
  stage,
  intent,
  emotion,
  effort,
  touchpoints,
  urgent,
}: Analysis): object {
  return {
    language,
    sentiment: sentiment?.label,
    score: sentiment?.score,
    themes: themes.map(({ theme, sentiment: { label } }) => `${theme} ${label}`),
    stage: stage?.stage,
    second: stage?.second,
    intent: intent?.intent,
    emotion: emotion?.emotion,
    effort: effort?.effort,
    touchpoints: touchpoints.map(({ touchpoint }) => touchpoint),
    urgent,
  };
}

/** Share of the texts in a language whose sentiment label is the same after a change that leaves the meaning as it was. */
function shareKept(language: Language, change: (text: string) => string): number {
  const texts = verbatims.filter((verbatim) => verbatim.language === language).map(({ text }) => text);
  const changed = texts.filter((text) => change(text) !== text);
  expect(changed.length).toBeGreaterThan(100);
  const label = (text: string): string | undefined => analyze({ text, language }).sentiment?.label;
  return changed.filter((text) => label(text) === label(change(text))).length / changed.length;
}

describe("what does not change the meaning", () => {
  it("white space at the end changes no label", () => {
    const blank = fc.string({ unit: fc.constantFrom(" ", "\n", "\t", "\r\n", "\u00a0"), minLength: 1, maxLength: 8 });
    for (const { text, language } of verbatims) {
      const given = language === undefined ? {} : { language };
      const plain = labelsOf(analyze({ text, ...given }));
      for (const end of fc.sample(blank, 3))
        expect(labelsOf(analyze({ text: text + end, ...given })), text).toEqual(plain);
    }
  });

  it("Turkish typed without diacritics keeps its sentiment", () => {
    expect(shareKept("tr", withoutDiacritics)).toBeGreaterThanOrEqual(0.98);
  });

  it("Turkish in small letters keeps its sentiment", () => {
    expect(shareKept("tr", (text) => text.toLocaleLowerCase("tr"))).toBeGreaterThanOrEqual(0.98);
  });

  it("English in small letters keeps its sentiment", () => {
    expect(shareKept("en", (text) => text.toLowerCase())).toBeGreaterThanOrEqual(0.98);
  });

  it("a typographic apostrophe reads as the plain one", () => {
    const apostrophes = verbatims.filter(({ text }) => text.includes("'"));
    expect(apostrophes.length).toBeGreaterThan(50);
    for (const { text, language = "en" } of apostrophes) {
      const curly = text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
      expect(labelsOf(analyze({ text: curly, language })), text).toEqual(labelsOf(analyze({ text, language })));
    }
  });

  it("no reading changes where the other fields of a verbatim do", () => {
    for (const { text, language = "en" } of verbatims.slice(0, 100)) {
      const given = { at: "2026-03-01", channel: "review", rating: 1, nps: 10, csat: 5, ces: 1, segment: "new" };
      expect(labelsOf(analyze({ text, language, ...given }))).toEqual(labelsOf(analyze({ text, language })));
    }
  });
});
