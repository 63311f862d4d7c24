import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../src/core/error.js";
import type { Summary } from "../../src/pattern/summary.js";
import { changeInShare } from "../../src/report/change-in-share.js";
import { cutQuote } from "../../src/report/cut-quote.js";
import { cutToWidth, displayWidth, wrapToWidth } from "../../src/report/display-width.js";
import { listMonths } from "../../src/report/format-date.js";
import { formatCount, formatDecimal, formatShare, formatSigned } from "../../src/report/format-number.js";
import { writeHeadline } from "../../src/report/headline.js";
import { toHtml, toMarkdown, toTerminal } from "../../src/report/index.js";
import { listScoresGiven, scoreNps } from "../../src/report/score-given.js";
import { divide, shareOf } from "../../src/report/share.js";
import { tellStory } from "../../src/report/story.js";
import { wordingOf } from "../../src/report/wording.js";
import { NOTHING_SAID, quote, SHOP, tally } from "./sample-summary.js";

describe("shares", () => {
  it("sum to 100 and are each within a point of the exact share", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (counts) => {
        const of = counts.reduce((sum, count) => sum + count, 0);
        const shares = divide(counts);
        expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(of === 0 ? 0 : 100);
        for (const { count, percent } of shares) expect(Math.abs(percent - (of && (count * 100) / of))).toBeLessThan(1);
      }),
    );
  });

  it("tell some from none and nearly all from all", () => {
    const [few, many] = divide([1, 999]);
    expect(formatShare(few ?? shareOf(0, 0), "en")).toBe("<1%");
    expect(formatShare(many ?? shareOf(0, 0), "tr")).toBe(">%99");
    expect(formatShare(shareOf(0, 10), "en")).toBe("0%");
    expect(formatShare(shareOf(0, 0), "en")).toBe("–");
  });
});

describe("numbers", () => {
  it("are written as each language writes them", () => {
    expect([formatCount(1234567, "en"), formatCount(1234567, "tr")]).toEqual(["1,234,567", "1.234.567"]);
    expect([formatDecimal(3.64, "en"), formatDecimal(-0.04, "tr")]).toEqual(["3.6", "0,0"]);
    expect([formatSigned(12.4, "en"), formatSigned(-0.4, "en"), formatSigned(-3, "tr")]).toEqual(["+12", "0", "−3"]);
  });
});

describe("NPS", () => {
  it("is promoters minus detractors, with the interval of a difference in one sample", () => {
    // 50 promoters, 30 passives, 20 detractors: 30 points, sd = sqrt((0.5 + 0.2 - 0.09) / 100) = 7.81 points.
    const { value, interval } = scoreNps([20, 0, 0, 0, 0, 0, 0, 30, 0, 50, 0]);
    expect(value).toBeCloseTo(30, 10);
    expect(interval?.[0]).toBeCloseTo(30 - 15.308, 2);
    expect(interval?.[1]).toBeCloseTo(30 + 15.308, 2);
  });

  it("claims no interval where answers do not vary", () => {
    expect(scoreNps([0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2])).toEqual({ value: 100, interval: null });
    expect(scoreNps(new Array(11).fill(0))).toEqual({ value: 0, interval: null });
  });

  it("counts the lowest answer of each scale where the scale starts", () => {
    const scores = listScoresGiven(tally([0, 0, 0, 1], { rating: [1, 0, 0, 0, 0], ces: [0, 0, 0, 0, 0, 0, 1] }));
    expect(scores.map(({ kind, value }) => [kind, value])).toEqual([
      ["rating", 1],
      ["ces", 7],
    ]);
  });
});

describe("CSAT", () => {
  const scale = (csat: readonly number[]): (number | undefined)[] => {
    const [score] = listScoresGiven(tally([0, 0, 0, 1], { csat: [...csat] }));
    return [score?.answers[0]?.answer, score?.answers.at(-1)?.answer, score?.value];
  };

  it("is shown on the smallest usual scale that holds the answers", () => {
    expect(scale([0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 0])).toEqual([1, 5, 3]);
    expect(scale([0, 2, 0, 0, 0, 0, 0, 2, 0, 0, 0])).toEqual([1, 7, 4]);
    expect(scale([0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0])).toEqual([0, 10, 7.5]);
    expect(scale([1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])).toEqual([0, 10, 1.5]);
  });
});

describe("change in share", () => {
  it("agrees with Newcombe's published example", () => {
    // 56/70 against 48/80: 0.2000, 95 % interval 0.0524 to 0.3339 (Newcombe 1998, table II, example a, method 10).
    const { points, interval, clear } = changeInShare({ count: 48, n: 80 }, { count: 56, n: 70 });
    expect(points).toBeCloseTo(20, 8);
    expect(interval[0]).toBeCloseTo(5.24, 2);
    expect(interval[1]).toBeCloseTo(33.39, 2);
    expect(clear).toBe(true);
  });
});

