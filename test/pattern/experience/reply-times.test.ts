import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/meaning/analysis.js";
import type { ReplyExpectation } from "../../../src/pattern/experience/reply-expectations.js";
import { PUBLISHED_EXPECTATIONS } from "../../../src/pattern/experience/reply-expectations.js";
import { type ReplyOptions, replyTimes } from "../../../src/pattern/experience/reply-times.js";
import { say } from "./some-summary.js";

const ASKED = "2026-03-02T09:00:00Z";

/** A verbatim that was replied to after so many seconds. */
function answered(seconds: number, channel?: string): Analysis {
  const repliedAt = new Date(Date.parse(ASKED) + seconds * 1000).toISOString();
  const analysis = say(channel === undefined ? {} : { channel });
  return { ...analysis, given: { at: ASKED, ...analysis.given, repliedAt } };
}

const HOUR: ReplyExpectation = { channel: "chat", withinMinutes: 60, share: null, source: "Our promise since 2025" };
const byMinutes = (...minutes: readonly number[]): Analysis[] => minutes.map((minute) => answered(minute * 60, "chat"));

describe("time to reply", () => {
  it("is told by channel: the middle reply and the slowest tenth", async () => {
    const times = await replyTimes([...byMinutes(...Array.from({ length: 100 }, (_, i) => i + 1)), answered(60)]);
    const [chat] = times.channels;
    expect(chat).toMatchObject({ channel: "chat", replied: 100, unanswered: 0, untimed: 0 });
    // Places 40 and 61 of 100, and 84 and 96, by the binomial distribution.
    expect(chat?.median).toMatchObject({ value: 50, low: 40, high: 61, n: 100 });
    expect(chat?.slowTenth).toMatchObject({ value: 90, low: 84, high: 96 });
    expect(times).toMatchObject({ channel: null, replied: 101 });
  });

  it("rounds up to minutes within a day, to hours later, to 60 days at last", async () => {
    const waits = [1, 61, 86_400, 86_401, 500 * 86_400];
    const medians = await Promise.all(
      waits.map(async (wait) => (await replyTimes([answered(wait)], { withhold: 0 })).median.value),
    );
    expect(medians).toEqual([1, 2, 1440, 1500, 86_400]);
  });

  it("tells what share came in the time expected, to the second", async () => {
    const late = [answered(3600, "chat"), answered(3601, "chat"), answered(10, "store")];
    const { channels, expectations } = await replyTimes(late, {
      withhold: 0,
      expectations: [HOUR, { ...HOUR, channel: null }],
    });
    expect(
      channels.map(({ channel, expectations: kept }) => [channel, kept.map(({ kept: { value } }) => value)]),
    ).toEqual([
      ["chat", [0.5, 0.5]],
      ["store", [1]],
    ]);
    expect(expectations).toMatchObject([{ channel: null, withinMinutes: 60, kept: { value: 2 / 3, n: 3 } }]);
  });

  it("counts apart what has no reply, and what has no time", async () => {
    const given = [
      { at: ASKED },
      { at: "2026-03-02", repliedAt: "2026-03-02T10:00:00Z" },
      { repliedAt: "2026-03-02T10:00:00Z" },
      { at: ASKED, repliedAt: "2026-03-02T10:00:00" },
      { at: ASKED, repliedAt: "2026-03-02T08:00:00Z" },
    ];
    const times = await replyTimes(given.map((each) => ({ ...say({}), given: each })));
    expect(times).toMatchObject({
      replied: 0,
      unanswered: 1,
      untimed: 4,
      median: { reliability: "not-estimable" },
      channels: [],
    });
  });

  it("gives the same bytes for any order", async () => {
    const replies = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.constantFrom("chat", "__proto__", "", undefined)),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(replies, async (pairs) => {
        const analyses = pairs.map(([seconds, channel]) => answered(seconds, channel));
        const options = { withhold: 0, expectations: [HOUR] };
        const backwards = await replyTimes([...analyses].reverse(), options);
        expect(JSON.stringify(backwards)).toBe(JSON.stringify(await replyTimes(analyses, options)));
      }),
      { numRuns: 50 },
    );
  });

  it("of few replies has a middle without an interval, said so", async () => {
    const { median } = await replyTimes(byMinutes(1, 2, 3), { withhold: 0 });
    expect(median).toMatchObject({ value: 2, low: null, high: null, reliability: "small" });
    expect(median.reason).toMatch(/Too few replies/);
  });

  it("stops at a signal and closes the source", async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Analysis> {
      try {
        for (;;) yield answered(60);
      } finally {
        closed = true;
      }
    }
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await expect(replyTimes(endless(), { signal: stop.signal })).rejects.toThrow("enough");
    expect(closed).toBe(true);
  });

  it.each<readonly [string, ReplyOptions]>([
    ["no time", { expectations: [{ ...HOUR, withinMinutes: 0 }] }],
    ["a time that is none", { expectations: [{ ...HOUR, withinMinutes: Number.NaN }] }],
    ["a share in per cent", { expectations: [{ ...HOUR, share: 80 }] }],
    ["no source", { expectations: [{ ...HOUR, source: " " }] }],
  ])("refuses an expectation with %s", async (_, options) => {
    await expect(replyTimes([], options)).rejects.toThrow(/^replyTimes expectations\[0\]\./);
  });
});

describe("the published expectations", () => {
  it("can be passed as they are, each with its source", async () => {
    const { channels } = await replyTimes([answered(7200, "social")], {
      withhold: 0,
      expectations: PUBLISHED_EXPECTATIONS,
    });
    expect(channels[0]?.expectations.map(({ withinMinutes, kept }) => [withinMinutes, kept.value])).toEqual([
      [60, 0],
      [1440, 1],
    ]);
    for (const { source } of PUBLISHED_EXPECTATIONS) expect(source).toMatch(/\d{4}$/);
  });
});
