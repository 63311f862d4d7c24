import { describe, expect, it } from "vitest";
import { analyze } from "../../src/meaning/analyzer.js";
import { addToSeries, emptySeries } from "../../src/pattern/trends/add-to-series.js";
import { countSeriesStream } from "../../src/stream/count-series-stream.js";

const options = { unit: "day", timeZone: "Europe/Istanbul" } as const;
const analyses = ["2026-03-01T22:30:00Z", "2026-03-02", "2026-02-28"].map((at) =>
  analyze({ text: "It came late.", at }),
);

describe("countSeriesStream", () => {
  it("counts as addToSeries does", async () => {
    async function* one(): AsyncGenerator<(typeof analyses)[number]> {
      yield* analyses;
    }
    expect(await countSeriesStream(one(), options)).toEqual(addToSeries(emptySeries(options), analyses));
  });

  it("of nothing is the empty series", async () => {
    expect(await countSeriesStream([], options)).toEqual(emptySeries(options));
  });

  it("stops at its signal", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(countSeriesStream(analyses, { ...options, signal })).rejects.toThrow("enough");
  });

  it("refuses a time zone that is none before it reads", async () => {
    await expect(countSeriesStream(analyses, { ...options, timeZone: "Mars" })).rejects.toThrow(/^timeZone/);
  });
});