describe("the story", () => {
  const story = tellStory(SHOP);

  it("tells all six stages in their order, with the themes that hurt most", () => {
    expect(story.journey.map(({ stage }) => stage)).toEqual([
      "awareness",
      "consideration",
      "purchase",
      "use",
      "support",
      "loyalty",
    ]);
    expect(story.journey[4]?.hurtsMost.map(({ name }) => name)).toEqual(["returns", "responsiveness"]);
    expect(story.unplaced).toBe(73);
  });

  it("ranks themes by negative verbatims, not by share", () => {
    expect(story.themes.slice(0, 3).map(({ name }) => name)).toEqual(["delivery", "quality", "returns"]);
  });

  it("tells a theme that nobody spoke of before as worse, and one that few complain of any more as better", () => {
    const { rises = [], falls = [] } = story.changes ?? {};
    expect(rises.map(({ name, before, after, clear }) => [name, before.count, after.count, clear])).toEqual([
      ["billing", 9, 40, true],
      ["returns", 0, 12, true],
    ]);
    expect(falls.map(({ name, before, after }) => [name, before.count, after.count])).toEqual([["delivery", 157, 101]]);
  });

  it("counts complaints among all verbatims of the half", () => {
    const { before, after } = story.changes?.rises[0] ?? {};
    const total = (from: number, to: number): number => {
      const halves = SHOP.months.slice(from, to).map(({ sentiment }) => Object.values(sentiment));
      return halves.flat().reduce((sum, count) => sum + count, 0);
    };
    expect([before?.n, after?.n]).toEqual([total(0, 3), total(3, 6)]);
  });

  it("compares no halves with fewer than ten verbatims", () => {
    const few = SHOP.months.slice(0, 2).map((month) => ({ ...month, ...tally([3, 2, 2, 2]) }));
    expect(tellStory({ ...SHOP, months: few }).changes).toMatchObject({ rises: [], falls: [] });
  });

  it("says in its headline what clearly got worse and what got better", () => {
    const { findings } = writeHeadline(story, wordingOf("en"));
    expect(findings.filter((finding) => /Getting worse: Billing/.test(finding)).length).toBe(1);
    expect(findings.filter((finding) => /Getting better: Delivery/.test(finding)).length).toBe(1);
    const still = writeHeadline(tellStory({ ...SHOP, themesByMonth: [] }), wordingOf("en"));
    expect(still.findings.join()).not.toMatch(/Getting/);
  });

  it("shows months without verbatims as such", () => {
    const months = SHOP.months.filter(({ name }) => name !== "2026-01");
    expect(tellStory({ ...SHOP, months }).months.map(({ n }) => n > 0)).toEqual([true, true, false, true, true, true]);
    expect(listMonths("2025-11", "2026-02", 3)).toEqual(["2025-12", "2026-01", "2026-02"]);
    expect(listMonths("soon", "2026-02", 3)).toEqual([]);
  });

  it("shows twelve segments and counts the others", () => {
    expect(story.segments.shown.length).toBe(12);
    expect([story.segments.moreNames, story.segments.moreVerbatims]).toEqual([2, 210]);
  });

  it("quotes a verbatim once, and verbatims as a whole only where there are no themes", () => {
    const twice = SHOP.quotes.map((sample) => ({
      ...sample,
      quotes: [...sample.quotes, quote("r-3", "|Here| next day.", sample.sentiment)],
    }));
    const ids = tellStory({ ...SHOP, quotes: twice }).delights.flatMap(({ quotes }) => quotes.map(({ id }) => id));
    expect(ids.filter((id) => id === "r-3").length).toBe(1);
    expect(tellStory({ ...SHOP, themes: [] }).pains.map(({ theme }) => theme)).toEqual([""]);
  });

  it("does not depend on the order of a summary's lists", () => {
    const turned: Summary = {
      ...SHOP,
      themes: SHOP.themes.toReversed(),
      months: SHOP.months.toReversed(),
      channels: SHOP.channels.toReversed(),
    };
    expect(toHtml(turned)).toBe(toHtml(SHOP));
  });
});

describe("cutting a quote", () => {
  it("keeps the evidence, says where text was left out, and never cuts a character in half", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 900 }), fc.nat(900), fc.nat(900), (text, a, b) => {
        const span: [number, number] = [Math.min(a, b), Math.max(a, b)];
        const { before, evidence, after } = cutQuote({ text, span }, 100);
        expect((before + evidence + after).length).toBeLessThanOrEqual(103);
        if (text.isWellFormed() && !text.includes("\ufffd")) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: cut characters are looked for where nothing else makes one
          const acting = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/.test(text);
          if (!acting) expect(before + evidence + after).not.toContain("\ufffd");
        }
      }),
    );
    const long = `${"before ".repeat(60)}the lid broke ${"after ".repeat(60)}`;
    const start = long.indexOf("the lid");
    const cut = cutQuote({ text: long, span: [start, start + 13] }, 80);
    expect(cut.evidence).toBe("the lid broke");
    expect(cut.before.startsWith("…before ")).toBe(true);
    expect(cut.after.endsWith(" after…")).toBe(true);
  });
});

describe("columns of a terminal", () => {
  it("counts wide characters twice and invisible ones not at all", () => {
    expect(["abc", "漢字", "e\u0301", "\u200b", "🙂"].map(displayWidth)).toEqual([3, 4, 1, 0, 2]);
    expect(cutToWidth("漢字漢字", 5)).toBe("漢字…");
  });

  it("wraps without losing a word", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z漢]{1,30}$/)), fc.integer({ min: 2, max: 20 }), (words, width) => {
        const lines = wrapToWidth(words.join(" "), width);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("wrong options", () => {
  const code = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      return error instanceof VerbatimsError ? error.code : String(error);
    }
    return "none";
  };

  it("are refused by name", () => {
    // The compiler refuses these; JavaScript does not.
    const wrong = (value: unknown): never => value as never;
    expect(code(() => toHtml(SHOP, { language: wrong("de") }))).toBe("invalid-option");
    expect(code(() => toHtml(SHOP, { title: wrong(7) }))).toBe("invalid-option");
    expect(code(() => toMarkdown(SHOP, { rejected: -1 }))).toBe("invalid-option");
    expect(code(() => toTerminal(SHOP, { width: 39 }))).toBe("invalid-option");
    expect(code(() => toHtml(wrong({ format: "other" })))).toBe("invalid-summary");
    expect(code(() => toHtml(wrong(null)))).toBe("invalid-summary");
    expect(code(() => toMarkdown(NOTHING_SAID))).toBe("none");
  });
});
