import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/meaning/analysis.js";
import { rankResponses } from "../../../src/pattern/experience/rank-responses.js";
import { arbitraryAnalysis } from "../../support/arbitrary-analysis.js";
import { type Saying, say } from "./some-summary.js";

/** An analysis that may want an answer. */
function ask(id: string, saying: Saying, given: Analysis["given"] = {}, severity = 0): Analysis {
  const painPoints = severity === 0 ? [] : [{ span: [0, 2] as const, theme: "billing", stage: null, severity }];
  return { ...say(saying), id, given, painPoints };
}

const firstOf = async (analyses: Iterable<Analysis>, most?: number): Promise<readonly string[]> =>
  (await rankResponses(analyses, most === undefined ? {} : { most })).first.map(({ id }) => id);

describe("the verbatims that want an answer first", () => {
  it("are the urgent ones, then who leaves, complains, requests, asks", async () => {
    const ranked = await firstOf([
      ask("asks", { intent: "question" }),
      ask("requests", { intent: "request" }),
      ask("complains", { intent: "complaint" }),
      ask("leaves", { intent: "churn" }),
      ask("asks, urgent", { intent: "question", urgent: true }),
    ]);
    expect(ranked).toEqual(["asks, urgent", "leaves", "complains", "requests", "asks"]);
  });

  it("are among equals those in most pain, then of most value, then the oldest, then by id", async () => {
    const complaint = { intent: "complaint" } as const;
    const ranked = await firstOf([
      ask("b", complaint),
      ask("a", complaint),
      ask("young", complaint, { at: "2026-03-02T12:00:00+03:00" }),
      ask("old", complaint, { at: "2026-03-02T08:59:00Z" }),
      ask("dear", complaint, { value: 900 }),
      ask("sore", complaint, {}, 0.9),
    ]);
    expect(ranked).toEqual(["sore", "dear", "old", "young", "a", "b"]);
  });

  it("are none of those who praise, nor of those who have had their reply", async () => {
    const ranking = await rankResponses([
      ask("praise", { intent: "praise" }),
      ask("unclear", {}),
      ask("answered", { intent: "complaint" }, { repliedAt: "2026-03-02" }),
      ask("open", { intent: "complaint" }, { channel: "chat" }, 0.7),
    ]);
    expect(ranking).toMatchObject({ read: 4, needing: 1, replied: 1 });
    expect(ranking.first).toEqual([
      {
        id: "open",
        text: "It arrived.",
        at: null,
        channel: "chat",
        urgent: false,
        intent: "complaint",
        severity: 0.7,
        theme: "billing",
        value: null,
      },
    ]);
  });

  it("are the same, byte for byte, whatever the order of the source", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryAnalysis, { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        async (analyses, most) => {
          const ranking = await rankResponses(analyses, { most });
          const backwards = await rankResponses([...analyses].reverse(), { most });
          expect(JSON.stringify(backwards)).toBe(JSON.stringify(ranking));
          expect(ranking.first.length).toBe(Math.min(most, ranking.needing));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are the first of all of them where fewer are kept", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryAnalysis, { maxLength: 20 }), async (analyses) => {
        const all = await rankResponses(analyses, { most: 100 });
        const { first } = await rankResponses(analyses, { most: 3 });
        expect(first).toEqual(all.first.slice(0, 3));
      }),
      { numRuns: 60 },
    );
  });

  it.each([0, 1.5, 10_001, Number.NaN])("cannot be %d", async (most) => {
    await expect(rankResponses([], { most })).rejects.toThrow(/^rankResponses most: expected a whole number/);
  });
});
