import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToSummary, emptySummary, mergeSummaries } from "../../../src/pattern/add-to-summary.js";
import { compareSummaries } from "../../../src/pattern/change/compare-summaries.js";
import { compareWithin } from "../../../src/pattern/change/compare-within.js";
import { arbitraryAnalysis } from "../../support/arbitrary-analysis.js";
import { summaryOf } from "./summaries.js";

const some = fc.array(arbitraryAnalysis, { maxLength: 40 }).map((analyses) => addToSummary(emptySummary(), analyses));

/** Before: 40 of 100 praise the delivery. After: 60 of 100 complain of it. The rest say nothing of it, and the price is spoken of alike. */
const before = summaryOf(
  { times: 40, theme: "delivery", score: 0.8, given: { nps: 10 } },
  { times: 30, theme: "price", score: -0.2, given: { nps: 7 } },
  { times: 30, given: { nps: 8 } },
);
const after = summaryOf(
  { times: 60, theme: "delivery", score: -0.7, given: { nps: 2 } },
  { times: 30, theme: "price", score: -0.2, given: { nps: 7 } },
  { times: 10, given: { nps: 8 } },
);

describe("two summaries", () => {
  it("are compared by score, sentiment, theme and intent", () => {
    const changes = compareSummaries(before, after);
    const told = changes.map(({ family, name, measure }) => `${family} ${name} ${measure}`).sort();
    expect(told).toEqual([
      "intents statement mean",
      "intents statement share",
      "scores nps nps",
      "scores sentiment mean",
      "sentiment mixed share",
      "sentiment negative share",
      "sentiment neutral share",
      "sentiment positive share",
      "signals advocates share",
      "signals urgent share",
      "themes delivery mean",
      "themes delivery share",
      "themes price mean",
      "themes price share",
    ]);
  });

  it("tell the share and the sentiment of a theme apart", () => {
    const changes = compareSummaries(before, after);
    const delivery = (measure: string) => changes.find((each) => each.name === "delivery" && each.measure === measure);
    expect([delivery("share")?.before.value, delivery("share")?.after.value]).toEqual([0.4, 0.6]);
    expect(delivery("mean")?.difference.value).toBeCloseTo(-1.5, 12);
  });

  it("put first what is clear, by the size of its effect, and last what is not to be told", () => {
    const changes = compareSummaries(before, after);
    const ranks = changes.map(({ q, difference }) => (difference.value === null ? 2 : q !== null && q <= 0.05 ? 0 : 1));
    expect(ranks).toEqual(ranks.toSorted());
    expect(new Set(ranks)).toContain(0);
    const effects = changes.filter((_, i) => ranks[i] === 0).map(({ effect }) => Math.abs(effect ?? 0));
    expect(effects).toEqual(effects.toSorted((a, b) => b - a));
    expect(changes[0]?.name).toBe("delivery");
  });

  it("correct each family for its own tests alone", () => {
    const changes = compareSummaries(before, after);
    const nps = changes.find(({ name }) => name === "nps");
    // Of two tests in the family the larger p is its own q, the other's at most twice itself.
    expect(nps?.q).toBeLessThanOrEqual(2 * (nps?.p ?? 0));
    expect(changes.filter(({ family }) => family === "themes").every(({ q, p }) => (q ?? 0) >= (p ?? 0))).toBe(true);
  });

  it("count shares of the verbatims that were read", () => {
    const withUnread = mergeSummaries(before, summaryOf({ times: 100, read: false }));
    const share = compareSummaries(withUnread, after).find(
      ({ name, measure }) => name === "delivery" && measure === "share",
    );
    expect(share?.before).toEqual({ value: 0.4, n: 100 });
  });

  it("are mirrored when they are swapped", () => {
    fc.assert(
      fc.property(some, some, (one, two) => {
        const there = compareSummaries(one, two, { withhold: 3 });
        const back = compareSummaries(two, one, { withhold: 3 });
        const key = (change: (typeof there)[number]): string =>
          JSON.stringify([change.family, change.name, change.measure]);
        const mirrored = new Map(back.map((change) => [key(change), change.difference.value]));
        expect(mirrored.size).toBe(there.length);
        for (const change of there) {
          const { value } = change.difference;
          expect(mirrored.get(key(change))).toBe(value === null ? null : 0 - value);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("give the same bytes each time, without a NaN", () => {
    fc.assert(
      fc.property(some, some, (one, two) => {
        const json = JSON.stringify(compareSummaries(one, two, { withhold: 0 }), (_, value) =>
          Number.isNaN(value) || Math.abs(value) === Infinity ? "not a number" : value,
        );
        expect(json).not.toContain("not a number");
        expect(JSON.stringify(compareSummaries(one, two, { withhold: 0 }))).toBe(json);
      }),
      { numRuns: 30 },
    );
  });

  it("of nothing give no change; one of nothing gives what is not estimable", () => {
    expect(compareSummaries(emptySummary(), emptySummary())).toEqual([]);
    const changes = compareSummaries(emptySummary(), after);
    expect(new Set(changes.map(({ difference }) => difference.reliability))).toEqual(new Set(["not-estimable"]));
    expect(changes.length).toBeGreaterThan(5);
  });

  it("of two models are refused, because the change may be the model's", () => {
    expect(() => compareSummaries(before, summaryOf({ times: 20, model: "en-2" }))).toThrow(
      expect.objectContaining({ code: "unlike-summaries" }),
    );
  });

  it("are refused where a theme is counted more often than verbatims were read", () => {
    const broken = { ...after, themes: after.themes.map((theme) => ({ ...theme, n: 1000 })) };
    expect(() => compareSummaries(before, broken)).toThrow(
      expect.objectContaining({ code: "invalid-summary", message: expect.stringContaining("themes delivery") }),
    );
  });
});

describe("the groups of a summary", () => {
  const byChannel = summaryOf(
    { times: 50, stage: "support", score: -0.5, given: { channel: "chat", nps: 3, at: "2026-03-01" }, theme: "staff" },
    { times: 80, stage: "use", score: 0.6, given: { channel: "email", nps: 9, at: "2026-04-01" } },
    { times: 40, score: 0.6, given: { nps: 9 } },
  );

  it("are compared with all verbatims that are not in them", () => {
    const nps = compareWithin(byChannel, "channels").find(({ group, name }) => group === "chat" && name === "nps");
    expect([nps?.before, nps?.after]).toEqual([
      { value: 100, n: 120 },
      { value: -100, n: 50 },
    ]);
  });

  it("tell which stages are spoken of in a channel", () => {
    const support = compareWithin(byChannel, "channels").find(
      ({ group, name, measure }) => group === "chat" && name === "support" && measure === "share",
    );
    expect([support?.before.value, support?.after.value]).toEqual([0, 1]);
  });

  it("tell which themes are spoken of in a month", () => {
    const staff = compareWithin(byChannel, "months").find(
      ({ group, name, measure }) => group === "2026-03" && name === "staff" && measure === "share",
    );
    expect([staff?.before.value, staff?.after.value]).toEqual([0, 1]);
  });

  it("agree with summaries of the group and of the rest", () => {
    fc.assert(
      fc.property(fc.array(arbitraryAnalysis, { maxLength: 40 }), (analyses) => {
        const all = addToSummary(emptySummary(), analyses);
        for (const { name } of all.channels.slice(0, 3)) {
          const isIn = (analysis: (typeof analyses)[number]): boolean => analysis.given.channel === name;
          const within = addToSummary(emptySummary(), analyses.filter(isIn));
          const rest = addToSummary(
            emptySummary(),
            analyses.filter((analysis) => !isIn(analysis)),
          );
          const both = compareSummaries(rest, within, { withhold: 0 });
          for (const { group, q: _, ...change } of compareWithin(all, "channels", { withhold: 0 })) {
            if (group !== name) continue;
            const same = both.find(
              (each) => each.family === change.family && each.name === change.name && each.measure === change.measure,
            );
            expect({ ...same, q: undefined }).toEqual({ ...change, q: undefined });
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("are none where a summary has none", () => {
    expect(compareWithin(before, "segments")).toEqual([]);
  });

  it("are no themes, whose tallies count another sentiment", () => {
    // What JavaScript would let through.
    expect(() => compareWithin(before, "themes" as "stages")).toThrow("compareWithin by: expected one of languages, ");
  });
});
