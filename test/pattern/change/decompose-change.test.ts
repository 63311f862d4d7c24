import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToSummary, emptySummary } from "../../../src/pattern/add-to-summary.js";
import { type Decomposition, decomposeChange } from "../../../src/pattern/change/decompose-change.js";
import type { Partition } from "../../../src/pattern/change/partition.js";
import { arbitraryAnalysis } from "../../support/arbitrary-analysis.js";
import { type Said, summaryOf } from "./summaries.js";

const some = fc.array(arbitraryAnalysis, { maxLength: 40 }).map((analyses) => addToSummary(emptySummary(), analyses));
const by = fc.constantFrom<Partition>("channels", "stages", "languages", "intents", "emotions");
const measure = fc.constantFrom("nps", "rating", "sentiment", "negative", "positive");

const promoters = (segment: string, times: number): Said => ({ times, given: { segment, nps: 10 } });
const detractors = (segment: string, times: number): Said => ({ times, given: { segment, nps: 0 } });

const sumOf = (decomposition: Decomposition, effect: "rate" | "mix"): number =>
  decomposition.groups.reduce((sum, group) => sum + (group[effect].value ?? 0), 0);

describe("a change taken apart", () => {
  it("is all rate where groups answer otherwise and their shares stay", () => {
    const before = summaryOf(promoters("new", 30), detractors("new", 30), promoters("old", 40));
    const after = summaryOf(promoters("new", 15), detractors("new", 45), promoters("old", 40));
    const { change, rate, mix } = decomposeChange(before, after, { by: "segments" });
    expect(change.value).toBeCloseTo(-30, 10);
    expect(rate.value).toBeCloseTo(-30, 10);
    expect(mix.value).toBeCloseTo(0, 10);
  });

  it("is all mix where each group answers as before and others answer", () => {
    const before = summaryOf(promoters("new", 10), detractors("new", 10), promoters("old", 80));
    const after = summaryOf(promoters("new", 30), detractors("new", 30), promoters("old", 40));
    const { change, rate, mix, groups } = decomposeChange(before, after, { by: "segments" });
    expect([change.value, rate.value]).toEqual([-40, 0]);
    expect(mix.value).toBeCloseTo(-40, 10);
    // Both the growth of those below average and the decline of those above it pull down.
    expect(groups.map(({ mix: each }) => Math.sign(each.value ?? 0))).toEqual([-1, -1]);
  });

  it("adds up to the whole change, for any summaries", () => {
    fc.assert(
      fc.property(some, some, by, measure, (one, two, by, measure) => {
        const told = decomposeChange(one, two, { by, measure, withhold: 0 });
        if (told.change.value === null) {
          expect([told.rate.value, told.mix.value]).toEqual([null, null]);
          return;
        }
        expect((told.rate.value ?? 0) + (told.mix.value ?? 0)).toBeCloseTo(told.change.value, 9);
        expect(sumOf(told, "rate")).toBeCloseTo(told.rate.value ?? Number.NaN, 9);
        expect(sumOf(told, "mix")).toBeCloseTo(told.mix.value ?? Number.NaN, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("is mirrored when the sides are swapped", () => {
    fc.assert(
      fc.property(some, some, by, measure, (one, two, by, measure) => {
        const there = decomposeChange(one, two, { by, measure, withhold: 0 });
        const back = decomposeChange(two, one, { by, measure, withhold: 0 });
        const mirrored = new Map(back.groups.map((group) => [group.name, group]));
        for (const { name, rate, mix } of there.groups) {
          expect(mirrored.get(name)?.rate.value ?? 0).toBeCloseTo(-(rate.value ?? 0), 9);
          expect(mirrored.get(name)?.mix.value ?? 0).toBeCloseTo(-(mix.value ?? 0), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("tells no NaN and counts every answer once", () => {
    fc.assert(
      fc.property(some, some, by, (one, two, by) => {
        const told = decomposeChange(one, two, { by, measure: "sentiment", withhold: 0 });
        expect(JSON.stringify(told, (_, value) => (Number.isNaN(value) ? "not a number" : value))).not.toContain(
          "not a number",
        );
        expect(told.groups.reduce((sum, group) => sum + group.after.n, 0)).toBe(told.after.n);
      }),
      { numRuns: 60 },
    );
  });

  it("puts verbatims of which no group is told into a group named null", () => {
    const before = summaryOf(promoters("new", 20), { times: 20, given: { nps: 10 } });
    const after = summaryOf(promoters("new", 20), { times: 20, given: { nps: 0 } });
    const { groups } = decomposeChange(before, after, { by: "segments" });
    expect(groups.map(({ name, rate }) => [name, rate.value])).toEqual([
      [null, -100],
      ["new", 0],
    ]);
  });

  it("counts a group that is new as mix, for it has no change of its own", () => {
    const before = summaryOf(promoters("old", 60));
    const after = summaryOf(promoters("old", 60), detractors("new", 30), promoters("new", 10));
    const { change, mix, groups } = decomposeChange(before, after, { by: "segments" });
    const fresh = groups.find(({ name }) => name === "new");
    expect(fresh?.rate.reliability).toBe("not-estimable");
    expect(fresh?.rate.reason).toContain("no answers before");
    expect(mix.value).toBeCloseTo(change.value ?? Number.NaN, 10);
  });

  it("withholds what a few answers tell of a group, not of the whole", () => {
    const before = summaryOf(promoters("old", 60), promoters("new", 3));
    const after = summaryOf(promoters("old", 60), detractors("new", 4));
    const { rate, groups } = decomposeChange(before, after, { by: "segments" });
    const fresh = groups.find(({ name }) => name === "new");
    expect([fresh?.before.value, fresh?.rate.reliability, fresh?.mix.reliability]).toEqual([
      null,
      "withheld",
      "withheld",
    ]);
    expect(rate.reliability).toBe("usual");
    expect(rate.value).toBeLessThan(-5);
  });

  it("gives no interval where the answers of each group are alike", () => {
    const before = summaryOf(promoters("old", 60));
    const after = summaryOf(detractors("old", 60));
    const { rate } = decomposeChange(before, after, { by: "segments" });
    expect([rate.value, rate.low, rate.high]).toEqual([-200, null, null]);
    expect(rate.reason).toContain("have no spread");
  });

  it("of a summary without answers is not estimable, and says why", () => {
    const { change, rate, mix } = decomposeChange(emptySummary(), summaryOf(promoters("old", 60)), { by: "segments" });
    expect([change, rate, mix].map(({ reliability }) => reliability)).toEqual(Array(3).fill("not-estimable"));
    expect(rate.reason).toBe("There are no answers before, so there is nothing to compare with.");
  });

  it.each(["themes", "touchpoints"])("refuses %s, which overlap, and says what to do", (by) => {
    // What JavaScript would let through.
    expect(() => decomposeChange(emptySummary(), emptySummary(), { by: by as "channels" })).toThrow(
      expect.objectContaining({
        code: "invalid-option",
        message: expect.stringMatching(/Groups must not overlap.*take compareSummaries/),
      }),
    );
  });

  it("refuses groups that hold more than all verbatims", () => {
    const broken = { ...emptySummary(), segments: summaryOf(promoters("old", 60)).segments };
    expect(() => decomposeChange(broken, emptySummary(), { by: "segments" })).toThrow(
      expect.objectContaining({ code: "invalid-summary", message: expect.stringContaining("summary segments") }),
    );
  });
});
